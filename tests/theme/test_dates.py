"""Dates read as each language writes them, and are never more exact than they were given."""

from datetime import date, datetime
from pathlib import Path

import pytest

from sitegen.model import parse_due
from sitegen.theme import load_theme
from sitegen.theme.dates import format_day, format_due, format_iso
from sitegen.theme.languages import find_locale
from tests.theme.test_numbers import plain
from tests.theme.test_themes import Head, Page, render, write_theme

DAY = date(2026, 12, 4)


@pytest.mark.parametrize(
    ("language", "medium", "with_year"),
    [
        ("en", "Fri 4 Dec", "Fri, 4 Dec 2026"),
        ("en-US", "Fri, Dec 4", "Fri, Dec 4, 2026"),
        ("uk", "пт, 4 груд.", "пт, 4 груд. 2026 р."),
        ("es", "vie, 4 dic", "vie, 4 dic 2026"),
        ("de", "Fr., 4. Dez.", "Fr., 4. Dez. 2026"),
        ("fr", "ven. 4 déc.", "ven. 4 déc. 2026"),
        ("pl", "pt., 4 gru", "pt., 4 gru 2026"),
        ("ar", "الجمعة، 4 ديسمبر", "الجمعة، 4 ديسمبر 2026"),
    ],
)
def test_each_language_orders_its_dates(language: str, medium: str, with_year: str) -> None:
    locale = find_locale(language)
    assert plain(format_day(DAY, "medium", 2026, locale)) == medium
    assert plain(format_day(DAY, "medium", 2025, locale)) == with_year


@pytest.mark.parametrize(
    ("style", "text"),
    [("short", "4 Dec"), ("medium", "Fri 4 Dec"), ("long", "4 December 2026"), ("month", "December 2026")],
)
def test_styles_say_more_or_less(style: str, text: str) -> None:
    assert plain(format_day(DAY, style, 2026, find_locale("en"))) == text


@pytest.mark.parametrize(
    ("language", "month", "quarter"),
    [
        ("en", "December 2026", "Q4 2026"),
        ("uk", "грудень 2026 р.", "4-й кв. 2026"),
        ("es", "diciembre de 2026", "T4 2026"),
        ("de", "Dezember 2026", "Q4 2026"),
        ("fr", "décembre 2026", "T4 2026"),
        ("pl", "grudzień 2026", "IV kw. 2026"),
        ("ar", "ديسمبر 2026", "الربع الرابع 2026"),
    ],
)
def test_vague_dates_stay_vague(language: str, month: str, quarter: str) -> None:
    locale = find_locale(language)
    assert plain(format_due(parse_due("2026-12"), "medium", 2026, locale, "?")) == month
    assert plain(format_due(parse_due("2026-Q4"), "medium", 2026, locale, "?")) == quarter
    assert plain(format_due(parse_due("tbd"), "medium", 2026, locale, "?")) == "?"


@pytest.mark.parametrize(
    ("written", "iso"),
    [("2026-12-04", "2026-12-04"), ("2026-12", "2026-12"), ("2026-Q4", "2026"), ("tbd", "")],
)
def test_iso_is_what_html_takes(written: str, iso: str) -> None:
    assert format_iso(parse_due(written)) == iso


def test_iso_of_a_moment_has_its_minutes() -> None:
    assert format_iso(datetime(2026, 12, 4, 9, 5)) == "2026-12-04T09:05"  # noqa: DTZ001 - the site's own clock time


def test_filters_know_the_page_s_year_and_the_language(tmp_path: Path) -> None:
    page = "{{ page.due | date }}|{{ page.due | time('short') }}|{{ page.count | time }}"
    locale = 'msgid "to be agreed"\nmsgstr "noch offen"\n'
    theme = load_theme("one", [write_theme(tmp_path, "one", {"templates/page.html": page, "locales/de.po": locale})])
    later = Page(head=Head(year=2027), due=DAY, count=parse_due("tbd"))
    assert render(theme, view=later, language="de-AT") == (
        'Fr., 4. Dez. 2026|<time datetime="2026-12-04">4. Dez. 2026</time>|noch offen'
    )
