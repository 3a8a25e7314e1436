"""The record on disk becomes what sitegen wrote into a folder, and is written anew, apart from that folder."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sitegen.memory import replace_file
from sitegen.value import value

RECORD_VERSION = 2


class Record:
    """What was written into one folder, with the hashes; what stands of other folders in the same file stays."""

    def __init__(self, file: Path, folder: Path) -> None:
        self._file = file
        self._name = name_folder(file, folder)
        stored = _load(file)
        self._unfinished = stored.unfinished
        self._folders = dict(stored.folders)
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


@value
class Stored:
    """What a record's file holds."""

    folders: Mapping[str, Mapping[str, str]]
    """By folder, the hashes of its files, by path."""
    unfinished: frozenset[str]
    """The folders that a build was writing when it was killed."""


def parse_record(data: bytes) -> Stored:
    """Read a record; raise `ValueError` for what is none, or of another version."""
    try:
        plain: Any = json.loads(data)
        if plain["version"] != RECORD_VERSION or not isinstance(plain["unfinished"], list):
            raise ValueError("another version")
        folders = {str(name): dict(files) for name, files in plain["folders"].items()}
        return Stored(folders=folders, unfinished=frozenset(map(str, plain["unfinished"])))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("no record") from error


def name_folder(file: Path, folder: Path) -> str:
    """Return what a folder is called in a record."""
    return os.path.relpath(folder, file.parent.parent)


def _load(file: Path) -> Stored:
    """Return what is recorded; nothing where it is missing or damaged."""
    try:
        return parse_record(file.read_bytes())
    except (OSError, ValueError):
        return Stored(folders={}, unfinished=frozenset())


def _is_inside(path: object) -> bool:
    """Tell whether a recorded path stays in the folder: a damaged record must not remove other people's files."""
    if not isinstance(path, str) or path in {"", "."} or path.startswith("/"):
        return False
    return ".." not in path or ".." not in Path(path).parts
