"""What another process sees of files is what this one would see."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.memory import looking
from sitegen.memory.looking import Looking
from sitegen.memory.stock import Stock, walk


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LEAST_FILES", 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(50):
        (tmp_path / f"{number}.md").write_text(str(number))
    return tmp_path


def look(folder: Path) -> Stock:
    return walk({"content": str(folder)}, {})


@pytest.mark.parametrize("may_fork", [True, False])
def test_same_files_are_seen_by_either_process(folder: Path, may_fork: bool) -> None:
    old = look(folder)
    assert Looking(lambda: look(folder), old, may_fork=may_fork).finish() == old


@pytest.mark.parametrize("may_fork", [True, False])
def test_changed_and_new_files_are_seen_by_either_process(folder: Path, may_fork: bool) -> None:
    old = look(folder)
    (folder / "7.md").write_text("something longer")
    (folder / "new.md").write_text("new")
    (folder / "8.md").unlink()
    now = Looking(lambda: look(folder), old, may_fork=may_fork).finish()
    assert now == look(folder)
    assert now.names != old.names


def test_no_process_is_started_where_files_are_few(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LEAST_FILES", 1000)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("forked"))
    old = look(folder)
    seen = Looking(lambda: look(folder), old, may_fork=True)
    assert not seen.goes_on
    assert seen.finish() == old


def test_process_that_dies_is_made_up_for(folder: Path) -> None:
    old, here = look(folder), os.getpid()

    def look_or_die() -> Stock:
        if os.getpid() != here:
            os.kill(os.getpid(), 9)
        return look(folder)

    assert Looking(look_or_die, old, may_fork=True).finish() == old


def test_it_ends_to_go_on_once_all_was_seen(folder: Path) -> None:
    reader, writer = os.pipe()

    def wait() -> Stock:
        os.read(reader, 1)
        return look(folder)

    seen = Looking(wait, look(folder), may_fork=True)
    assert seen.goes_on
    os.write(writer, b".")
    assert any(not seen.goes_on for _ in _patiently())
    assert seen.finish() == look(folder)


def _patiently() -> Iterator[None]:
    for _ in range(500):
        time.sleep(0.01)
        yield
