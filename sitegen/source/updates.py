"""A content folder becomes the list of its updates by their names alone, without a look into any."""

import os
from collections.abc import Iterator
from pathlib import Path

from sitegen.source.entries import name_path, scan
from sitegen.source.walk import CLIENTS, UPDATE_NAME, UPDATES, SourceFile

DEPTH = 2
"""Below the folder of all clients stand theirs, and below these those of their projects."""


def list_updates(content: Path, root: Path) -> Iterator[SourceFile]:
    """Go through all that is called like an update; what is wrong with a place is told by who reads it."""
    folders = [os.fspath(content / CLIENTS)]
    for _ in range(DEPTH):
        folders = [entry.path for folder in folders for entry in _list(folder) if entry.is_dir()]
    for folder in folders:
        updates = os.path.join(folder, UPDATES)
        path = name_path(Path(updates), root)
        for entry in _list(updates):
            if entry.name.endswith(".md") and UPDATE_NAME.fullmatch(entry.name[:-3]):
                yield SourceFile(location=entry.path, path=f"{path}/{entry.name}")


def _list(folder: str) -> list[os.DirEntry[str]]:
    try:
        return scan(folder)
    except OSError:
        return []
