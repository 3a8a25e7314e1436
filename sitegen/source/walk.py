"""A site's folder becomes the list of files to read, by what the spec calls each of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.problems import Position, Problems

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
UPDATE_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(-[a-z0-9-]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file to read: where it is on disk, and its path relative to the site's folder."""

    location: Path
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectSources:
    """The files of one project; `files` are its attachments, whatever else stands in its folder included."""

    id: str
    client_id: str
    folder: str
    plan: SourceFile
    updates: tuple[SourceFile, ...]
    files: tuple[SourceFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientSources:
    """The files of one client."""

    id: str
    settings: SourceFile
    projects: tuple[ProjectSources, ...]
    files: tuple[SourceFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Every file of a site's content."""

    people: SourceFile | None
    surveys: tuple[SourceFile, ...]
    agencies: tuple[SourceFile, ...]
    clients: tuple[ClientSources, ...]
    files: tuple[SourceFile, ...]
    """Whatever else the content folder holds, such as a logo."""


def find_sources(content: Path, root: Path, problems: Problems) -> Sources:
    """Walk the content folder of the site in `root`; names that break the rules are told as problems."""
    if not content.is_dir():
        problems.error(
            "missing-field",
            "the content folder is not there; make it, or mend 'content'",
            Position(path=_relative(content, root)),
        )
        return Sources(people=None, surveys=(), agencies=(), clients=(), files=())
    walk = _Walk(content, root, problems)
    other = [
        entry for entry in walk.entries(content) if entry.name not in {"clients", "surveys", "agencies", "people.yml"}
    ]
    people = content / "people.yml"
    return Sources(
        people=walk.source(people) if people.is_file() and walk.is_allowed(people) else None,
        surveys=tuple(walk.definitions(content / "surveys")),
        agencies=tuple(walk.definitions(content / "agencies")),
        clients=tuple(walk.clients(content / "clients")),
        files=tuple(walk.files(other)),
    )


class _Walk:
    """Goes through folders in the order of names, never out of the content folder, never in a circle."""

    def __init__(self, content: Path, root: Path, problems: Problems) -> None:
        self.content = content.resolve()
        self.root = root
        self.problems = problems

    def source(self, location: Path) -> SourceFile:
        return SourceFile(location=location, path=_relative(location, self.root))

    def entries(self, folder: Path) -> list[Path]:
        """Return what a folder holds, by name, hidden files and forbidden links left out."""
        if not folder.is_dir():
            return []
        found = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
        return [entry for entry in found if self.is_allowed(entry)]

    def is_allowed(self, entry: Path) -> bool:
        """Tell whether an entry may be read; a link that leads out or in a circle, or to nothing, is a problem."""
        if not entry.is_symlink():
            if entry.is_file() or entry.is_dir():
                return True
            return self._refuse(entry, "bad-name", "this is neither a file nor a folder; remove it")
        try:
            target = entry.resolve(strict=True)
        except (OSError, RuntimeError):
            return self._refuse(entry, "outside-link", "this link leads to nothing, or in a circle; remove it")
        if not target.is_relative_to(self.content):
            return self._refuse(
                entry, "outside-link", "this link leads out of the content folder; put the file here instead"
            )
        if entry.parent.resolve().is_relative_to(target):
            return self._refuse(
                entry, "outside-link", "this link leads to a folder that holds it, in a circle; remove it"
            )
        return True

    def definitions(self, folder: Path) -> Iterator[SourceFile]:
        """Go through `<id>.yml` files of a folder."""
        for entry in self.entries(folder):
            if entry.suffix != ".yml" or not entry.is_file():
                if entry.name != "README.md":
                    self._refuse(entry, "bad-name", f"'{entry.name}' is no definition; call it '<id>.yml'")
            elif self._has_good_id(entry, entry.stem):
                yield self.source(entry)

    def clients(self, folder: Path) -> Iterator[ClientSources]:
        for entry in self.entries(folder):
            if not entry.is_dir():
                if entry.name != "README.md":
                    self._refuse(
                        entry, "bad-name", f"'{entry.name}' is no client; a client is a folder with a client.yml"
                    )
                continue
            settings = entry / "client.yml"
            if not self._has_good_id(entry, entry.name) or not self._has_file(settings, entry):
                continue
            inner = self.entries(entry)
            projects = [child for child in inner if child.is_dir() and self._looks_like_project(child)]
            yield ClientSources(
                id=entry.name,
                settings=self.source(settings),
                projects=tuple(project for child in projects if (project := self.project(child, entry.name))),
                files=tuple(self.files([child for child in inner if child not in projects and child != settings])),
            )

    def project(self, folder: Path, client_id: str) -> ProjectSources | None:
        plan = folder / "project.yml"
        if not self._has_good_id(folder, folder.name) or not self._has_file(plan, folder):
            return None
        inner = self.entries(folder)
        updates = self.updates(folder / "updates") if folder / "updates" in inner else ()
        rest = [child for child in inner if child not in {plan, folder / "updates"}]
        return ProjectSources(
            id=folder.name,
            client_id=client_id,
            folder=_relative(folder, self.root),
            plan=self.source(plan),
            updates=tuple(updates),
            files=tuple(self.files(rest)),
        )

    def updates(self, folder: Path) -> Iterator[SourceFile]:
        for entry in self.entries(folder):
            if entry.name == "README.md":
                continue
            if entry.suffix != ".md" or not entry.is_file() or not UPDATE_NAME.fullmatch(entry.stem):
                self._refuse(
                    entry,
                    "bad-name",
                    f"'{entry.name}' is no update; call it like '2026-11-16.md' or '2026-11-16-a-word.md'",
                )
            elif len(entry.stem) > 64:
                self._refuse(entry, "bad-name", f"'{entry.name}' is too long; at most 64 characters")
            else:
                yield self.source(entry)

    def files(self, entries: list[Path]) -> Iterator[SourceFile]:
        """Go through all files below the entries."""
        for entry in entries:
            if entry.is_dir():
                yield from self.files(self.entries(entry))
            else:
                yield self.source(entry)

    def _looks_like_project(self, folder: Path) -> bool:
        """Tell a project from a folder of pictures: a misspelt project must not vanish in silence."""
        return (folder / "updates").is_dir() or any(
            child.suffix in {".yml", ".yaml", ".md"} for child in folder.iterdir()
        )

    def _has_file(self, location: Path, folder: Path) -> bool:
        if location.is_file():
            return self.is_allowed(location)
        near = [entry.name for entry in folder.iterdir() if entry.suffix in {".yml", ".yaml"}]
        hint = f"; '{near[0]}' stands here, should it be called so?" if near else "; write one, or remove the folder"
        self.problems.error(
            "missing-field",
            f"there is no {location.name} in this folder{hint}",
            Position(path=_relative(folder, self.root)),
        )
        return False

    def _has_good_id(self, entry: Path, name: str) -> bool:
        if ID.fullmatch(name):
            return True
        return self._refuse(entry, "bad-name", f"'{name}' is no id; use a-z, 0-9 and '-', at most 64 characters")

    def _refuse(self, entry: Path, rule: str, message: str) -> bool:
        self.problems.error(rule, message, Position(path=_relative(entry, self.root)))
        return False


def _relative(location: Path, root: Path) -> str:
    """Return a path as messages and keys show it: relative to the site's folder, with `/`."""
    return location.relative_to(root).as_posix() if location.is_relative_to(root) else location.as_posix()
