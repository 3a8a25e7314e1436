"""A made-up schedule: a milestone of every state, with the drawings of it, and the end."""

from dataclasses import replace
from datetime import date

from sitegen.model import Due, parse_due
from sitegen.pages import views
from sitegen.serve.catalogue.made_up import START, TODAY, day, say
from sitegen.timeline import Forecast, Mark, Series, lay_out_timeline, lay_out_trend, lay_out_upright
from sitegen.value import value

WIDE_PX, NARROW_PX = 768, 328


@value
class Schedule:
    """What a project's page shows of time."""

    phases: tuple[views.Phase, ...] = ()
    drawings: views.Drawings | None = None
    next_milestone: views.NextMilestone | None = None
    end: views.End | None = None
    delays: tuple[views.SideDelay, ...] = ()


def make_schedule() -> Schedule:
    """Return a schedule in which everything happens that can happen to a date."""
    phases = (
        views.Phase(title="First phase", milestones=(_make_done(), _make_dropped(), _make_late())),
        views.Phase(title="Second phase", milestones=(_make_near(), _make_vague(), _make_undated())),
    )
    return Schedule(
        phases=phases,
        drawings=draw(phases, date(2027, 3, 1)),
        next_milestone=views.NextMilestone(title="Overdue, at risk", due=Due.on(day(-4)), state="overdue", days_late=4),
        end=views.End(
            baseline=date(2027, 2, 1),
            forecast=date(2027, 3, 1),
            slip_days=28,
            today_share=0.62,
            baseline_share=0.9,
            forecast_share=1,
            moves=(views.Move(on=day(-10), before=Due.on(date(2027, 2, 1)), after=Due.on(date(2027, 3, 1)), days=28),),
        ),
        delays=(
            views.SideDelay(side="us", days=21, bar_share=1),
            views.SideDelay(side="client", days=14, bar_share=0.67),
            views.SideDelay(side="agency", days=7, bar_share=0.33),
            views.SideDelay(side="third-party", days=-3, bar_share=0.14),
            views.SideDelay(side="unstated", days=1, bar_share=0.05),
        ),
    )


def make_kept_schedule(*, is_complete: bool) -> Schedule:
    """Return a schedule in which every date held."""
    last = replace(_make_near(), title="The last one", due=Due.on(day(6)), baseline=Due.on(day(6)))
    if is_complete:
        last = replace(last, state="done", due=Due.on(day(-6)), baseline=Due.on(day(-6)), done=day(-6), slip_days=0)
    first = replace(_make_done(), slip_days=0, done=day(-90), moves=())
    phases = (views.Phase(title=None, milestones=(first, last)),)
    end = last.done or day(6)
    return Schedule(
        phases=phases,
        drawings=replace(draw(phases, end), trend=None, trend_narrow=None),
        next_milestone=None if is_complete else views.NextMilestone(title=last.title, due=last.due, state=last.state),
        end=views.End(
            baseline=end, forecast=end, slip_days=0, is_reached=is_complete, baseline_share=1, forecast_share=1
        ),
    )


def draw(phases: tuple[views.Phase, ...], end: date) -> views.Drawings:
    """Draw milestones, and how their dates went."""
    milestones = [(phase.title, each) for phase in phases for each in phase.milestones]
    marks = [
        Mark(
            id=each.id,
            title=each.title,
            state=each.state,
            due=each.due,
            baseline=each.baseline,
            start=each.start,
            done=each.done,
            phase=title,
            slip_days=each.slip_days,
        )
        for title, each in milestones
    ]
    series = [
        Series(
            id=each.id,
            title=each.title,
            state=each.state,
            forecasts=(
                Forecast(reported_on=START, day=each.baseline.last if each.baseline else None),
                *(Forecast(reported_on=move.on, day=move.after.last) for move in each.moves),
                Forecast(reported_on=each.done or TODAY, day=each.done or each.due.last),
            ),
        )
        for _, each in milestones
        if each.state != "dropped"
    ]
    return views.Drawings(
        across=lay_out_timeline(marks, TODAY, START, end, width_px=WIDE_PX),
        upright=lay_out_upright(marks, TODAY, START, end, width_px=NARROW_PX),
        trend=lay_out_trend(series, width_px=WIDE_PX),
        trend_narrow=lay_out_trend(series, width_px=NARROW_PX),
    )


def _make_done() -> views.Milestone:
    return views.Milestone(
        id="done",
        title="Done, earlier than agreed",
        state="done",
        due=Due.on(day(-90)),
        baseline=Due.on(day(-90)),
        start=day(-130),
        done=day(-93),
        slip_days=-3,
        moves=(
            views.Move(
                on=day(-120),
                before=Due.on(day(-90)),
                after=Due.on(day(-93)),
                days=-3,
                why="The supplier came early.",
                side="third-party",
            ),
        ),
    )


def _make_dropped() -> views.Milestone:
    return views.Milestone(
        id="dropped", title="Dropped", state="dropped", due=Due.on(day(-40)), baseline=Due.on(day(-40)), slip_days=0
    )


def _make_late() -> views.Milestone:
    return views.Milestone(
        id="late",
        title="Overdue, at risk",
        state="overdue",
        due=Due.on(day(-4)),
        baseline=Due.on(day(-25)),
        slip_days=21,
        days_late=4,
        progress=0.8,
        health="at-risk",
        owner="First Person",
        note=say("A milestone may have a note that says what it means."),
        moves=(
            views.Move(on=day(-50), before=Due.on(day(-25)), after=Due.on(day(-18)), days=7, side="client", href="#"),
            views.Move(
                on=day(-20),
                before=Due.on(day(-18)),
                after=Due.on(day(-4)),
                days=14,
                why="We took the work for smaller than it was.",
                side="us",
                href="#",
            ),
        ),
    )


def _make_near() -> views.Milestone:
    return views.Milestone(
        id="near", title="Due soon", state="due-soon", due=Due.on(day(3)), baseline=Due.on(day(3)), slip_days=0
    )


def _make_vague() -> views.Milestone:
    return views.Milestone(
        id="vague",
        title="Upcoming, with a date as vague as the truth",
        state="upcoming",
        due=parse_due("2027-Q1"),
        baseline=Due.on(date(2027, 1, 15)),
        slip_days=75,
        moves=(views.Move(on=day(-10), before=Due.on(date(2027, 1, 15)), after=parse_due("2027-Q1"), days=75),),
    )


def _make_undated() -> views.Milestone:
    return views.Milestone(id="undated", title="Upcoming, with no date yet", state="upcoming", due=parse_due("tbd"))
