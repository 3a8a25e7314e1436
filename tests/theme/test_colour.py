"""A brand's colour becomes one that can be read, and stays itself where it already can."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.theme import brand_css, make_legible
from sitegen.theme.colour import DARK, LIGHT, measure_contrast, parse_colour, pick_ink

colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777", "#fff", 4.48), ("#1a6b4f", "#1a6b4f", 1.0), ("#f00", "#fff", 4.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert measure_contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert measure_contrast(one, other) == measure_contrast(other, one)


@given(colour=colours, background=colours)
def test_legible_colour_reaches_the_ratio_on_any_background(colour: str, background: str) -> None:
    assert measure_contrast(make_legible(colour, background, 4.5), background) >= 4.5


@given(colour=colours)
def test_ink_is_read_upon_any_colour(colour: str) -> None:
    assert measure_contrast(pick_ink(colour), colour) >= 4.5


@given(colour=colours, background=st.sampled_from([LIGHT, DARK]))
def test_colour_that_is_legible_stays_as_it_is(colour: str, background: str) -> None:
    if measure_contrast(colour, background) >= 4.5:
        changed = zip(parse_colour(make_legible(colour, background)), parse_colour(colour), strict=True)
        assert all(abs(one - other) <= 1 for one, other in changed)


def test_yellow_darkens_on_light_and_stays_on_dark() -> None:
    assert make_legible("#ffcc00", LIGHT) == "#907300"
    assert make_legible("#ffcc00", DARK) == "#ffcc00"


def test_ratio_out_of_reach_is_an_error() -> None:
    with pytest.raises(ValueError, match="no colour reaches a contrast of 7 on '#777777'"):
        make_legible("#ff0000", "#777777", 7)


@pytest.mark.parametrize("wrong", ["", "red", "#12", "#12345", "#gggggg", "1a6b4f", "#1a6b4f80", "#1a6b4f\n", "#١٢٣"])
def test_wrong_colour_is_an_error(wrong: str) -> None:
    with pytest.raises(ValueError, match="is no colour; write it as '#1a6b4f'"):
        brand_css(wrong)


@given(colour=colours)
def test_brand_is_legible_in_both_schemes(colour: str) -> None:
    pairs = re.findall(r"--accent:(#\w{6});--accent-ink:(#\w{6})", brand_css(colour).decode())
    for (accent, ink), background in zip(pairs, (LIGHT, DARK), strict=True):
        assert measure_contrast(accent, background) >= 4.5
        assert measure_contrast(accent, ink) >= 4.5
