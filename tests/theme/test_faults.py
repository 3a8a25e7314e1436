"""Whatever fails in a template is told with its file, its line, the way there and the page it was for."""

from pathlib import Path

import pytest

from sitegen.problems import format_problem
from sitegen.theme import load_theme
from tests.theme.test_themes import Page, fault_of, render, write_theme


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("{{ page.titel }}", 9, "'titel' is no field of Page; did you mean 'title'?"),
        ("  {{ pge.title }}", 6, "'pge' is no name that this template has; did you mean 'page'?"),
        ("{{ page.nope | date }}", 9, "'nope' is no field of Page"),
        ("{{ options.figures }}", 12, "'figures' is no key of this map"),
        ("{{ page.due.nope }}", 13, "'nope' is asked of None; test it with '{% if … %}' first"),
        ("{{ page.due }}", 1, "the value is None, which no page may show; test it with '{% if … %}' first"),
        ("{{ none }}", 1, "the value is None, which no page may show; test it with '{% if … %}' first"),
        ("{{ page.title | dat }}", 17, "no filter named 'dat'"),
        ("{{ page.title | date }}", 1, "'Shop' is no date"),
        ("{{ page.title | number }}", 1, "'Shop' is no number"),
        ("{{ page.title | markup }}", 1, "'Shop' has no HTML of its own, so it cannot be shown as such"),
        ("{{ page.head.as_of | date('log') }}", 28, "'log' is no style of date; there are short, medium, long, month"),
        ("{{ page.count / 0 }}", 1, "the template failed with ZeroDivisionError: division by zero"),
        ("{{ 1 + }}", 1, "unexpected 'end of print statement'"),
        ("{{ asset('styel.css') }}", 11, "'styel.css' is no asset of this theme; did you mean 'style.css'?"),
        ("{% include 'part.html' %}", 13, "'part.html' is no template of this theme; did you mean 'parts.html'?"),
    ],
)
def test_fault_names_line_and_column(tmp_path: Path, line: str, column: int, message: str) -> None:
    files = {"templates/page.html": f"<h1>\n{line}\n", "templates/parts.html": "", "assets/style.css": ""}
    theme = load_theme("one", [write_theme(tmp_path, "one", files)])
    error = fault_of(theme, view=Page(due=None))
    position = error.problem.position
    assert (error.problem.message, position.line, position.column) == (message, 2, column)
    assert position.path == (tmp_path / "one/templates/page.html").as_posix()
    assert position.source == line
    assert error.trail == ("page shop/index.html",)


def test_trail_leads_from_the_page_to_the_fault(tmp_path: Path) -> None:
    files = {
        "templates/base.html": "<main>\n{% block body %}{% endblock %}",
        "templates/page.html": '{% extends "base.html" %}\n{% block body %}\n{% include "part.html" %}\n{% endblock %}',
        "templates/part.html": "\n\n{{ page.titel }}",
    }
    error = fault_of(load_theme("one", [write_theme(tmp_path, "one", files)]))
    folder = (tmp_path / "one/templates").as_posix()
    assert format_problem(error.problem).startswith(f"{folder}/part.html:3:9: error: 'titel' is no field of Page")
    assert error.trail == (
        f"{folder}/page.html:1",
        f"{folder}/base.html:2",
        f"{folder}/page.html:3",
        "page shop/index.html",
    )


def test_syntax_error_in_a_part_names_the_part(tmp_path: Path) -> None:
    files = {"templates/page.html": '\n{% include "part.html" %}', "templates/part.html": "\n\n{% if %}"}
    error = fault_of(load_theme("one", [write_theme(tmp_path, "one", files)]))
    assert error.problem.position.path.endswith("part.html")
    assert error.problem.position.line == 3
    assert error.trail == ((tmp_path / "one/templates/page.html").as_posix() + ":2", "page shop/index.html")


def test_template_that_is_not_there_names_the_nearest(tmp_path: Path) -> None:
    theme = load_theme("one", [write_theme(tmp_path, "one", {"templates/page.html": ""})])
    error = fault_of(theme, "pge.html")
    assert error.problem.message == "'pge.html' is no template of this theme; did you mean 'page.html'?"
    assert error.problem.position.path == (tmp_path / "one/theme.yml").as_posix()


def test_template_that_extends_itself_is_told_how_to_reach_the_one_beneath(tmp_path: Path) -> None:
    write_theme(tmp_path, "default", {"templates/page.html": ""})
    write_theme(tmp_path, "ours", {"theme.yml": "extends: default", "templates/page.html": '{% extends "page.html" %}'})
    error = fault_of(load_theme("ours", [tmp_path]))
    assert "extends or includes itself; 'default/…' names the one of the theme 'default'" in error.problem.message
    assert error.problem.position.path == (tmp_path / "ours/templates/page.html").as_posix()
    assert len(error.trail) == 1


def test_macro_that_needs_the_page_says_how_to_get_it(tmp_path: Path) -> None:
    macro = "{% macro day(value) %}{{ value | date }}{% endmacro %}"
    without = {"templates/m.html": macro, "templates/page.html": '{% import "m.html" as m %}{{ m.day(page.due) }}'}
    error = fault_of(load_theme("one", [write_theme(tmp_path / "without", "one", without)]))
    assert "with context" in error.problem.message
    page = '{% import "m.html" as m with context %}{{ m.day(page.due) }}'
    theme = load_theme("one", [write_theme(tmp_path / "with", "one", {**without, "templates/page.html": page})])
    assert render(theme) == "Fri 4 Dec"


def test_content_is_shown_and_never_run(tmp_path: Path) -> None:
    theme = load_theme("one", [write_theme(tmp_path, "one", {"templates/page.html": "{{ page.title }}"})])
    assert render(theme, view=Page(title="{{ 1 + 1 }}{% x %}<b>&")) == "{{ 1 + 1 }}{% x %}&lt;b&gt;&amp;"
