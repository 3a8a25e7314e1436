"""Survey definitions become invitations and pages; answers go by the form, the link or a prepared mail."""

from sitegen.model import AnyQuestion, Audience, Project, Survey
from sitegen.pages import views
from sitegen.pages.heads import make_head
from sitegen.pages.page import Page
from sitegen.pages.people import find_contact
from sitegen.pages.prose import Prose
from sitegen.pages.publication import Publication
from sitegen.pages.urls import link
from sitegen.state import State, SurveyState

_LOWEST = {"nps": 0}
_HIGHEST = {"nps": 10, "csat": 5, "ces": 7}


def make_survey_links(
    state: State, publication: Publication, prose: Prose, page: str, *, asked: bool
) -> tuple[views.SurveyLink, ...]:
    """Return the surveys that are asked now, or the others."""
    surveys = publication.site.surveys
    return tuple(
        views.SurveyLink(
            id=found.id,
            title=survey.head.title,
            href=link(page, prose.urls.survey(found.id)),
            intro=prose.note(survey.head.intro, page, survey.document, f"survey-{found.id}-"),
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
    view = views.SurveyPage(
        head=make_head(
            publication,
            path,
            title=f"{head.title} · {name}",
            description=intro.text if intro else head.title,
            trail=(
                publication.home,
                (name, prose.urls.index),
            ),
            plan=state.plan,
        ),
        project=views.Link(text=name, href=link(path, prose.urls.index)),
        title=head.title,
        intro=intro,
        questions=tuple(_make_question(key, question) for key, question in (head.questions or {}).items()),
        answer=_find_answer(survey, state, publication),
    )
    return publication.make_page(path, "survey.html", view)


def _find_answer(survey: Survey, state: State, publication: Publication) -> views.Answer | None:
    if survey.head.provider == "link" and survey.head.action:
        return views.Answer(kind="link", href=survey.head.action)
    contact = find_contact(state.plan, publication)
    return views.Answer(kind="mail", href=f"mailto:{contact.email}") if contact and contact.email else None


def _make_question(question_id: str, question: AnyQuestion) -> views.SurveyQuestion:
    def choices(name: str) -> tuple[views.Choice, ...]:
        found: dict[str, str] = getattr(question, name, None) or {}
        return tuple(views.Choice(id=key, text=text) for key, text in found.items())

    is_scale = question.type in {"nps", "csat", "ces", "rating"}
    best = question.max if question.type == "rating" else _HIGHEST.get(question.type)
    return views.SurveyQuestion(
        id=question_id,
        type=question.type,
        text=question.text,
        help=question.help,
        is_required=question.required,
        lowest=_LOWEST.get(question.type, 1) if is_scale else None,
        highest=best if is_scale else None,
        low=getattr(question, "low", None),
        high=getattr(question, "high", None),
        options=choices("options"),
        rows=choices("rows"),
        columns=choices("columns"),
    )
