"""Outputs become a folder, each file whole or not at all; what sitegen wrote before and no longer makes is removed."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path

from sitegen.build.record import Entries, Entry, Record
from sitegen.build.staging import Staging
from sitegen.errors import WorkError
from sitegen.memory import PART, is_unfinished, replace_file
from sitegen.render import Output
from sitegen.value import value

Keep = Callable[[str], bool]
"""Tells of a path whether what was written there is left as it is."""


@value
class Written:
    """What writing did, by path relative to the output folder."""

    written: tuple[str, ...]
    stood: tuple[str, ...]
    removed: tuple[str, ...]
    ended_ns: int
    """When all was written, by the disk's clock."""


class Tree:
    """The output folder, and the record of what sitegen wrote there, which is kept elsewhere."""

    def __init__(self, folder: Path, record: Path, mode: int = 0o644) -> None:
        self.folder = folder
        self.record = record
        self._mode = mode

    def list_written(self) -> tuple[str, ...]:
        """Return the paths that the record knows."""
        return tuple(Record(self.record, self.folder).files)

    def write(self, outputs: Iterable[Output], keep: Keep = lambda _: False) -> Written:
        """Make the folder hold the outputs; recorded files that are none of them go, unless `keep` says otherwise.

        Files that sitegen did not write are left alone. Raise `WorkError` where the disk refuses.
        """
        made = {output.path: output.data for output in outputs}
        files = {path: Entry(hashlib.sha256(data).hexdigest(), len(data)) for path, data in made.items()}
        return self._settle(files, keep, None, lambda: [path for path, data in made.items() if self._put(path, data)])

    def move(
        self,
        staging: Staging,
        files: Entries,
        staged: Sequence[str],
        keep: Keep,
        former: Collection[str] | None = None,
    ) -> Written:
        """Make the folder hold some files: those that were `staged`, and others that stand already.

        Where it is known what the record holds, that is given as `former`, and only some lines of it are changed.
        """

        def put() -> Sequence[str]:
            staging.move()
            return staged

        return self._settle(files, keep, former, put)

    def _settle(
        self, files: Entries, keep: Keep, former: Collection[str] | None, put: Callable[[], Sequence[str]]
    ) -> Written:
        record = Record(self.record, self.folder)
        known = record.files if former is None else former
        stale = sorted(path for path in known if path not in files and not keep(path))
        try:
            if former is None and record.is_unfinished:
                self._sweep()
            record.begin(files)
            for path in _find_in_the_way(stale, files):
                self._remove(path)
            written = put()
            for path in stale:
                self._remove(path)
            if former is None:
                gone = set(stale)
                record.finish({**{path: entry for path, entry in record.files.items() if path not in gone}, **files})
            else:
                record.amend(files, stale)
        except OSError as error:
            raise WorkError(f"{error.filename or self.folder} cannot be written: {error.strerror}") from error
        changed = set(written)
        return Written(
            written=tuple(written),
            stood=tuple(path for path in files if path not in changed),
            removed=tuple(stale),
            ended_ns=self.record.stat().st_mtime_ns,
        )

    def _put(self, path: str, data: bytes) -> bool:
        """Write a file unless it holds these bytes already; tell whether it was written."""
        target = self.folder / path
        try:
            if target.read_bytes() == data:
                return False
        except OSError:
            target.parent.mkdir(parents=True, exist_ok=True)
        replace_file(target, data, mode=self._mode)
        return True

    def _remove(self, path: str) -> None:
        """Remove a file, and the folders that it leaves empty; what somebody put in its place is not ours."""
        target = self.folder / path
        if target.is_dir() and not target.is_symlink():
            return
        with suppress(FileNotFoundError, NotADirectoryError):
            target.unlink()
        for parent in target.parents:
            if parent == self.folder:
                break
            try:
                parent.rmdir()
            except OSError:
                break

    def _sweep(self) -> None:
        """Remove the unfinished file that a build left here when it was killed."""
        for part in self.folder.rglob(f".*{PART}"):
            if is_unfinished(part.name):
                part.unlink(missing_ok=True)


def _find_in_the_way(stale: Iterable[str], files: Iterable[str]) -> Iterator[str]:
    """Go through stale files that stand where a folder is to be, or in one that becomes a file."""
    wanted: set[str] = set()
    folders: set[str] = set()
    for path in stale:
        if not wanted:
            wanted.update(files)
            folders.update(chain.from_iterable(map(_list_folders, wanted)))
        if path in folders or not wanted.isdisjoint(_list_folders(path)):
            yield path


def _list_folders(path: str) -> Iterator[str]:
    """Go through the folders above a path."""
    return (path[:at] for at, sign in enumerate(path) if sign == "/")
