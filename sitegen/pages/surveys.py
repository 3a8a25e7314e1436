"""Survey definitions become invitations and pages; answers go by a form, a link or a prepared mail."""

from sitegen.model import Audience, Project, Survey
from sitegen.pages import views
from sitegen.pages.forms import describe_about, make_survey_form
from sitegen.pages.heads import make_head
from sitegen.pages.page import Page
from sitegen.pages.people import find_contact
from sitegen.pages.prose import Prose
from sitegen.pages.publication import Publication
from sitegen.pages.received import make_survey_page
from sitegen.pages.urls import link
from sitegen.state import State, SurveyState
from sitegen.survey import make_link, make_mail


def make_survey_links(
    state: State,
    publication: Publication,
    prose: Prose,
    page: str,
    *,
    asked: bool,
    project: views.Link | None = None,
) -> tuple[views.SurveyLink, ...]:
    """Return the surveys that are asked now, or the others; each names its project where `project` is given."""
    surveys = publication.site.surveys
    place = f"{state.client_id}-{state.project_id}-" if project else ""
    return tuple(
        views.SurveyLink(
            id=found.id,
            title=survey.head.title,
            href=link(page, prose.urls.survey(found.id)),
            intro=prose.note(survey.head.intro, page, survey.document, f"survey-{place}{found.id}-"),
            project=project,
        )
        for found in state.surveys
        if _is_asked(found, publication) is asked and (survey := surveys.get(found.id))
    )


def _is_asked(survey: SurveyState, publication: Publication) -> bool:
    """Tell whether the reader is asked; the firm is not asked its own surveys."""
    return survey.is_asked and publication.audience is not Audience.INTERNAL


def plan_survey_pages(project: Project, state: State, publication: Publication, prose: Prose) -> tuple[Page, ...]:
    """Return the page of each survey of a project."""
    found = (publication.site.surveys.get(survey.id) for survey in state.surveys)
    return tuple(_plan_survey_page(survey, project, state, publication, prose) for survey in found if survey)


def _plan_survey_page(survey: Survey, project: Project, state: State, publication: Publication, prose: Prose) -> Page:
    path = prose.urls.survey(survey.id)
    head = survey.head
    name = project.plan.head.name
    intro = prose.note(head.intro, path, survey.document, "intro-")
    form = make_survey_form(survey, state, publication, path)
    view = make_survey_page(
        make_head(
            publication,
            path,
            title=f"{head.title} · {name}",
            description=intro.text if intro else head.title,
            trail=(
                publication.home,
                (name, prose.urls.index),
            ),
            plan=state.plan,
            forms=(form,) if form else (),
        ),
        head,
        project=views.Link(text=name, href=link(path, prose.urls.index)),
        form=form,
        answer=None if form else _find_answer(survey, state, publication),
        intro=intro,
        thanks=prose.note(head.thanks, path, survey.document, "thanks-"),
    )
    return publication.make_page(path, "survey.html", view)


def _find_answer(survey: Survey, state: State, publication: Publication) -> views.Answer | None:
    """Return the way to a survey elsewhere, else a prepared mail."""
    head = survey.head
    if publication.site.find_provider(head) == "link":
        return views.Answer(kind="link", href=make_link(head, describe_about(survey, state)))
    contact = find_contact(state.plan, publication)
    if contact is None or contact.email is None:
        return None
    return views.Answer(kind="mail", href=make_mail(head, state.plan.name, contact.email))
