"""A bar is shown where somebody watches and it takes its time, and nowhere else."""

import io

import pytest

from sitegen.cli.progress import shown_progress


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def build(
    stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, *, is_quiet: bool = False, patience_s: float = 0
) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    with shown_progress(is_quiet=is_quiet, patience_s=patience_s) as tell:
        for done in range(1, 5):
            tell(done, 4)
    return stream.getvalue()


def test_a_long_build_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = build(Screen(), monkeypatch)
    assert "building" in shown
    assert "100%" in shown
    assert shown.endswith("\n")


def test_a_quick_build_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(Screen(), monkeypatch, patience_s=60) == ""


def test_a_quiet_build_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(Screen(), monkeypatch, is_quiet=True) == ""


def test_without_a_terminal_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(io.StringIO(), monkeypatch) == ""
