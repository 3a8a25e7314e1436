"""A survey becomes a prepared mail: the last resort, where nothing receives answers."""

from collections.abc import Sequence
from urllib.parse import quote

from sitegen.model import AnyQuestion, ChoiceQuestion, MatrixQuestion, SurveyHead, find_scale

MAX_MAIL_LENGTH = 2000
"""How long a mail's URL may be, percent signs and all: some mail programs open no longer ones."""

_MAX_SUBJECT_LENGTH = 500
_CUT = quote("…")


def make_mail(head: SurveyHead, project: str, address: str) -> str:
    """Return the `mailto:` URL (RFC 6068) of a mail that asks a survey's questions about the project of that name.

    Where there is no room for everything, options are left out first, then the last questions, and `…` stands there.
    """
    subject = _fit(f"{head.title}: {project}", _MAX_SUBJECT_LENGTH)
    start = f"mailto:{quote(address, safe='@')}?subject={subject}&body="
    room = MAX_MAIL_LENGTH - len(start)
    questions = tuple((head.questions or {}).values())
    whole, short = (
        "".join(_format_question(number, question, is_whole) for number, question in enumerate(questions, start=1))
        for is_whole in (True, False)
    )
    return start + (encoded if len(encoded := _encode(whole)) <= room else _fit(short, room))


def _format_question(number: int, question: AnyQuestion, is_whole: bool) -> str:
    scale = find_scale(question)
    marks = f" ({scale[0]}–{scale[1]})" if scale else ""
    lines = _list_answers(question) if is_whole else ()
    return "\n".join((f"{number}. {question.text}{marks}", *lines, "", "", ""))


def _list_answers(question: AnyQuestion) -> Sequence[str]:
    """Return what can be answered, ready to be marked, in the survey's own words alone."""
    if isinstance(question, ChoiceQuestion):
        return [f"[ ] {text}" for text in (*question.options.values(), *(["…"] if question.other else []))]
    if isinstance(question, MatrixQuestion):
        columns = " / ".join(question.columns.values())
        return [f"{row} ({columns}):" for row in question.rows.values()]
    scale, low, high = find_scale(question), getattr(question, "low", None), getattr(question, "high", None)
    ends = zip(scale or (), (low, high), strict=False)
    return [f"{mark} = {words}" for mark, words in ends if words]


def _fit(text: str, room: int) -> str:
    """Encode as much of a text as there is room for, and show where it was cut."""
    encoded = [_encode(char) for char in text]
    if sum(map(len, encoded)) <= room:
        return "".join(encoded)
    kept, length = [], len(_CUT)
    for char in encoded:
        length += len(char)
        if length > room:
            break
        kept.append(char)
    return "".join(kept) + _CUT


def _encode(text: str) -> str:
    """Encode text for a mail's subject or body, where lines end in two characters."""
    return quote(text.replace("\n", "\r\n"), safe="")
