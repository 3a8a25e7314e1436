"""Numbers, amounts and durations read as each language writes them."""

import re

import pytest

from sitegen.theme import numbers
from sitegen.theme.languages import find_locale


def plain(text: str) -> str:
    """Return the text with ordinary spaces: which kind a language takes changes from one CLDR to the next."""
    return re.sub(r"\s", " ", text)


@pytest.mark.parametrize(
    ("language", "number", "share", "days", "minutes"),
    [
        ("en", "−1,234.5", "76%", "14 days", "3 hrs 20 mins"),
        ("uk", "−1 234,5", "76%", "14 днів", "3 год 20 хв"),
        ("es", "−1.234,5", "76 %", "14 días", "3 h 20 min"),
        ("de", "−1.234,5", "76 %", "14 Tage", "3 Std. 20 Min."),
        ("fr", "−1 234,5", "76 %", "14 jours", "3 h 20 min"),
        ("pl", "−1 234,5", "76%", "14 dni", "3 godz. 20 min"),
    ],
)
def test_each_language_writes_numbers_its_way(language: str, number: str, share: str, days: str, minutes: str) -> None:
    locale = find_locale(language)
    assert plain(numbers.format_number(-1234.5, locale)) == number
    assert plain(numbers.format_share(0.756, locale)) == share
    assert plain(numbers.format_days(14, locale)) == days
    assert plain(numbers.format_minutes(200, locale)) == minutes


@pytest.mark.parametrize(
    ("language", "hours", "euros", "cents"),
    [
        ("en", "120 hours", "−€1,200", "€1,234.50"),
        ("uk", "120 годин", "−1 200 EUR", "1 234,50 EUR"),
        ("de", "120 Stunden", "−1.200 €", "1.234,50 €"),
        ("pl", "120 godzin", "−1 200 €", "1 234,50 €"),
    ],
)
def test_amounts_have_their_unit(language: str, hours: str, euros: str, cents: str) -> None:
    locale = find_locale(language)
    assert plain(numbers.format_amount(120, "hours", locale)) == hours
    assert plain(numbers.format_amount(-1200, "EUR", locale)) == euros
    assert plain(numbers.format_amount(1234.5, "EUR", locale)) == cents


def test_unknown_units_follow_the_number() -> None:
    assert plain(numbers.format_amount(1200, "story points", find_locale("en"))) == "1,200 story points"
    assert plain(numbers.format_amount(1200, "UAH", find_locale("en"))) == "UAH 1,200"


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [
        ("en", 1, "1 day"),
        ("uk", 1, "1 день"),
        ("uk", 22, "22 дні"),
        ("pl", 5, "5 dni"),
        ("ar", 1, "يوم"),
        ("ar", 3, "3 أيام"),
        ("ar", 14, "14 يومًا"),
        ("ja", 2, "2 日"),
        ("en", -3, "−3 days"),
    ],
)
def test_days_take_the_right_plural(language: str, count: int, text: str) -> None:
    assert plain(numbers.format_days(count, find_locale(language))) == text


def test_one_hour_is_singular_where_the_short_form_has_no_singular() -> None:
    assert plain(numbers.format_minutes(60, find_locale("es"))) == "1 h"


@pytest.mark.parametrize(("minutes", "text"), [(0, "0 mins"), (59, "59 mins"), (60, "1 hr"), (61, "1 hr 1 min")])
def test_minutes_leave_out_what_is_nothing(minutes: int, text: str) -> None:
    assert plain(numbers.format_minutes(minutes, find_locale("en"))) == text


@pytest.mark.parametrize(("value", "text"), [(14, "+14"), (-3, "−3"), (0, "0"), (1200, "+1,200")])
def test_moves_have_a_sign(value: int, text: str) -> None:
    assert plain(numbers.format_signed_days(value, find_locale("en"))) == text


def test_sign_stands_before_the_number_in_right_to_left_text() -> None:
    assert plain(numbers.format_signed_days(14, find_locale("ar"))) == "\N{LEFT-TO-RIGHT MARK}+14"


@pytest.mark.parametrize(("share", "text"), [(0, "0%"), (0.001, "1%"), (0.999, "99%"), (1, "100%"), (1.04, "104%")])
def test_share_is_nothing_or_all_only_where_it_is(share: float, text: str) -> None:
    assert plain(numbers.format_share(share, find_locale("en"))) == text


@pytest.mark.parametrize(
    ("language", "text"), [("en", "a, b and c"), ("en-US", "a, b, and c"), ("uk", "a, b і c"), ("de", "a, b und c")]
)
def test_lists_read_as_sentences_do(language: str, text: str) -> None:
    assert numbers.join_words(["a", "b", "c"], find_locale(language)) == text


@pytest.mark.parametrize("wrong", ["3", True])
def test_what_is_no_number_is_an_error(wrong: object) -> None:
    with pytest.raises(ValueError, match="is no number"):
        numbers.format_number(wrong, find_locale("en"))  # type: ignore[arg-type]
