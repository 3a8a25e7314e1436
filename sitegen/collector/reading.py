"""A form becomes a response or an answer to a need, or a refusal: all that is decided without a disk or a network."""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import datetime

from sitegen.collector.asked import AskedSurvey, Board
from sitegen.collector.forms import Form, take_one
from sitegen.collector.refused import RefusedError
from sitegen.survey import (
    HIDDEN_CONTROLS,
    HONEYPOT,
    MAX_COMMENT_LENGTH,
    REASONED,
    ContextError,
    Fault,
    NeedAnswer,
    NeedContext,
    Response,
    Signer,
    SurveyContext,
    clean_text,
    read_answers,
)
from sitegen.value import value

MAX_CONTEXT = 4096
NONCE = re.compile(r"[A-Za-z0-9_-]{16,64}")
NEED_CONTROLS = HIDDEN_CONTROLS | {"choice", "comment"}
FindId = Callable[[str], str]
"""Gives the id of a form without a nonce, by all that it says."""


@value
class SurveyForm:
    """A survey's form, of which is known what it is about."""

    context: SurveyContext
    signed: str
    """The context as it was sent."""
    survey: AskedSurvey


@value
class NeedForm:
    """A need's form, of which is known what it is about."""

    context: NeedContext
    signed: str


def open_survey_form(form: Form, signer: Signer, board: Board) -> SurveyForm:
    """Find out what a form is about: a bad signature is refused (403), an unknown survey as well (404)."""
    signed = _take_context(form)
    try:
        context = signer.read_survey(signed)
    except ContextError:
        raise RefusedError(403, "bad-context") from None
    survey = board.find_survey(context.survey, context.version)
    if survey is None:
        raise RefusedError(404, "unknown-survey", context=context)
    return SurveyForm(context=context, signed=signed, survey=survey)


def read_response(form: Form, about: SurveyForm, now: datetime, find_id: FindId) -> Response:
    """Read a response; answers that the definition does not allow are refused (422)."""
    context = about.context
    reading = read_answers(about.survey.head, form)
    if reading.faults:
        raise RefusedError(422, "bad-answers", faults=reading.faults, context=context)
    said = json.dumps(reading.answers, sort_keys=True, ensure_ascii=False)
    return Response(
        id=_find_id(form, about.signed, said, find_id),
        client=context.client,
        project=context.project,
        survey=context.survey,
        version=context.version,
        received=now.replace(microsecond=0),
        answers=reading.answers,
        reader=context.reader,
        milestone=context.milestone,
        update=context.update,
    )


def open_need_form(form: Form, signer: Signer, board: Board) -> NeedForm:
    """Find out what a form is about: a bad signature is refused (403), what waits no longer as well (410)."""
    signed = _take_context(form)
    try:
        context = signer.read_need(signed)
    except ContextError:
        raise RefusedError(403, "bad-context") from None
    if board.find_need(context) is None:
        raise RefusedError(410, "answered-already", context=context)
    return NeedForm(context=context, signed=signed)


def read_need_answer(form: Form, about: NeedForm, now: datetime, find_id: FindId) -> NeedAnswer:
    """Read an answer to a need; one that was not offered is refused (422)."""
    context = about.context
    choice = clean_text(take_one(form, "choice") or "") or None
    comment = clean_text(take_one(form, "comment") or "") or None
    faults = [Fault(control=name[:100], rule="unknown-field") for name in sorted(form.keys() - NEED_CONTROLS)]
    if choice is not None and choice not in context.choices:
        faults.append(Fault(control="choice", rule="not-an-option"))
    if choice is None and comment is None:
        faults.append(Fault(control="choice", rule="required"))
    if choice in REASONED and comment is None:
        faults.append(Fault(control="comment", rule="required"))
    if comment and len(comment) > MAX_COMMENT_LENGTH:
        faults.append(Fault(control="comment", rule="too-long", limit=MAX_COMMENT_LENGTH))
    if faults:
        raise RefusedError(422, "bad-answers", faults=tuple(faults), context=context)
    return NeedAnswer(
        id=_find_id(form, about.signed, json.dumps([choice, comment]), find_id),
        client=context.client,
        project=context.project,
        kind=context.kind,
        item=context.item,
        received=now.replace(microsecond=0),
        choice=choice,
        comment=comment,
        reader=context.reader,
    )


def _take_context(form: Form) -> str:
    """Return the context of a form that a person filled in: machines fill in the honeypot too."""
    if any(form.get(HONEYPOT, ())):
        raise RefusedError(400, "honeypot")
    signed = take_one(form, "context") or ""
    if not signed or len(signed) > MAX_CONTEXT:
        raise RefusedError(403, "bad-context")
    return signed


def _find_id(form: Form, signed: str, said: str, find_id: FindId) -> str:
    """Return what an entry is known by: its nonce, with what it is about; without one, what was said, for a while."""
    nonce = take_one(form, "nonce")
    if not nonce:
        return find_id(f"{signed}\n{said}")
    if not NONCE.fullmatch(nonce):
        raise RefusedError(400, "bad-form")
    return hashlib.sha256(f"{signed}\n{nonce}".encode()).hexdigest()[:32]
