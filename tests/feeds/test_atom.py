"""Links in a feed lead from anywhere to where they led from their page."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.feeds.atom import make_links_absolute, resolve_link

BASE = "https://status.firm.example/acme/shop/updates/2026-01-19/"
PIECES = st.sampled_from(
    [
        "https:",
        "http:",
        "HTTPS:",
        "mailto:",
        "//",
        "/",
        "a.example",
        "[",
        ":80",
        "..",
        ".",
        ";",
        "?",
        "#",
        "x=1",
        "%20",
        "&amp;",
    ]
)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_link_is_resolved_as_the_standard_says(target: str) -> None:
    try:
        resolved = urljoin(BASE, target)
    except ValueError:
        with pytest.raises(ValueError, match=r".+"):
            resolve_link(BASE, target)
    else:
        assert resolve_link(BASE, target) == resolved


def test_links_and_pictures_become_absolute_and_drawings_go() -> None:
    html = '<p><a class="x" href="../../#end">end</a> <img src="a.png"><svg><a href="b"/></svg></p>'
    folder = BASE.removesuffix("updates/2026-01-19/")
    assert make_links_absolute(html, BASE) == (
        f'<p><a class="x" href="{folder}#end">end</a> <img src="{BASE}a.png"></p>'
    )
