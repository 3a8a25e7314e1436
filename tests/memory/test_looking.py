"""What another process sees of files is what this one would see."""

import os
from pathlib import Path

import pytest

from sitegen.memory import looking
from sitegen.memory.looking import Looking
from sitegen.memory.stock import Stock, take_stock

NAMES = [f"{number}.md" for number in range(50)]


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LEAST_FILES", 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / name).write_text(name)
    return tmp_path


@pytest.mark.parametrize("may_fork", [True, False])
def test_files_are_seen_by_either_process(folder: Path, may_fork: bool) -> None:
    old = take_stock(str(folder), NAMES)
    (folder / "7.md").write_text("something longer")
    (folder / "8.md").unlink()
    now = Looking(str(folder), old, may_fork=may_fork).finish()
    assert now == take_stock(str(folder), NAMES) != old


def test_no_process_is_started_where_files_are_few(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LEAST_FILES", 1000)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("forked"))
    old = take_stock(str(folder), NAMES)
    assert Looking(str(folder), old, may_fork=True).finish() == old


def test_process_that_dies_is_made_up_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, here = take_stock(str(folder), NAMES), os.getpid()

    def look_or_die(place: str, names: list[str]) -> Stock:
        if os.getpid() != here:
            os.kill(os.getpid(), 9)
        return take_stock(place, names)

    monkeypatch.setattr(looking, "take_stock", look_or_die)
    assert Looking(str(folder), old, may_fork=True).finish() == old
