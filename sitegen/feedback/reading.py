"""A store and a site become the figures that were asked for; a file becomes responses in the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen.collector import Store
from sitegen.errors import ContentError, UsageError
from sitegen.feedback.definitions import Definitions
from sitegen.feedback.imports import Importing, read_import
from sitegen.feedback.layout import lay_out
from sitegen.feedback.report import BY_DEFAULT, By, Row, make_report
from sitegen.feedback.tables import read_table
from sitegen.feedback.wanted import Wanted, check_wanted
from sitegen.model import Site, decode_import_map
from sitegen.problems import Problems
from sitegen.source import SourceFile, read_document
from sitegen.survey import Response, find_quarter_before, find_version, pack_definition


def load_report(
    store: Store, site: Site, wanted: Wanted, by: Sequence[str] = (), quarter: str | None = None
) -> tuple[Row, ...]:
    """Return the figures of the wanted responses; of one quarter alone where one is given.

    Raises `UsageError` for a quarter that is none, and for ids that neither site nor store know.
    """
    parts = [By(part) for part in by] or list(BY_DEFAULT)
    if quarter:
        _check_quarter(quarter)
        parts.append(By.QUARTER)
    found = store.read_responses(client=wanted.client, project=wanted.project, survey=wanted.survey)
    responses = check_wanted(wanted, site, found)
    rows = make_report(responses, load_definitions(store, site), ZoneInfo(site.settings.timezone), parts)
    return tuple(row for row in rows if quarter in {None, row.group.quarter})


def load_definitions(store: Store, site: Site) -> Definitions:
    """Return all definitions that answers may have been given to."""
    current = {survey.id: survey.head for survey in site.surveys.values()}
    return Definitions(current, store.read_definitions())


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """How an import went."""

    rows: int
    """How many rows of the file hold answers."""
    new: int
    """How many of them were not in the store."""
    is_defined: bool
    """False where the site defines no such survey, so that only answers on a scale have a figure."""
    survey: str


def import_file(store: Store, site: Site, file: Path, map_file: Path, now: datetime) -> Imported:
    """Put the answers of a file into the store, all of them or, with `ContentError`, none."""
    problems = Problems()
    document = read_document(SourceFile(location=map_file, path=str(map_file)), problems)
    wanted = decode_import_map(document, problems) if document else None
    table = read_table(file, wanted.header_rows if wanted else 1, problems)
    if document is None or wanted is None or table is None:
        raise ContentError(problems)
    layout = lay_out(wanted, document, table, site, problems)
    responses: tuple[Response, ...] = ()
    if not problems.errors:
        work = Importing(wanted=wanted, table=table, layout=layout, site=site, now=now)
        responses = read_import(work, problems)
    if problems.errors:
        raise ContentError(problems)
    if layout.scaled:
        store.keep_definitions([(find_version(layout.scaled), wanted.survey, pack_definition(layout.scaled))])
    return Imported(
        rows=len(responses),
        new=sum(store.add_all(responses)),
        is_defined=wanted.survey in site.surveys,
        survey=wanted.survey,
    )


def _check_quarter(text: str) -> None:
    try:
        find_quarter_before(text)
    except ValueError:
        raise UsageError(f"'{text}' is no quarter; write it as 2026-Q4") from None
