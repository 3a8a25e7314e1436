"""The states of all projects become the portfolio: trouble first, and who has how much to do."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sitegen.model import Audience, Health
from sitegen.pages import views
from sitegen.pages.agency import ClientEntries
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

FIRST_RULE = "watermelon"
"""What a head of delivery must see before all else: green outside, red inside."""

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


def plan_portfolio_page(clients: Sequence[ClientEntries], reader: Reader, findings: Iterable[Problem]) -> Page:
    """Return the portfolio; `findings` are what the checks found, of all projects."""
    path = reader.index
    by_project: dict[str, list[Problem]] = {}
    for finding in findings:
        by_project.setdefault(finding.project or "", []).append(finding)
    entries = [(publication, entry) for publication, own in clients for entry in own]
    ordered = sorted(entries, key=lambda found: _rank(found[0], found[1], by_project))
    rows = tuple(
        _make_row(publication, entry, by_project.get(entry.project.path, []), path) for publication, entry in ordered
    )
    view = views.PortfolioPage(
        head=make_reader_head(reader, path, title=reader.name),
        rows=rows,
        healths=_count_healths(rows),
        feedback=list_feedback(reader.site, [publication.client for publication, _ in clients], reader.day),
        feedback_as_of=reader.site.snapshot.head.as_of if reader.site.snapshot else None,
        loads=_make_loads(entries, path),
        csv="portfolio.csv",
        json="portfolio.json",
    )
    return reader.make_page(path, "portfolio.html", view)


def _rank(publication: Publication, entry: Entry, findings: Mapping[str, Sequence[Problem]]) -> tuple[int, int, int]:
    rules = {finding.rule for finding in findings.get(entry.project.path, ())}
    importance = _IMPORTANCE_ORDER[publication.client.head.importance]
    return (FIRST_RULE not in rules, _HEALTH_ORDER[entry.state.health], importance)


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


def _make_loads(entries: Sequence[tuple[Publication, Entry]], path: str) -> tuple[views.Load, ...]:
    """Return the hours a week that open projects plan for each person of the firm."""
    planned: dict[str, list[tuple[float, views.Link]]] = {}
    site = entries[0][0].site if entries else None
    for _, entry in entries:
        if not entry.state.is_open:
            continue
        href = views.Link(text=entry.state.plan.name, href=link(path, entry.prose.urls.index))
        for person_id, hours in entry.state.plan.team.items():
            if site and person_id in site.people and hours:
                planned.setdefault(person_id, []).append((hours, href))
    people = site.people if site else {}
    loads = [_make_load(people[key].name, people[key].capacity, own) for key, own in planned.items()]
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
