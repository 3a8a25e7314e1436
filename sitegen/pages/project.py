"""A project's state becomes its status page, in the order in which a client asks."""

from collections.abc import Sequence

from sitegen.model import Project
from sitegen.pages import views
from sitegen.pages.changes import make_changes
from sitegen.pages.figures import (
    make_aspects,
    make_budget,
    make_delays,
    make_health_history,
    make_progress,
    make_service,
)
from sitegen.pages.forms import list_forms
from sitegen.pages.heads import make_head
from sitegen.pages.page import Page
from sitegen.pages.people import find_contact, make_person, make_teams
from sitegen.pages.prose import Prose
from sitegen.pages.publication import Publication
from sitegen.pages.registers import RegisterViews
from sitegen.pages.schedule import make_drawings, make_end, make_next_milestone, make_phases
from sitegen.pages.sources import find_sources_of_text
from sitegen.pages.surveys import make_survey_links
from sitegen.pages.updates import make_body, shorten
from sitegen.pages.urls import link
from sitegen.state import State


def plan_status_page(project: Project, state: State, publication: Publication, prose: Prose) -> Page:
    """Return the status page of a project."""
    path = prose.urls.index
    sources = find_sources_of_text(project, state)
    registers = RegisterViews(state=state, publication=publication, prose=prose, sources=sources, page=path)
    return publication.make_page(path, "project.html", _make_view(project, registers))


def _make_view(project: Project, registers: RegisterViews) -> views.ProjectPage:
    state, publication, prose = registers.state, registers.publication, registers.prose
    path, plan = registers.page, state.plan
    latest = state.last_report
    previous = state.reports[-2] if len(state.reports) > 1 else None
    needs = registers.needs()
    return views.ProjectPage(
        head=_make_head(state, publication, path, list_forms(needs)),
        name=plan.name,
        summary=plan.summary,
        is_open=state.is_open,
        health=state.health.value if state.health else None,
        health_since=state.health_since,
        aspects=make_aspects(state),
        start=plan.start,
        next_update=_make_next_update(state),
        latest=make_body(latest, publication, prose, path) if latest else None,
        changes=make_changes(state, latest, previous, "", publication.name_of) if latest else None,
        updates_href=link(path, prose.urls.updates()) if latest else None,
        needs=needs,
        needs_overdue=sum(need.is_overdue for need in state.needs),
        drawings=make_drawings(state),
        phases=make_phases(state, publication, prose, registers.sources, path),
        next_milestone=make_next_milestone(state),
        end=make_end(state, prose, path),
        progress=make_progress(state),
        budget=make_budget(state),
        service=make_service(state),
        service_hours=plan.sla.hours.written if plan.sla else None,
        delays=make_delays(state),
        health_history=make_health_history(state),
        issues=registers.issues(),
        risks=registers.risks(),
        actions=registers.actions(),
        deliverables=registers.deliverables(),
        change_requests=registers.change_requests(),
        decisions=registers.decisions(),
        feedback=registers.feedback(),
        questions=registers.questions(),
        goals=plan.goals,
        scope_in=plan.scope.in_ if plan.scope else (),
        scope_out=plan.scope.out if plan.scope else (),
        brief=_make_brief(project, state, prose, path),
        teams=make_teams(plan, publication, path),
        contact=make_person(find_contact(plan, publication), publication.reader, path),
        surveys_asked=make_survey_links(state, publication, prose, path, asked=True),
        surveys_other=make_survey_links(state, publication, prose, path, asked=False),
        feed=link(path, prose.urls.feed) if publication.reader.has_feeds else None,
        calendar=link(path, prose.urls.calendar) if publication.reader.has_feeds else None,
    )


def _make_head(state: State, publication: Publication, path: str, forms: Sequence[views.Form]) -> views.Head:
    plan = state.plan
    return make_head(
        publication,
        path,
        title=plan.name,
        description=shorten(state.headline or plan.summary or plan.name),
        trail=(publication.home,),
        plan=plan,
        forms=forms,
        tells_day=True,
    )


def _make_next_update(state: State) -> views.NextUpdate | None:
    promised = state.next_update
    return views.NextUpdate(due=promised.due, is_late=promised.is_late) if promised else None


def _make_brief(project: Project, state: State, prose: Prose, page: str) -> views.Brief | None:
    brief = state.brief
    if brief is None:
        return None
    href = prose.file(brief.file, page, project.plan.document) if brief.file else None
    return views.Brief(version=brief.version, dated=brief.date, href=href, sha256=brief.sha256)
