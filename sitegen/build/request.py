"""What a build is asked for, and the site once it is read: the two ends of its preparation."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen.access import TOKEN_LENGTH
from sitegen.build.agencies import find_agencies
from sitegen.build.editions import Choice, ClientWork, Edition
from sitegen.build.loading import Loaded
from sitegen.build.places import find_output, find_record
from sitegen.build.shards import WHOLE, Shard, find_others
from sitegen.build.tree import Tree
from sitegen.build.units import Workshop, list_units
from sitegen.errors import UsageError
from sitegen.model import YEARS, Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a build is asked for."""

    config: Path
    day: date | None = None
    """None for today, in the site's time zone."""
    audience: Audience = Audience.CLIENT
    clients: tuple[str, ...] = ()
    """Only these; empty for all."""
    output: Path | None = None
    jobs: int | None = None
    with_drafts: bool = False
    with_future: bool = False
    """The day becomes that of the last update."""
    is_strict: bool = False
    is_clean: bool = False
    """Nothing that an earlier build kept is used."""
    shard: Shard = WHOLE
    """Which part of the site, where several machines build it."""
    is_open: bool = False
    """Every client at a plain address and unlocked: a preview that stays on this machine needs no secrets."""
    record: Path | None = None
    """Where to keep the list of what was written; None for beside sitegen.yml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A site read, folded and checked, ready to be rendered."""

    loaded: Loaded
    day: date
    editions: tuple[Edition, ...]
    workshop: Workshop
    started: float
    """When the build began, by the monotonic clock."""

    @property
    def work(self) -> tuple[ClientWork, ...]:
        """Each client once, as it or the firm sees its own projects."""
        own = (edition for edition in self.editions if edition.reader.audience is not Audience.AGENCY)
        return tuple(work for edition in own for work in edition.works)


def make_choice(loaded: Loaded, request: Request) -> Choice:
    """Return what of a site is wanted, on which day."""
    return Choice(
        audience=request.audience,
        day=find_day(loaded, request),
        clients=request.clients,
        agencies=_find_agencies(loaded, request),
        with_drafts=request.with_drafts,
        is_open=request.is_open,
    )


def find_day(loaded: Loaded, request: Request) -> date:
    """Return the day that a build shows."""
    day = request.day or loaded.today
    if day.year not in YEARS:
        raise UsageError(f"'{day}' is no day that a site can be built for; give one from {YEARS[0]} to {YEARS[-1]}")
    if not request.with_future:
        return day
    updates = (update for client in loaded.site.clients for project in client.projects for update in project.updates)
    return max([day, *(update.day for update in updates if request.with_drafts or not update.is_draft)])


def find_kept(prepared: Prepared, request: Request) -> Callable[[str], bool]:
    """Return which recorded files a build of a part of the site leaves as they are: those of all others."""
    if request.shard != WHOLE:
        return find_others(list_units(prepared.editions), request.shard)
    if not request.clients:
        return lambda path: False
    # A folder of an older link is its owner's too: a new version revokes it, and from `until` on there is none.
    owners = {*request.clients, *_find_agencies(prepared.loaded, request)}
    chosen = "|".join(map(re.escape, sorted(owners)))
    own = re.compile(rf"({chosen})(-[a-z2-7]{{{TOKEN_LENGTH}}})?/")
    roots = tuple(f"{edition.reader.root}/" for edition in prepared.editions)
    return lambda path: not path.startswith(roots) and not own.match(path)


def _find_agencies(loaded: Loaded, request: Request) -> frozenset[str]:
    if not request.clients or request.audience is Audience.INTERNAL:
        return frozenset()
    output = find_output(loaded, request.audience, request.output)
    tree = Tree(output, request.record or find_record(loaded))
    return find_agencies(loaded.site, request.clients, tree.list_written())
