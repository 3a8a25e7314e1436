"""What units became in earlier builds, by their keys: a unit that would become the same again need not be rendered.

The output folder itself holds the bytes; the cache knows their hashes, and trusts no file that does not have its own.
Deleting it, or damaging it, costs time and nothing else.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sitegen.build.tree import replace_file

CACHE_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a unit became."""

    key: str
    files: Mapping[str, str]
    """The SHA-256 of each file, by path relative to the output folder."""
    pages: int
    linked: Mapping[str, int]
    """By project, how many attachments something links to."""


class UnitCache:
    """What the units of one output folder became, as the last build left it."""

    def __init__(self, output: Path, store: Path) -> None:
        self._output = output
        self._store = store
        self._known = self._load()

    def find(self, name: str, key: str) -> Kept | None:
        """Return what a unit became, if its key is the same and all its files still stand as they were written."""
        kept = self._known.get(name)
        if kept is None or kept.key != key:
            return None
        return kept if all(self._stands(path, digest) for path, digest in kept.files.items()) else None

    def keep(self, found: Mapping[str, Kept], *, is_whole: bool) -> None:
        """Remember what the units of this build became; after one of a part of the site the others stay known."""
        units = dict(found) if is_whole else self._known | dict(found)
        stored = {
            "version": CACHE_VERSION,
            "output": str(self._output),
            "units": {n: asdict(k) for n, k in units.items()},
        }
        try:
            self._store.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._store, json.dumps(stored).encode())
        except OSError:
            return  # a cache that cannot be written costs time and nothing else

    def _stands(self, path: str, digest: str) -> bool:
        try:
            return hashlib.sha256((self._output / path).read_bytes()).hexdigest() == digest
        except OSError:
            return False

    def _load(self) -> dict[str, Kept]:
        """Read what was kept; nothing where it is missing, damaged, of another version or of another folder."""
        try:
            stored: Any = json.loads(self._store.read_bytes())
            if stored["version"] != CACHE_VERSION or stored["output"] != str(self._output):
                return {}
            return {name: _read_kept(unit) for name, unit in stored["units"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}


def _read_kept(unit: Any) -> Kept:
    files = {str(path): str(digest) for path, digest in unit["files"].items()}
    linked = {str(project): int(count) for project, count in unit["linked"].items()}
    return Kept(key=str(unit["key"]), files=files, pages=int(unit["pages"]), linked=linked)
