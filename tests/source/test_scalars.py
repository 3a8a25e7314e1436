"""Text is written so that it is read as it was given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.problems import Problems
from sitegen.source import format_text, parse_yaml_document
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
    assert read(f"name: {format_text(text)}\n") == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"])))
def test_any_name_is_read_as_given(text: str) -> None:
    assert read(f"name: {format_text(text)}  # why\n") == text


@given(st.text(), st.text())
def test_braces_keep_names_apart(one: str, other: str) -> None:
    written = f"{{one: {format_text(one)}, other: {format_text(other)}}}\n"
    assert read_as_editors_do(written) == {"one": one, "other": other}


def test_plain_names_stay_plain() -> None:
    assert [format_text(text) for text in ("Larkfield Books", "O'Neill & Co.", "2026-11-20", "14d")] == [
        "Larkfield Books",
        "O'Neill & Co.",
        "2026-11-20",
        "14d",
    ]
