"""A client's states become its own page: what all its projects need from it, then a card for each."""

from collections.abc import Sequence
from datetime import date

from sitegen.model import Project
from sitegen.pages import views
from sitegen.pages.figures import make_progress
from sitegen.pages.heads import make_head
from sitegen.pages.page import Page
from sitegen.pages.prose import Prose
from sitegen.pages.publication import Publication
from sitegen.pages.registers import RegisterViews
from sitegen.pages.schedule import make_end, make_next_milestone
from sitegen.pages.sources import find_sources_of_text
from sitegen.pages.updates import shorten
from sitegen.pages.urls import link
from sitegen.state import State

Entry = tuple[Project, State, Prose]
"""A project, its state, and what renders its Markdown."""


def plan_client_page(entries: Sequence[Entry], publication: Publication) -> Page:
    """Return the page of a client."""
    path = publication.urls.index
    needs = tuple(need for entry in entries for need in _make_needs(entry, publication, path))
    cards = [_make_card(entry, publication, path) for entry in entries]
    name = publication.client.head.name
    view = views.ClientPage(
        head=make_head(publication, path, title=name, description=shorten(", ".join(card.name for card in cards))),
        needs=tuple(sorted(needs, key=lambda need: need.due or date.max)),
        needs_overdue=sum(need.is_overdue for need in needs),
        projects=tuple(card for card in cards if card.is_open),
        closed=tuple(card for card in cards if not card.is_open),
    )
    return publication.make_page(path, "client.html", view)


def _make_needs(entry: Entry, publication: Publication, path: str) -> tuple[views.Need, ...]:
    project, state, prose = entry
    sources = find_sources_of_text(project, [report.update for report in state.reports])
    registers = RegisterViews(state=state, publication=publication, prose=prose, sources=sources, page=path)
    return registers.needs(views.Link(text=state.plan.name, href=link(path, prose.urls.index)))


def _make_card(entry: Entry, publication: Publication, path: str) -> views.ProjectCard:
    _, state, prose = entry
    href = link(path, prose.urls.index)
    return views.ProjectCard(
        name=state.plan.name,
        href=href,
        is_open=state.is_open,
        health=state.health.value if state.health else None,
        headline=state.headline or state.plan.summary,
        updated=state.last_report.update.day if state.last_report else None,
        next_milestone=make_next_milestone(state, href),
        end=make_end(state, prose, path),
        progress=make_progress(state),
        needs=len(state.needs),
    )
