"""Outputs are written aside first, by all processes at once, and moved into their place when nothing is wrong."""

import os
import shutil
from collections.abc import Collection
from pathlib import Path

from sitegen.build.moves import MODE, check_places, move_into
from sitegen.errors import WorkError

ALL_MAY = 0o777


class Staging:
    """A folder beside the cache that holds, at their paths, the files that are others than those that stand.

    In it each build has one of its own: what processes of a build that was killed may still write is in nobody's way.
    """

    def __init__(self, folder: Path, output: Path) -> None:
        self._all = os.fspath(folder)
        self._folder = os.path.join(self._all, os.urandom(8).hex())
        self._output = os.fspath(output)
        self._is_first = not output.exists()
        """Whether no file stands yet that could be the same."""
        self._made: set[str] = set()
        self._is_masked: bool | None = None
        """Whether the system takes rights from new files; known of the first one, and then of all in this folder."""

    def clear(self) -> None:
        """Remove it, with whatever a build left there that was killed or failed."""
        shutil.rmtree(self._all, ignore_errors=True)
        self._made.clear()

    def put(self, path: str, data: bytes) -> bool:
        """Write a file aside, unless the one that stands holds these bytes; tell whether it was written."""
        if not self._is_first and _holds(f"{self._output}/{path}", data):
            return False
        target = f"{self._folder}/{path}"
        try:
            self._make_folder(os.path.dirname(target))
            self._write(target, data)
        except OSError as error:
            raise WorkError(f"{target} cannot be written: {error.strerror}") from error
        return True

    def check_places(self, going: Collection[str], ours: Collection[str] | None) -> None:
        """Raise `WorkError` where something keeps a file from its place: but for what is `going` or one of `ours`."""
        if os.path.isdir(self._folder):
            check_places(self._folder, self._output, going, ours)

    def move(self) -> None:
        """Move all files into their place: whole folders, where there are none of their names yet."""
        if os.path.isdir(self._folder):
            move_into(self._folder, self._output)
        self.clear()

    def _make_folder(self, folder: str) -> None:
        """Make a folder; nearly always only the last of its path is not there yet."""
        if folder in self._made:
            return
        try:
            os.mkdir(folder)
        except FileExistsError:  # another process made it
            pass
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)
        self._made.add(folder)

    def _write(self, target: str, data: bytes) -> None:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), MODE)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
            if self._is_masked is None:
                self._is_masked = os.fstat(handle).st_mode & ALL_MAY != MODE
        finally:
            os.close(handle)
        if self._is_masked:
            os.chmod(target, MODE)


def _holds(location: str, data: bytes) -> bool:
    try:
        if os.path.islink(location):
            return False
        with open(location, "rb") as file:
            return os.fstat(file.fileno()).st_size == len(data) and file.read() == data
    except OSError:
        return False
