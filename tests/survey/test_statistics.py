"""Figures: checked against computations that share nothing with ours but the formula's source."""

from collections.abc import Sequence
from math import copysign, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.survey import Figure, compare
from sitegen.survey.statistics import SMALL, make_count, make_csat, make_mean, make_nps, make_share

MARKS = st.lists(st.integers(0, 10), min_size=1, max_size=60)


def find_nps_interval(marks: Sequence[int]) -> tuple[float, float]:
    """Compute the interval as that of a mean: of 1, 0 and -1, weighed, with the three answers added."""
    weights = {1: 0.75, 0: 1.5, -1: 0.75}
    for mark in marks:
        weights[1 if mark >= 9 else -1 if mark <= 6 else 0] += 1
    total = sum(weights.values())
    mean = sum(score * weight for score, weight in weights.items()) / total
    variance = sum(weight * (score - mean) ** 2 for score, weight in weights.items()) / total
    half = 1.96 * sqrt(variance / total)
    return max(-100, 100 * (mean - half)), min(100, 100 * (mean + half))


def find_wilson_end(count: int, n: int, *, upper: bool) -> float:
    """Search for the share that lies just 1.96 of its own standard errors from what was seen."""
    seen = count / n
    inside, outside = seen, 1.0 if upper else 0.0
    for _ in range(200):
        tried = (inside + outside) / 2
        if abs(tried - seen) <= 1.96 * sqrt(tried * (1 - tried) / n):
            inside = tried
        else:
            outside = tried
    return inside


@given(MARKS)
def test_nps_is_promoters_less_detractors_in_whole_points(marks: list[int]) -> None:
    groups = [copysign(1, mark - 7.5) if not 7 <= mark <= 8 else 0 for mark in marks]
    exact = 100 * sum(groups) / len(groups)
    found = make_nps(marks).value
    assert found is not None
    assert found == int(found)
    assert abs(found - exact) <= 0.5 + 1e-9


@given(MARKS)
def test_the_interval_of_nps_is_that_of_a_mean_with_three_answers_added(marks: list[int]) -> None:
    figure = make_nps(marks)
    assert (figure.low, figure.high) == pytest.approx(find_nps_interval(marks))


@pytest.mark.parametrize(
    ("promoters", "passives", "detractors", "value"), [(1, 7, 0, 13), (0, 7, 1, -13), (3, 5, 0, 38), (1, 199, 0, 1)]
)
def test_half_a_point_is_rounded_away_from_zero(promoters: int, passives: int, detractors: int, value: int) -> None:
    assert make_nps([10] * promoters + [7] * passives + [0] * detractors).value == value


@pytest.mark.parametrize(("mark", "value"), [(10, 100), (8, 0), (6, -100)])
def test_all_the_same_is_no_certainty(mark: int, value: int) -> None:
    figure = make_nps([mark] * 6)
    assert figure.value == value
    assert figure.low is not None
    assert figure.high is not None
    assert -100 <= figure.low < figure.high <= 100


def test_without_a_zero_it_is_called_nps_like() -> None:
    figure = make_nps([10, 9, 7, 6, 1], lowest=1)
    assert (figure.type, figure.value) == ("NPS-like", 0)
    assert figure.method == "NPS-like, 9–10 against 1–6; adjusted Wald 95 %"


@given(st.integers(1, 80).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_has_the_interval_of_wilson(counted: tuple[int, int]) -> None:
    count, n = counted
    figure = make_share(count, n, "yesno")
    assert figure.value == count / n
    ends = (find_wilson_end(count, n, upper=False), find_wilson_end(count, n, upper=True))
    assert (figure.low, figure.high) == pytest.approx(ends, abs=1e-9)


def test_csat_is_the_share_of_four_and_five() -> None:
    figure = make_csat([1, 2, 3, 4, 5, 5, 4, 4])
    assert (figure.value, figure.mean, figure.median, figure.n) == (0.625, 3.5, 4, 8)
    assert (figure.low, figure.high) == pytest.approx((0.3057, 0.8632), abs=1e-4)


def test_a_mean_has_a_median_and_no_interval() -> None:
    figure = make_mean([1, 7, 7, 2], "ces")
    assert (figure.value, figure.mean, figure.median, figure.low, figure.high) == (4.25, 4.25, 4.5, None, None)


@pytest.mark.parametrize(
    "figure", [make_nps([]), make_csat([]), make_mean([], "ces"), make_share(0, 0, "yesno"), make_count(0, "text")]
)
def test_without_answers_there_is_no_value(figure: Figure) -> None:
    assert (figure.n, figure.value, figure.low, figure.high, figure.mean, figure.median) == (
        0,
        None,
        None,
        None,
        None,
        None,
    )
    assert figure.is_small


def test_fewer_than_five_are_few() -> None:
    assert [make_csat([5] * n).is_small for n in (SMALL - 1, SMALL)] == [True, False]
    assert SMALL == 5


def make_figure(low: float | None, high: float | None) -> Figure:
    return Figure(type="nps", n=9, value=0, low=low, high=high, method="")


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        ((0, 10), (11, 20), 1),
        ((11, 20), (0, 10), -1),
        ((0, 10), (10, 20), 0),
        ((0, 10), (5, 20), 0),
        ((0, 10), (None, None), 0),
        ((None, None), (0, 10), 0),
    ],
)
def test_figures_differ_only_where_their_intervals_do_not_touch(
    before: tuple[float | None, float | None], after: tuple[float | None, float | None], way: int
) -> None:
    assert compare(make_figure(*before), make_figure(*after)) == way
