"""The catalogue shows every part of a theme, in every state that a view can carry."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sitegen.build import Request
from sitegen.errors import ThemeError
from sitegen.pages import views
from sitegen.serve import Preview
from sitegen.serve.catalogue import CATALOGUE, render_catalogue
from sitegen.serve.catalogue.page import make_catalogue
from sitegen.theme import Theme, builtin_themes_folder, load_theme
from tests.cases import write_files
from tests.serve.previews import DAY, Visitor, is_settled, make_site, preview_of

WITHIN_OTHERS = {
    *("change", "counts", "drawings", "problem", "shapes", "words", "portfolio-row", "portfolio-words"),
    *("form-head", "form-question", "form-words"),
}
"""Parts that others include or import, or that belong to one page alone."""


def load(name: str) -> Theme:
    return load_theme(name, [builtin_themes_folder()])


def read_catalogue(theme: Theme, language: str = "en") -> str:
    return render_catalogue(theme, language).data.decode()


@pytest.mark.parametrize("name", ["default", "letter"])
def test_every_part_is_shown(name: str) -> None:
    html = read_catalogue(load(name))
    parts = {path.stem for path in (builtin_themes_folder() / "default" / "templates" / "parts").glob("*.html")}
    assert parts - set(re.findall(r'id="part-([\w-]+)"', html)) <= WITHIN_OTHERS


def test_every_macro_for_words_is_shown() -> None:
    folder = builtin_themes_folder() / "default" / "templates"
    source = (folder / "catalogue.html").read_text("utf-8")
    macros = {
        f"{name}.{macro}"
        for name in ("words", "shapes")
        for macro in re.findall(r"{% macro (\w+)", (folder / "parts" / f"{name}.html").read_text("utf-8"))
    }
    assert macros - set(re.findall(r"(?:words|shapes)\.\w+", source)) <= {"words.health", "shapes.path"}


def test_every_kind_of_change_is_shown() -> None:
    rows = [line.split("|") for line in (views.Change.__doc__ or "").splitlines() if line.count("|") == 4][2:]
    known = {kind for row in rows for kind in re.findall(r"[a-z]+-[a-z-]+|\bprogress\b|\bdecision\b", row[2])}
    changes = make_catalogue("en").projects[0].changes
    assert len(known) > 30
    assert changes is not None
    assert {change.kind for group in changes.groups for change in group.changes} == known


def test_languages_and_directions_follow_the_site() -> None:
    html = read_catalogue(load("default"), "ar")
    assert '<html lang="ar" dir="rtl">' in html


def test_every_element_ends() -> None:
    open_: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag not in {"meta", "link", "img", "input", "br", "hr"}:
                open_.append(tag)

        def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            """Pass over what opens and ends at once."""

        def handle_endtag(self, tag: str) -> None:
            assert open_.pop() == tag

    Reader().feed(read_catalogue(load("default")))
    assert open_ == []


def test_a_fault_of_a_part_names_the_part(tmp_path: Path) -> None:
    broken = tmp_path / "themes" / "ours"
    (broken / "templates" / "parts").mkdir(parents=True)
    (broken / "theme.yml").write_text("extends: default\n", "utf-8")
    (broken / "templates" / "parts" / "needs.html").write_text("{{ page.neds }}\n", "utf-8")
    theme = load_theme("ours", [tmp_path / "themes", builtin_themes_folder()])
    with pytest.raises(ThemeError, match="'neds' is no field of ProjectPage") as caught:
        render_catalogue(theme, "en")
    assert caught.value.problem.position.path.endswith("parts/needs.html")
    assert f"page {CATALOGUE}/index.html" in caught.value.trail


def test_a_preview_shows_the_catalogue_where_it_is_asked_for(tmp_path: Path) -> None:
    request = Request(config=make_site(tmp_path) / "sitegen.yml", day=DAY)
    with Preview(request, 0, with_catalogue=True) as preview:
        html = Visitor(preview.url).read(f"/{CATALOGUE}/")
        assert preview.catalogue_url == f"{preview.url}{CATALOGUE}/"
    assert "Catalogue of the theme" in html
    assert "/__sitegen/reload.js" in html
    with preview_of(tmp_path) as (_, visitor):
        assert visitor.ask(f"/{CATALOGUE}/").status == 404


def test_the_catalogue_follows_the_theme(tmp_path: Path) -> None:
    part = "themes/ours/templates/parts/work.html"
    root = make_site(
        tmp_path, **{"sitegen.yml": "name: Firm\ntheme: ours\n", "themes/ours/theme.yml": "extends: default\n"}
    )
    write_files({part: "<p>before</p>\n"}, root)
    with Preview(Request(config=root / "sitegen.yml", day=DAY), 0, with_catalogue=True) as preview:
        visitor = Visitor(preview.url)
        with visitor.listen() as stream:
            pages = stream.wait_for(is_settled)["pages"]
            write_files({part: "<p>after</p>\n"}, root)
            stream.wait_for(lambda news: is_settled(news) and news["pages"] > pages)
        html = visitor.read(f"/{CATALOGUE}/")
    assert "<p>after</p>" in html
    assert "<p>before</p>" not in html
