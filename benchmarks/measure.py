"""A command becomes what it cost: wall time, processor time and the memory of all its processes together."""

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_S = 0.02
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
"""Would have Python compile a program anew at each start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run of a command cost."""

    wall_s: float
    processor_s: float
    peak_mib: float
    """The largest sum of the proportional set sizes of its processes: shared pages count once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What a build wrote."""

    files: int
    mib: float


def weigh(folder: Path) -> Weight:
    """Return how many files a folder holds, and their size."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Weight(files=len(sizes), mib=sum(sizes) / 2**20)


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command, measure it, and raise `RuntimeError` with its words where it fails.

    Memory is sampled fifty times a second, so a peak shorter than that may be missed.
    """
    before = os.times()
    started = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env={name: text for name, text in os.environ.items() if name != NO_BYTECODE} | dict(environment or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        watch = _Watch(process.pid)
        watch.start()
        said, _ = process.communicate()
        wall_s = time.perf_counter() - started
        watch.stop()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{said[-2000:]}")
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(wall_s=wall_s, processor_s=spent, peak_mib=watch.peak_kib / 1024)


class _Watch(threading.Thread):
    """Samples the memory of a process and of all that come from it."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak_kib = 0
        self._pid = pid
        self._is_over = threading.Event()

    def run(self) -> None:
        while not self._is_over.wait(SAMPLE_S):
            self.peak_kib = max(self.peak_kib, sum(_read_kib(pid) for pid in _list_tree(self._pid)))

    def stop(self) -> None:
        self._is_over.set()
        self.join()


def _list_tree(pid: int) -> list[int]:
    """Return a process and its descendants."""
    found = [pid]
    for parent in found:
        try:
            tasks = list(Path(f"/proc/{parent}/task").iterdir())
            children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:
            continue
        found += children
    return found


def _read_kib(pid: int) -> int:
    """Return the proportional set size of a process; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
