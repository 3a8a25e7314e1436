"""The second theme that comes with sitegen: a letter, on the same contract, words and legibility as the first."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request, build
from sitegen.model import Audience
from sitegen.pages import views
from sitegen.theme import Theme, builtin_themes_folder, extract_words, load_theme
from sitegen.theme.colour import DARK, LIGHT, measure_contrast
from tests.theme.test_default_theme import INLINE

EXAMPLE = Path(__file__).parents[2]
FOLDER = builtin_themes_folder() / "letter"
TEMPLATES = sorted((FOLDER / "templates").rglob("*.html"))
STYLE = (FOLDER / "assets" / "style.css").read_text("utf-8")
KINDS = {"neutral", "client", "project", "updates", "one-update", "survey", "portfolio"}
TEXTS = ("ink", "soft", "accent", "done", "good", "risk", "bad", "idle")


def load_letter(**options: object) -> Theme:
    """Load the theme as a site does."""
    return load_theme("letter", [builtin_themes_folder()], options)


def read_tokens(style: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the colours by day and by night, by name."""
    blocks = re.findall(r":root \{\n(.*?)\}", style, re.DOTALL)
    day, night = (dict(re.findall(r"--([\w-]+): (#\w{6});", block)) for block in blocks[:2])
    return day, day | night


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The example's pages as letters, for clients, agencies and the firm, by path."""
    root = tmp_path_factory.mktemp("letter")
    shutil.copytree(EXAMPLE / "content", root / "content")
    settings = (EXAMPLE / "sitegen.yml").read_text("utf-8")
    (root / "sitegen.yml").write_text(f"{settings}\ntheme: letter\n", "utf-8")
    for audience in (Audience.CLIENT, Audience.INTERNAL):
        build(Request(config=root / "sitegen.yml", day=date(2026, 11, 20), jobs=1, audience=audience))
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*.html")}


def test_every_kind_of_page_is_a_letter(pages: dict[str, str]) -> None:
    kinds = {match[1] for html in pages.values() if (match := re.search(r'<body class="([^"]*)">', html))}
    assert kinds >= KINDS
    assert [path for path, html in pages.items() if html.count('class="letterhead"') != 1] == []
    assert [path for path, html in pages.items() if len(re.findall("<h1[ >]", html)) != 1] == []


def test_no_page_has_anything_inline(pages: dict[str, str]) -> None:
    assert [path for path, html in pages.items() if re.search(r"<\w[^>]*\s(?:style|on\w+)=|<style", html)] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_no_template_has_anything_inline_or_from_another_host(template: Path) -> None:
    assert INLINE.findall(template.read_text("utf-8")) == []


def test_index_names_the_sections_in_the_order_of_the_page(pages: dict[str, str]) -> None:
    html = pages["site/thistlecombe/patient-portal/index.html"]
    index = re.findall(r'href="#([\w-]+)"', html.split('<nav class="index"')[1].split("</nav>")[0])
    assert len(index) > 10
    assert index == re.findall(r'<section id="([\w-]+)"', html)


def test_every_note_of_the_table_leads_to_its_row_and_back(pages: dict[str, str]) -> None:
    html = pages["site/thistlecombe/patient-portal/index.html"]
    notes = re.findall(r'<li id="note-([\w-]+)">', html)
    assert notes
    assert notes == re.findall(r'href="#note-([\w-]+)"', html) == re.findall(r'href="#ref-([\w-]+)"', html)
    assert notes == re.findall(r'id="ref-([\w-]+)"', html)


def list_templates(theme: str) -> set[str]:
    folder = builtin_themes_folder() / theme / "templates"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_it_replaces_templates_of_the_first_theme_and_adds_none() -> None:
    assert list_templates("letter") < list_templates("default")


def test_own_words_are_translated_into_every_language_of_the_first_theme() -> None:
    letter, default = load_letter(), load_theme("default", [builtin_themes_folder()])
    own = {word.text for word in extract_words(letter)} - {word.text for word in extract_words(default)}
    assert own
    assert letter.languages == default.languages
    assert {language: own & set(letter.missing_words(language)) for language in letter.languages} == {
        language: set() for language in letter.languages
    }


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_are_legible(scheme: int) -> None:
    tokens = read_tokens(STYLE)[scheme]
    for ground in ("paper", "tint"):
        assert {name: ratio for name in TEXTS if (ratio := measure_contrast(tokens[name], tokens[ground])) < 4.5} == {}
    assert measure_contrast(tokens["accent-ink"], tokens["accent"]) >= 4.5
    assert measure_contrast(tokens["line"], tokens["paper"]) >= 3


def test_brand_is_as_legible_on_this_paper_as_on_the_one_it_is_made_for() -> None:
    day, night = (tokens["paper"] for tokens in read_tokens(STYLE))
    assert measure_contrast("#000000", day) >= measure_contrast("#000000", LIGHT)
    assert measure_contrast("#ffffff", night) >= measure_contrast("#ffffff", DARK)


def render_letterhead(**options: object) -> str:
    """Render the page that says that nothing stands at an address."""
    head = views.Head(
        language="en",
        title="",
        description="",
        root="/",
        year=2026,
        as_of=date(2026, 11, 16),
        audience="client",
        csp="default-src 'none'",
        firm=views.Party(name="Firm"),
    )
    view = views.NotFoundPage(head=head)
    return load_letter(**options).render("404.html", view, language="en", assets_url="/assets/")


def test_options_change_the_letterhead() -> None:
    assert '<header class="top is-numbered">' in render_letterhead()
    changed = render_letterhead(letterhead="left", numbered=False, coloured=False)
    assert '<header class="top is-left is-plain">' in changed


def test_a_line_at_the_foot_stands_in_place_of_the_name() -> None:
    foot = render_letterhead(footer="Firm, 1 Some Street").partition("<footer")[2]
    assert "<span>Firm, 1 Some Street</span>" in foot
    assert "<span>Firm</span>" in render_letterhead().partition("<footer")[2]
