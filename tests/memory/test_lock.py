"""One build at a time: the second waits, and says so; whoever dies holds nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.memory import alone
from tests.cases import DEFAULTS, write_files

BUILD = [sys.executable, "-c", "from sitegen.cli import main; main(['build'])"]


def test_a_second_build_waits_and_says_so(tmp_path: Path) -> None:
    write_files(DEFAULTS, tmp_path)
    with alone(tmp_path / ".sitegen"):
        second = subprocess.Popen(BUILD, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
        assert second.stderr
        assert second.stderr.readline() == "another build of this site is at work; waiting for it\n"
        assert second.poll() is None
        assert not (tmp_path / "site").exists()
    _, told = second.communicate()
    assert second.returncode == 0
    assert "written" in told
    assert (tmp_path / "site/index.html").is_file()


def test_who_died_holds_nothing(tmp_path: Path) -> None:
    hold = f"import os, pathlib; from sitegen.memory import alone; alone(pathlib.Path({str(tmp_path)!r})).__enter__()"
    subprocess.run([sys.executable, "-c", f"{hold}; os.kill(os.getpid(), 9)"], check=False)
    waited: list[bool] = []
    with alone(tmp_path, lambda: waited.append(True)):
        assert waited == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes are forked here")
def test_a_process_that_outlives_the_build_holds_nothing(tmp_path: Path) -> None:
    (waits, ends), (hears, tells) = os.pipe(), os.pipe()
    with alone(tmp_path):
        child = os.fork()
        if not child:
            os.write(tells, b"1")  # it has let go, and lives on until it is told
            os.read(waits, 1)
            os._exit(0)
        os.read(hears, 1)
    waited: list[bool] = []

    def end() -> None:
        waited.append(True)
        os.write(ends, b"1")

    with alone(tmp_path, end):
        assert waited == []
        end()
    os.waitpid(child, 0)


def test_the_time_is_the_disk_s(tmp_path: Path) -> None:
    with alone(tmp_path) as first:
        pass
    (tmp_path / "file").touch()
    with alone(tmp_path) as second:
        assert first <= (tmp_path / "file").stat().st_mtime_ns <= second
