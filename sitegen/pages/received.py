"""What the collector was sent becomes the pages that it shows: the form again, thanks, or why it was not accepted."""

from collections.abc import Mapping, Sequence
from datetime import date

from sitegen.model import SurveyHead
from sitegen.pages import views
from sitegen.pages.heads import make_policy
from sitegen.pages.questions import NOTHING, Given, make_faults, make_questions
from sitegen.survey import Fault


def make_receiver_head(
    *, firm: str, language: str, day: date, title: str = "", forms: Sequence[views.Form] = ()
) -> views.Head:
    """Return the head of a page that stands in nobody's folder; it names the firm alone."""
    return views.Head(
        language=language,
        title=title,
        description="",
        root="./",
        year=day.year,
        audience="client",
        csp=make_policy(forms),
        firm=views.Party(name=firm),
        is_private=True,
    )


def make_survey_page(
    head: views.Head,
    survey: SurveyHead,
    *,
    project: views.Link,
    form: views.Form | None = None,
    answer: views.Answer | None = None,
    intro: views.Html | None = None,
    thanks: views.Html | None = None,
    given: Given = NOTHING,
    faults: Sequence[Fault] = (),
) -> views.SurveyPage:
    """Return a survey's page: empty, or filled in with what a form sent and what is wrong with it."""
    return views.SurveyPage(
        head=head,
        project=project,
        title=survey.title,
        intro=intro,
        questions=make_questions(survey, given, faults),
        answer=answer,
        form=form,
        thanks=thanks,
        faults=make_faults(survey, faults),
    )


def make_need_page(
    head: views.Head,
    *,
    kind: str,
    title: str,
    project: views.Link,
    options: Mapping[str, str],
    answering: views.NeedForm,
) -> views.NeedPage:
    """Return a need's form on a page of its own; `options` are those of an issue, worded."""
    return views.NeedPage(
        head=head,
        kind=kind,
        title=title,
        project=project,
        options=tuple(views.Choice(id=key, text=text) for key, text in options.items()),
        answering=answering,
    )


def make_thanks_page(
    head: views.Head, *, title: str, said: views.Html | None = None, back: views.Link | None = None
) -> views.ThanksPage:
    """Return the page that says that an answer has arrived, with the way back to where it came from."""
    return views.ThanksPage(head=head, title=title, said=said, back=back)


def make_refused_page(head: views.Head, reason: str, back: views.Link | None = None) -> views.RefusedPage:
    """Return the page that says why a form was not accepted."""
    return views.RefusedPage(head=head, reason=reason, back=back)
