"""A folder becomes what may be read of it: no link out of the content or in a circle, no name that cannot be shown."""

import os
import re
from operator import attrgetter
from pathlib import Path, PurePath
from typing import NamedTuple

from sitegen.problems import Position, Problems

UNSHOWABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Control characters, line separators, and bytes of a file's name that are not UTF-8."""
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


class Entry(NamedTuple):
    """A file or a folder; `path` is how messages and keys name it, relative to the site's folder."""

    name: str
    location: str
    path: str
    is_folder: bool

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return PurePath(self.name).stem

    @property
    def suffix(self) -> str:
        """The ending of the name, with its dot."""
        return PurePath(self.name).suffix


class Entries:
    """Lists folders in the order of names, and tells what in them is refused."""

    def __init__(self, content: Path, root: Path, problems: Problems) -> None:
        self.content = content
        self.root = root
        self.problems = problems
        self._real_content = content.resolve()

    def open(self, folder: Path) -> Entry:
        """Return a folder that is known by its place."""
        return Entry(folder.name, os.fspath(folder), name_path(folder, self.root), is_folder=True)

    def list_folder(self, folder: Entry) -> list[Entry]:
        """Return what a folder holds, by name, hidden files and forbidden links left out."""
        try:
            found = scan(folder.location)
        except OSError as error:
            self.refuse(folder, "bad-encoding", f"this folder cannot be read: {explain(error)}")
            return []
        start = "" if folder.path == "." else f"{folder.path}/"
        listed = (self._look_at(entry, start) for entry in found)
        return [entry for entry in listed if entry is not None]

    def _look_at(self, found: os.DirEntry[str], start: str) -> Entry | None:
        """Return an entry that may be read; what may not is told as a problem."""
        name = found.name
        entry = Entry(name, found.path, f"{start}{name}", is_folder=False)
        if UNSHOWABLE.search(name):
            entry = entry._replace(path=f"{start}{UNSHOWABLE.sub(UNKNOWN, name)}")
            self.refuse(
                entry, "bad-name", "this name has characters that cannot be shown; rename it with plain letters"
            )
        elif found.is_symlink() and (fault := self._explain_link(Path(found.path))):
            self.refuse(entry, "outside-link", fault)
        else:
            try:
                if found.is_file():
                    return entry
                if found.is_dir():
                    return entry._replace(is_folder=True)
                self.refuse(entry, "bad-name", "this is neither a file nor a folder; remove it")
            except OSError as error:
                self.refuse(entry, "bad-encoding", f"this cannot be read: {explain(error)}")
        return None

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

    def refuse(self, entry: Entry, rule: str, message: str) -> bool:
        """Tell a problem of an entry; always False, the answer to whether it may be read."""
        self.problems.error(rule, message, Position(path=entry.path))
        return False


def scan(folder: str) -> list[os.DirEntry[str]]:
    """Return what a folder holds, by name, hidden files left out; raise `OSError` where it cannot be read."""
    with os.scandir(folder) as entries:
        return sorted((entry for entry in entries if entry.name[0] != "."), key=attrgetter("name"))


def name_path(location: Path, root: Path) -> str:
    """Return a path as messages and keys show it: relative to the site's folder, with `/`."""
    found = "." if location == root else location.as_posix().removeprefix(f"{root.as_posix().rstrip('/')}/")
    return UNSHOWABLE.sub(UNKNOWN, found)


def make_id(word: str) -> str:
    """Return the id that comes nearest to a word; nothing where no letter of it could stand in one."""
    import unicodedata

    stem = re.sub(r"\.(md|ya?ml|txt)$", "", word.lower())
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64]


def explain(error: OSError) -> str:
    """Return the words of the operating system for what went wrong."""
    return (error.strerror or "unknown fault").lower()
