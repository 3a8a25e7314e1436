"""The catalogue shows every part of a theme, in every state that a view can carry."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sitegen.errors import ThemeError
from sitegen.pages import views
from sitegen.serve.catalogue import CATALOGUE, write_catalogue
from sitegen.serve.catalogue.page import make_catalogue
from sitegen.theme import Theme, builtin_themes_folder, load_theme

WITHIN_OTHERS = {"counts", "drawings", "shapes", "words", "portfolio-row", "portfolio-words"}
"""Parts that others include or import, or that belong to one page alone."""


def load(name: str) -> Theme:
    return load_theme(name, [builtin_themes_folder()])


def read_catalogue(theme: Theme, folder: Path, language: str = "en") -> str:
    assert write_catalogue(theme, language, folder) == (f"{CATALOGUE}/index.html",)
    return (folder / CATALOGUE / "index.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["default", "letter"])
def test_every_part_is_shown(name: str, tmp_path: Path) -> None:
    html = read_catalogue(load(name), tmp_path)
    parts = {path.stem for path in (builtin_themes_folder() / "default" / "templates" / "parts").glob("*.html")}
    assert parts - set(re.findall(r'id="part-([\w-]+)"', html)) <= WITHIN_OTHERS


def test_every_kind_of_change_is_shown() -> None:
    rows = [line.split("|") for line in (views.Change.__doc__ or "").splitlines() if line.count("|") == 4][2:]
    known = {kind for row in rows for kind in re.findall(r"[a-z]+-[a-z-]+|\bprogress\b|\bdecision\b", row[2])}
    changes = make_catalogue("en").projects[0].changes
    assert len(known) > 30
    assert changes is not None
    assert {change.kind for group in changes.groups for change in group.changes} == known


def test_languages_and_directions_follow_the_site(tmp_path: Path) -> None:
    html = read_catalogue(load("default"), tmp_path, "ar")
    assert '<html lang="ar" dir="rtl">' in html


def test_every_element_ends(tmp_path: Path) -> None:
    open_: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag not in {"meta", "link", "img", "br", "hr"}:
                open_.append(tag)

        def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            """Pass over what opens and ends at once."""

        def handle_endtag(self, tag: str) -> None:
            assert open_.pop() == tag

    Reader().feed(read_catalogue(load("default"), tmp_path))
    assert open_ == []


def test_what_stands_is_not_written_again(tmp_path: Path) -> None:
    read_catalogue(load("default"), tmp_path)
    assert write_catalogue(load("default"), "en", tmp_path) == ()


def test_a_fault_of_a_part_names_the_part(tmp_path: Path) -> None:
    broken = tmp_path / "themes" / "ours"
    (broken / "templates" / "parts").mkdir(parents=True)
    (broken / "theme.yml").write_text("extends: default\n", "utf-8")
    (broken / "templates" / "parts" / "needs.html").write_text("{{ page.neds }}\n", "utf-8")
    theme = load_theme("ours", [tmp_path / "themes", builtin_themes_folder()])
    with pytest.raises(ThemeError, match="'neds' is no field of ProjectPage") as caught:
        write_catalogue(theme, "en", tmp_path)
    assert caught.value.problem.position.path.endswith("parts/needs.html")
    assert f"page {CATALOGUE}/index.html" in caught.value.trail
