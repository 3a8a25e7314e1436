"""A state's updates become their pages, and the archive of them in pages of twenty."""

from collections.abc import Sequence
from itertools import groupby

from sitegen.markup import begin_text
from sitegen.model import Audience
from sitegen.pages import views
from sitegen.pages.changes import make_changes
from sitegen.pages.heads import make_head
from sitegen.pages.page import Page
from sitegen.pages.prose import Prose
from sitegen.pages.publication import Publication
from sitegen.pages.urls import PAGE_SIZE, link
from sitegen.state import Report, State

MAX_DESCRIPTION = 160


def make_entry(report: Report, publication: Publication, prose: Prose, page: str) -> views.UpdateEntry:
    """Return an update as a list shows it."""
    update = report.update
    return views.UpdateEntry(
        id=update.id,
        date=update.day,
        href=link(page, prose.urls.update(update.id)),
        headline=update.headline,
        health=report.health.value if report.health else None,
        author=publication.name_of(update.author),
        only_for=update.visibility.value if update.visibility is not Audience.CLIENT else None,
    )


def make_body(report: Report, publication: Publication, prose: Prose, page: str) -> views.UpdateBody:
    """Return an update in full."""
    update = report.update
    is_internal = publication.audience is Audience.INTERNAL
    return views.UpdateBody(
        entry=make_entry(report, publication, prose, page),
        body=prose.body(update.document, page, "update-"),
        internal=prose.note(update.internal, page, update.document, "internal-") if is_internal else None,
    )


def plan_update_pages(
    state: State, publication: Publication, prose: Prose, *, last: int | None = None
) -> tuple[Page, ...]:
    """Return the page of each update, oldest first; only of the `last` ones where that is given."""
    reports = state.reports
    skipped = max(0, len(reports) - last) if last is not None else 0
    return tuple(
        _plan_update_page(
            state,
            report,
            older=reports[index - 1] if index else None,
            newer=reports[index + 1] if index + 1 < len(reports) else None,
            publication=publication,
            prose=prose,
        )
        for index, report in enumerate(reports)
        if index >= skipped
    )


def _plan_update_page(
    state: State,
    report: Report,
    *,
    older: Report | None,
    newer: Report | None,
    publication: Publication,
    prose: Prose,
) -> Page:
    path = prose.urls.update(report.update.id)
    body = make_body(report, publication, prose, path)
    name = state.plan.name
    view = views.UpdatePage(
        head=make_head(
            publication,
            path,
            title=report.update.headline or "",
            description=shorten(_begin(body.body) if body.body else report.update.headline or name),
            trail=(publication.home, (name, prose.urls.index)),
            plan=state.plan,
        ),
        project=views.Link(text=name, href=link(path, prose.urls.index)),
        update=body,
        changes=make_changes(state, report, older, link(path, prose.urls.index), publication.name_of),
        newer=make_entry(newer, publication, prose, path) if newer else None,
        older=make_entry(older, publication, prose, path) if older else None,
        updates_href=link(path, prose.urls.updates()),
    )
    return publication.make_page(path, "update.html", view)


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
    entries = [make_entry(report, publication, prose, path) for report in reports]
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
