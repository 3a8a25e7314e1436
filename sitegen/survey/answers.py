"""What a form sent becomes answers, or faults by control; and answers become what a form would send."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sitegen.model import SurveyHead
from sitegen.survey.conditions import is_asked
from sitegen.survey.kinds import KINDS, OTHER, Fault
from sitegen.survey.response import Answers, Value
from sitegen.value import value

HONEYPOT = "website"
"""A control that people do not see: who fills it in is a machine."""

HIDDEN_CONTROLS = frozenset({"context", "nonce", HONEYPOT})
"""Controls of the form itself: what it is about, what keeps it from being stored twice, and the honeypot."""

_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters, and halves of characters: no one types them, and databases refuse them."""

_SHOWN_NAME = 100


@value
class Reading:
    """What a form said, and what was wrong with it; only without faults are the answers whole."""

    answers: Answers
    faults: tuple[Fault, ...]


def name_control(question_id: str, part: str = "") -> str:
    """Return the name of a question's control; parts are a matrix's rows, and `other` beside a choice."""
    return f"q.{question_id}.{part}" if part else f"q.{question_id}"


def read_answers(head: SurveyHead, form: Mapping[str, Sequence[str]]) -> Reading:
    """Read what a form sent, as texts by control.

    A question that is not asked after the answers before it is passed over, whatever was sent for it. Texts lose space
    around them, and characters that cannot be seen; their lines end in `\\n`.
    """
    answers: dict[str, Value] = {}
    faults: list[Fault] = []
    known = set(HIDDEN_CONTROLS)
    for question_id, question in (head.questions or {}).items():
        kind = KINDS[question.type]
        controls = {part: name_control(question_id, part) for part in kind.list_parts(question)}
        known.update(controls.values())
        if not is_asked(question, answers):
            continue
        sent = {part: _clean(form.get(control, ())) for part, control in controls.items()}
        values, found = kind.read(question, sent)
        answers |= {name_control(question_id, part).removeprefix("q."): value for part, value in values.items()}
        faults += (replace(fault, control=controls[fault.control]) for fault in found)
    strange = sorted(form.keys() - known)
    faults += (Fault(control=name[:_SHOWN_NAME], rule="unknown-field") for name in strange)
    return Reading(answers=answers, faults=tuple(faults))


def write_answers(head: SurveyHead, answers: Answers) -> dict[str, tuple[str, ...]]:
    """Return what a form filled with these answers sends, by control; answers to unknown questions are passed over."""
    form: dict[str, tuple[str, ...]] = {}
    for question_id, question in (head.questions or {}).items():
        if (value := answers.get(question_id)) is not None:
            sent = KINDS[question.type].write(value)
            form |= {name_control(question_id, part): texts for part, texts in sent.items()}
        if (beside := answers.get(f"{question_id}.{OTHER}")) is not None:
            form[name_control(question_id, OTHER)] = (str(beside),)
    return form


def _clean(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the texts that say something."""
    return tuple(text for text in map(clean_text, texts) if text)


def clean_text(text: str) -> str:
    """Return what somebody typed as it is kept: lines end alike, and what cannot be seen is gone."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text)).strip()
