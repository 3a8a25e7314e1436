"""Every kind of page, in every theme that comes with sitegen, is whole in every way that people read it."""

import re
import unicodedata

import pytest

from tests.browser.sight import Sight, see
from tests.browser.sites import THEMES, Sites
from tests.browser.tab import Tab

FEW_PAGES = (
    "example/index.html",
    "example/thistlecombe/index.html",
    "example/thistlecombe/patient-portal/index.html",
    "example/thistlecombe/patient-portal/updates/index.html",
    "example/thistlecombe/patient-portal/updates/2026-10-02/index.html",
    "example/thistlecombe/patient-portal/feedback/pulse/index.html",
    "example/zhytoyarka/zamovlennia/index.html",
    "example/trazonube/index.html",
    "example-internal/index.html",
    "rough/crowded/plan/index.html",
    "rough/bare/silent/index.html",
    "rough/arabic/portal/index.html",
)
"""Every template that a theme may replace."""
MORE_PAGES = (
    "example/404.html",
    "example/zhytoyarka/index.html",
    "example/zhytoyarka/oblik/index.html",
    "example/zhytoyarka/oblik/updates/2026-11-06/index.html",
    "example/trazonube/brezomar/reservas/index.html",
    "example/trazonube/brezomar/reservas/feedback/relacion/index.html",
    "example-internal/thistlecombe/patient-portal/index.html",
    "rough/crowded/index.html",
    "rough/bare/silent/updates/index.html",
    "rough/empty/index.html",
    "rough/arabic/index.html",
    "rough/arabic/portal/updates/2026-11-13/index.html",
    "reports/ofa/tdp/index.html",
    "reports/ofa/tdp/updates/index.html",
)
"""Other content, other languages: for the theme that the others extend."""
SEEN = [(theme, page) for theme in THEMES for page in FEW_PAGES] + [("default", page) for page in MORE_PAGES]


@pytest.fixture(
    scope="module",
    params=SEEN,
    ids=lambda pair: f"{pair[0]}:{pair[1].removesuffix('/index.html')}",
)
def sight(request: pytest.FixtureRequest, sites: Sites, tab: Tab, plain_tab: Tab) -> Sight:
    """What there is to see of a page: it is visited once for all tests."""
    return see(tab, plain_tab, sites.find(*request.param))


def split_words(text: str) -> list[str]:
    """Return the words of a text as they can be found in a PDF, which knows no ligature and no soft hyphen."""
    return re.split(r"[\s\u00ad\u200b-\u200f\u2010\u2011-]+", unicodedata.normalize("NFKC", text).casefold())


def test_page_has_no_barriers_in_light_and_dark(sight: Sight) -> None:
    assert sight.barriers == ()


def test_nothing_scrolls_sideways_is_cut_off_or_overlaps_at_any_width_and_on_paper(sight: Sight) -> None:
    assert sight.layout == ()


def test_ids_references_and_headings_are_in_order(sight: Sight) -> None:
    assert sight.structure == ()


def test_page_is_quiet_and_asks_no_other_host(sight: Sight) -> None:
    assert sight.noise == ()


def test_page_says_the_same_without_scripts(sight: Sight) -> None:
    assert sight.lines
    assert set(sight.lines) <= set(sight.plain_lines)


def test_page_looks_the_same_from_disk_where_every_link_leads_to_a_file(sight: Sight) -> None:
    assert sight.plain_looks == sight.looks
    assert sight.dead_links == ()


def test_every_heading_stands_on_paper(sight: Sight) -> None:
    # Bookmarks lose spaces where a line ends, and turn the words of Arabic around.
    printed = ["".join(split_words(title)) for title in sight.bookmarks]
    words = {heading: split_words(heading) for heading in sight.headings}
    assert words
    assert [
        heading for heading in words if not any(all(word in title for word in words[heading]) for title in printed)
    ] == []
