"""The files that the last build read become those that are others now, new ones and those that are gone included."""

import os
from array import array
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from sitegen.memory.ledger import DIGEST_BYTES, Ledger
from sitegen.memory.stock import MISSING, NO_DIGEST, WIDTH, Stock, digest, stamp, walk
from sitegen.value import value


@value
class Inputs:
    """The files that a build is made from, as they are before it reads them."""

    stock: Stock
    digests: bytes
    """The SHA-256 of each, one after the other; zeros for folders."""
    changed: frozenset[str]
    """Those that do not hold what they held at the last build, and those that are new or gone."""
    was_read: bool
    """Whether any had to be read to tell that it is the same."""
    is_partly_hashed: bool = False
    """Whether some are hashed only as they are read."""


def take_inputs(
    root: Path, folders: Mapping[str, str], files: Mapping[str, str], *, is_later: Callable[[str], bool]
) -> Inputs:
    """Read all files in some folders, and single files besides; all of them count as changed.

    Files that are read later have no hash until `fill_inputs`.
    """
    stock = walk(_locate(root, folders), _locate(root, files))
    find = _Finder(root, folders, files)
    digests = b"".join(NO_DIGEST if is_later(name) else find.digest(name) for name in stock.names)
    return Inputs(stock=stock, digests=digests, changed=frozenset(stock.names), was_read=True, is_partly_hashed=True)


def fill_inputs(inputs: Inputs, known: Mapping[str, str]) -> Inputs:
    """Return the files with the hashes of those that were read since; `known` gives them by path, hexadecimal."""
    if not inputs.is_partly_hashed:
        return inputs
    digests = bytearray(inputs.digests)
    for index, name in enumerate(inputs.stock.names):
        at = slice(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES)
        if name in known and digests[at] == NO_DIGEST:
            digests[at] = bytes.fromhex(known[name])
    return replace(inputs, digests=bytes(digests))


def walk_inputs(ledger: Ledger, root: Path) -> Stock:
    """Take stock of the files that the last build read, and of new ones beside them."""
    return walk(_locate(root, ledger.ground.folders), _locate(root, ledger.ground.files))


def compare_inputs(ledger: Ledger, root: Path, stock: Stock) -> Inputs:
    """Compare the files of the last build with what there is; where stamps do not tell, the bytes do."""
    ground, old = ledger.ground, ledger.inputs
    digests = bytearray(ledger.sections["inputs digests"])
    changed = set()
    if stock.names != old.names:
        changed = set(old.names) ^ set(stock.names)
        old, digests = _align(old, digests, stock.names)
    find = _Finder(root, ground.folders, ground.files)
    suspects = old.list_suspects(stock, ledger.started_ns)
    for index in suspects:
        name, at = stock.names[index], slice(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES)
        found = find.digest(name)
        if found != digests[at] or stock.is_missing(index):
            changed.add(name)
        digests[at] = found
    return Inputs(stock=stock, digests=bytes(digests), changed=frozenset(changed), was_read=bool(suspects))


def compare_touched(ledger: Ledger, root: Path, touched: Collection[str]) -> Inputs | None:
    """Look only at some files, by their absolute paths; None where one came or went, so that all is to be looked at.

    What is not among the files of the last build, and not there any more, was an editor's own.
    """
    old, digests = ledger.inputs, bytearray(ledger.sections["inputs digests"])
    stamps = old.stamps[:]
    find = _Finder(root, ledger.ground.folders, ledger.ground.files)
    places = {name: index for index, name in enumerate(old.names)}
    changed = set()
    for path in touched:
        index = places.get(find.name(path) or "")
        now = stamp(path)
        if index is None or now == MISSING:
            if index is None and now == MISSING:
                continue
            return None
        at = slice(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES)
        stamps[index * WIDTH : (index + 1) * WIDTH] = array("q", now)
        found = digest(path)
        if found != digests[at]:
            changed.add(old.names[index])
            digests[at] = found
    stock = Stock(names=old.names, stamps=stamps)
    return Inputs(stock=stock, digests=bytes(digests), changed=frozenset(changed), was_read=True)


def _align(old: Stock, digests: bytearray, names: Sequence[str]) -> tuple[Stock, bytearray]:
    """Bring what is known of files into the order of other names; of a new one nothing is known."""
    places = {name: index for index, name in enumerate(old.names)}
    stamps, aligned = old.stamps[:0], bytearray()
    for name in names:
        index = places.get(name)
        if index is None:
            stamps.extend((0,) * WIDTH)
            aligned += NO_DIGEST
        else:
            stamps += old.stamps[index * WIDTH : (index + 1) * WIDTH]
            aligned += digests[index * DIGEST_BYTES : (index + 1) * DIGEST_BYTES]
    return Stock(names=names, stamps=stamps), aligned


class _Finder:
    """Finds where a file stands, by the name that it goes by."""

    def __init__(self, root: Path, folders: Mapping[str, str], files: Mapping[str, str]) -> None:
        self._folders = _locate(root, folders)
        self._files = _locate(root, files)

    def name(self, path: str) -> str | None:
        """Return the name that the file at a path goes by; None for one that is no part of the site."""
        for name, location in self._files.items():
            if path == location:
                return name
        for name, location in self._folders.items():
            if path.startswith(f"{location}{os.sep}"):
                return name + path.removeprefix(location).replace(os.sep, "/")
        return None

    def digest(self, name: str) -> bytes:
        """Return the SHA-256 of a file; zeros for a folder."""
        if name.endswith("/"):
            return NO_DIGEST
        if name in self._files:
            return digest(self._files[name])
        folder = next(folder for folder in self._folders if name.startswith(f"{folder}/"))
        return digest(self._folders[folder] + name.removeprefix(folder))


def _locate(root: Path, places: Mapping[str, str]) -> dict[str, str]:
    return {name: os.path.normpath(os.path.join(root, place)) for name, place in places.items()}
