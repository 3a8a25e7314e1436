"""A request and a site become what is to be made of it: the day, the choice, and what of the rest is kept."""

import re
from collections.abc import Callable
from datetime import date

from sitegen.access import TOKEN_LENGTH
from sitegen.build.agencies import find_agencies
from sitegen.build.editions import Choice, ClientWork, Edition
from sitegen.build.loading import Loaded
from sitegen.build.places import find_output
from sitegen.build.shards import find_others
from sitegen.build.tree import Tree
from sitegen.build.units import Workshop, list_units
from sitegen.errors import UsageError
from sitegen.memory import WHOLE, Inputs, Request, find_record
from sitegen.model import YEARS, Audience
from sitegen.value import value

__all__ = ["Prepared", "Request", "find_day", "find_kept", "is_of_another_day", "make_choice"]


@value
class Prepared:
    """A site read, folded and checked, ready to be rendered."""

    loaded: Loaded
    day: date
    editions: tuple[Edition, ...]
    workshop: Workshop
    inputs: Inputs | None = None
    """The files that it was read from, as they were before; None where nothing is to be remembered."""

    @property
    def work(self) -> tuple[ClientWork, ...]:
        """Each client once, as it or the firm sees its own projects."""
        own = (edition for edition in self.editions if edition.reader.audience is not Audience.AGENCY)
        return tuple(work for edition in own for work in edition.works)


def make_choice(loaded: Loaded, request: Request) -> Choice:
    """Return what of a site is wanted, on which day."""
    return Choice(
        audience=Audience(request.audience),
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
    last_update = find_last_update(loaded, request) if request.with_future else None
    return max(day, last_update) if last_update else day


def is_of_another_day(loaded: Loaded, request: Request) -> bool:
    """Tell whether an update of a part of the site makes another day of that of all pages."""
    last_update = find_last_update(loaded, request) if request.with_future else None
    return last_update is not None and last_update > (request.day or loaded.today)


def find_last_update(loaded: Loaded, request: Request) -> date | None:
    """Return the date of the last update that is shown some day."""
    updates = (update for client in loaded.site.clients for project in client.projects for update in project.updates)
    return max((update.day for update in updates if request.with_drafts or not update.is_draft), default=None)


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
    if loaded.part:
        return loaded.part.agencies
    if not request.clients or request.audience == Audience.INTERNAL:
        return frozenset()
    output = find_output(loaded, request.audience, request.output)
    tree = Tree(output, find_record(request))
    return find_agencies(loaded.site, request.clients, tree.list_written())
