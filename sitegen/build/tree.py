"""Outputs become a folder, each file whole or not at all; what sitegen wrote before and no longer makes is removed."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path

from sitegen.build.record import Entries, Entry, Record
from sitegen.build.staging import Staging
from sitegen.errors import WorkError
from sitegen.memory import PART, is_unfinished, replace_file
from sitegen.render import Output
from sitegen.value import replace, value

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
    unknown: tuple[str, ...] = ()
    """Other files of the folder, where it was not recorded which of them sitegen wrote."""


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
        record = Record(self.record, self.folder)
        stale = _find_stale(record.files, files, keep)
        return self._settle(record, files, stale, partial(self._put_all, made), is_amended=False)

    def move(
        self,
        staging: Staging,
        files: Entries,
        staged: Sequence[str],
        keep: Keep,
        former: Collection[str] | None = None,
        remembered: Collection[str] = (),
    ) -> Written:
        """Make the folder hold some files: those that were `staged`, and others that stand already.

        Where it is known what the record holds, that is given as `former`, and only some lines of it are changed.
        What is `remembered` to be written stands in for a record that was lost.
        Raise `WorkError`, with nothing changed, where something stands in a file's way.
        """
        record = Record(self.record, self.folder, remembered)
        ours = record.files if former is None else frozenset(former)
        stale = _find_stale(ours, files, keep)
        is_lost = former is None and record.is_lost
        staging.check_places(frozenset(stale), None if is_lost else ours)

        def put() -> Sequence[str]:
            staging.move()
            return staged

        unknown = tuple(self._list_others({*files, *stale}, keep)) if is_lost else ()
        return replace(self._settle(record, files, stale, put, is_amended=former is not None), unknown=unknown)

    def _settle(
        self,
        record: Record,
        files: Entries,
        stale: Sequence[str],
        put: Callable[[], Sequence[str]],
        *,
        is_amended: bool,
    ) -> Written:
        try:
            if not is_amended and record.is_unfinished:
                self._sweep()
            record.begin(files)
            for path in _find_in_the_way(stale, files):
                self._remove(path)
            written = put()
            for path in stale:
                self._remove(path)
            if is_amended:
                record.amend(files, stale)
            else:
                gone = set(stale)
                record.finish({**{path: entry for path, entry in record.files.items() if path not in gone}, **files})
        except OSError as error:
            place = error.filename2 or error.filename or self.folder
            raise WorkError(f"{place} cannot be written: {error.strerror}") from error
        changed = set(written)
        return Written(
            written=tuple(written),
            stood=tuple(path for path in files if path not in changed),
            removed=tuple(stale),
            ended_ns=self.record.stat().st_mtime_ns,
        )

    def _list_others(self, known: Collection[str], keep: Keep) -> Iterator[str]:
        """Go through the files of the folder that are none of those that are known, whoever wrote them."""
        files = (path for path in sorted(self.folder.rglob("*")) if path.is_symlink() or not path.is_dir())
        paths = (path.relative_to(self.folder).as_posix() for path in files)
        return (path for path in paths if path not in known and not keep(path))

    def _put_all(self, made: Mapping[str, bytes]) -> Sequence[str]:
        return [path for path, data in made.items() if self._put(path, data)]

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


def _find_stale(known: Iterable[str], files: Entries, keep: Keep) -> Sequence[str]:
    return sorted(path for path in known if path not in files and not keep(path))


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
