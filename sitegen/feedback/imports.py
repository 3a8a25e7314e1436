"""A file that another survey tool exported becomes responses, by a map of its columns."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from sitegen.days import YearError, check_year
from sitegen.feedback.layout import Layout
from sitegen.feedback.tables import Table, TableRow
from sitegen.feedback.wording import explain_fault, make_form
from sitegen.model import Client, ImportMap, Site
from sitegen.problems import Position, Problems, suggest
from sitegen.survey import Response, find_version, read_answers

MAX_SOURCE = 200
NOON = time(12)
"""When a response counts as given of which only the day is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Importing:
    """What rows are read by."""

    wanted: ImportMap
    table: Table
    layout: Layout
    site: Site
    now: datetime
    """When responses count as given where the map does not tell."""


@dataclass(slots=True)
class _Faults:
    """What is wrong in the rows: the same thing is told once, where it stands first, with how often it does."""

    found: dict[tuple[str, str], tuple[Position, int]] = field(default_factory=dict)

    def add(self, rule: str, message: str, position: Position) -> None:
        first, count = self.found.get((rule, message), (position, 0))
        self.found[rule, message] = first, count + 1

    def tell(self, problems: Problems) -> None:
        for (rule, message), (position, count) in self.found.items():
            more = "" if count == 1 else f" (and in {count - 1} more {'row' if count == 2 else 'rows'})"
            problems.error(rule, message + more, position)


def read_import(work: Importing, problems: Problems) -> tuple[Response, ...]:
    """Read the rows of a table as responses; rows without any answer are passed over.

    A response is known by the survey, by whose it is, and by the row's cells; rows that are alike are counted. So a
    file that is imported again, or has grown since, adds only what is new.
    """
    faults = _Faults()
    responses = tuple(_read_rows(work, faults))
    faults.tell(problems)
    return responses


def _read_rows(work: Importing, faults: _Faults) -> Iterator[Response]:
    version = find_version(work.layout.scaled) if work.layout.scaled else ""
    seen: Counter[str] = Counter()
    for row in work.table.rows:
        client = _find_client(work, row, faults)
        project = _find_project(work, row, client, faults) if client else None
        received = _find_moment(work, row, faults)
        form = make_form(work.layout, row, work.wanted)
        reading = read_answers(work.layout.reading, form)
        for fault in reading.faults:
            cell, message = explain_fault(fault, form, work.layout)
            faults.add("bad-value", message, work.table.position_of(row, cell))
        if client is None or project is None or received is None or not reading.answers:
            continue
        said = "\x1f".join((work.wanted.survey, client.id, project, *row.cells))
        seen[said] += 1
        yield Response(
            id=hashlib.sha256(f"{said}\x1e{seen[said]}".encode()).hexdigest()[:32],
            client=client.id,
            project=project,
            survey=work.wanted.survey,
            version=version,
            received=received,
            answers=reading.answers,
            reader=client.id,
            source=work.table.path.rpartition("/")[2][:MAX_SOURCE],
        )


def _find_client(work: Importing, row: TableRow, faults: _Faults) -> Client | None:
    """Return the client that the map, or the row, names by id or name."""
    cell = row.cells[work.layout.client] if work.layout.client is not None else ""
    given = work.wanted.client.id or cell
    known = {client.id: client for client in work.site.clients}
    names = {client.head.name.casefold(): client for client in work.site.clients}
    found = known.get(given) or names.get(given.casefold())
    if found is None and work.wanted.client.id is None:
        faults.add(
            "unknown-id", f"client: '{given}' is no client{suggest(given, known)}", work.table.position_of(row, cell)
        )
    return found


def _find_project(work: Importing, row: TableRow, client: Client, faults: _Faults) -> str | None:
    """Return the project that the map, or the row, names by id, as `client/project`, or by name."""
    cell = row.cells[work.layout.project] if work.layout.project is not None else ""
    given = work.wanted.project.id or cell
    known = {key: project.id for project in client.projects for key in (project.id, project.path)}
    names = {project.plan.head.name.casefold(): project.id for project in client.projects}
    found = known.get(given) or names.get(given.casefold())
    if found is None and (work.wanted.project.id is None or work.wanted.client.id is None):
        message = f"project: '{given}' is no project of '{client.id}'{suggest(given, known)}"
        faults.add("unknown-id", message, work.table.position_of(row, cell))
    return found


def _find_moment(work: Importing, row: TableRow, faults: _Faults) -> datetime | None:
    """Return when a row was answered, in UTC; a moment without a zone is one in the site's."""
    given, zone = work.wanted.date, ZoneInfo(work.site.settings.timezone)
    if given is None:
        return work.now
    if given.day:
        return datetime.combine(given.day, NOON, zone).astimezone(UTC)
    cell = row.cells[work.layout.date] if work.layout.date is not None else ""
    try:
        found = datetime.strptime(cell, given.format or "")  # noqa: DTZ007  the zone follows
        check_year(found)
    except YearError as error:
        faults.add("bad-date", f"date: '{cell}' {error}", work.table.position_of(row, cell))
        return None
    except ValueError:
        faults.add("bad-date", f"date: '{cell}' is not written as '{given.format}'", work.table.position_of(row, cell))
        return None
    return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC).replace(microsecond=0)
