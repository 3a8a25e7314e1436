"""A state's updates become their pages, and the archive of them in pages of twenty."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from sitegen.markup import begin_text
from sitegen.model import Audience
from sitegen.pages import views
from sitegen.pages.cards import Entry
from sitegen.pages.changes import make_changes
from sitegen.pages.heads import make_head, reuse_head
from sitegen.pages.page import Page
from sitegen.pages.prose import Prose
from sitegen.pages.publication import Publication
from sitegen.pages.urls import PAGE_SIZE, link
from sitegen.state import Report, State
from sitegen.value import replace, value

MAX_DESCRIPTION = 160
BESIDE = "-"
"""Stands for an update beside all others: no update has this id."""


def make_entry(report: Report, publication: Publication, href: str) -> views.UpdateEntry:
    """Return an update as a list shows it, with the link to its page."""
    update = report.update
    return views.UpdateEntry(
        id=update.id,
        date=update.day,
        href=href,
        headline=update.headline,
        health=report.health.value if report.health else None,
        author=publication.name_of(update.author),
        only_for=update.visibility.value if update.visibility is not Audience.CLIENT else None,
    )


def make_body(report: Report, publication: Publication, prose: Prose, page: str) -> views.UpdateBody:
    """Return an update in full."""
    entry = make_entry(report, publication, link(page, prose.urls.update(report.update.id)))
    return _fill_entry(entry, report, publication, prose, page)


def _fill_entry(
    entry: views.UpdateEntry, report: Report, publication: Publication, prose: Prose, page: str
) -> views.UpdateBody:
    update = report.update
    is_internal = publication.audience is Audience.INTERNAL
    return views.UpdateBody(
        entry=entry,
        body=prose.body(update.document, page, "update-"),
        internal=prose.note(update.internal, page, update.document, "internal-") if is_internal else None,
    )


def plan_update_pages(entry: Entry, publication: Publication, *, last: int | None = None) -> tuple[Page, ...]:
    """Return the page of each update, oldest first; only of the `last` ones where that is given."""
    state, prose, planned = entry.state, entry.update_prose, entry.planned
    reports = state.reports
    first = max(0, len(reports) - last) if last is not None else 0
    if first == len(reports):
        return ()
    frame = _make_frame(state, publication, prose, first)
    for index in range(first, len(reports)):
        path = prose.urls.update(reports[index].update.id)
        if path not in planned:
            planned[path] = _plan_update_page(index, frame, state, publication, prose)
    return tuple(planned[prose.urls.update(report.update.id)] for report in reports[first:])


@value
class _Frame:
    """What the pages of a project's updates share.

    They stand in folders side by side, so one's links lead from each to what is in none of these folders, and to the
    page of another update.
    """

    head: views.Head
    project: views.Link
    entries: Mapping[int, views.UpdateEntry]
    """By place among the reports, an update as the pages of its neighbours show it."""
    own_href: str
    """From a page to itself."""
    updates_href: str
    page: Page


def _make_frame(state: State, publication: Publication, prose: Prose, first: int) -> _Frame:
    """Return what the pages from the `first` report on share."""
    urls, name = prose.urls, state.plan.name
    path = urls.update(BESIDE)
    trail = (publication.home, (name, urls.index))
    return _Frame(
        head=make_head(publication, path, title="", trail=trail, plan=state.plan),
        project=views.Link(text=name, href=link(path, urls.index)),
        entries={
            index: make_entry(report, publication, urls.other_update(report.update.id))
            for index, report in enumerate(state.reports)
            if index >= first - 1
        },
        own_href=link(path, path),
        updates_href=link(path, urls.updates()),
        page=publication.make_page(path, "update.html", None),
    )


def _plan_update_page(index: int, frame: _Frame, state: State, publication: Publication, prose: Prose) -> Page:
    report = state.reports[index]
    path = prose.urls.update(report.update.id)
    entry = replace(frame.entries[index], href=frame.own_href)
    body = _fill_entry(entry, report, publication, prose, path)
    title = report.update.headline or ""
    description = shorten(_begin(body.body) if body.body else title or state.plan.name)
    older = state.reports[index - 1] if index else None
    view = views.UpdatePage(
        head=reuse_head(frame.head, publication.settings.url, path, title=title, description=description),
        project=frame.project,
        update=body,
        changes=make_changes(state, report, older, frame.project.href, publication.name_of),
        newer=frame.entries.get(index + 1),
        older=frame.entries.get(index - 1),
        updates_href=frame.updates_href,
    )
    return replace(frame.page, path=path, view=view)


def plan_archive(state: State, publication: Publication, prose: Prose) -> tuple[Page, ...]:
    """Return the pages of the archive, newest updates first; one empty page where there are none."""
    newest_first = state.reports[::-1]
    chunks = [newest_first[start : start + PAGE_SIZE] for start in range(0, len(newest_first), PAGE_SIZE)] or [()]
    return tuple(
        _plan_archive_page(state, chunk, number, len(chunks), publication, prose)
        for number, chunk in enumerate(chunks, start=1)
    )


def _plan_archive_page(
    state: State, reports: Sequence[Report], number: int, total: int, publication: Publication, prose: Prose
) -> Page:
    path = prose.urls.updates(number)
    name = state.plan.name
    entries = [make_entry(each, publication, link(path, prose.urls.update(each.update.id))) for each in reports]
    months = groupby(entries, key=lambda entry: entry.date.replace(day=1))
    view = views.UpdatesPage(
        head=make_head(
            publication,
            path,
            title=name,
            description=state.plan.summary or name,
            trail=(publication.home, (name, prose.urls.index)),
            plan=state.plan,
        ),
        project=views.Link(text=name, href=link(path, prose.urls.index)),
        months=tuple(views.Month(first=first, updates=tuple(found)) for first, found in months),
        number=number,
        total=total,
        newer=link(path, prose.urls.updates(number - 1)) if number > 1 else None,
        older=link(path, prose.urls.updates(number + 1)) if number < total else None,
        feed=link(path, prose.urls.feed) if publication.reader.has_feeds else None,
    )
    return publication.make_page(path, "updates.html", view)


def _begin(prose: views.Html) -> str:
    """Return as much of a text as a description can hold, and a little more where there is more."""
    return begin_text(prose.html, MAX_DESCRIPTION + 1)


def shorten(text: str) -> str:
    """Return the beginning of a text as a description, cut between words."""
    flat = " ".join(text.split())
    return flat if len(flat) <= MAX_DESCRIPTION else flat[:MAX_DESCRIPTION].rsplit(" ", 1)[0] + "…"
