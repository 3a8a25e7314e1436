"""Each way to spoil a site is told at its place, in plain words, by a rule of the spec, and nothing is written."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bad_input.site import FILES, PLAN, UPDATE, assert_well_told, spoil
from tests.cases import part_files, write_files

CASES = tuple(sorted((Path(__file__).parent / "cases").glob("*.txt")))
TOLD = ".told"
"""What follows the name of a case in the name of its expectation."""

NAMES = {"PLAN": PLAN, "UPDATE": UPDATE}


def parse_edits(text: str) -> Iterator[tuple[str, str, str]]:
    """Read `path: old => new` lines; `*` is the whole file, `\\n` a line end."""
    for line in text.splitlines():
        path, _, edit = line.partition(": ")
        old, _, new = edit.partition(" =>")
        yield NAMES.get(path, path), old.lstrip(), re.sub(r"(?<!\\)\\n", "\n", new[1:]).replace("\\\\", "\\")


def edit_files(text: str) -> dict[str, str]:
    """Return the files of the good site that an edit changes, as it leaves them."""
    changed: dict[str, str] = {}
    for path, old, new in parse_edits(text):
        before = changed.get(path, FILES.get(path, ""))
        old = old.replace("\\n", "\n")
        assert old == "*" or old in before, f"'{old}' is not in {path}"
        changed[path] = new if old == "*" else before.replace(old, new, 1)
    return changed


def tell(text: str, root: Path) -> str:
    messages = spoil(root, lambda root: write_files(edit_files(text), root))
    assert_well_told(messages)
    assert not (root / "site").exists()
    return "".join(f"{message}\n" for message in messages)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_wrong_is_told(path: Path, is_updating: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITEGEN_SECRET", raising=False)
    parts = part_files(path.read_text("utf-8"))
    edits = {name: text for name, text in parts.items() if not name.endswith(TOLD)}
    found: dict[str, str] = {}
    for name, text in edits.items():
        found |= {name: text, name + TOLD: tell(text, tmp_path / name)}
    if is_updating:
        path.write_text("".join(f"-- {name} --\n{text}" for name, text in found.items()), "utf-8")
    else:
        assert found == parts


def test_the_good_site_is_good(tmp_path: Path) -> None:
    assert spoil(tmp_path, lambda root: None) == []
    assert (tmp_path / "site" / "acme" / "shop" / "index.html").is_file()
