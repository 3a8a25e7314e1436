"""Whatever somebody types is read back as the same text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.drafting.scalars import format_flow, format_scalar
from sitegen.model import Due, Number, parse_due
from sitegen.problems import Problems
from sitegen.source import Value, parse_yaml_document

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1)


def read(yaml: str) -> Value:
    problems = Problems()
    document = parse_yaml_document(f"key: {yaml}  # beside\n".encode(), "update.md", problems)
    assert document and not list(problems), list(problems)
    return document.data["key"]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1))
def test_text_is_read_as_it_was_given(text: str) -> None:
    assert read(format_scalar(text)) == text


@given(st.dictionaries(st.sampled_from(["due", "why", "side"]), TEXT.filter(str.isprintable), min_size=1))
def test_text_in_braces_is_read_as_it_was_given(values: dict[str, str]) -> None:
    assert read(format_flow(values)) == values


@pytest.mark.parametrize(
    "text", ["null", "~", "a: b", "a #b", "- a", "[a]", "{a", '"', "'", "a\\b", "*a", "&a", "!a", "%"]
)
def test_what_yaml_would_read_otherwise_is_quoted(text: str) -> None:
    assert read(format_scalar(text)) == text


@pytest.mark.parametrize("text", ["at-risk", "daryna", "Maria Holm", "Пілот"])
def test_what_is_safe_stays_plain(text: str) -> None:
    assert format_scalar(text) == text


@pytest.mark.parametrize(("value", "text"), [(61400, "61400"), (12.5, "12.5"), (-3, "-3"), (parse_due("tbd"), "tbd")])
def test_other_values_are_read_as_they_are_written(value: Number | Due, text: str) -> None:
    assert read(format_scalar(value)) == text


def test_nothing_is_written_for_none() -> None:
    assert format_scalar(None) == ""


def test_days_are_iso() -> None:
    assert format_flow({"to": date(2026, 12, 4), "why": None}) == "{to: 2026-12-04, why: }"


def test_half_a_character_is_replaced() -> None:
    assert format_scalar("a\udcff") == '"a\N{REPLACEMENT CHARACTER}"'
