"""Updates as pages show them: one in full, the archive by month."""

from datetime import date

from sitegen.pages.views_changes import ChangeSet
from sitegen.pages.views_head import Head, Html, Link
from sitegen.value import value


@value
class UpdateEntry:
    """One update in a list."""

    id: str
    """Its id."""
    date: date
    """Its date."""
    href: str
    """Its page."""
    headline: str | None = None
    """Its one sentence."""
    health: str | None = None
    """The health that it gave; none where it gave none."""
    author: str | None = None
    """Who wrote it."""
    only_for: str | None = None
    """`agency` or `internal` where the client may not see it."""


@value
class UpdateBody:
    """An update in full."""

    entry: UpdateEntry
    """Date, headline, health, author."""
    body: Html | None = None
    """Its prose; none where it has none."""
    internal: Html | None = None
    """What only the firm reads; none for any other reader."""


@value
class NextUpdate:
    """The update that was promised next."""

    due: date
    """By when."""
    is_late: bool
    """True where that day is past."""


@value
class Month:
    """The updates of one month."""

    first: date
    """The month's first day."""
    updates: tuple[UpdateEntry, ...]
    """Newest first."""


@value
class UpdatesPage:
    """`updates.html`: one page of the archive, newest first."""

    head: Head
    """Title: the project's name."""
    project: Link
    """The project's status page."""
    months: tuple[Month, ...]
    """At most twenty updates."""
    number: int
    """This page, from 1."""
    total: int
    """How many pages there are."""
    newer: str | None = None
    """The page before, with newer updates."""
    older: str | None = None
    """The page after, with older ones."""
    feed: str | None = None
    """The Atom feed."""


@value
class UpdatePage:
    """`update.html`: one update; what it changed, then its prose."""

    head: Head
    """Title: the headline, else empty."""
    project: Link
    """The project's status page."""
    update: UpdateBody
    """The update."""
    changes: ChangeSet | None = None
    """What it changed; none where it changed nothing."""
    newer: UpdateEntry | None = None
    """The next one."""
    older: UpdateEntry | None = None
    """The one before."""
    updates_href: str = ""
    """All the updates."""
