"""Whatever is done to any file, a build ends in a site or in words: never in another exception."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.problems import Problems
from sitegen.source import parse_yaml_document
from tests.bad_input.site import FILES, PLAN, SHOP, assert_well_told, spoil
from tests.cases import write_files

YAML_FILES = tuple(path for path in FILES if path.endswith(".yml"))
UPDATE_FILES = tuple(path for path in FILES if path.endswith(".md"))
STEP = 50

WRONG: tuple[object, ...] = ({"zzz": "1"}, [{"zzz": "1"}], [["a"]], "\u200b?!", {"Über": None})
"""Values that nothing in a site takes."""


def put(path: str, content: bytes, root: Path) -> None:
    location = root / path
    location.parent.mkdir(parents=True, exist_ok=True)
    location.write_bytes(content)


@pytest.mark.parametrize("path", [*YAML_FILES, *UPDATE_FILES])
def test_a_file_cut_short_anywhere_is_read_or_told(path: str, tmp_path: Path) -> None:
    raw = FILES[path].encode()
    for length in range(0, len(raw), STEP):
        messages = spoil(tmp_path, lambda root, cut=raw[:length]: put(path, cut, root))  # type: ignore[misc]
        if messages:
            assert_well_told(messages)


def find_paths(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Go through every key and list entry of a value."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in children:
        yield (*path, step)
        yield from find_paths(inner, (*path, step))


def replace(value: Any, path: tuple[str | int, ...], new: object) -> Any:
    """Return a value with another one at a path."""
    if not path:
        return new
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replace(value[path[0]], path[1:], new)
    return copy


def read_data(path: str) -> Any:
    text = FILES[path].split("---\n")[1] if path.endswith(".md") else FILES[path]
    document = parse_yaml_document(text.encode(), path, Problems())
    assert document
    return document.data


FIELDS = [(path, steps) for path in (*YAML_FILES, UPDATE_FILES[0]) for steps in find_paths(read_data(path))]


WORDS = ("options", "rows", "columns")
"""What holds words by id in a survey's question."""


def is_free_text(steps: tuple[str | int, ...]) -> bool:
    """Tell whether any text may stand there."""
    texts = {"name", "title", "summary", "note", "owner", "response", "phase", "heard", "did", "answer", "by", "check"}
    more = {"headline", "why", "role", "phone", "text", "internal", "unit", "version", "goals", "in", "out", "allow"}
    surveys = {"help", "low", "high", "hidden", "honeypot", "fields"}
    if len(steps) == 4 and steps[2] in WORDS:
        return True
    return any(step in texts | more | surveys for step in steps[-2:] if isinstance(step, str))


def is_taken(value: object, steps: tuple[str | int, ...]) -> bool:
    """Tell whether a value may stand there after all."""
    if isinstance(value, str):
        return is_free_text(steps)
    return value == {"zzz": "1"} and (steps == ("hidden",) or (steps[0] == "questions" and steps[-1] in WORDS))


@pytest.mark.parametrize(("path", "steps"), FIELDS, ids=lambda part: str(part).replace(SHOP, ""))
def test_a_wrong_value_anywhere_is_told(path: str, steps: tuple[str | int, ...], tmp_path: Path) -> None:
    for wrong in WRONG:
        if is_taken(wrong, steps):
            continue
        text = json.dumps(replace(read_data(path), steps, wrong), ensure_ascii=False)
        whole = f"---\n{text}\n---\n" if path.endswith(".md") else text
        assert_well_told(spoil(tmp_path, lambda root, whole=whole: put(path, whole.encode(), root)))  # type: ignore[misc]


@pytest.mark.parametrize("path", [*YAML_FILES, *UPDATE_FILES])
@pytest.mark.parametrize(
    "raw",
    [b"\x00", b"\xff\xfe\x00", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "name: Büro".encode("latin-1"), b"\x1b[31m",
     "name: x".encode("utf-16"), b"a: &a [*a]", b"a: " + b"[" * 5000, b"a: " + b"{a: " * 5000,
     b"!!python/name:os.system", b"? " * 3000, b"- " * 3000, b"'" * 4001, b"%" * 50, b"x: 1\n" * 3000],
    ids=lambda raw: repr(raw[:12]),
)  # fmt: skip
def test_rubbish_in_any_file_is_told(path: str, raw: bytes, tmp_path: Path) -> None:
    front_matter = b"---\n" + raw + b"\n---\n" if path.endswith(".md") else raw
    assert_well_told(spoil(tmp_path, lambda root: put(path, front_matter, root)))


@pytest.mark.parametrize("depth", [50, 900, 5000])
@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ("{a: ", "}"), ("[{a: ", "}]"), ("- ", ""), ("[\n  ", "]")])
def test_however_deep_a_value_is_nested_that_is_told_with_its_line(
    opened: str, closed: str, depth: int, tmp_path: Path
) -> None:
    text = f"name: Shop\nstart: 2026-01-05\ngoals:\n  {opened * depth}{closed * depth}\n"
    messages = spoil(tmp_path, lambda root: put(PLAN, text.encode(), root))
    (told,) = (message for message in messages if message.startswith(f"{PLAN}:"))
    line = int(told.split(":")[1])
    assert told.split("\n")[0].endswith("nested deeper than 40 levels; take brackets or indentation away [too-large]")
    assert line >= 40 if "\n" in opened else line == 4


@pytest.mark.parametrize("path", [*YAML_FILES, *UPDATE_FILES])
def test_ten_megabytes_are_refused_unread(path: str, tmp_path: Path) -> None:
    (message,) = (
        message
        for message in spoil(tmp_path, lambda root: put(path, b"# " + b"x" * 10_000_000, root))
        if "too-large" in message
    )
    assert message.startswith(f"{path}:1:1: error: ")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from([*YAML_FILES, *UPDATE_FILES]), st.binary(max_size=200))
def test_random_bytes_as_any_file_end_in_words(tmp_path: Path, path: str, raw: bytes) -> None:
    messages = spoil(tmp_path, lambda root: put(path, raw, root))
    if messages:
        assert_well_told(messages)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from([*YAML_FILES, *UPDATE_FILES]), st.integers(0, 2000), st.integers(0, 30), st.text(max_size=12))
def test_random_edits_of_any_file_end_in_words(tmp_path: Path, path: str, start: int, gone: int, new: str) -> None:
    text = FILES[path]
    start %= len(text)
    edited = text[:start] + new + text[start + gone :]
    messages = spoil(tmp_path, lambda root: put(path, edited.encode("utf-8", "replace"), root))
    if messages:
        assert_well_told(messages)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=300))
def test_random_text_as_an_update_is_published_or_told(tmp_path: Path, text: str) -> None:
    write_files({}, tmp_path)
    messages = spoil(
        tmp_path, lambda root: put(f"{SHOP}/updates/2026-05-05.md", text.encode("utf-8", "surrogatepass"), root)
    )
    if messages:
        assert_well_told(messages)
