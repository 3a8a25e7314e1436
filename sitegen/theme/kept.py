"""What was worked out from a theme's files becomes files of its own, which save the next process the work."""

import hashlib
import os
import sys
from pathlib import Path

import sitegen


class Kept:
    """A folder of such files, or of none; what is damaged, foreign or made from other sources is not found."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, name: str, key: str) -> bytes | None:
        """Return what was kept under a name for the sources that `key` stands for."""
        if self._folder is None:
            return None
        try:
            seal, _, data = (self._folder / name).read_bytes().partition(b"\n")
        except OSError:
            return None
        return data if seal == _seal(key, data) else None

    def keep(self, name: str, key: str, data: bytes) -> None:
        """Keep data under a name, in place of what was kept there; where the disk refuses, nothing is kept."""
        if self._folder is None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            unfinished = self._folder / f".{name}.{os.getpid()}"
            unfinished.write_bytes(_seal(key, data) + b"\n" + data)
            unfinished.replace(self._folder / name)
        except OSError:
            return


def _seal(key: str, data: bytes) -> bytes:
    """Return the hash of data, its sources, and the programs that understand it."""
    ground = f"{sitegen.__version__} {sys.implementation.cache_tag} {key}\n".encode()
    return hashlib.sha256(ground + data).hexdigest().encode()
