"""On paper a page is a document to hand round: few sides, nothing to follow or to fill in, its drawing whole."""

from pathlib import Path

import pytest

from tests.browser.asked import DAY, STATUS, ask
from tests.browser.paper import count_sides
from tests.browser.sites import THEMES, Sites
from tests.browser.tab import Tab

SIDES = {
    "example/thistlecombe/patient-portal/index.html": 4,
    "example/thistlecombe/staff-rota/index.html": 2,
    "example/brezomar/reservas/index.html": 3,
}
"""The most that they may take: twenty updates, a project that has not begun, one in another language."""
FOR_SCREENS = "nav, form, button, input, select, textarea, .button:not(.invite *), .more:not(.invite *)"
WHERE = [(theme, page) for theme in THEMES for page in SIDES]


def list_seen(tab: Tab, selector: str) -> list[str]:
    """Return the texts of what can be seen."""
    return [found.inner_text() for found in tab.page.locator(selector).all() if found.is_visible()]


@pytest.mark.parametrize(("theme", "page"), WHERE)
def test_a_status_page_takes_few_sides(tab: Tab, sites: Sites, theme: str, page: str) -> None:
    place = sites.find(theme, page)
    tab.open(place.url, place.day)
    tab.page.emulate_media(media="print")
    assert count_sides(tab.page.pdf(prefer_css_page_size=True)) <= SIDES[page]


@pytest.mark.parametrize("path", ["thistlecombe/patient-portal/index.html", "thistlecombe/index.html"])
def test_paper_tells_where_the_page_stands_and_offers_nothing_to_follow(tab: Tab, sites: Sites, path: str) -> None:
    place = sites.find("default", f"example/{path}")
    tab.open(place.url, place.day)
    address = tab.page.get_by_text(f"https://status.kestovar.example/{path.removesuffix('index.html')}", exact=True)
    assert not address.is_visible()
    tab.page.emulate_media(media="print")
    assert address.is_visible()
    assert list_seen(tab, FOR_SCREENS) == []


@pytest.mark.parametrize("theme", THEMES)
def test_what_was_unfolded_to_be_printed_shows_no_form(tab: Tab, tmp_path: Path, theme: str) -> None:
    with ask(tmp_path, theme) as asked:
        tab.open(asked.page(STATUS), DAY)
        assert list_seen(tab, "summary .button")
        tab.page.evaluate("() => { dispatchEvent(new Event('beforeprint')); }")
        tab.page.emulate_media(media="print")
        assert list_seen(tab, "form, textarea, .button:not(.invite *)") == []
