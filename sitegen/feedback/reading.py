"""A store and a site become the figures that were asked for."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from sitegen.collector import Store
from sitegen.errors import UsageError
from sitegen.feedback.definitions import Definitions
from sitegen.feedback.report import BY_DEFAULT, By, Row, make_report
from sitegen.feedback.wanted import Wanted, check_wanted
from sitegen.model import Site
from sitegen.survey import find_quarter_before


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


def _check_quarter(text: str) -> None:
    try:
        find_quarter_before(text)
    except ValueError:
        raise UsageError(f"'{text}' is no quarter; write it as 2026-Q4") from None
