"""Whoever has no pointer gets everywhere, and always sees where they are."""

import pytest

from tests.browser.sites import THEMES, Sites
from tests.browser.tab import Tab

PAGES = (
    "example/thistlecombe/index.html",
    "example/thistlecombe/patient-portal/index.html",
    "example/thistlecombe/patient-portal/feedback/pulse/index.html",
    "example-internal/index.html",
    "rough/arabic/portal/index.html",
)
WHERE = [(theme, page) for theme in THEMES for page in PAGES]
IN_MAIN = (
    "() => document.activeElement.id === 'main' || document.querySelector('#main').contains(document.activeElement)"
)


@pytest.mark.parametrize(("theme", "page"), WHERE)
def test_the_first_stop_leads_past_the_head(tab: Tab, sites: Sites, theme: str, page: str) -> None:
    place = sites.find(theme, page)
    tab.open(place.url, place.day, 360)
    tab.page.keyboard.press("Tab")
    link = tab.page.locator(":focus")
    box = link.bounding_box()
    assert link.get_attribute("href") == "#main"
    assert box and box["x"] >= 0 and box["y"] >= 0
    tab.page.keyboard.press("Enter")
    assert tab.page.evaluate(IN_MAIN)


@pytest.mark.parametrize(("theme", "page"), WHERE)
def test_every_stop_is_reached_and_seen(tab: Tab, sites: Sites, theme: str, page: str) -> None:
    place = sites.find(theme, page)
    tab.open(place.url, place.day, 360)
    stops = tab.ask("stops()")
    reached, faults = set(), []
    for _ in range(2 * len(stops)):
        tab.page.keyboard.press("Tab")
        stop = tab.ask("focus()")
        if stop["at"] < 0:
            break
        reached.add(stop["at"])
        if stop["fault"]:
            faults.append(f"{stop['name']} {stop['fault']}")
    assert faults == []
    assert [stop for at, stop in enumerate(stops) if at not in reached] == []
