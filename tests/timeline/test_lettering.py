"""Wrapping by estimated widths: nothing is cut, nothing too wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.timeline.lettering import _fill, _split, measure_text, wrap_text
from tests.timeline.plans import TITLES


@given(TITLES, st.integers(60, 400))
def test_every_line_fits_and_no_character_is_lost(title: str, width: int) -> None:
    lines = wrap_text(title, width, 13)
    assert "".join("".join(lines).split()) == "".join(title.split())
    assert all(measure_text(line, 13) <= width + 0.001 for line in lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("Launch", ("Launch",)),
        ("Security review with the insurer", ("Security review", "with the insurer")),
        ("Go-live/handover of everything", ("Go-live/handover", "of everything")),
        ("x" * 40, ("x" * 22, "x" * 18)),
        ("👩‍💻" * 8, ("👩‍💻" * 5, "👩‍💻" * 3)),
    ],
)
def test_lines_are_even_and_break_where_one_reads_on(text: str, lines: tuple[str, ...]) -> None:
    assert wrap_text(text, 190, 13) == lines


@given(TITLES)
def test_a_text_that_fits_is_the_line_that_filling_gives(title: str) -> None:
    pieces, whole, width, _ = _split(title, 13)
    assert _fill(pieces, width) == wrap_text(title, width, 13) == whole


def test_wide_scripts_take_more_room_than_narrow_ones() -> None:
    widths = [measure_text(text, 13) for text in ("illi", "nono", "HÉGÉ", "設計承認", "🚀🚀🚀🚀")]
    assert widths == sorted(set(widths))


def test_accents_take_no_room_of_their_own() -> None:
    assert measure_text("e\N{COMBINING ACUTE ACCENT}", 13) == measure_text("e", 13)
