"""What was true when the page was built turns true again on the day it is read, even if nobody builds."""

import json
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator

from tests.browser.sites import THEMES, Place, Sites
from tests.browser.tab import Tab

PAGES = ("example/thistlecombe/patient-portal/index.html", "example/trazonube/brezomar/reservas/index.html")
WHERE = [(theme, page) for theme in THEMES for page in PAGES]


def find_promise(place: Place) -> date:
    """Return the day by which the next update was promised."""
    status = json.loads(place.file.with_name("status.json").read_text("utf-8"))
    return date.fromisoformat(status["next_update"]["due"])


def read_promise(tab: Tab, place: Place, day: date) -> tuple[Locator, Locator]:
    """Read a page on a day; return what it says of the next update before that is due, and what once it was."""
    tab.open(place.url, day)
    due = find_promise(place)
    return tab.page.locator(f"[data-until='{due}']"), tab.page.locator(f"[data-after='{due}']")


@pytest.mark.parametrize(("theme", "page"), WHERE)
def test_a_promise_is_kept_up_to_its_day(tab: Tab, sites: Sites, theme: str, page: str) -> None:
    place = sites.find(theme, page)
    coming, past = read_promise(tab, place, find_promise(place))
    assert coming.is_visible()
    assert not past.is_visible()


@pytest.mark.parametrize(("theme", "page"), WHERE)
def test_a_promise_was_due_from_the_day_after(tab: Tab, sites: Sites, theme: str, page: str) -> None:
    place = sites.find(theme, page)
    coming, past = read_promise(tab, place, find_promise(place) + timedelta(days=1))
    assert past.is_visible()
    assert not coming.is_visible()


@pytest.mark.parametrize(("days", "words"), [(12, "in 12 days"), (1, "tomorrow"), (0, "today"), (-1, "yesterday")])
def test_days_that_are_left_are_counted_from_today(tab: Tab, sites: Sites, days: int, words: str) -> None:
    place = sites.find("default", PAGES[0])
    tab.open(place.url, place.day)
    away = tab.page.locator("[data-away]").first
    due = date.fromisoformat(away.get_attribute("data-away") or "")
    tab.open(place.url, due - timedelta(days=days))
    assert away.inner_text() == words


def test_days_are_counted_in_the_language_of_the_page(tab: Tab, sites: Sites) -> None:
    place = sites.find("default", PAGES[1])
    tab.open(place.url, place.day)
    away = tab.page.locator("[data-away]").first
    due = date.fromisoformat(away.get_attribute("data-away") or "")
    tab.open(place.url, due - timedelta(days=3))
    assert away.inner_text() == "dentro de 3 días"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("page", [PAGES[0], "example/thistlecombe/index.html", "example-internal/index.html"])
def test_a_page_that_was_not_renewed_says_of_which_day_its_counts_are(
    tab: Tab, plain_tab: Tab, sites: Sites, theme: str, page: str
) -> None:
    place = sites.find(theme, page)
    said = "What is counted here, such as days late, is as of 20 November 2026."
    plain_tab.open(place.file.as_uri(), place.day)
    assert said in plain_tab.page.locator("main").inner_text()
    for days, is_said in ((0, False), (1, False), (2, True), (60, True)):
        tab.open(place.file.as_uri(), place.day + timedelta(days=days))
        assert (said in tab.page.locator("main").inner_text()) == is_said
