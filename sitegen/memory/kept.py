"""What was worked out from files becomes files of its own, which save the next process the work."""

import hashlib
import os
import sys
from importlib.util import cache_from_source
from pathlib import Path

import sitegen


def find_program_folder() -> Path | None:
    """Return where the interpreter keeps what it compiled of this package; None where it is to keep nothing."""
    return None if sys.dont_write_bytecode else Path(cache_from_source(__file__)).parent / "themes"


class Kept:
    """Folders of such files; what is damaged, foreign or made from other sources is not found.

    What is looked for is looked for in all of them, and kept in the first that takes it. `program` tells one program
    from another, which may make something else of the same sources.
    """

    def __init__(self, *folders: Path | None, program: str = "") -> None:
        self._folders = tuple(filter(None, folders))
        self._program = program

    def beside(self, folder: Path | None, *, is_first: bool) -> "Kept":
        """Return the same with one folder more."""
        folders = (folder, *self._folders) if is_first else (*self._folders, folder)
        return Kept(*folders, program=self._program)

    def find(self, name: str, key: str) -> bytes | None:
        """Return what was kept under a name for the sources that `key` stands for."""
        key = f"{self._program} {key}"
        found = (_load(folder / name, key) for folder in self._folders)
        return next((data for data in found if data is not None), None)

    def keep(self, name: str, key: str, data: bytes) -> None:
        """Keep data under a name, in place of what was kept there; where the disk refuses, nothing is kept."""
        key = f"{self._program} {key}"
        any(_store(folder, name, key, data) for folder in self._folders)


def _load(file: Path, key: str) -> bytes | None:
    try:
        seal, _, data = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return data if seal == _seal(key, data) else None


def _store(folder: Path, name: str, key: str, data: bytes) -> bool:
    """Store data in a folder; tell whether it took it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f".{name}.{os.getpid()}"
        unfinished.write_bytes(_seal(key, data) + b"\n" + data)
        unfinished.replace(folder / name)
    except OSError:
        return False
    return True


def _seal(key: str, data: bytes) -> bytes:
    """Return the hash of data, its sources, and the programs that understand it."""
    ground = f"{sitegen.__version__} {sys.implementation.cache_tag} {key}\n".encode()
    return hashlib.sha256(ground + data).hexdigest().encode()
