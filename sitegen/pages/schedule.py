"""The schedule of a state becomes what a page shows of it: the table, the drawings of time, the end."""

from collections import deque
from collections.abc import Collection, Iterable
from datetime import date

from sitegen.model import Due, Health
from sitegen.pages import views
from sitegen.pages.legend import list_lines, list_marks
from sitegen.pages.prose import Prose
from sitegen.pages.publication import Publication
from sitegen.pages.sources import Sources
from sitegen.pages.urls import link
from sitegen.state import MilestoneState, State, TrackedMilestone
from sitegen.timeline import Forecast, Mark, Series, lay_out_timeline, lay_out_trend, lay_out_upright

COLUMN_PX = 768
"""What a drawing gets on a wide screen, beside the figures."""
PHONE_PX = 328


def make_drawings(state: State) -> views.Drawings | None:
    """Return the drawings of time; None without milestones."""
    if not state.milestones:
        return None
    marks = [
        Mark(
            id=found.id,
            title=found.item.title,
            state=found.state.value,
            due=found.item.due,
            baseline=found.baseline,
            start=found.item.start,
            done=found.item.done,
            phase=found.item.phase,
            slip_days=found.slip_days,
        )
        for found in state.milestones
    ]
    start, end = state.plan.start, state.end.forecast or state.end.baseline
    series = _make_series(state) if any(found.moves for found in state.milestones) else []
    across = lay_out_timeline(marks, state.day, start, end, width_px=COLUMN_PX)
    upright = lay_out_upright(marks, state.day, start, end, width_px=PHONE_PX)
    trend = lay_out_trend(series, width_px=COLUMN_PX) if series else None
    return views.Drawings(
        across=across,
        upright=upright,
        trend=trend,
        trend_narrow=lay_out_trend(series, width_px=PHONE_PX) if series else None,
        legend=list_marks(across, upright),
        trend_legend=list_lines(trend) if trend else (),
    )


def _make_series(state: State) -> list[Series]:
    entered: dict[str, date] = {}
    for change in state.history:
        if change.is_new and change.register == "milestones":
            entered.setdefault(change.item, change.on)
    reported = {report.update.day for report in state.reports}
    return [
        Series(
            id=found.id,
            title=found.item.title,
            state=found.state.value,
            forecasts=_make_forecasts(found, entered.get(found.id, state.plan.start), reported, state.day),
        )
        for found in state.milestones
        if found.state is not MilestoneState.DROPPED
    ]


def _make_forecasts(
    milestone: TrackedMilestone, entered: date, reported: Collection[date], day: date
) -> tuple[Forecast, ...]:
    """Return what was said of a milestone's date on each reporting day up to `day`, until it was done."""
    said = milestone.moves[0].before if milestone.moves else milestone.item.due
    last = milestone.item.done or day
    moves = deque(milestone.moves)
    told: list[tuple[date, date | None]] = []
    for on in sorted({entered, *reported, *(move.on for move in milestone.moves)}):
        while moves and moves[0].on <= on:
            said = moves.popleft().after
        if entered <= on <= last:
            _tell(told, on, said.last)
    if milestone.item.done:
        _tell(told, last, milestone.item.done)
    return tuple(Forecast(reported_on=on, day=named) for on, named in told)


def _tell(told: list[tuple[date, date | None]], on: date, named: date | None) -> None:
    """Add what was said on a day, in place of what says the same as both its neighbours."""
    if len(told) > 1 and told[-2][1] == told[-1][1] == named:
        told.pop()
    told.append((on, named))


def make_phases(
    state: State, publication: Publication, prose: Prose, sources: Sources, page: str
) -> tuple[views.Phase, ...]:
    """Return the milestones for the table, in order of time, by phase."""
    ordered = sorted(state.milestones, key=lambda found: found.day or date.max)
    phases: dict[str | None, list[views.Milestone]] = {}
    for found in ordered:
        phases.setdefault(found.item.phase, []).append(_make_milestone(found, state, publication, prose, sources, page))
    return tuple(views.Phase(title=title, milestones=tuple(milestones)) for title, milestones in phases.items())


def _make_milestone(
    found: TrackedMilestone, state: State, publication: Publication, prose: Prose, sources: Sources, page: str
) -> views.Milestone:
    item = found.item
    return views.Milestone(
        id=found.id,
        only_for=_only_for(found.id, state),
        title=item.title,
        state=found.state.value,
        due=item.due,
        baseline=found.baseline,
        start=item.start,
        done=item.done,
        slip_days=found.slip_days,
        days_late=days_late(item.due.last, state.day) if found.state is MilestoneState.OVERDUE else None,
        progress=item.progress / 100 if item.progress is not None else None,
        health=item.health.value if item.health else None,
        phase=item.phase,
        owner=publication.name_of(item.owner),
        note=_make_note(found, prose, sources, page) if item.note else None,
        moves=tuple(
            views.Move(
                on=move.on,
                before=move.before,
                after=move.after,
                days=move.days,
                why=move.why,
                side=move.side.value if move.side else None,
                href=_update_link(move.update, prose, page),
            )
            for move in found.moves
        ),
    )


def _make_note(found: TrackedMilestone, prose: Prose, sources: Sources, page: str) -> views.Html | None:
    document = sources.document("milestones", found.id, "note")
    return prose.note(found.item.note, page, document, f"milestone-{found.id}-")


def _only_for(milestone_id: str, state: State) -> str | None:
    """Return who alone may see a milestone; None where the client may."""
    width = state.narrow.get(f"milestones.{milestone_id}")
    return width.value if width else None


def _update_link(update_id: str | None, prose: Prose, page: str) -> str | None:
    return link(page, prose.urls.update(update_id)) if update_id else None


def days_late(due: date | None, day: date) -> int | None:
    """Return by how many calendar days a date is past; None where it is not."""
    return (day - due).days if due and due < day else None


def make_end(state: State, prose: Prose, page: str) -> views.End | None:
    """Return the end as agreed and as it looks now; None where there is neither."""
    end = state.end
    if not end.baseline and not end.forecast:
        return None
    latest = max(day for day in (end.baseline, end.forecast) if day)
    return views.End(
        baseline=end.baseline,
        forecast=end.forecast,
        slip_days=end.slip_days,
        is_reached=state.health is Health.COMPLETE,
        today_share=_share(state.day, state.plan.start, latest),
        baseline_share=_share(end.baseline, state.plan.start, latest),
        forecast_share=_share(end.forecast, state.plan.start, latest),
        moves=tuple(
            views.Move(
                on=move.on,
                before=Due.on(move.before),
                after=Due.on(move.after),
                days=move.days,
                why=move.why,
                side=move.side.value if move.side else None,
                href=_update_link(move.update, prose, page),
            )
            for move in end.moves
            if move.before and move.after
        ),
    )


def _share(day: date | None, start: date, latest: date) -> float | None:
    """Return where a day lies between two others, 0 to 1."""
    if day is None:
        return None
    length = (latest - start).days
    return round(min(max((day - start).days / length, 0), 1), 4) if length > 0 else 1.0


def make_next_milestone(state: State, href_base: str = "") -> views.NextMilestone | None:
    """Return the open milestone that is due first; None where the project is not open, or nothing is to come."""
    found = state.next_milestone
    if found is None or not state.is_open:
        return None
    return views.NextMilestone(
        title=found.item.title,
        due=found.item.due,
        state=found.state.value,
        days_late=days_late(found.item.due.last, state.day),
        href=f"{href_base}#milestone-{found.id}",
    )


def count_done(milestones: Iterable[TrackedMilestone]) -> tuple[int, int]:
    """Return how many milestones are done, and how many there are, dropped ones aside."""
    counted = [found for found in milestones if found.state is not MilestoneState.DROPPED]
    return sum(found.item.done is not None for found in counted), len(counted)
