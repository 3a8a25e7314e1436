"""A project's state becomes what a page about several projects shows of it: a card, and what it needs."""

from dataclasses import field, replace

from sitegen.model import Project
from sitegen.pages import views
from sitegen.pages.figures import make_progress
from sitegen.pages.page import Page
from sitegen.pages.prose import Prose
from sitegen.pages.publication import Publication
from sitegen.pages.registers import RegisterViews
from sitegen.pages.schedule import make_end, make_next_milestone
from sitegen.pages.sources import find_sources_of_text
from sitegen.pages.surveys import make_survey_links
from sitegen.pages.urls import link
from sitegen.state import Need, State, is_waiting
from sitegen.value import value


@value
class Entry:
    """A project as a reader sees it: its state, and what renders its Markdown."""

    project: Project
    state: State
    prose: Prose
    update_prose: Prose
    """The same for the pages of its updates, which are made apart from the others."""
    planned: dict[str, Page] = field(default_factory=dict)
    """The pages of its updates that were planned so far, by path: a feed of all projects holds the newest as well."""


def make_card(entry: Entry, path: str) -> views.ProjectCard:
    """Return the card of a project."""
    state = entry.state
    href = link(path, entry.prose.urls.index)
    return views.ProjectCard(
        name=state.plan.name,
        href=href,
        is_open=state.is_open,
        health=state.health.value if state.health else None,
        headline=state.headline or state.plan.summary,
        updated=state.last_report.update.day if state.last_report else None,
        next_milestone=make_next_milestone(state, href),
        end=make_end(state, entry.prose, path),
        progress=make_progress(state),
        needs=len(state.needs),
    )


def make_needs(entry: Entry, publication: Publication, path: str) -> tuple[views.Need, ...]:
    """Return what waits for the reader in a project, which each of them names."""
    state, prose = entry.state, entry.prose
    sources = find_sources_of_text(entry.project, state)
    registers = RegisterViews(state=state, publication=publication, prose=prose, sources=sources, page=path)
    return registers.needs(views.Link(text=state.plan.name, href=link(path, prose.urls.index)))


def make_invitations(entry: Entry, publication: Publication, path: str) -> tuple[views.SurveyLink, ...]:
    """Return the surveys of a project that the reader is asked now; each names the project."""
    project = views.Link(text=entry.state.plan.name, href=link(path, entry.prose.urls.index))
    return make_survey_links(entry.state, publication, entry.prose, path, asked=True, project=project)


def make_waits(entry: Entry, publication: Publication, path: str, who: str) -> tuple[views.Need, ...]:
    """Return the open actions of another side than the reader's, as needs that nobody answers from here."""
    state = entry.state
    needs = tuple(
        Need(kind="action", id=key, title=item.title, due=item.due, is_overdue=bool(item.due and item.due < state.day))
        for key, item in state.actions.items()
        if is_waiting(item, who)
    )
    asked = replace(entry, state=replace(state, needs=needs))
    base = link(path, entry.prose.urls.index)
    return tuple(
        replace(need, answer=None, answering=None, details=views.Link(text=need.title, href=f"{base}#action-{need.id}"))
        for need in make_needs(asked, publication, path)
    )
