"""Answers are put into files so that they are read as they were given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.problems import Problems
from sitegen.source import parse_yaml_document
from sitegen.starter.blanks import fill_blanks, format_scalar
from tests.model.editors import read_as_editors_do

HARD = [
    "Acme: shop",
    'the "best"',
    "# 1",
    "yes",
    "null",
    "12:30",
    "1.10",
    "-",
    "a\nb",
    "",
    " x ",
    "@home",
    "C:\\x",
    "ї: ’",
]


def read(text: str) -> object:
    problems = Problems()
    document = parse_yaml_document(text.encode(), "client.yml", problems)
    assert document and not len(problems)
    return document.data["name"]


@pytest.mark.parametrize("text", HARD)
def test_hard_names_are_read_as_given(text: str) -> None:
    assert read(f"name: {format_scalar(text)}\n") == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_any_name_is_read_as_given(text: str) -> None:
    written = f"name: {format_scalar(text)}  # why\n"
    assert read_as_editors_do(written) == {"name": text}


def test_plain_names_stay_plain() -> None:
    assert [format_scalar(text) for text in ("Larkfield Books", "O'Neill & Co.", "2026-11-20", "14d")] == [
        "Larkfield Books",
        "O'Neill & Co.",
        "2026-11-20",
        "14d",
    ]


def test_a_blank_without_an_answer_becomes_a_comment_that_shows_how() -> None:
    assert fill_blanks("contact: <contact|anna>   # who\n", {}) == "# contact: anna   # who\n"
    assert fill_blanks("contact: <contact|anna>   # who\n", {"contact": "tom"}) == "contact: tom   # who\n"


def test_a_blank_with_a_default_takes_it() -> None:
    assert fill_blanks("title: <title=Pulse>\n", {"title": None}) == "title: Pulse\n"
    assert fill_blanks("title: <title=Pulse>\n", {"title": "A: b"}) == 'title: "A: b"\n'


def test_a_comment_takes_an_answer_as_it_is() -> None:
    assert fill_blanks("# surveys: {<id|ID>: …}\n", {"id": "on"}) == "# surveys: {on: …}\n"
