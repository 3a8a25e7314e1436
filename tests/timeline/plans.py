"""Plans to lay out: marks in a few words, and any that hypothesis thinks of."""

from datetime import date, timedelta

from hypothesis import strategies as st

from sitegen.model import TBD, Due, parse_due
from sitegen.timeline import Mark

START = date(2026, 9, 7)


def make_mark(
    due: str,
    *,
    name: str = "beta",
    title: str = "Beta",
    baseline: str | None = None,
    done: str | None = None,
    start: str | None = None,
    phase: str | None = None,
    state: str = "upcoming",
) -> Mark:
    """Return a mark from dates as they are written; what it slipped follows from them."""
    present, agreed = parse_due(due), parse_due(baseline or due)
    day = date.fromisoformat(done) if done else present.last
    return Mark(
        id=name,
        title=title,
        state=state,
        due=present,
        baseline=agreed,
        done=date.fromisoformat(done) if done else None,
        start=date.fromisoformat(start) if start else None,
        phase=phase,
        slip_days=(day - agreed.last).days if day and agreed.last else None,
    )


TITLES = st.one_of(
    st.sampled_from(("Beta", "Launch", "Security review with the insurer", "", "x" * 200, "設計の承認" * 9, "🚀" * 30)),
    st.text(max_size=200),
    st.lists(st.text(alphabet="mWil-/é", min_size=1, max_size=20), max_size=30).map(" ".join),
)


def _write_due(day: date, how: str) -> Due:
    """Return a due date that holds the day, as vague as told."""
    quarter = f"{day.year:04}-Q{(day.month + 2) // 3}"
    return {
        "day": Due.on(day),
        "month": parse_due(f"{day.year:04}-{day.month:02}"),
        "quarter": parse_due(quarter),
        "tbd": TBD,
    }[how]


@st.composite
def plans(draw: st.DrawFn, *, most: int = 12) -> tuple[list[Mark], date, date, date | None]:
    """Draw marks, today, start and end, over weeks, years or a single day."""
    reach = draw(st.sampled_from((0, 21, 200, 1100, 9000)))
    days = st.integers(-reach // 8, reach).map(lambda offset: START + timedelta(offset))
    how = st.sampled_from(("day", "day", "day", "month", "quarter", "tbd"))
    marks = []
    for number in range(draw(st.integers(0, most))):
        due = _write_due(draw(days), draw(how))
        marks.append(
            Mark(
                id=str(number),
                title=draw(TITLES),
                state=draw(st.sampled_from(("done", "overdue", "due-soon", "upcoming", "dropped"))),
                due=due,
                baseline=draw(st.none() | st.builds(_write_due, days, how)),
                start=draw(st.none() | days),
                done=draw(st.none() | st.none() | days),
                phase=draw(st.sampled_from((None, "Build", "Launch", "Acceptance by the insurer's auditors"))),
                slip_days=draw(st.none() | st.integers(-400, 4000)),
            )
        )
    return marks, draw(days), START, draw(st.none() | days)
