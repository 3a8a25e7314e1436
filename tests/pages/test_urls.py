"""Links lead from any page to any other, and to folders, wherever the site stands."""

from urllib.parse import quote, unquote, urljoin

from hypothesis import given
from hypothesis import strategies as st

from sitegen.pages.urls import ProjectUrls, folder_link, link, make_absolute

NAMES = st.text("ab -.é", min_size=1, max_size=3).filter(lambda name: set(name) != {"."})
FOLDERS = st.lists(NAMES, max_size=4).map("/".join)
BASE = "https://example.com/status/"


def join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


@given(FOLDERS, FOLDERS, NAMES)
def test_a_link_leads_from_a_page_to_a_file(source: str, folder: str, name: str) -> None:
    found = link(join(source, "index.html"), join(folder, name))
    assert unquote(urljoin(f"{BASE}{join(source, 'index.html')}", found)) == f"{BASE}{join(folder, name)}"


@given(FOLDERS, FOLDERS)
def test_a_link_leads_from_a_page_to_a_folder(source: str, folder: str) -> None:
    found = folder_link(join(source, "index.html"), folder)
    assert unquote(urljoin(f"{BASE}{join(source, 'index.html')}", found)) == f"{BASE}{join(folder, '')}"
    assert found.endswith("/")


def test_a_link_is_quoted_as_any_url() -> None:
    chars = [chr(code) for code in range(0x250)]
    assert [link("index.html", char) for char in chars] == [quote(char) for char in chars]


@given(st.lists(NAMES, min_size=2, max_size=2, unique=True))
def test_the_link_to_another_update_is_the_one_from_page_to_page(names: list[str]) -> None:
    urls = ProjectUrls("acme/shop")
    assert urls.other_update(names[1]) == link(urls.update(names[0]), urls.update(names[1]))


def test_an_absolute_url_is_quoted_and_leaves_out_the_name_of_a_folders_page() -> None:
    assert make_absolute("https://a.example/", "acme/звіт/index.html") == (
        "https://a.example/acme/%D0%B7%D0%B2%D1%96%D1%82/"
    )
    assert make_absolute("https://a.example", "acme/updates.atom") == "https://a.example/acme/updates.atom"
