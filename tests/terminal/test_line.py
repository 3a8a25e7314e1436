"""Text is broken at its spaces, never loses a word, and is as wide as a terminal shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.terminal.line import clean, format_line, make_line, measure, pad, wrap
from sitegen.terminal.words import format_amount, format_gap, format_minutes, format_slip
from tests.cases import on


@given(st.text(), st.integers(min_value=4, max_value=40))
def test_wrapped_text_fits_and_keeps_every_character(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(measure(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "")


@given(st.text())
def test_cleaned_text_is_one_printable_line(text: str) -> None:
    assert clean(text).replace("\u200c", "").replace("\u200d", "").isprintable()


def test_joined_emoji_stay_joined_and_soft_hyphens_go() -> None:
    assert clean("👩\u200d💻 un\u00adter") == "👩\u200d💻 unter"


def test_wide_characters_take_two_columns_and_marks_none() -> None:
    assert measure("日本") == 4
    assert measure("e\u0301") == 1
    assert pad("日本", 6) == "日本  "


def test_a_line_ends_without_space() -> None:
    assert format_line(make_line("a  ", "", "   ")) == "a"


@pytest.mark.parametrize(
    ("amount", "shown"), [(61400, "61,400"), (12.5, "12.5"), (12.0, "12"), (0.25, "0.25"), (1234567.5, "1,234,567.5")]
)
def test_amounts_are_grouped_and_have_no_idle_zeros(amount: float, shown: str) -> None:
    assert format_amount(amount) == shown


def test_distances_are_told_in_words() -> None:
    told = [format_gap(on(day), on("03-10")) for day in ("03-11", "03-20", "03-10", "03-09", "03-01")]
    assert told == ["in 1 day", "in 10 days", "today", "1 day late", "9 days late"]


def test_slips_have_a_sign() -> None:
    assert [format_slip(days) for days in (7, -1, 0, None)] == ["+7 d", "-1 d", "0 d", ""]


def test_minutes_become_hours() -> None:
    assert [format_minutes(minutes) for minutes in (35, 60, 605)] == ["35 min", "1 h 00 min", "10 h 05 min"]
