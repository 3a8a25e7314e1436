"""The figures of a state become what a page draws: progress, budget, response times, delays, health."""

from datetime import date, timedelta

from sitegen.model import Health
from sitegen.pages import views
from sitegen.pages.schedule import count_done
from sitegen.state import State, TargetState


def make_progress(state: State) -> views.Progress | None:
    """Return how much is done; None where nobody can tell."""
    if state.progress is None:
        return None
    done, total = count_done(state.milestones)
    stated_on = _find_statement(state)
    is_counted = total > 0 and state.progress == round(done / total, 4)
    return views.Progress(
        share=state.progress,
        done=done,
        total=total,
        stated_on=stated_on,
        is_weighed=stated_on is None and not is_counted,
    )


def _find_statement(state: State) -> date | None:
    """Return when the progress that counts was stated; None where it is summed over the milestones."""
    said = [change for change in state.history if change.register is None and change.field == "progress"]
    if said and said[-1].after is not None and state.progress == round(said[-1].after / 100, 4):
        return said[-1].on
    return None


def make_budget(state: State) -> views.Budget | None:
    """Return the budget as drawn; None without an agreed amount. Of open projects only is it told that it runs out."""
    budget = state.budget
    if budget is None or not budget.agreed:
        return None
    used, agreed, forecast = budget.used, budget.agreed, budget.forecast
    share = budget.share_used
    runs_out = budget.runs_out if state.is_open else None
    end = state.end.forecast
    return views.Budget(
        unit=budget.unit,
        agreed=agreed,
        agreed_at_start=budget.agreed_at_start if budget.agreed_at_start is not None else agreed,
        used=used,
        left=agreed - used if used is not None and used <= agreed else None,
        excess=used - agreed if used is not None and used > agreed else None,
        share_used=share,
        bar_share=min(share or 0, 1),
        forecast=forecast,
        forecast_excess=forecast - agreed if forecast is not None and forecast > agreed else None,
        is_flagged=budget.is_flagged and (state.is_open or (used or 0) > agreed),
        thresholds=tuple(
            views.Threshold(share=alert, is_passed=share is not None and share >= alert) for alert in budget.alerts
        ),
        counted_on=budget.usages[-1].on if budget.usages else None,
        runs_out=runs_out,
        runs_out_before_end=bool(runs_out and end and runs_out < end),
    )


def make_service(state: State) -> tuple[views.ServiceTarget, ...]:
    """Return the promises about response times that something can be said of."""
    if state.sla is None:
        return ()
    targets = (("answer", state.sla.answer), ("resolve", state.sla.resolve))
    return tuple(_make_target(kind, target) for kind, target in targets if target and target.total)


def _make_target(kind: str, target: TargetState) -> views.ServiceTarget:
    return views.ServiceTarget(
        kind=kind,
        target_count=target.target.amount,
        target_unit=target.target.unit,
        within=target.within,
        total=target.total,
        share=round(target.within / target.total, 4),
        median_minutes=target.median_minutes,
    )


def make_delays(state: State) -> tuple[views.SideDelay, ...]:
    """Return the delay by side, the largest first."""
    sums = {side: days for side, days in state.delay_by_side.items() if days}
    largest = max((abs(days) for days in sums.values()), default=0)
    ordered = sorted(sums.items(), key=lambda entry: -abs(entry[1]))
    return tuple(
        views.SideDelay(side=side, days=days, bar_share=round(abs(days) / largest, 4)) for side, days in ordered
    )


def make_health_history(state: State) -> tuple[views.HealthSpan, ...]:
    """Return how the health went from the project's start to the day; empty while it was ever the same."""
    start, length = state.plan.start, (state.day - state.plan.start).days + 1
    spans = [span for span in state.health_history if span.since <= state.day]
    if length < 1 or len(spans) < 2:
        return ()
    made = []
    for index, span in enumerate(spans):
        until = spans[index + 1].since - timedelta(days=1) if index + 1 < len(spans) else state.day
        since = max(span.since, start)
        if until >= since:
            made.append(_make_span(span.health, since, until, start, length))
    return tuple(made)


def _make_span(health: Health | None, since: date, until: date, start: date, length: int) -> views.HealthSpan:
    return views.HealthSpan(
        health=health.value if health else None,
        since=since,
        until=until,
        offset_share=round((since - start).days / length, 4),
        width_share=round(((until - since).days + 1) / length, 4),
    )


def make_aspects(state: State) -> tuple[views.Aspect, ...]:
    """Return the health of the project's sides, where given."""
    names = ("time", "cost", "scope", "quality")
    found: list[tuple[str, Health | None]] = [(name, getattr(state.aspects, name)) for name in names]
    return tuple(views.Aspect(aspect=name, health=health.value) for name, health in found if health)
