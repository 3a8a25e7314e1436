"""The theme that comes with sitegen: its words, its strictness, and pages with nothing to say."""

import re
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sitegen.pages.views import Head, Html, Issue, Need, Option, Party, ProjectPage
from sitegen.theme import builtin_themes_folder, load_theme

TEMPLATES = sorted((builtin_themes_folder() / "default" / "templates").rglob("*.html"))
INLINE = re.compile(r"<\w[^>]*\s(?:style|on\w+)=|<style|<script(?! src=)|https?://")


def render_project(**given: Any) -> str:
    """Render the status page of a project of which no more is known than is given."""
    head = Head(
        language="en",
        title="Shop",
        description="",
        root="./",
        year=2026,
        as_of=date(2026, 11, 16),
        audience="client",
        csp="default-src 'none'",
        firm=Party(name="Firm"),
        client=Party(name="Client"),
    )
    known: dict[str, Any] = {field.name: () if "tuple" in str(field.type) else None for field in fields(ProjectPage)}
    known |= {"head": head, "name": "Shop", "is_open": True, "health_since": date(2026, 6, 1)}
    known |= {"start": date(2026, 6, 1), "needs_overdue": 0}
    theme = load_theme("default", [builtin_themes_folder()])
    return theme.render("project.html", ProjectPage(**(known | given)), language="en", assets_url="assets/")


@pytest.mark.parametrize("language", ["uk", "es"])
def test_every_word_is_translated(language: str) -> None:
    assert load_theme("default", [builtin_themes_folder()]).missing_words(language) == ()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_no_template_has_anything_inline_or_from_another_host(template: Path) -> None:
    assert INLINE.findall(template.read_text()) == []


def test_what_is_empty_leaves_no_section() -> None:
    html = render_project()
    assert "<section" not in html
    assert "<nav" not in html
    assert "Nothing is needed from you right now." in html


def test_titles_are_text_and_never_markup() -> None:
    html = render_project(needs=(Need(kind="action", id="a", anchor="need-action-a", title="<b>Send</b> & sign"),))
    assert "<b>Send" not in html
    assert html.count("&lt;b&gt;Send&lt;/b&gt; &amp; sign") >= 2


def test_a_need_that_is_late_says_so_on_the_first_screen() -> None:
    need = Need(
        kind="action",
        id="a",
        anchor="need-action-a",
        title="Sign",
        due=date(2026, 11, 12),
        is_overdue=True,
        days_late=4,
    )
    first_screen = render_project(needs=(need,), needs_overdue=1).split('<section id="needs"')[0]
    assert "1 overdue" in first_screen
    assert "Thu 12 Nov" in first_screen


def test_a_solved_problem_stands_in_short_with_the_rest_folded() -> None:
    said: dict[str, Any] = {"note": Html(html="<p>It began in May.</p>"), "response": Html(html="<p>We wait.</p>")}
    ways = (Option(id="a", title="Take the other", is_chosen=True), Option(id="b", title="Wait longer"))
    issues = (
        Issue(id="open", title="Still there", is_open=True, **said),
        Issue(id="chosen", title="Solved by choice", is_open=False, options=ways, choice="Take the other", **said),
        Issue(id="done", title="Solved by work", is_open=False, **said),
        Issue(id="bare", title="Solved", is_open=False),
    )
    html = render_project(issues=issues)
    still, chosen, done, bare = html.split('<article class="item')[1:]
    assert "<details" not in still
    assert "It began" in still
    short, rest = chosen.split("<details")
    assert "Take the other" in short
    assert "It began" not in short
    assert all(words in rest for words in ("It began", "We wait.", "Wait longer"))
    short, rest = done.split("<details")
    assert "We wait." in short
    assert "It began" in rest
    assert "<details" not in bare
