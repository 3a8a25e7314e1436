"""A slow engine is asked once for the HTML of a text, and never kept is what a password locks."""

from pathlib import Path

import pytest

from sitegen.markup import make_engine
from tests.build.building import FILES, build_at, read_tree
from tests.cases import write_files

SLOW = FILES["sitegen.yml"] + "markdown: python-markdown\n"
RENDER = "sitegen.markup.python_markdown.PythonMarkdown.render"


@pytest.fixture
def slow(root: Path) -> Path:
    """A site whose Markdown is read by python-markdown, built once."""
    write_files({"sitegen.yml": SLOW}, root)
    build_at(root)
    return root


def refuse(_engine: object, text: str) -> str:
    raise AssertionError(f"the engine was asked again: {text}")


def test_another_day_asks_the_engine_nothing(slow: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(RENDER, refuse)
        assert build_at(slow, "2026-02-11")
    build_at(slow, "2026-02-11", output=tmp_path / "clean", is_clean=True)
    assert read_tree(slow / "site") == read_tree(tmp_path / "clean")


def test_what_is_damaged_is_asked_again(slow: Path, tmp_path: Path) -> None:
    for file in (slow / ".sitegen/cache/prose").rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-3] + b"bad")
    build_at(slow, "2026-02-11")
    build_at(slow, "2026-02-11", output=tmp_path / "clean", is_clean=True)
    assert read_tree(slow / "site") == read_tree(tmp_path / "clean")


def test_other_extensions_are_another_engine(slow: Path, tmp_path: Path) -> None:
    write_files({"content/clients/other/work/updates/2026-01-19.md": "HTML, at last.\n\n*[HTML]: hypertext\n"}, slow)
    build_at(slow)
    write_files(
        {"sitegen.yml": FILES["sitegen.yml"] + "markdown: {engine: python-markdown, extensions: [abbr]}\n"}, slow
    )
    build_at(slow)
    build_at(slow, output=tmp_path / "clean", is_clean=True)
    assert read_tree(slow / "site") == read_tree(tmp_path / "clean")


def test_what_a_password_locks_is_not_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_PASSWORD_OTHER", "gova-luje-zuge")
    locked = {
        "sitegen.yml": SLOW,
        "content/clients/other/client.yml": "name: Other\naccess: {mode: password}\n",
        "content/clients/other/work/updates/2026-01-19.md": "Zanzibar is safe here.\n",
    }
    write_files(locked, root)
    build_at(root)
    kept = [file.read_bytes() for file in (root / ".sitegen/cache/prose").rglob("*") if file.is_file()]
    assert any(b"All is well" in data for data in kept)
    assert not any(b"Zanzibar" in data for data in kept)


def test_what_was_used_two_months_ago_is_forgotten(slow: Path) -> None:
    old = slow / ".sitegen/cache/prose/2020-01"
    old.mkdir()
    (old / "text").write_text("old")
    build_at(slow, "2026-02-11")
    assert not old.exists()


def test_the_quick_engine_needs_nothing_kept(root: Path) -> None:
    assert make_engine("gfm").render("*Here*") == "<p><em>Here</em></p>\n"
    assert not (root / ".sitegen/cache/prose").exists()
