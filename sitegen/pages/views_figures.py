"""The key figures: each with what a sentence and a small drawing need, shares ready from 0 to 1."""

from datetime import date

from sitegen.value import value


@value
class Progress:
    """How much is done."""

    share: float
    """Share done, 0 to 1."""
    done: int
    """Milestones done."""
    total: int
    """Milestones in all, dropped ones aside."""
    stated_on: date | None = None
    """The date of the update that stated the share; none where it follows from the milestones."""
    is_weighed: bool = False
    """True where it follows from them and is another than done of total: some weigh more, or are done in part."""


@value
class Threshold:
    """A share of the budget whose use is announced."""

    share: float
    """0 to 1."""
    is_passed: bool
    """True where as much is used."""


@value
class Budget:
    """Hours or money: agreed, used, and how long it lasts."""

    unit: str
    """`hours`, or a currency such as `EUR`: for the filter `amount`."""
    agreed: float
    """As agreed now, accepted changes included."""
    agreed_at_start: float
    """As agreed at the start."""
    used: float | None = None
    """Used so far."""
    left: float | None = None
    """Agreed less used, where that is not negative."""
    excess: float | None = None
    """Used beyond what is agreed; none while nothing is."""
    share_used: float | None = None
    """Used of agreed; more than 1 where it is exceeded."""
    bar_share: float = 0
    """The same, cut at 1, for the drawing."""
    forecast: float | None = None
    """What will be needed in all, as it looks now."""
    forecast_excess: float | None = None
    """Forecast beyond what is agreed; none while nothing is."""
    is_flagged: bool = False
    """True from the last threshold on, or where the forecast exceeds what is agreed."""
    thresholds: tuple[Threshold, ...] = ()
    """The announced shares, smallest first."""
    counted_on: date | None = None
    """The date of the update that last gave what is used."""
    runs_out: date | None = None
    """The day it is used up at the present pace."""
    runs_out_before_end: bool = False
    """True where that day is before the forecast end."""


@value
class ServiceTarget:
    """One promise about response times, and how it was kept."""

    kind: str
    """`answer` or `resolve`."""
    target_count: int
    """How many of the unit were promised."""
    target_unit: str
    """`h` working hours, `d` working days, `w` working weeks."""
    within: int
    """Requests within the target."""
    total: int
    """Requests that count, missed ones included."""
    share: float
    """Within of total, 0 to 1."""
    median_minutes: int | None = None
    """Half of the requests took at most as many minutes of working time."""


@value
class SideDelay:
    """The days that milestones moved, by the side it lay with."""

    side: str
    """`us`, `client`, `agency`, `third-party` or `unstated`."""
    days: int
    """The sum of all its moves; negative is earlier."""
    bar_share: float
    """Its size against the largest one, 0 to 1, for the drawing."""


@value
class HealthSpan:
    """A time during which the health was the same."""

    health: str | None
    """The health, none while none was stated."""
    since: date
    """Its first day."""
    until: date
    """Its last day."""
    offset_share: float
    """Where it begins, 0 to 1, between the project's start and the page's day."""
    width_share: float
    """Its length on the same scale."""


@value
class Aspect:
    """The health of one side of the project."""

    aspect: str
    """`time`, `cost`, `scope` or `quality`."""
    health: str
    """Its health."""
