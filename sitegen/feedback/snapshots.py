"""The store's figures become feedback.yml: numbers alone, for the pages of the firm."""

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from sitegen.collector import Store
from sitegen.errors import WorkError
from sitegen.feedback.formats import describe_row
from sitegen.feedback.reading import load_definitions
from sitegen.feedback.report import By, Row, make_report
from sitegen.model import Site
from sitegen.survey import find_quarter_before, name_quarter

NAME = "feedback.yml"
MAX_BYTES = 1024 * 1024
"""What a YAML file may hold."""

HEADING = "# Written by 'sitegen feedback pull', which writes it anew: figures alone, no answers.\n"
KINDS = frozenset({"nps", "NPS-like", "csat", "ces", "rating"})
KEYS = ("client", "project", "survey", "quarter", "question", "type", "n", "value", "low", "high", "median")


def pull_snapshot(store: Store, site: Site, day: date, quarters: int) -> tuple[str, int]:
    """Return the text of feedback.yml, and how many figures it holds: those of marks, of the last quarters up to a day.

    A figure without a project is over all of its client's. Clients and projects that the site lacks are left out.
    """
    known = {(client.id, project.id) for client in site.clients for project in client.projects}
    responses = [found for found in store.read_responses() if (found.client, found.project) in known]
    definitions, zone = load_definitions(store, site), ZoneInfo(site.settings.timezone)
    rows: list[Row] = []
    for part in (By.PROJECT, By.CLIENT):
        rows += make_report(responses, definitions, zone, (part, By.QUARTER))
    wanted = _list_quarters(day, quarters)
    chosen = [row for row in rows if row.group.quarter in wanted and row.figure.type in KINDS]
    text = _format(chosen, day)
    if len(text.encode()) > MAX_BYTES:
        raise WorkError(f"{NAME} would be larger than 1 MiB; ask for fewer than {quarters} quarters, with --quarters")
    return text, len(chosen)


def _list_quarters(day: date, count: int) -> frozenset[str]:
    found = [name_quarter(day)]
    while len(found) < count:
        found.append(find_quarter_before(found[-1]))
    return frozenset(found)


def _format(rows: Iterable[Row], day: date) -> str:
    lines = [HEADING.rstrip(), f"as_of: {day}", "figures:"]
    for row in sorted(rows, key=lambda row: (row.group.client, row.group.project, row.group.survey)):
        plain = describe_row(row)
        told = (f"{key}: {plain[key]}" for key in KEYS if plain[key] is not None)
        lines.append(f"  - {{{', '.join(told)}}}")
    return "\n".join(lines) + "\n"
