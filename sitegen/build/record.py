"""The record on disk becomes what sitegen wrote into a folder, and is written anew, apart from that folder.

It is JSON with one file a line, so that a build that changed a few files can mend their lines and leave the rest.
"""

import json
import os
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from sitegen.memory import replace_file
from sitegen.value import value

RECORD_VERSION = 3
LINE_END = b",\n"

_quote = json.JSONEncoder().encode


class Entry(NamedTuple):
    """What is recorded of one file."""

    digest: str
    """SHA-256, hexadecimal; empty where a build was killed before that was known."""
    size: int
    """In bytes."""


NOT_KNOWN = Entry("", 0)

Entries = Mapping[str, Entry]
"""By path."""


class Record:
    """What was written into one folder; what stands of other folders in the same file stays."""

    def __init__(self, file: Path, folder: Path, remembered: Collection[str] = ()) -> None:
        """Take what is `remembered` from elsewhere for what was written, should the record be lost."""
        self._file = file
        self._name = name_folder(file, folder)
        self._remembered = remembered

    @cached_property
    def _stored(self) -> "Stored":
        return load_record(self._file)

    @cached_property
    def files(self) -> Entries:
        """What was written before, or was about to be when a build was killed."""
        found = dict.fromkeys(self._remembered, NOT_KNOWN) if self.is_lost else self._stored.folders[self._name]
        return {path: entry for path, entry in found.items() if _is_inside(path)}

    @cached_property
    def is_lost(self) -> bool:
        """Tell whether nothing is recorded of the folder, not even that there is nothing in it."""
        return self._name not in self._stored.folders

    @property
    def is_unfinished(self) -> bool:
        """Tell whether the last build was killed before it had written all."""
        return self._name in self._stored.unfinished

    def begin(self, paths: Collection[str]) -> None:
        """Note which files are about to be written, so that they are known if this build is killed."""
        pending = _find_pending(self._file)
        self._file.parent.mkdir(parents=True, exist_ok=True)
        if pending.exists():  # another build was killed, perhaps of another folder
            replace_file(self._file, format_record(self._stored))
        replace_file(pending, json.dumps({"folder": self._name, "paths": list(paths)}).encode())

    def finish(self, files: Entries) -> None:
        """Write the record anew: these are the files, and no others."""
        folders = {**self._stored.folders, self._name: files}
        unfinished = self._stored.unfinished - {self._name}
        self._end(format_record(Stored(folders=folders, unfinished=unfinished)))

    def amend(self, changed: Entries, removed: Collection[str]) -> None:
        """Write the record anew with some files changed or new, and some removed."""
        try:
            pieces = amend_record(self._file.read_bytes(), self._name, changed, removed)
        except ValueError:  # somebody has laid it out in another way
            rest = {path: entry for path, entry in self.files.items() if path not in removed}
            self.finish({**rest, **changed})
        else:
            self._end(*pieces)

    def _end(self, *pieces: bytes | memoryview) -> None:
        replace_file(self._file, *pieces)
        _find_pending(self._file).unlink(missing_ok=True)


@value
class Stored:
    """What a record's file holds."""

    folders: Mapping[str, Entries]
    unfinished: frozenset[str]
    """The folders that a build was writing when it was killed."""


def format_record(stored: Stored) -> bytes:
    """Return the bytes of a record."""
    head = json.dumps({"version": RECORD_VERSION, "unfinished": sorted(stored.unfinished)})
    folders = (
        f"{json.dumps(name)}: {{\n".encode() + LINE_END.join(sorted(_format_lines(files))) + b"\n}"
        for name, files in stored.folders.items()
    )
    return head[:-1].encode() + b', "folders": {\n' + LINE_END.join(folders) + b"\n}}\n"


def amend_record(data: bytes, name: str, changed: Entries, removed: Collection[str]) -> list[bytes | memoryview]:
    """Return, in pieces, the bytes of a record with some lines of one folder changed; `ValueError` for another layout.

    It may be large, and nearly all of it stays: so the pieces that stay are not copied.
    """
    whole = memoryview(data)
    opening = f"\n{json.dumps(name)}: {{\n".encode()
    start = data.index(opening) + len(opening)
    end = data.index(b"\n}", start)
    body = b"".join((whole[start:end], LINE_END)) if end > start else b""
    lines = zip(map(_format_key, changed), _format_lines(changed), strict=True)
    edits = dict.fromkeys(map(_format_key, removed), b"") | {key: line + LINE_END for key, line in lines}
    rest, at = memoryview(body), 0
    pieces: list[bytes | memoryview] = []
    for key, line in sorted(edits.items()):
        first, last = _find_line(body, key, at)
        pieces += [rest[at:first], line]
        at = last
    found = [piece for piece in (*pieces, rest[at:]) if piece]
    if found:
        found[-1] = found[-1][: -len(LINE_END)]
    return [whole[:start], *found, whole[end:]]


def _format_key(path: str) -> bytes:
    return f"{_quote(path)}: ".encode()


def _format_lines(files: Entries) -> Iterable[bytes]:
    return (f'{_quote(path)}: ["{digest}", {size}]'.encode() for path, (digest, size) in files.items())


def _find_line(lines: bytes, key: bytes, first: int) -> tuple[int, int]:
    """Return where, from one line on, the line with a key begins and ends, or twice the place where it is to stand."""
    last = len(lines)
    while first < last:
        middle = (first + last) // 2
        line = max(lines.rfind(b"\n", first, middle) + 1, first)
        if lines[line : line + len(key)] < key:
            first = lines.index(b"\n", middle) + 1
        else:
            last = line
    return first, lines.index(b"\n", first) + 1 if lines.startswith(key, first) else first


def parse_record(data: bytes) -> Stored:
    """Read a record; raise `ValueError` for what is none, or of another version."""
    try:
        plain: Any = json.loads(data)
        if plain["version"] != RECORD_VERSION or not isinstance(plain["unfinished"], list):
            raise ValueError("another version")
        folders = {
            str(name): {path: Entry(digest, size) for path, (digest, size) in files.items()}
            for name, files in plain["folders"].items()
        }
        return Stored(folders=folders, unfinished=frozenset(map(str, plain["unfinished"])))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("no record") from error


def load_record(file: Path) -> Stored:
    """Return what is recorded, what a killed build was about to write included; nothing where it is damaged."""
    try:
        stored = parse_record(file.read_bytes())
    except (OSError, ValueError):
        stored = Stored(folders={}, unfinished=frozenset())
    try:
        pending: Any = json.loads(_find_pending(file).read_bytes())
        name, paths = str(pending["folder"]), dict.fromkeys(pending["paths"], NOT_KNOWN)
    except (OSError, ValueError, KeyError, TypeError):
        return stored
    known = {**paths, **stored.folders.get(name, {})}
    return Stored(folders={**stored.folders, name: known}, unfinished=stored.unfinished | {name})


def name_folder(file: Path, folder: Path) -> str:
    """Return what a folder is called in a record."""
    return os.path.relpath(folder, file.parent.parent)


def _find_pending(file: Path) -> Path:
    """Return where it is noted what is about to be written."""
    return file.with_suffix(".pending")


def _is_inside(path: object) -> bool:
    """Tell whether a recorded path stays in the folder: a damaged record must not remove other people's files."""
    if not isinstance(path, str) or path in {"", "."} or path.startswith("/"):
        return False
    return ".." not in path or ".." not in Path(path).parts
