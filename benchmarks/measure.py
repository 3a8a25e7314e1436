"""A command becomes what it cost: wall and processor time, or the memory of all its processes together."""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SAMPLE_S = 0.02
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
"""Would have Python compile a program anew at each start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How long one run of a command took."""

    wall_s: float
    processor_s: float


@dataclass(slots=True)
class Cost:
    """What a command cost in all its runs."""

    peak_mib: float = 0.0
    """The memory of all its processes together, from a run of its own."""
    runs: list[Run] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What a build wrote."""

    files: int
    mib: float


def weigh(folder: Path) -> Weight:
    """Return how many files a folder holds, and their size."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Weight(files=len(sizes), mib=sum(sizes) / 2**20)


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command and measure its time; raise `RuntimeError` with its words where it fails."""
    before = os.times()
    started = time.perf_counter()
    with _start(command, folder):
        pass
    wall_s = time.perf_counter() - started
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(wall_s=wall_s, processor_s=spent)


def weigh_memory(command: Sequence[str], folder: Path) -> float:
    """Run a command, and return the largest sum of the proportional set sizes of its processes, in MiB.

    Pages that they share count once. They are looked at fifty times a second, so a peak shorter than that may be
    missed. Each look stops a large process for milliseconds, which is why time is measured in runs of its own.
    """
    with _start(command, folder) as process:
        watch = _Watch(process.pid)
        watch.start()
        process.wait()
        watch.stop()
    return watch.peak_kib / 1024


@contextmanager
def _start(command: Sequence[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start a command whose words go to a file, so that nobody has to read them meanwhile, and wait for its end."""
    environment = {name: text for name, text in os.environ.items() if name != NO_BYTECODE}
    with tempfile.TemporaryFile() as words:
        with subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=words, stderr=subprocess.STDOUT
        ) as process:
            yield process
        if process.returncode:
            words.seek(0)
            said = words.read()[-2000:].decode(errors="replace")
            raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{said}")


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
