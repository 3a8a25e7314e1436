"""Files on disk become a stock of them: their names, their stamps, and the hash of what they held.

A stamp is what a system tells of a file without reading it. Where it is the same, so is the file, unless it was
changed in the very tick of the clock in which the stock was taken: such a file is young, and is to be read.
"""

import hashlib
import os
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeAlias

from sitegen.value import value

WIDTH = 4
"""How many numbers a stamp has: size, when the data changed, when the entry did (ns), and the number of the file."""
MISSING = (-1, -1, -1, -1)
FOLDER = (-2, -2, -2, -2)
NO_DIGEST = bytes(32)
MAX_NUMBER = 2**63 - 1

ENCODING = ("utf-8", "surrogateescape")
"""Names of files need not be UTF-8."""

Stamps: TypeAlias = "array[int]"


class Names(Sequence[str]):
    """The names of files as they are kept on disk, told apart once one of them is asked for."""

    def __init__(self, data: bytes | memoryview) -> None:
        self.data = data

    @cached_property
    def _list(self) -> list[str]:
        text = bytes(self.data).decode(*ENCODING)
        return text.split("\0") if text else []

    def __getitem__(self, place: Any) -> Any:
        return self._list[place]

    def __len__(self) -> int:
        return len(self._list)

    def __iter__(self) -> Iterator[str]:
        return iter(self._list)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Sequence) and self._list == list(other))

    __hash__ = None  # type: ignore[assignment]


def join_names(names: Sequence[str]) -> bytes | memoryview:
    """Return names as they are kept on disk."""
    return names.data if isinstance(names, Names) else "\0".join(names).encode(*ENCODING)


@value
class Stock:
    """Files and folders in order, with a stamp of each; the name of a folder ends in a slash."""

    names: Sequence[str]
    stamps: Stamps

    def __len__(self) -> int:
        return len(self.stamps) // WIDTH

    def stamp(self, index: int) -> tuple[int, ...]:
        """Return one file's stamp."""
        return tuple(self.stamps[index * WIDTH : (index + 1) * WIDTH])

    def is_missing(self, index: int) -> bool:
        """Tell whether a file could not be found."""
        return self.stamps[index * WIDTH] == MISSING[0]

    def list_suspects(self, now: "Stock", since_ns: int) -> list[int]:
        """Return the places of files, the same ones as `now`, that need not be what they were.

        Their stamp is another, or it is young: the file may have changed after `since_ns` in the same tick.
        """
        times = self.stamps[1::WIDTH]
        young = (
            (index for index, time in enumerate(times) if time >= since_ns) if max(times, default=0) >= since_ns else ()
        )
        others = _find_others(memoryview(self.stamps), memoryview(now.stamps), 0, len(self))
        return sorted({*young, *others})


def _find_others(old: memoryview, now: memoryview, first: int, end: int) -> Iterator[int]:
    """Go through the places from `first` to before `end` whose stamps are not the same, most of which are."""
    if old[first * WIDTH : end * WIDTH] == now[first * WIDTH : end * WIDTH]:
        return
    if end - first == 1:
        yield first
        return
    middle = (first + end) // 2
    yield from _find_others(old, now, first, middle)
    yield from _find_others(old, now, middle, end)


def walk(folders: Mapping[str, str], files: Mapping[str, str]) -> Stock:
    """Take stock of all that is in some folders, and of single files, both by the name that they go by.

    Hidden entries are passed over; links are followed, but never in a circle.
    """
    names: list[str] = []
    stamps: Stamps = array("q")
    for name, location in files.items():
        names.append(name)
        stamps.extend(stamp(location))
    for name, location in folders.items():
        names.append(f"{name}/")
        stamps.extend(FOLDER if os.path.isdir(location) else MISSING)
        _walk(location, f"{name}/", names, stamps, ())
    return Stock(names=names, stamps=stamps)


def _walk(folder: str, prefix: str, names: list[str], stamps: Stamps, above: tuple[str, ...]) -> None:
    """Add what is in a folder; `above` are the true places of the folders from which a link led here."""
    try:
        with os.scandir(folder) as found:
            entries = sorted([(entry.name, entry) for entry in found if entry.name[0] != "."])
    except OSError:
        return
    for name, entry in entries:
        if entry.is_symlink():
            _walk_link(entry, prefix + name, names, stamps, above)
        elif entry.is_dir():
            names.append(f"{prefix}{name}/")
            stamps.extend(FOLDER)
            _walk(entry.path, f"{prefix}{name}/", names, stamps, above)
        else:
            names.append(prefix + name)
            stamps.extend(_look(entry))


def _walk_link(entry: os.DirEntry[str], name: str, names: list[str], stamps: Stamps, above: tuple[str, ...]) -> None:
    """Add what a link leads to, unless that is a folder which it stands in."""
    if not os.path.isdir(entry.path):
        names.append(name)
        stamps.extend(stamp(entry.path))
        return
    names.append(f"{name}/")
    stamps.extend(FOLDER)
    way = (*above, os.path.realpath(os.path.dirname(entry.path)))
    if not _is_circle(entry.path, way):
        _walk(entry.path, f"{name}/", names, stamps, way)


def _is_circle(link: str, way: tuple[str, ...]) -> bool:
    target = os.path.join(os.path.realpath(link), "")
    return any(os.path.join(place, "").startswith(target) for place in way)


def _look(entry: os.DirEntry[str]) -> tuple[int, ...]:
    try:
        return _read_stamp(entry.stat())
    except OSError:
        return MISSING


def take_stock(folder: str, names: Sequence[str]) -> Stock:
    """Take stock of files that are known by name, in a folder; links are not followed, since none is ours."""
    stamps: Stamps = array("q")
    extend, stat = stamps.extend, os.lstat
    for name in names:
        try:
            found = stat(f"{folder}/{name}")
        except OSError:
            extend(MISSING)
        else:
            extend((found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino & MAX_NUMBER))
    return Stock(names=names, stamps=stamps)


def stamp(location: str) -> tuple[int, ...]:
    """Return the stamp of what stands at a place."""
    try:
        return _read_stamp(os.stat(location))
    except OSError:
        return MISSING


def _read_stamp(found: os.stat_result) -> tuple[int, ...]:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino & MAX_NUMBER


def digest(location: str) -> bytes:
    """Return the SHA-256 of a file; `NO_DIGEST` where it cannot be read, or is a pipe or a device, which has no end."""
    if not os.path.isfile(location):
        return NO_DIGEST
    try:
        with open(location, "rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return NO_DIGEST
