"""The record on disk becomes what sitegen wrote into a folder, and is written anew, apart from that folder."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sitegen.memory import replace_file

RECORD_VERSION = 2


class Record:
    """What was written into one folder, with the hashes; what stands of other folders in the same file stays."""

    def __init__(self, file: Path, folder: Path) -> None:
        self._file = file
        self._name = os.path.relpath(folder, file.parent.parent)
        stored = _read(file)
        self._unfinished = {str(name) for name in stored.get("unfinished", ())}
        self._folders = _list_folders(stored)
        self.files = {path: digest for path, digest in self._folders.get(self._name, {}).items() if _is_inside(path)}
        """What was written before, by path."""

    @property
    def is_unfinished(self) -> bool:
        """Tell whether the last build was killed before it had written all."""
        return self._name in self._unfinished

    def save(self, files: Mapping[str, str], *, is_finished: bool) -> None:
        """Write the record anew."""
        self._unfinished = self._unfinished - {self._name} if is_finished else self._unfinished | {self._name}
        self._folders[self._name] = dict(sorted(files.items()))
        record = {"version": RECORD_VERSION, "unfinished": sorted(self._unfinished), "folders": self._folders}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self._file, json.dumps(record).encode())


def _read(file: Path) -> dict[str, Any]:
    """Return what is recorded; nothing where it is missing or damaged."""
    try:
        record = json.loads(file.read_bytes())
        return record if record["version"] == RECORD_VERSION and isinstance(record["unfinished"], list) else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _list_folders(stored: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    try:
        return {name: dict(files) for name, files in stored.get("folders", {}).items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _is_inside(path: object) -> bool:
    """Tell whether a recorded path stays in the folder: a damaged record must not remove other people's files."""
    if not isinstance(path, str) or path in {"", "."} or path.startswith("/"):
        return False
    return ".." not in path or ".." not in Path(path).parts
