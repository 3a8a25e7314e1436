"""A request and the names of updates become the day that a build shows."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import takewhile
from pathlib import PurePosixPath

from sitegen.build.loading import Loaded
from sitegen.days import YearError, check_year
from sitegen.errors import UsageError
from sitegen.memory import Request
from sitegen.model import decode_update
from sitegen.problems import Problems
from sitegen.source import SourceFile, list_updates, read_document


def find_day(heads: Loaded, request: Request) -> date:
    """Return the day that a build shows: as asked, else today, or with `with_future` that of the last update."""
    day = request.day or heads.today
    try:
        check_year(day)
    except YearError as error:
        raise UsageError(f"the day '{day}' {error}") from None
    return max(filter(None, (day, find_last_update(heads, request, day) if request.with_future else None)))


def find_last_update(heads: Loaded, request: Request, after: date) -> date | None:
    """Return the date of the last update that is shown some day, if it lies after a day."""
    later = takewhile(lambda update: update.stem[:10] > after.isoformat(), _list_newest_first(heads))
    for source in later:
        document = read_document(source, Problems())
        update = decode_update(source.stem, document, Problems()) if document else None
        if update and (request.with_drafts or not update.is_draft):
            return update.day
    return None


def _list_newest_first(heads: Loaded) -> Iterator[SourceFile]:
    updates = list_updates(heads.content, heads.root)
    return iter(sorted(updates, key=lambda update: update.name, reverse=True))


def may_move_day(changed: Iterable[str], heads: Loaded, request: Request) -> bool:
    """Tell whether one of the files that changed may make another day of that of all pages."""
    asked = (request.day or heads.today).isoformat()
    return request.with_future and any(PurePosixPath(name).name[:10] > asked for name in changed)
