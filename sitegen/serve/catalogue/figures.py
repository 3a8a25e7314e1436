"""Made-up key figures: a budget that is in trouble and one that is not, promises kept and missed, health over time."""

from datetime import date, timedelta

from sitegen.pages import views
from sitegen.serve.catalogue.made_up import START, TODAY, day

HEALTHS = ("not-started", "on-track", "at-risk", "off-track", "on-hold", "complete")

ASPECTS = (
    views.Aspect(aspect="time", health="off-track"),
    views.Aspect(aspect="cost", health="at-risk"),
    views.Aspect(aspect="scope", health="on-track"),
    views.Aspect(aspect="quality", health="on-track"),
)

SERVICE = (
    views.ServiceTarget(
        kind="answer", target_count=4, target_unit="h", within=19, total=20, share=0.95, median_minutes=95
    ),
    views.ServiceTarget(
        kind="resolve", target_count=3, target_unit="d", within=1, total=2, share=0.5, median_minutes=1500
    ),
    views.ServiceTarget(kind="resolve", target_count=1, target_unit="w", within=0, total=1, share=0),
)


def make_budget_in_trouble() -> views.Budget:
    """Return a budget that is used up, with more to come."""
    return views.Budget(
        unit="EUR",
        agreed=60000,
        agreed_at_start=52000,
        used=61500,
        excess=1500,
        share_used=1.025,
        bar_share=1,
        forecast=70000,
        forecast_excess=10000,
        is_flagged=True,
        thresholds=_make_thresholds(1.025),
        counted_on=day(-3),
    )


def make_budget_at_ease() -> views.Budget:
    """Return a budget that lasts."""
    return views.Budget(
        unit="hours",
        agreed=320,
        agreed_at_start=320,
        used=180.5,
        left=139.5,
        share_used=0.5641,
        bar_share=0.5641,
        forecast=310,
        thresholds=_make_thresholds(0.5641),
        counted_on=day(-3),
        runs_out=date(2027, 2, 10),
        runs_out_before_end=True,
    )


def make_history() -> tuple[views.HealthSpan, ...]:
    """Return a time of every health, one after the other, and first of none."""
    healths = (None, *HEALTHS)
    length = (TODAY - START).days / len(healths)
    return tuple(
        views.HealthSpan(
            health=health,
            since=START + timedelta(days=round(length * place)),
            until=START + timedelta(days=round(length * (place + 1)) - 1),
            offset_share=place / len(healths),
            width_share=1 / len(healths),
        )
        for place, health in enumerate(healths)
    )


def _make_thresholds(share_used: float) -> tuple[views.Threshold, ...]:
    return tuple(views.Threshold(share=share, is_passed=share <= share_used) for share in (0.5, 0.75, 0.9))
