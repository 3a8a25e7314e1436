"""What is kept of a locale's data is enough for all that pages say in its language."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel import Locale, localedata

from sitegen.memory import Kept
from sitegen.model import parse_due
from sitegen.theme import dates, numbers
from sitegen.theme.formats import UNUSED, load_formats

LANGUAGES = (
    "en-GB",
    "en-US",
    "uk",
    "es",
    "de",
    "fr",
    "pl",
    "ar",
    "he",
    "fa",
    "hi",
    "ja",
    "zh-Hant",
    "pt-BR",
    "sw",
    "sr",
)
DAYS = (date(2026, 1, 31), date(2026, 12, 4))
AMOUNTS = (0, 1, 2, 3, 5, 11, 21, 1234.5, -1200)


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    yield
    localedata.clear_caches()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_said_is_said_the_same(language: str, tmp_path: Path) -> None:
    localedata.clear_caches()
    whole = say_all(Locale.parse(language, sep="-"))
    for _ in ("made", "kept"):
        localedata.clear_caches()
        locale = Locale.parse(language, sep="-")
        load_formats(locale, Kept(tmp_path))
        assert say_all(locale) == whole
        assert not set(UNUSED) & set(localedata.load(str(locale)))
    assert [file.name for file in tmp_path.iterdir()] == [f"{locale}.formats"]


def test_what_is_damaged_is_made_anew(tmp_path: Path) -> None:
    localedata.clear_caches()
    locale = Locale.parse("de")
    (tmp_path / "de.formats").write_bytes(b"damaged")
    load_formats(locale, Kept(tmp_path))
    assert locale.months["format"]["wide"][3] == "März"


def say_all(locale: Locale) -> list[str]:
    """Return what every filter of dates, numbers and lists makes of a few values."""
    said = [locale.text_direction, numbers.join_words(["a", "b", "c"], locale)]
    for day in DAYS:
        said += [dates.format_day(day, style, year, locale) for style in dates.STYLES for year in (2025, 2026)]
        said += [dates.format_tick(day, unit, locale) for unit in ("week", "month", "quarter", "year")]
    for written in ("2026-12", "2026-Q4", "2026-12-04", "tbd"):
        due = parse_due(written)
        said += [dates.format_due(due, style, 2026, locale, "to be agreed") for style in ("short", "long")]
    for amount in AMOUNTS:
        said += [write(amount, locale) for write in (numbers.format_number, numbers.format_share)]
        said += [numbers.format_amount(amount, unit, locale) for unit in ("hours", "EUR", "UAH", "JPY", "points")]
        count = int(amount)
        said += [write(count, locale) for write in (numbers.format_days, numbers.format_signed_days)]
        said.append(numbers.format_minutes(abs(count), locale))
    return said
