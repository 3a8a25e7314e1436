"""The states of all projects become the portfolio: trouble first, and who has how much to do."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sitegen.model import Audience, Client, Health, Site
from sitegen.pages import views
from sitegen.pages.cards import Entry
from sitegen.pages.feedback import find_latest, list_feedback
from sitegen.pages.figures import make_budget, make_delays, make_health_history
from sitegen.pages.heads import make_reader_head
from sitegen.pages.page import Page
from sitegen.pages.publication import Publication
from sitegen.pages.reader import Reader
from sitegen.pages.schedule import make_end, make_next_milestone
from sitegen.pages.urls import link
from sitegen.problems import Level, Problem
from sitegen.state import Need, State
from sitegen.value import value

FIRST_RULE = "watermelon"
"""What a head of delivery must see before all else: green outside, red inside."""

TROUBLE = (Health.OFF_TRACK.value, Health.AT_RISK.value)
_HEALTH_ORDER: Mapping[Health | None, int] = {
    Health.OFF_TRACK: 0,
    Health.AT_RISK: 1,
    None: 2,
    Health.ON_TRACK: 3,
    Health.NOT_STARTED: 4,
    Health.ON_HOLD: 5,
    Health.COMPLETE: 6,
}
_IMPORTANCE_ORDER: Mapping[str | None, int] = {"key": 0, "regular": 1, "one-off": 2, None: 3}


@value
class PortfolioEntry:
    """What the portfolio shows of one project."""

    rank: tuple[int, int, int]
    """Trouble first."""
    row: views.PortfolioRow
    hours: tuple[tuple[str, float], ...]
    """The hours a week that it plans for each person, by id, while it is open."""


def make_portfolio_entries(
    entries: Sequence[Entry], publication: Publication, findings: Iterable[Problem]
) -> tuple[PortfolioEntry, ...]:
    """Return what the portfolio shows of a client's projects; `findings` are what the checks found of them."""
    by_project: dict[str, list[Problem]] = {}
    for finding in findings:
        by_project.setdefault(finding.project or "", []).append(finding)
    return tuple(_make_entry(entry, publication, by_project.get(entry.project.path, [])) for entry in entries)


def _make_entry(entry: Entry, publication: Publication, findings: Sequence[Problem]) -> PortfolioEntry:
    state = entry.state
    is_green_outside = any(finding.rule == FIRST_RULE for finding in findings)
    importance = _IMPORTANCE_ORDER[publication.client.head.importance]
    return PortfolioEntry(
        rank=(not is_green_outside, _HEALTH_ORDER[state.health], importance),
        row=_make_row(publication, entry, findings, publication.reader.index),
        hours=tuple((person, hours) for person, hours in state.plan.team.items() if hours) if state.is_open else (),
    )


def plan_portfolio_page(entries: Sequence[PortfolioEntry], clients: Iterable[Client], reader: Reader) -> Page:
    """Return the portfolio of some clients' projects; both stand in the content's order."""
    path, site = reader.index, reader.site
    rows = tuple(entry.row for entry in sorted(entries, key=lambda entry: entry.rank))
    view = views.PortfolioPage(
        head=make_reader_head(reader, path, title=reader.name, tells_day=True),
        rows=rows,
        first=_find_first(rows),
        healths=_count_healths(rows),
        feedback=list_feedback(site, clients, reader.day),
        feedback_as_of=site.snapshot.head.as_of if site.snapshot else None,
        loads=_make_loads(entries, site),
        csv="portfolio.csv",
        json="portfolio.json",
    )
    return reader.make_page(path, "portfolio.html", view)


def _find_first(rows: Sequence[views.PortfolioRow]) -> views.PortfolioRow | None:
    """Return the project to look at first; None where nothing is wrong with any."""
    troubled = (row for row in rows if row.is_watermelon or row.health in TROUBLE)
    return next(troubled, None) or next((row for row in rows if row.findings), None)


def _make_row(publication: Publication, entry: Entry, findings: Sequence[Problem], path: str) -> views.PortfolioRow:
    state, client = entry.state, publication.client
    agency = publication.agency
    href = link(path, entry.prose.urls.index)
    last = state.last_report.update.day if state.last_report else None
    promised = state.next_update
    return views.PortfolioRow(
        client=client.head.name,
        agency=agency.head.name if agency else None,
        importance=client.head.importance,
        project=views.Link(text=state.plan.name, href=href),
        is_open=state.is_open,
        health=state.health.value if state.health else None,
        health_since=state.health_since,
        health_history=make_health_history(state),
        is_watermelon=any(finding.rule == FIRST_RULE for finding in findings),
        updated=last,
        silent_days=max(0, (state.day - (last or state.plan.start)).days),
        is_stale=state.is_stale,
        next_update=views.NextUpdate(due=promised.due, is_late=promised.is_late) if promised else None,
        next_milestone=make_next_milestone(state, href),
        end=make_end(state, entry.prose, path),
        delays=make_delays(state),
        budget=make_budget(state),
        waits_us=_make_waiting(state.needs, state),
        waits_client=_make_waiting(state.waits_for.get(Audience.CLIENT, ()), state),
        waits_agency=_make_waiting(state.waits_for.get(Audience.AGENCY, ()) if agency else (), state),
        findings=_make_findings(findings),
        feedback=find_latest(publication.site, client.id, entry.project.id, publication.day),
    )


def _count_healths(rows: Iterable[views.PortfolioRow]) -> tuple[views.HealthCount, ...]:
    counts = Counter(row.health for row in rows)
    order = (health.value if health else None for health in _HEALTH_ORDER)
    return tuple(views.HealthCount(health=health, count=counts[health]) for health in order if counts[health])


def _make_waiting(needs: Sequence[Need], state: State) -> views.Waiting:
    since = [_find_since(need, state) for need in needs]
    longest = max(((state.day - day).days for day in since), default=None)
    return views.Waiting(count=len(needs), overdue=sum(need.is_overdue for need in needs), longest_days=longest)


def _find_since(need: Need, state: State) -> date:
    """Return since when something waits: its item's last change that made it wait, else when it appeared."""
    register = {"action": "actions", "issue": "issues", "change": "changes", "deliverable": "deliverables"}[need.kind]
    days = [
        change.on
        for change in state.history
        if change.register == register and change.item == need.id and change.field in {"", "status", "done", "options"}
    ]
    return days[-1] if days else state.plan.start


def _make_findings(found: Iterable[Problem]) -> tuple[views.Finding, ...]:
    ordered = sorted(found, key=lambda finding: finding.rule != FIRST_RULE)
    return tuple(
        views.Finding(rule=finding.rule, message=finding.message, is_error=finding.level is Level.ERROR)
        for finding in ordered
    )


def _make_loads(entries: Iterable[PortfolioEntry], site: Site) -> tuple[views.Load, ...]:
    """Return the hours a week that open projects plan for each person of the firm."""
    planned: dict[str, list[tuple[float, views.Link]]] = {}
    for entry in entries:
        for person_id, hours in entry.hours:
            if person_id in site.people:
                planned.setdefault(person_id, []).append((hours, entry.row.project))
    loads = [_make_load(site.people[key].name, site.people[key].capacity, own) for key, own in planned.items()]
    return tuple(sorted(loads, key=lambda load: (not load.is_over, -(load.share or 0))))


def _make_load(name: str, capacity: float | None, planned: Sequence[tuple[float, views.Link]]) -> views.Load:
    hours = sum(hours for hours, _ in planned)
    return views.Load(
        name=name,
        hours=hours,
        capacity=capacity,
        share=round(hours / capacity, 4) if capacity else None,
        is_over=capacity is not None and hours > capacity,
        excess=hours - capacity if capacity is not None and hours > capacity else None,
        projects=tuple(project for _, project in planned),
    )
