"""Outputs become a folder, each file whole or not at all; what sitegen wrote before and no longer makes is removed."""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from sitegen.errors import WorkError
from sitegen.memory import PART, replace_file
from sitegen.render import Output
from sitegen.value import value

RECORD_VERSION = 2


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
        self._name = os.path.relpath(folder, record.parent.parent)

    def list_written(self) -> tuple[str, ...]:
        """Return the paths that the record knows."""
        return tuple(self._load())

    def write(
        self,
        outputs: Iterable[Output],
        keep: Callable[[str], bool] = lambda _: False,
        standing: Mapping[str, str] | None = None,
    ) -> Written:
        """Make the folder hold the outputs; recorded files that are none of them go, unless `keep` says otherwise.

        `standing` are files, with their hashes, that hold what they shall and were not rendered again. Files that
        sitegen did not write are left alone. Raise `WorkError` where the disk refuses.
        """
        made = {output.path: output.data for output in outputs}
        known = self._load()
        hashes = dict(standing or {}) | {path: _hash(data) for path, data in made.items()}
        stale = sorted(path for path in known if path not in hashes and not keep(path))
        kept = {path: digest for path, digest in known.items() if path not in hashes and keep(path)}
        try:
            # Recorded first, so that a build that is killed half-way leaves nothing that the next one does not know.
            self._sweep()
            self._save(known | hashes, is_finished=False)
            written = [path for path, data in made.items() if self._put(path, data)]
            for path in stale:
                self._remove(path)
            self._save(kept | hashes, is_finished=True)
        except OSError as error:
            raise WorkError(f"{error.filename or self.folder} cannot be written: {error.strerror}") from error
        changed = set(written)
        stood = tuple(path for path in hashes if path not in changed)
        return Written(
            written=tuple(written),
            stood=stood,
            removed=tuple(stale),
            digests=kept | hashes,
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
        if self._name in self._read_record().get("unfinished", ()):
            for part in self.folder.rglob(f".*{PART}"):
                part.unlink(missing_ok=True)

    def _load(self) -> dict[str, str]:
        """Return what was written here before, with hashes."""
        files = self._load_all().get(self._name, {})
        return {path: digest for path, digest in files.items() if _is_inside(path)}

    def _load_all(self) -> dict[str, dict[str, str]]:
        """Return the record of every output folder; nothing where it is missing or damaged."""
        try:
            return {name: dict(files) for name, files in self._read_record().get("folders", {}).items()}
        except (ValueError, TypeError, AttributeError):
            return {}

    def _read_record(self) -> dict[str, Any]:
        try:
            record = json.loads(self.record.read_bytes())
            return record if record["version"] == RECORD_VERSION and isinstance(record["unfinished"], list) else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def _save(self, files: Mapping[str, str], *, is_finished: bool) -> None:
        self.record.parent.mkdir(parents=True, exist_ok=True)
        unfinished = {str(name) for name in self._read_record().get("unfinished", ())} - {self._name}
        record = {
            "version": RECORD_VERSION,
            "unfinished": sorted(unfinished if is_finished else unfinished | {self._name}),
            "folders": self._load_all() | {self._name: dict(sorted(files.items()))},
        }
        replace_file(self.record, json.dumps(record, indent=0).encode())


def _is_inside(path: object) -> bool:
    """Tell whether a recorded path stays in the folder: a damaged record must not remove other people's files."""
    return isinstance(path, str) and path not in {"", "."} and not path.startswith("/") and ".." not in Path(path).parts


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
