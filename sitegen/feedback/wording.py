"""What cells say becomes what a form of ours would send; and what is wrong with it, words for whoever imports."""

import re
from collections.abc import Iterator, Mapping

from sitegen.feedback.layout import Layout
from sitegen.feedback.tables import TableRow
from sitegen.model import AnyQuestion, ChoiceQuestion, ImportMap, MatrixQuestion, PlainQuestion, find_scale
from sitegen.survey import MAX_OTHER_LENGTH, OTHER, Fault, name_control

Form = Mapping[str, list[str]]

_LISTED = re.compile(r"\s*[;,\n]\s*")
"""What stands between several choices in one cell."""


def make_form(layout: Layout, row: TableRow, wanted: ImportMap) -> Form:
    """Return what a form would have sent for a row, by control; cells that are no answer are left out."""
    none, words = {"", *wanted.none}, wanted.words or {}
    form: dict[str, list[str]] = {}
    for key, column in layout.columns.items():
        cell = row.cells[column]
        text = words.get(cell, cell)
        if {cell, text} & none:
            continue
        question, _, part = key.partition(".")
        asked = (layout.reading.questions or {})[question]
        for inner, said in _write(asked, text, part):
            form.setdefault(name_control(question, inner), []).append(said)
    return form


def explain_fault(fault: Fault, form: Form, layout: Layout) -> tuple[str, str]:
    """Return the text that is wrong, as it stands in its cell, and what to tell of it."""
    text = ", ".join(form.get(fault.control, ()))
    key = fault.control.removeprefix("q.")
    asked = (layout.reading.questions or {})[key.partition(".")[0]]
    shown = text if len(text) <= 60 else f"{text[:60]}…"
    return text, f"{key}: '{shown}' {_explain(fault, asked)}; mend the cell, or add it to 'words' or 'none' of the map"


def _write(question: AnyQuestion, text: str, part: str) -> Iterator[tuple[str, str]]:
    """Go through what the controls of a question would send for a cell, by the question's part."""
    if isinstance(question, ChoiceQuestion) and not part:
        yield from _choose(question, text)
    elif isinstance(question, MatrixQuestion):
        yield part, _find_id(question.columns, text) or text
    elif isinstance(question, PlainQuestion) and question.type == "yesno":
        yield part, text.casefold()
    else:
        yield part, text


def _choose(question: ChoiceQuestion, text: str) -> Iterator[tuple[str, str]]:
    """Choose options by id or text; what is none of them is the text beside, where there may be one."""
    whole = _find_id(question.options, text)
    several = [text] if whole or question.type == "choice" else [each for each in _LISTED.split(text) if each]
    others = []
    for each in several:
        if found := _find_id(question.options, each):
            yield "", found
        elif question.other:
            others.append(each)
        else:
            yield "", each
    if others:
        yield OTHER, ", ".join(others)[:MAX_OTHER_LENGTH]


def _find_id(texts: Mapping[str, str], said: str) -> str | None:
    """Return the id of what was said: the id itself, or its text in any case."""
    if said in texts:
        return said
    return next((key for key, text in texts.items() if text.casefold() == said.casefold()), None)


def _explain(fault: Fault, question: AnyQuestion) -> str:
    if scale := find_scale(question):
        return f"is no mark from {scale[0]} to {scale[1]}"
    if isinstance(question, ChoiceQuestion) and fault.rule == "not-an-option":
        return f"is none of its options, {', '.join(question.options)}"
    if isinstance(question, MatrixQuestion):
        return f"is none of its columns, {', '.join(question.columns)}"
    return _WORDS.get(fault.rule, "is no answer to it").format(limit=fault.limit)


_WORDS: Mapping[str, str] = {
    "not-an-option": "is neither 'yes' nor 'no'",
    "not-a-number": "is no number, as 12 or 12.5",
    "out-of-range": "is too large a number",
    "not-an-email": "is no e-mail address",
    "not-a-date": "is no day, as 2026-11-16",
    "too-long": "is longer than {limit} characters",
}
