"""Outputs become a folder, each file whole or not at all; what sitegen wrote before and no longer makes is removed."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from sitegen.build.record import Record
from sitegen.build.staging import Staging
from sitegen.errors import WorkError
from sitegen.memory import PART, replace_file
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
    digests: Mapping[str, str]
    """The hashes of all files that stand now."""
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
        digests = {path: hashlib.sha256(data).hexdigest() for path, data in made.items()}
        return self._settle(digests, keep, lambda: [path for path, data in made.items() if self._put(path, data)])

    def move(self, staging: Staging, digests: Mapping[str, str], staged: Sequence[str], keep: Keep) -> Written:
        """Make the folder hold all files of these hashes: those that were `staged`, and others that stand already."""

        def put() -> Sequence[str]:
            staging.move()
            return staged

        return self._settle(digests, keep, put)

    def _settle(self, digests: Mapping[str, str], keep: Keep, put: Callable[[], Sequence[str]]) -> Written:
        record = Record(self.record, self.folder)
        known = record.files
        stale = sorted(path for path in known if path not in digests and not keep(path))
        kept = {path: digest for path, digest in known.items() if path not in digests and keep(path)}
        try:
            # Recorded first, so that a build that is killed half-way leaves nothing that the next one does not know.
            if record.is_unfinished:
                self._sweep()
            record.save({**known, **digests}, is_finished=False)
            written = put()
            for path in stale:
                self._remove(path)
            record.save({**kept, **digests}, is_finished=True)
        except OSError as error:
            raise WorkError(f"{error.filename or self.folder} cannot be written: {error.strerror}") from error
        changed = set(written)
        return Written(
            written=tuple(written),
            stood=tuple(path for path in digests if path not in changed),
            removed=tuple(stale),
            digests={**kept, **digests},
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
        replace_file(target, data, self._mode)
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
            part.unlink(missing_ok=True)
