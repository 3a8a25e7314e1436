"""What somebody is asked for an update: the answers, what is offered for them, and which are impossible."""

from datetime import date, timedelta

from sitegen.build import Standing
from sitegen.errors import UsageError
from sitegen.model import Health, Number
from sitegen.problems import suggest
from sitegen.source import ID
from sitegen.value import value


@value
class Answers:
    """What an update says in its first lines; None for what is still to be written."""

    headline: str | None = None
    author: str | None = None
    health: Health | None = None
    next_update: date | None = None
    used: Number | None = None
    """Used of the budget in all, in its unit."""


def suggest_answers(standing: Standing) -> Answers:
    """Return what may be offered: who wrote last, and the date that the cadence promises; never a health."""
    state = standing.view.state
    known = [report.update.author for report in state.reports if report.update.author]
    cadence = state.plan.cadence
    return Answers(
        author=known[-1] if known else _find_contact(standing),
        next_update=state.day + timedelta(days=cadence) if cadence and state.is_open else None,
    )


def list_authors(standing: Standing) -> tuple[str, ...]:
    """Return the ids of the people who may write an update: the firm's first, then the client's and the agency's."""
    agency = standing.loaded.site.find_agency(standing.client)
    others = (standing.client.head.people, agency.head.people if agency else None)
    return (*standing.loaded.site.people, *(person for people in others for person in people or ()))


def check_author(author: str, standing: Standing) -> str:
    """Return an author that the site knows; raise `UsageError` for anybody else."""
    known = list_authors(standing)
    if author not in known:
        raise UsageError(f"'{author}' is nobody in people.yml or client.yml{suggest(author, known)}")
    return author


def check_slug(slug: str) -> str:
    """Return a slug that a file's name may end in; raise `UsageError` for anything else."""
    if not ID.fullmatch(slug) or len(slug) > 50:
        raise UsageError(f"'{slug}' cannot stand in a file's name; use a-z, 0-9 and '-', at most 50 characters")
    return slug


def _find_contact(standing: Standing) -> str | None:
    contact = standing.project.plan.head.contact or standing.client.head.contact
    return contact if contact in standing.loaded.site.people else None
