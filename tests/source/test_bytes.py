"""Bytes are text in UTF-8, with or without a mark, with either line end; anything else is refused where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.problems import Problem, Problems
from sitegen.source import Document, parse_markdown_document, parse_yaml_document

BOM = b"\xef\xbb\xbf"


def read(raw: bytes, path: str = "project.yml") -> tuple[Document | None, list[Problem]]:
    problems = Problems()
    parse = parse_markdown_document if path.endswith(".md") else parse_yaml_document
    return parse(raw, path, problems), list(problems)


def find_fault(raw: bytes, path: str = "project.yml") -> tuple[str, int, int]:
    """Return the rule, line and column of the one problem."""
    document, (problem,) = read(raw, path)
    assert document is None
    return problem.rule, problem.position.line, problem.position.column


@pytest.mark.parametrize("raw", [b"name: Shop\nend: tbd\n", b"name: Shop\r\nend: tbd\r\n", b"name: Shop\rend: tbd\r"])
@pytest.mark.parametrize("mark", [b"", BOM])
def test_line_ends_and_byte_order_mark_do_not_matter(raw: bytes, mark: bytes) -> None:
    document, problems = read(mark + raw)
    assert document and problems == []
    assert document.data == {"name": "Shop", "end": "tbd"}
    assert (document.position_of("end").line, document.position_of("end").column) == (2, 6)


def test_front_matter_with_windows_line_ends_is_read() -> None:
    document, problems = read(BOM + b"---\r\nheadline: Hi\r\n---\r\n\r\nText\r\n", "u.md")
    assert document and problems == []
    assert (document.data, document.body) == ({"headline": "Hi"}, "\nText\n")


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        (b"\xff", 1, 1),
        (b"name: \xe9\n", 1, 7),
        (b"name: Shop\r\nend: \xff", 2, 6),
        ("name: 🎉é".encode() + b"\xff", 1, 9),
        (BOM + b"name: \xff", 1, 7),
        ("name: ab".encode("utf-16-le"), 1, 2),
        (b"name: \xed\xa0\x80", 1, 7),
        (b"name: \xc0\x80", 1, 7),
        (b"name: caf\xc3", 1, 10),
    ],
)
def test_bytes_that_are_no_utf8_are_refused_where_they_stand(raw: bytes, line: int, column: int) -> None:
    assert find_fault(raw) == ("bad-encoding", line, column)


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x80", "\x9f", "\ufffe", "\uffff"]
)
@pytest.mark.parametrize("path", ["project.yml", "update.md"])
def test_control_characters_are_refused_where_they_stand(character: str, path: str) -> None:
    assert find_fault(f"---\nname: 🎉{character}\n---\n".encode(), path) == ("bad-encoding", 2, 8)


@pytest.mark.parametrize("text", ["\u2028", "\u2029", "\x85", "\u200b", "\ufeff", "🎉", "\u0301", "\u202e"])
def test_other_characters_keep_their_line_and_column(text: str) -> None:
    document, (problem,) = read(f"name: a{text}b\nname: c\n".encode())
    assert document and problem.rule == "duplicate-key"
    assert (problem.position.line, problem.position.column) == (2, 1)


def test_columns_count_characters() -> None:
    document, _ = read('title: {"🎉é": x, b: y}\n'.encode())
    assert document
    assert document.position_of_key("title", "b").column == 18
    assert document.position_of("title", "🎉é").column == 15


@pytest.mark.parametrize(
    ("path", "limit"), [("project.yml", 1024 * 1024), ("update.md", 5 * 1024 * 1024), ("people.yml", 1024 * 1024)]
)
def test_a_file_may_be_as_large_as_its_limit(path: str, limit: int) -> None:
    line = b"# " + b"x" * 61 + b"\n"
    assert read(line * (limit // len(line)), path)[1] == []
    assert find_fault(line * (limit // len(line)) + b"#", path) == ("too-large", 1, 1)


def test_front_matter_has_the_limit_of_yaml() -> None:
    comment = b"# " + b"x" * 61 + b"\n"
    assert find_fault(b"---\n" + comment * (1024 * 16 + 1) + b"---\n", "update.md") == ("too-large", 1, 1)


@pytest.mark.parametrize("opened", ["[", "{a: ", "- ", "? "])
def test_depth_ends_early_and_in_good_time(opened: str) -> None:
    document, problems = read(("a: " + opened * 100_000).encode())
    assert document is None
    assert problems[0].rule in {"too-large", "bad-syntax"}


def test_places_of_what_is_missing_are_those_around_it() -> None:
    document, _ = read(b"milestones:\n  beta: {title: Beta}\n")
    assert document
    assert document.position_of("milestones", "beta", "due").line == 2
    assert document.position_of("milestones", "beta", "due").column == 3
    assert (document.position_of("nope").line, document.position_of("nope").column) == (1, 1)


def test_the_place_of_a_merged_value_is_that_of_its_item() -> None:
    document, _ = read(b"base: &base {due: tbd}\nmilestones:\n  beta:\n    <<: *base\n    title: Beta\n")
    assert document
    assert document.position_of("milestones", "beta", "due").line == 3


@pytest.mark.parametrize(("line", "column", "expected"), [(1, 1, (4, 1)), (2, 3, (5, 3)), (99, 1, (5, 1))])
def test_lines_of_the_body_are_lines_of_the_file(line: int, column: int, expected: tuple[int, int]) -> None:
    document, _ = read(b"---\nheadline: x\n---\none\ntwo", "u.md")
    assert document
    position = document.position_in_body(line, column)
    assert (position.line, position.column) == expected


@given(st.binary(max_size=400), st.sampled_from(["a.yml", "a.md"]))
def test_any_bytes_are_read_or_refused(raw: bytes, path: str) -> None:
    document, problems = read(raw, path)
    assert document is not None or problems


@given(st.text(max_size=400), st.sampled_from(["", "---\n"]), st.sampled_from(["a.yml", "a.md"]))
def test_any_text_is_read_or_refused_within_it(text: str, opened: str, path: str) -> None:
    whole = f"{opened}{text}"
    raw = whole.encode("utf-8", "surrogatepass")
    document, problems = read(raw, path)
    assert document is not None or problems
    lines = whole.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert 1 <= problem.position.line <= len(lines)
        assert 1 <= problem.position.column <= len(lines[problem.position.line - 1]) + 1


YAML_LIKE = st.lists(
    st.sampled_from(["a", "b", ": ", "\n", "  ", "- ", "[", "]", "{", "}", "&x ", "*x", "<<: ", '"', "'", "|\n", "#",
                     "? ", "!t ", "---\n", "%", ",", "\\", "\t", "é", "~"]),
    max_size=40,
)  # fmt: skip


@given(YAML_LIKE)
def test_what_looks_like_yaml_never_breaks_the_reader(pieces: list[str]) -> None:
    document, problems = read("".join(pieces).encode())
    assert document is not None or problems
    words = " ".join(problem.message for problem in problems)
    assert not any(word in words for word in ("mapping values", "expected", "scanning", "token,", "yaml."))
