"""The program itself becomes what tells it from another: a stamp, which is quick, and a hash, which is sure."""

import hashlib
import os
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path

import sitegen
from sitegen.memory.stock import digest, stamp

LIBRARIES = ("babel", "cmarkgfm", "itsdangerous", "jinja2", "markdown", "markupsafe", "nh3", "tzdata")
"""Whose version may show in a page."""
FOLDER = str(Path(sitegen.__file__).parent)


def stamp_program() -> str:
    """Return what is known of the program without reading it: of its files, and of the folders of libraries.

    Whatever installs a library adds or removes something in its folder.
    """
    stamps = array("q")
    for location in _list_modules(FOLDER):
        stamps.extend(stamp(location))
    for folder in sys.path:
        if folder.endswith("-packages"):
            stamps.extend(stamp(folder))
    return hashlib.sha256(sys.version.encode() + stamps.tobytes()).hexdigest()


def digest_program() -> str:
    """Return the hash of the program: its version, its files, and the versions of the libraries that write pages."""
    from importlib import metadata

    parts = [sitegen.__version__, sys.version, *(f"{name} {metadata.version(name)}" for name in LIBRARIES)]
    parts += [f"{os.path.relpath(location, FOLDER)} {digest(location).hex()}" for location in _list_modules(FOLDER)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _list_modules(folder: str) -> Iterator[str]:
    """Go through the program's own modules, in order."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.endswith(".py"):
            yield entry.path
        elif entry.is_dir() and entry.name != "__pycache__":
            yield from _list_modules(entry.path)
