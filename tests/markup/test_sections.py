"""Headings without a text below them are left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup.sections import drop_empty_sections
from tests.markup.rendering import ENGINES, render


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a</p>", "<p>a</p>"),
        ('<h3 id="a">A</h3>\n', ""),
        ('<h3 id="a">A</h3>\n<p>a</p>', '<h3 id="a">A</h3>\n<p>a</p>'),
        ('<h3 id="a">A</h3>\n<h3 id="b">B</h3>\n<p>b</p>', '<h3 id="b">B</h3>\n<p>b</p>'),
        ('<h3 id="a">A</h3>\n<h4 id="b">B</h4>\n<p>b</p>', '<h3 id="a">A</h3>\n<h4 id="b">B</h4>\n<p>b</p>'),
        ('<h3 id="a">A</h3>\n<h4 id="b">B</h4>\n', ""),
        ('<p>a</p><h4 id="b">B</h4>\n<h3 id="c">C</h3>\n<p>c</p>', '<p>a</p><h3 id="c">C</h3>\n<p>c</p>'),
        ("", ""),
    ],
)
def test_empty_sections_are_dropped(html: str, expected: str) -> None:
    assert drop_empty_sections(html) == expected


@given(html=st.lists(st.sampled_from(["<h3>a</h3>", '<h4 id="b">b</h4>\n', "<h5>c</h5> ", "<p>d</p>\n"])).map("".join))
def test_an_empty_section_at_the_end_changes_nothing(html: str) -> None:
    assert drop_empty_sections(f"{html}<h6>e</h6>") == drop_empty_sections(html)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_unfilled_draft_shows_nothing(engine: str) -> None:
    html = render("## Since the last update\n\n## Next\n\n## What we need\n", engine=engine).html
    assert drop_empty_sections(html) == ""


@pytest.mark.parametrize("engine", ENGINES)
def test_a_heading_in_code_is_text(engine: str) -> None:
    html = render("## A\n\n`<h2></h2>`\n", engine=engine).html
    assert drop_empty_sections(html) == html
