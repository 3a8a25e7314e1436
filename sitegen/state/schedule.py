"""Milestones' accounts become the schedule: states, moves, slips, the end, the progress."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from sitegen.model import Due, Milestone, Precision, Register, Side, build_item
from sitegen.state.ledger import Account, FieldChange, Ledger
from sitegen.value import value


class MilestoneState(StrEnum):
    """Where a milestone stands on a day."""

    DROPPED = "dropped"
    DONE = "done"
    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    UPCOMING = "upcoming"

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be done."""
        return self not in {MilestoneState.DROPPED, MilestoneState.DONE}


@value
class Move:
    """One change of a due date."""

    on: date
    """The date of the update that told of it."""
    update: str | None
    before: Due
    after: Due
    days: int | None
    """Calendar days, later positive; None to `tbd`, or where it never had a date."""
    why: str | None = None
    side: Side | None = None


@value
class TrackedMilestone:
    """A milestone with what follows from its history."""

    id: str
    item: Milestone
    state: MilestoneState
    baseline: Due | None
    """The date agreed at first, as written; None while it never had one."""
    slip_days: int | None
    moves: tuple[Move, ...]
    is_planned: bool
    """Whether it was in the plan."""

    @property
    def day(self) -> date | None:
        """The day that counts: when it was done, else the last day on which it is due."""
        return self.item.done or self.item.due.last


@value
class EndMove:
    """One change of the project's own end."""

    on: date
    update: str | None
    before: date | None
    after: date | None
    why: str | None = None
    side: Side | None = None

    @property
    def days(self) -> int | None:
        """Calendar days, later positive; None where one of the dates is missing."""
        return (self.after - self.before).days if self.before and self.after else None


@value
class End:
    """The project's end as agreed and as it looks now."""

    baseline: date | None
    forecast: date | None
    """None where it is no longer known."""
    slip_days: int | None
    moves: tuple[EndMove, ...] = ()


def track_milestones(ledger: Ledger, day: date, due_soon_days: int) -> tuple[TrackedMilestone, ...]:
    """Return the milestones in order of appearance, as they stand on a day."""
    return tuple(_track(item_id, account, day, due_soon_days) for item_id, account in ledger.of(Register.MILESTONES))


def _track(item_id: str, account: Account, day: date, due_soon_days: int) -> TrackedMilestone:
    item = build_item(Milestone, account.values)
    assert isinstance(item, Milestone)
    return TrackedMilestone(
        id=item_id,
        item=item,
        state=_find_state(item, day, due_soon_days),
        baseline=_find_baseline(account),
        slip_days=find_slip(account),
        moves=_find_moves(account),
        is_planned=account.is_planned,
    )


def find_slip(account: Account) -> int | None:
    """Return how many days later than agreed a milestone is done, or else due; None where one of them has no date."""
    counts: date | None = account.values.get("done") or account.values["due"].last
    baseline = _find_baseline(account)
    return (counts - baseline.last).days if counts and baseline and baseline.last else None


def _find_baseline(account: Account) -> Due | None:
    """Return the date that was agreed: as given, else the first one there was."""
    given: Due | None = account.values.get("baseline")
    dues = (account.first["due"], *(change.after for change in account.changes if change.field == "due"))
    return given or next((due for due in dues if due.last), None)


def _find_state(item: Milestone, day: date, due_soon_days: int) -> MilestoneState:
    if item.status == "dropped":
        return MilestoneState.DROPPED
    if item.done:
        return MilestoneState.DONE
    if item.due.last is None:
        return MilestoneState.UPCOMING
    if item.due.last < day:
        return MilestoneState.OVERDUE
    return MilestoneState.DUE_SOON if item.due.last <= day + timedelta(days=due_soon_days) else MilestoneState.UPCOMING


def _find_moves(account: Account) -> tuple[Move, ...]:
    """Return every change of the due date; from `tbd` it counts since the last date there was."""
    moves: list[Move] = []
    known: date | None = account.first["due"].last
    before: Due = account.first["due"]
    for change in account.changes:
        if change.field != "due":
            continue
        after: Due = change.after
        days = (after.last - known).days if after.last and known else None
        moves.append(
            Move(
                on=change.on,
                update=change.update,
                before=before,
                after=after,
                days=days,
                why=change.why,
                side=change.side,
            )
        )
        before, known = after, after.last or known
    return tuple(moves)


def sum_delay_by_side(milestones: Iterable[TrackedMilestone]) -> Mapping[str, int]:
    """Return the days of all moves of milestones, later and earlier, by the side they lay with."""
    sums: dict[str, int] = {}
    for milestone in milestones:
        for move in milestone.moves:
            side = move.side.value if move.side else "unstated"
            sums[side] = sums.get(side, 0) + (move.days or 0)
    order = [*(side.value for side in Side), "unstated"]
    return {side: sums[side] for side in order if side in sums}


def find_next_milestone(milestones: Iterable[TrackedMilestone]) -> TrackedMilestone | None:
    """Return the open milestone that is due first; one without a date only where no other is open."""
    waiting = [milestone for milestone in milestones if milestone.state.is_open]
    return min(waiting, key=lambda milestone: milestone.item.due.last or date.max, default=None)


def find_end(milestones: Sequence[TrackedMilestone], planned_end: date | None, moves: tuple[EndMove, ...]) -> End:
    """Return the end as agreed and as forecast."""
    counted = [milestone for milestone in milestones if milestone.state is not MilestoneState.DROPPED]
    current_end = moves[-1].after if moves else planned_end
    baseline = planned_end or _latest_baseline(counted)
    forecast = _forecast_end(counted, current_end)
    slip = (forecast - baseline).days if forecast and baseline else None
    return End(baseline=baseline, forecast=forecast, slip_days=slip, moves=moves)


def _latest_baseline(counted: Sequence[TrackedMilestone]) -> date | None:
    agreed = [milestone for milestone in counted if milestone.is_planned] or counted
    return max((found.baseline.last for found in agreed if found.baseline and found.baseline.last), default=None)


def _forecast_end(counted: Sequence[TrackedMilestone], current_end: date | None) -> date | None:
    waiting = [milestone for milestone in counted if milestone.state.is_open]
    if any(found.item.due.precision is Precision.TBD and _was_dated(found) for found in waiting):
        return None
    days = [milestone.day for milestone in counted if milestone.day]
    if current_end and (waiting or not counted):
        days.append(current_end)
    return max(days, default=None)


def _was_dated(milestone: TrackedMilestone) -> bool:
    """Tell whether a milestone ever had a date."""
    dues = (milestone.baseline, *(move.before for move in milestone.moves))
    return any(due.last for due in dues if due)


def measure_progress(
    milestones: Sequence[TrackedMilestone], given: FieldChange | None, accounts: Iterable[Account]
) -> float | None:
    """Return the share that is done, 0 to 1, to 4 decimals: as last given, else summed over the milestones by weight.

    A given progress is outdated once a later update did a milestone or reopened one, as the `accounts` tell.
    """
    if given and given.after is not None and not any(_is_outdated(given, account) for account in accounts):
        return _share(Decimal(str(given.after)) / 100)
    counted = [milestone for milestone in milestones if milestone.state is not MilestoneState.DROPPED]
    total = sum((Decimal(str(milestone.item.weight)) for milestone in counted), Decimal(0))
    if not total:
        return None
    done = sum((Decimal(str(milestone.item.weight)) * _own_share(milestone) for milestone in counted), Decimal(0))
    return _share(done / total)


def _is_outdated(given: FieldChange, account: Account) -> bool:
    later = (change for change in account.changes if (change.on, change.update or "") > (given.on, given.update or ""))
    return any(_did_or_reopened(change, account) for change in later)


def _did_or_reopened(change: FieldChange, account: Account) -> bool:
    """Tell whether a change did a milestone or reopened it; one that is planned as done later is not done yet."""
    if change.is_new:
        return change.update is not None and account.first.get("done") is not None
    if change.field != "done":
        return False
    was_done = change.before is not None and change.before <= change.on
    return was_done != (change.after is not None)


def _own_share(milestone: TrackedMilestone) -> Decimal:
    if milestone.item.done:
        return Decimal(1)
    return Decimal(str(milestone.item.progress or 0)) / 100


def _share(value: Decimal) -> float:
    return float(round(value, 4))
