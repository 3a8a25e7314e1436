"""A state's updates and dates become the views of feeds and calendars, which other programs subscribe to."""

import posixpath
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from sitegen.model import Due, Project, Register
from sitegen.pages import views
from sitegen.pages.heads import make_head
from sitegen.pages.page import Page
from sitegen.pages.prose import Prose
from sitegen.pages.publication import Publication
from sitegen.pages.urls import make_absolute
from sitegen.state import MilestoneState, Report, State
from sitegen.value import value

MAX_ENTRIES = 10
"""As many weeks of a project that tells its state each week."""

FeedUpdate = tuple[Project, Report, Page]
"""A project, one of its updates, and that update's page."""


@value
class FeedEntry:
    """One update in a feed."""

    id: str
    """A tag URI (RFC 4151) that never changes."""
    url: str
    updated: datetime
    author: str | None
    page: views.UpdatePage
    """The update as its own page shows it; its links are relative to `url`."""


@value
class FeedView:
    """`updates.atom`: the newest updates of a project or of all of a client's."""

    id: str
    title: str
    url: str
    """The page that the feed belongs to."""
    self_url: str
    updated: datetime
    author: str
    """The firm."""
    language: str
    entries: tuple[FeedEntry, ...]
    """Newest first."""


@value
class CalendarEvent:
    """One date in a calendar, all day long."""

    uid: str
    title: str
    first: date
    last: date
    """The last day that it covers; another than `first` where the date is vague."""
    url: str
    is_cancelled: bool
    sequence: int
    """Rises with every update that touches the item, so that a subscribed calendar moves the event."""
    stamped: date
    """The date of the last update that touched it."""
    note: str | None = None


@value
class CalendarView:
    """`milestones.ics`: the milestones, and what is needed from the reader."""

    name: str
    language: str
    events: tuple[CalendarEvent, ...]


@value
class BadgeView:
    """`badge.svg`: the health of a project as a small picture for other pages."""

    head: views.Head
    name: str
    """The project's."""
    health: str | None
    word: str = ""
    """The health in the page's language; it is said by the theme before the picture is drawn."""
    width: float = 0
    """Of the whole picture, in px."""
    name_width: float = 0
    """Of the part that names the project."""


def make_feed(
    entries: Iterable[FeedUpdate], publication: Publication, *, of: Project | None, start: date, path: str
) -> FeedView:
    """Return the feed of a project, or of all of the client's; it began at `start`, and stands at `path`."""
    url = publication.settings.url or ""
    name = of.plan.head.name if of else publication.client.head.name
    newest_first = sorted(entries, key=lambda entry: entry[1].update.order, reverse=True)[:MAX_ENTRIES]
    host = _host(publication)
    made = tuple(_make_entry(entry, publication, host) for entry in newest_first)
    return FeedView(
        id=f"tag:{host},{start}:{of.path if of else publication.client.id}",
        title=f"{name} · {publication.settings.name}",
        url=make_absolute(url, posixpath.join(posixpath.dirname(path), "index.html")),
        self_url=make_absolute(url, path),
        updated=made[0].updated if made else _moment(start, publication),
        author=publication.settings.name,
        language=publication.language,
        entries=made,
    )


def _make_entry(entry: FeedUpdate, publication: Publication, host: str) -> FeedEntry:
    project, report, page = entry
    assert isinstance(page.view, views.UpdatePage)
    return FeedEntry(
        id=f"tag:{host},{report.update.day}:{project.path}/{report.update.id}",
        url=make_absolute(publication.settings.url or "", page.path),
        updated=_moment(report.update.day, publication),
        author=publication.name_of(report.update.author),
        page=page.view,
    )


def _host(publication: Publication) -> str:
    return urlsplit(publication.settings.url or "").hostname or ""


def zip_updates(project: Project, state: State, pages: Sequence[Page]) -> list[FeedUpdate]:
    """Pair the pages of a project's newest updates, oldest first, with the updates."""
    reports = state.reports[len(state.reports) - len(pages) :]
    return [(project, report, page) for report, page in zip(reports, pages, strict=True)]


def make_badge(state: State, publication: Publication, path: str) -> BadgeView:
    """Return the badge of a project."""
    head = make_head(publication, path, title=state.plan.name, plan=state.plan)
    return BadgeView(head=head, name=state.plan.name, health=state.health.value if state.health else None)


def make_calendar(state: State, publication: Publication, prose: Prose) -> CalendarView:
    """Return the calendar of a project: milestones that have a date, and needs that have one."""
    return CalendarView(
        name=f"{state.plan.name} · {publication.settings.name}",
        language=publication.language,
        events=(*_milestone_events(state, publication, prose), *_need_events(state, publication, prose)),
    )


def _milestone_events(state: State, publication: Publication, prose: Prose) -> Iterable[CalendarEvent]:
    for found in state.milestones:
        when = Due.on(found.item.done) if found.item.done else found.item.due
        if when.first is None or when.last is None:
            continue
        yield _make_event(
            Register.MILESTONES,
            found.id,
            found.item.title,
            (when.first, when.last),
            state,
            publication,
            prose,
            is_cancelled=found.state is MilestoneState.DROPPED,
        )


def _need_events(state: State, publication: Publication, prose: Prose) -> Iterable[CalendarEvent]:
    registers = {
        "action": Register.ACTIONS,
        "issue": Register.ISSUES,
        "change": Register.CHANGES,
        "deliverable": Register.DELIVERABLES,
    }
    for need in state.needs:
        if need.due:
            yield _make_event(
                registers[need.kind], need.id, need.title, (need.due, need.due), state, publication, prose
            )


def _make_event(
    register: Register,
    item_id: str,
    title: str,
    days: tuple[date, date],
    state: State,
    publication: Publication,
    prose: Prose,
    *,
    is_cancelled: bool = False,
) -> CalendarEvent:
    touched = state.traces[f"{register.value}.{item_id}"].touched
    url, host = publication.settings.url or "", _host(publication)
    kind = register.value.removesuffix("s")
    anchor = f"milestone-{item_id}" if register is Register.MILESTONES else f"need-{kind}-{item_id}"
    return CalendarEvent(
        uid=f"{kind}-{item_id}.{state.project_id}.{state.client_id}@{host}",
        title=title,
        first=days[0],
        last=days[1],
        url=f"{make_absolute(url, prose.urls.index)}#{anchor}",
        is_cancelled=is_cancelled,
        sequence=len(touched),
        stamped=touched[-1] if touched else state.plan.start,
        note=state.plan.name,
    )


def _moment(day: date, publication: Publication) -> datetime:
    """Return the beginning of a day in the site's zone."""
    return datetime.combine(day, time(), ZoneInfo(publication.settings.timezone))
