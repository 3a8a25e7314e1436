"""A build that is killed at any moment leaves nothing that the next one does not put right."""

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request, build
from tests.bad_input.site import read_tree
from tests.cases import write_files

DAY = date(2026, 2, 10)
MOMENTS = 25
"""How many moments of a build are tried, with one process and with two."""

BUILD = """
import signal, sys
from datetime import date
from pathlib import Path
from sitegen.build import Request, build
# What the timer does when nobody handles it is what SIGKILL does.
signal.setitimer(signal.ITIMER_REAL, float(sys.argv[2]))
build(Request(config=Path(sys.argv[1]) / "sitegen.yml", day=date(2026, 2, 10), jobs=int(sys.argv[3])))
"""


def lay_out(root: Path, word: str) -> None:
    """Write a site of some projects, all of whose pages have a word on them."""
    files = {"sitegen.yml": f"name: {word}\nurl: https://status.firm.example/\n"}
    for client in ("acme", "beta"):
        files[f"content/clients/{client}/client.yml"] = f"name: {client}\n"
        for number in range(4):
            folder = f"content/clients/{client}/p{number}"
            files[f"{folder}/project.yml"] = f"name: P{number} {word}\nstart: 2026-01-05\nhealth: on-track\n"
            files |= {f"{folder}/updates/2026-01-{day}.md": f"{word}\n" for day in (12, 19, 26)}
    write_files(files, root)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_killed_build_left_is_put_right(jobs: int, tmp_path: Path) -> None:
    root, clean = tmp_path / "firm", tmp_path / "clean"
    lay_out(root, "old")
    build(Request(config=root / "sitegen.yml", day=DAY))
    started = time.monotonic()
    lay_out(root, "first")
    build(Request(config=root / "sitegen.yml", day=DAY, jobs=jobs))
    taken_s = time.monotonic() - started
    for moment in range(MOMENTS):
        lay_out(root, f"word{moment}")
        (root / f"content/clients/acme/p0/updates/2026-02-02-at-{moment}.md").write_text("One more.\n")
        delay_s = taken_s * (moment + 1) / MOMENTS
        words = [sys.executable, "-c", BUILD, str(root), str(delay_s), str(jobs)]
        subprocess.run(words, capture_output=True, check=False)

        build(Request(config=root / "sitegen.yml", day=DAY))
        record = clean / f"{moment}.json"
        build(Request(config=root / "sitegen.yml", day=DAY, output=clean / str(moment), record=record, is_clean=True))
        assert read_tree(root / "site") == read_tree(clean / str(moment))
