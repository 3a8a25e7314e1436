"""A store and a site become the figures that were asked for; a file becomes responses in the store."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen.collector import Store
from sitegen.errors import ContentError, UsageError
from sitegen.feedback.definitions import Definitions
from sitegen.feedback.imports import Importing, read_import
from sitegen.feedback.inbox import Entry, Inbox
from sitegen.feedback.layout import lay_out
from sitegen.feedback.replies import draft_item, find_entry
from sitegen.feedback.report import BY_DEFAULT, By, Row, make_report
from sitegen.feedback.tables import read_table
from sitegen.feedback.wanted import Wanted, check_wanted
from sitegen.model import Site, decode_import_map
from sitegen.problems import Problems
from sitegen.source import SourceFile, read_document
from sitegen.survey import NeedAnswer, Reply, Response, find_quarter_before, find_version, pack_definition


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


def load_inbox(store: Store, site: Site, wanted: Wanted, day: date) -> tuple[Entry, ...]:
    """Return the entries of the inbox as they stand on a day; answers to needs only where no survey is asked for."""
    inbox = Inbox(site=site, definitions=load_definitions(store, site), replies=store.read_replies(), day=day)
    found = store.read_responses(client=wanted.client, project=wanted.project, survey=wanted.survey)
    answers = store.read_answers(client=wanted.client, project=wanted.project) if wanted.survey is None else iter(())
    return inbox.list_entries(check_wanted(wanted, site, found), answers)


def load_entries(store: Store, site: Site, wanted: Wanted) -> Iterator[Response | NeedAnswer]:
    """Go through all that came back, responses first, without holding more than a few of them at once."""
    yield from check_wanted(
        wanted, site, store.read_responses(client=wanted.client, project=wanted.project, survey=wanted.survey)
    )
    if wanted.survey is None:
        yield from store.read_answers(client=wanted.client, project=wanted.project)


def answer_entry(store: Store, site: Site, word: str, done: str, by: str | None, day: date) -> str:
    """Keep what was done about an entry; return the front matter that tells the client so.

    Without `by` it was the entry's owner. Raises `UsageError` for an entry that is not there, or where nobody is named.
    """
    if not done.strip():
        raise UsageError("nothing was said to be done; say it in a sentence")
    entry = find_entry(load_inbox(store, site, Wanted(), day), word)
    who = by or entry.owner
    if who is None:
        raise UsageError(f"nobody is the contact of '{entry.client}/{entry.project}'; say who answered with --by")
    store.add_reply(Reply(entry=entry.id, done=done, by=who, on=day))
    return draft_item(entry, done, day)


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
    document = read_document(SourceFile(location=str(map_file), path=str(map_file)), problems)
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
