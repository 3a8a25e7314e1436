"""Answers to one question become a figure: its value, how sure it is, and the method it was found by.

Every interval is one of 95 %. Rates are shares from 0 to 1; a net promoter score lies between -100 and 100.
"""

from collections.abc import Sequence
from math import sqrt

from sitegen.value import value

Z = 1.96
"""How many standard deviations around the middle hold 95 % of a normal distribution."""

SMALL = 5
"""A figure over fewer answers says little: it is marked as such to the firm, and no client sees it."""

FIRST_PROMOTER = 9
LAST_DETRACTOR = 6
FIRST_SATISFIED = 4

ADJUSTED_WALD = "adjusted Wald 95 %"
WILSON = "Wilson 95 %"
MEAN = "mean"
COUNT = "count"

_ADDED_PROMOTERS = _ADDED_DETRACTORS = 0.75
_ADDED = 3


@value
class Figure:
    """What answers to one question come to."""

    type: str
    """The question's type, or `NPS-like`."""
    n: int
    """How many answers it is over."""
    value: float | None = None
    """None without answers, and for text."""
    low: float | None = None
    """Where the interval begins; None where the method gives none."""
    high: float | None = None
    """Where it ends."""
    mean: float | None = None
    """The mean of the marks; None where there are no marks."""
    median: float | None = None
    """Their median."""
    method: str
    """How value and interval were found."""

    @property
    def is_small(self) -> bool:
        """Tell whether so few answers say little."""
        return self.n < SMALL


def make_nps(marks: Sequence[int], *, lowest: int = 0) -> Figure:
    """Return the net promoter score of marks up to 10: the share of 9 and 10 less that of 6 and below, times 100.

    Where marks begin with 1 it is called `NPS-like`: without a 0 it compares with no one else's score. The interval is
    the adjusted Wald interval with three answers added, after B. Rocks, "Interval estimation for the net promoter
    score", The American Statistician 70 (2016).
    """
    n = len(marks)
    promoters = sum(mark >= FIRST_PROMOTER for mark in marks)
    detractors = sum(mark <= LAST_DETRACTOR for mark in marks)
    is_like = lowest != 0
    called = f"NPS-like, 9–10 against {lowest}–6; {ADJUSTED_WALD}" if is_like else ADJUSTED_WALD
    figure_type = "NPS-like" if is_like else "nps"
    if not n:
        return Figure(type=figure_type, n=0, method=called)
    low, high = _find_nps_interval(promoters, detractors, n)
    return Figure(
        type=figure_type,
        n=n,
        value=_round_half_out(100 * (promoters - detractors), n),
        low=low,
        high=high,
        **_find_middles(marks),
        method=called,
    )


def make_csat(marks: Sequence[int]) -> Figure:
    """Return the share of 4 and 5 among marks from 1 to 5, with its Wilson interval."""
    satisfied = sum(mark >= FIRST_SATISFIED for mark in marks)
    share = make_share(satisfied, len(marks), "csat")
    return Figure(
        type="csat",
        n=share.n,
        value=share.value,
        low=share.low,
        high=share.high,
        **_find_middles(marks),
        method=share.method,
    )


def make_mean(marks: Sequence[float], figure_type: str) -> Figure:
    """Return the mean and the median of marks or numbers, to which no interval is given."""
    middles = _find_middles(marks)
    return Figure(type=figure_type, n=len(marks), value=middles["mean"], **middles, method=MEAN)


def make_share(count: int, n: int, figure_type: str) -> Figure:
    """Return a share of `n` with its interval.

    After E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
    Statistical Association 22 (1927).
    """
    if not n:
        return Figure(type=figure_type, n=0, method=WILSON)
    share, z2 = count / n, Z * Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z * sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    # The ends are exact where nobody or everybody was counted; computed, they miss by the last bit.
    low = 0.0 if count == 0 else max(0.0, middle - half)
    high = 1.0 if count == n else min(1.0, middle + half)
    return Figure(type=figure_type, n=n, value=share, low=low, high=high, method=WILSON)


def make_count(n: int, figure_type: str) -> Figure:
    """Return how many answers there are, which is all that can be said of text."""
    return Figure(type=figure_type, n=n, method=COUNT)


def compare(before: Figure, after: Figure) -> int:
    """Tell whether a figure rose (1) or fell (-1) since another; 0 wherever their intervals touch, or one has none."""
    if before.low is None or before.high is None or after.low is None or after.high is None:
        return 0
    return (after.low > before.high) - (after.high < before.low)


def _find_nps_interval(promoters: int, detractors: int, n: int) -> tuple[float, float]:
    counted = n + _ADDED
    p, d = (promoters + _ADDED_PROMOTERS) / counted, (detractors + _ADDED_DETRACTORS) / counted
    half = Z * sqrt((p + d - (p - d) ** 2) / counted)
    return max(-100.0, 100 * (p - d - half)), min(100.0, 100 * (p - d + half))


def _find_middles(marks: Sequence[float]) -> dict[str, float | None]:
    if not marks:
        return {"mean": None, "median": None}
    from statistics import fmean, median  # no build needs them but of a site with answers

    return {"mean": fmean(marks), "median": median(marks)}


def _round_half_out(numerator: int, denominator: int) -> int:
    """Round a fraction to a whole number, halves away from zero, in whole numbers so that no half is missed."""
    whole = (2 * abs(numerator) + denominator) // (2 * denominator)
    return whole if numerator >= 0 else -whole
