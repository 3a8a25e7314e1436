"""A folder becomes what may be read of it: no link out of the content or in a circle, no name that cannot be shown."""

import os
import re
from pathlib import Path

from sitegen.problems import Position, Problems

UNSHOWABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Control characters, line separators, and bytes of a file's name that are not UTF-8."""


class Entries:
    """Lists folders in the order of names, and tells what in them is refused."""

    def __init__(self, content: Path, root: Path, problems: Problems) -> None:
        self.content = content
        self.root = root
        self.problems = problems
        self._real_content = content.resolve()

    def list_folder(self, folder: Path) -> list[Path]:
        """Return what a folder holds, by name, hidden files and forbidden links left out."""
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self.refuse(folder, "bad-encoding", f"this folder cannot be read: {explain(error)}")
            return []
        shown = ((folder / entry.name, entry) for entry in found if not entry.name.startswith("."))
        return [location for location, entry in shown if self._is_allowed(location, entry)]

    def _is_allowed(self, location: Path, entry: os.DirEntry[str]) -> bool:
        """Tell whether an entry may be read; what may not is told as a problem."""
        if UNSHOWABLE.search(entry.name):
            return self.refuse(
                location, "bad-name", "this name has characters that cannot be shown; rename it with plain letters"
            )
        if entry.is_symlink() and (fault := self._explain_link(location)):
            return self.refuse(location, "outside-link", fault)
        try:
            if entry.is_file() or entry.is_dir():
                return True
        except OSError as error:
            return self.refuse(location, "bad-encoding", f"this cannot be read: {explain(error)}")
        return self.refuse(location, "bad-name", "this is neither a file nor a folder; remove it")

    def _explain_link(self, entry: Path) -> str | None:
        """Tell what is wrong with where a link leads; None where nothing is."""
        try:
            target = entry.resolve(strict=True)
        except (OSError, RuntimeError):
            return "this link leads to nothing, or in a circle; remove it"
        if not target.is_relative_to(self._real_content):
            return "this link leads out of the content folder; put the file here instead"
        # Each folder on the way here may itself be a link, so that two links can make a circle between them.
        way = (parent for parent in entry.parents if parent.is_relative_to(self.content))
        if any(parent.resolve().is_relative_to(target) for parent in way):
            return "this link leads to a folder that holds it, in a circle; remove it"
        return None

    def refuse(self, entry: Path, rule: str, message: str) -> bool:
        """Tell a problem of an entry; always False, the answer to whether it may be read."""
        self.problems.error(rule, message, Position(path=name_path(entry, self.root)))
        return False


def name_path(location: Path, root: Path) -> str:
    """Return a path as messages and keys show it: relative to the site's folder, with `/`."""
    found = "." if location == root else location.as_posix().removeprefix(f"{root.as_posix().rstrip('/')}/")
    return UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", found)


def explain(error: OSError) -> str:
    """Return the words of the operating system for what went wrong."""
    return (error.strerror or "unknown fault").lower()
