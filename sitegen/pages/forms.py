"""Surveys and needs become forms: where they post, and what is signed that they are about."""

from collections.abc import Sequence

from sitegen.model import AboutKey, Survey
from sitegen.pages import views
from sitegen.pages.asked import list_choices
from sitegen.pages.publication import Publication
from sitegen.pages.reader import Reader
from sitegen.state import Need, State
from sitegen.survey import (
    HONEYPOT,
    MAX_COMMENT_LENGTH,
    REASONED,
    About,
    Context,
    Fault,
    NeedContext,
    SurveyContext,
    find_version,
    list_hidden_fields,
)


def make_survey_form(survey: Survey, state: State, publication: Publication, path: str) -> views.Form | None:
    """Return the form of a survey's page; None where answers travel in another way."""
    head, reader = survey.head, publication.reader
    provider = reader.site.find_provider(head)
    if provider not in {"collector", "form"}:
        return None
    about, version = describe_about(survey, state), find_version(head)
    draft = f"{state.client_id}/{state.project_id}/{survey.id}/{version}"
    if provider == "form":
        return views.Form(
            kind="backend",
            action=head.action if reader.can_send else None,
            hidden=_make_hidden(*list_hidden_fields(head, about)),
            honeypot=head.honeypot,
            draft=draft,
        )
    context = SurveyContext(
        client=state.client_id,
        project=state.project_id,
        survey=survey.id,
        version=version,
        reader=reader.owner.id if reader.owner else "",
        language=reader.language,
        page=path.removesuffix("index.html"),
        milestone=about["milestone"],
        update=about["update"],
    )
    return _make_signed_form("responses", context, reader, draft)


def make_need_form(need: Need, state: State, publication: Publication, path: str) -> views.NeedForm | None:
    """Return the form that answers a need; None without a collector, and where the firm reads."""
    reader = publication.reader
    if not reader.settings.surveys.endpoint or reader.owner is None:
        return None
    choices = list_choices(need, state)
    context = NeedContext(
        client=state.client_id,
        project=state.project_id,
        kind=need.kind,
        item=need.id,
        choices=choices,
        reader=reader.owner.id,
        language=reader.language,
        page=path.removesuffix("index.html"),
    )
    return fill_need_form(_make_signed_form("answers", context, reader), choices)


def fill_need_form(
    form: views.Form, choices: Sequence[str], *, choice: str = "", comment: str = "", faults: Sequence[Fault] = ()
) -> views.NeedForm:
    """Return the form that answers a need, filled in with what was sent."""
    return views.NeedForm(
        form=form,
        choices=tuple(choices),
        reasoned=tuple(known for known in choices if known in REASONED),
        max_length=MAX_COMMENT_LENGTH,
        choice=choice,
        comment=comment,
        faults=tuple(views.FormFault(control=each.control, rule=each.rule, limit=each.limit) for each in faults),
    )


def make_collector_form(action: str | None, signed: str, nonce: str = "", draft: str | None = None) -> views.Form:
    """Return a form that posts to the collector: `action` is the whole URL, `signed` the context it is about."""
    return views.Form(
        kind="collector",
        action=action,
        hidden=_make_hidden(("context", signed), ("nonce", nonce)),
        honeypot=HONEYPOT,
        draft=draft,
    )


def describe_about(survey: Survey, state: State) -> About:
    """Return the ids of what a survey is about."""
    asked = next((found for found in state.surveys if found.id == survey.id), None)
    ids: dict[AboutKey, str | None] = {
        "client": state.client_id,
        "project": state.project_id,
        "survey": survey.id,
        "milestone": asked.milestone if asked else None,
        "update": state.last_report.update.id if state.last_report else None,
    }
    return ids


def list_forms(needs: Sequence[views.Need]) -> tuple[views.Form, ...]:
    """Return the forms that answer needs."""
    return tuple(need.answering.form for need in needs if need.answering)


def _make_signed_form(place: str, context: Context, reader: Reader, draft: str | None = None) -> views.Form:
    """Return a form to a place of the collector; one that nobody can sign sends nothing."""
    endpoint = (reader.settings.surveys.endpoint or "").rstrip("/")
    signer = reader.signer if reader.can_send else None
    if signer is None:
        return make_collector_form(None, "", draft=draft)
    return make_collector_form(f"{endpoint}/{place}", signer.sign(context), draft=draft)


def _make_hidden(*fields: tuple[str, str]) -> tuple[views.HiddenField, ...]:
    return tuple(views.HiddenField(name=name, value=value) for name, value in fields)
