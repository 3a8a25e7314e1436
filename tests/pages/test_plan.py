"""Which files a project becomes, and where its texts lead."""

from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request, build
from sitegen.errors import ContentError
from sitegen.pages.urls import ClientUrls, folder_link, link, name_asset
from tests.cases import write_files

SITE = {
    "sitegen.yml": "name: Firm\n",
    "content/clients/acme/client.yml": "name: Acme\n",
    "content/clients/acme/shop/project.yml": "name: Shop\nstart: 2026-01-05\nhealth: on-track\n",
}
FOLDER = "content/clients/acme/shop"


def build_site(files: dict[str, str], root: Path, **more: object) -> Path:
    """Write a site, build it as of the end of 2026, and return the client's folder."""
    write_files(SITE | files, root)
    build(Request(config=root / "sitegen.yml", day=date(2026, 12, 31), jobs=1))
    return root / "site/acme"


def update(body: str, front: str = "") -> str:
    """Return the text of an update."""
    return f"---\n{front}---\n{body}\n"


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("acme/shop/index.html", "acme/index.html", "../index.html"),
        ("acme/index.html", "acme/shop/index.html", "shop/index.html"),
        ("acme/shop/updates/a/index.html", "acme/shop/files/a b.pdf", "../../files/a%20b.pdf"),
        ("index.html", "acme/index.html", "acme/index.html"),
    ],
)
def test_links_are_relative(source: str, target: str, expected: str) -> None:
    assert link(source, target) == expected


def test_a_link_to_a_folder_ends_in_a_slash() -> None:
    assert folder_link("acme/shop/index.html", "acme") == "../"
    assert folder_link("acme/index.html", "acme") == "./"


def test_the_archive_has_its_first_page_without_a_number() -> None:
    urls = ClientUrls("acme").project("shop")

    assert urls.updates() == "acme/shop/updates/index.html"
    assert urls.updates(2) == "acme/shop/updates/page-2/index.html"


def test_an_asset_is_named_by_its_content() -> None:
    assert name_asset("logo.svg", b"a") != name_asset("logo.svg", b"b")
    assert name_asset("logo.svg", b"a").startswith("logo.")
    assert name_asset("logo.svg", b"a").endswith(".svg")


def test_updates_are_listed_in_pages_of_twenty(tmp_path: Path) -> None:
    days = [f"2026-{month:02}-{day:02}" for month in (3, 4) for day in range(1, 12)]
    client = build_site({f"{FOLDER}/updates/{day}.md": update(f"On {day}.") for day in days}, tmp_path)

    first = (client / "shop/updates/index.html").read_text()
    second = (client / "shop/updates/page-2/index.html").read_text()

    assert first.count("../../shop/updates/2026-") + first.count('href="2026-') == 20
    assert second.count('href="../2026-') == 2
    assert not (client / "shop/updates/page-3").exists()


def test_only_files_that_something_links_to_are_published(tmp_path: Path) -> None:
    client = build_site(
        {
            f"{FOLDER}/files/brief.txt": "brief",
            f"{FOLDER}/files/secret.txt": "secret",
            f"{FOLDER}/updates/2026-03-02.md": update("See [the brief](../files/brief.txt)."),
        },
        tmp_path,
    )

    assert [path.name for path in (client / "shop/files").iterdir()] == ["brief.txt"]


def test_a_link_to_another_updates_file_leads_to_its_page(tmp_path: Path) -> None:
    client = build_site(
        {
            f"{FOLDER}/updates/2026-03-02.md": update("First."),
            f"{FOLDER}/updates/2026-03-09.md": update("As [last week](2026-03-02.md)."),
        },
        tmp_path,
    )

    page = (client / "shop/updates/2026-03-09/index.html").read_text()
    assert 'href="../2026-03-02/index.html"' in page


def test_a_link_to_an_update_that_the_client_may_not_see_names_it_not(tmp_path: Path) -> None:
    client = build_site(
        {
            f"{FOLDER}/updates/2026-03-02-trouble.md": update("First.", "visibility: internal\n"),
            f"{FOLDER}/updates/2026-03-09.md": update("As [last week](2026-03-02-trouble.md)."),
        },
        tmp_path,
    )

    assert not [path for path in client.rglob("*") if "trouble" in str(path)]
    assert not [path for path in client.rglob("*.*") if path.is_file() and "trouble" in path.read_text()]


@pytest.mark.parametrize("front", ["", "draft: true\n", "visibility: internal\n"])
def test_a_broken_link_is_told_with_its_place_even_where_it_is_not_shown(front: str, tmp_path: Path) -> None:
    body = "Some text.\n\nSee [it](../files/no.txt)."

    with pytest.raises(ContentError) as caught:
        build_site({f"{FOLDER}/updates/2026-03-02.md": update(body, front)}, tmp_path)

    (problem,) = (found for found in caught.value.problems if found.level == "error")
    assert problem.rule == "broken-link"
    lines = update(body, front).split("\n")
    assert lines[problem.position.line - 1][problem.position.column - 1 :].startswith("../files/no.txt")


def test_a_note_in_an_update_links_from_where_it_was_written(tmp_path: Path) -> None:
    front = "risks: {r: {title: A risk, response: 'See [it](../files/a.txt)'}}\n"
    client = build_site({f"{FOLDER}/files/a.txt": "a", f"{FOLDER}/updates/2026-03-02.md": update("", front)}, tmp_path)

    assert 'href="files/a.txt"' in (client / "shop/index.html").read_text()


def test_template_marks_in_markdown_are_shown_and_never_run(tmp_path: Path) -> None:
    client = build_site({f"{FOLDER}/updates/2026-03-02.md": update("It says {{ 6 * 7 }} {% if x %}.")}, tmp_path)

    assert "{{ 6 * 7 }} {% if x %}" in (client / "shop/updates/2026-03-02/index.html").read_text()


def test_an_empty_update_is_an_update_too(tmp_path: Path) -> None:
    client = build_site({f"{FOLDER}/updates/2026-03-02.md": ""}, tmp_path)

    assert (client / "shop/updates/2026-03-02/index.html").is_file()
