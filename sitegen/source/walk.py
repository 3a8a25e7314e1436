"""A site's folder becomes the list of files to read, by what the spec calls each of them."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from sitegen.problems import Position, Problems, suggest
from sitegen.source.entries import Entries, name_path
from sitegen.value import value

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
CLIENTS = "clients"
"""The folder of all clients."""
UPDATE_NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(-[a-z0-9-]+)?")


@value
class SourceFile:
    """A file to read: where it is on disk, and its path relative to the site's folder."""

    location: Path
    path: str


@value
class ProjectSources:
    """The files of one project; `files` are its attachments, whatever else stands in its folder included."""

    id: str
    client_id: str
    folder: str
    plan: SourceFile
    updates: tuple[SourceFile, ...]
    files: tuple[SourceFile, ...]


@value
class ClientSources:
    """The files of one client."""

    id: str
    settings: SourceFile
    projects: tuple[ProjectSources, ...]
    files: tuple[SourceFile, ...]


@value
class Sources:
    """Every file of a site's content."""

    people: SourceFile | None
    surveys: tuple[SourceFile, ...]
    agencies: tuple[SourceFile, ...]
    clients: tuple[ClientSources, ...]
    files: tuple[SourceFile, ...]
    """Whatever else the content folder holds, such as a logo."""
    feedback: SourceFile | None = None
    """What answers came to."""


def find_sources(
    content: Path, root: Path, problems: Problems, *, only: Collection[str] | None = None, with_projects: bool = True
) -> Sources:
    """Walk the content folder of the site in `root`; names that break the rules are told as problems.

    Where `only` some clients are asked for, the folders of others are passed over; without projects, theirs are.
    """
    if not content.is_dir():
        problems.error(
            "missing-field",
            "the content folder is not there; make it, or mend 'content'",
            Position(path=name_path(content, root)),
        )
        return Sources(people=None, surveys=(), agencies=(), clients=(), files=())
    walk = _Walk(Entries(content, root, problems), only, with_projects=with_projects)
    found = {entry.name: entry for entry in walk.entries.list_folder(content)}
    people, feedback = (found.pop(name, None) for name in ("people.yml", "feedback.yml"))
    surveys, agencies, clients = (found.pop(name, None) for name in ("surveys", "agencies", CLIENTS))
    return Sources(
        people=walk.source(people) if people and walk.is_file(people) else None,
        feedback=walk.source(feedback) if feedback and walk.is_file(feedback) else None,
        surveys=tuple(walk.definitions(surveys)) if surveys else (),
        agencies=tuple(walk.definitions(agencies)) if agencies else (),
        clients=tuple(walk.clients(clients)) if clients else (),
        files=tuple(walk.files([entry for entry in found.values() if walk.is_no_misspelling(entry)])),
    )


def find_projects(client_id: str, content: Path, root: Path, problems: Problems) -> tuple[ProjectSources, ...]:
    """Walk the projects of one client."""
    walk = _Walk(Entries(content, root, problems), None, with_projects=True)
    return walk.projects(walk.entries.list_folder(content / CLIENTS / client_id), client_id)


class _Walk:
    """Goes through the folders of a site by what the spec calls them."""

    def __init__(self, entries: Entries, only: Collection[str] | None, *, with_projects: bool) -> None:
        self.only = only
        self.with_projects = with_projects
        self.entries = entries

    def source(self, location: Path) -> SourceFile:
        return SourceFile(location=location, path=name_path(location, self.entries.root))

    def definitions(self, folder: Path) -> Iterator[SourceFile]:
        """Go through `<id>.yml` files of a folder."""
        for entry in self.list_folder(folder):
            if entry.suffix != ".yml" or not entry.is_file():
                if entry.name != "README.md":
                    self._refuse(entry, "bad-name", f"'{entry.name}' is no definition; call it '<id>.yml'")
            elif self._has_good_id(entry, entry.stem):
                yield self.source(entry)

    def clients(self, folder: Path) -> Iterator[ClientSources]:
        for entry in self.list_folder(folder):
            if self.only is not None and entry.name not in self.only:
                continue
            if not entry.is_dir():
                if entry.name != "README.md":
                    self._refuse(
                        entry, "bad-name", f"'{entry.name}' is no client; a client is a folder with a client.yml"
                    )
                continue
            inner = self.entries.list_folder(entry)
            settings = entry / "client.yml"
            if not self._has_good_id(entry, entry.name) or not self._has_file(settings, inner):
                continue
            rest = [child for child in inner if not self._looks_like_project(child) and child != settings]
            yield ClientSources(
                id=entry.name,
                settings=self.source(settings),
                projects=self.projects(inner, entry.name) if self.with_projects else (),
                files=tuple(self.files(rest)),
            )

    def projects(self, entries: list[Path], client_id: str) -> tuple[ProjectSources, ...]:
        """Return those of a client's entries that are projects."""
        folders = (entry for entry in entries if self._looks_like_project(entry))
        return tuple(project for folder in folders if (project := self.project(folder, client_id)))

    def project(self, folder: Path, client_id: str) -> ProjectSources | None:
        inner = self.entries.list_folder(folder)
        plan, updates = folder / "project.yml", folder / "updates"
        if not self._has_good_id(folder, folder.name) or not self._has_file(plan, inner):
            return None
        for entry in inner:
            self._expect_updates(entry, updates)
        return ProjectSources(
            id=folder.name,
            client_id=client_id,
            folder=name_path(folder, self.entries.root),
            plan=self.source(plan),
            updates=tuple(self.updates(updates)) if updates in inner else (),
            files=tuple(self.files([child for child in inner if child not in {plan, updates}])),
        )

    def updates(self, folder: Path) -> Iterator[SourceFile]:
        for entry in self.list_folder(folder):
            if entry.name == "README.md":
                continue
            if entry.suffix != ".md" or not entry.is_file() or not UPDATE_NAME.fullmatch(entry.stem):
                is_text = entry.suffix.lower() in {"", ".md", ".markdown", ".txt"}
                advice = "call it like '2026-11-16.md' or '2026-11-16-a-word.md'"
                if not is_text and entry.is_file():
                    advice = "move it into files/ beside this folder, or remove it"
                self._refuse(entry, "bad-name", f"'{entry.name}' is no update; {advice}")
            elif len(entry.stem) > 64:
                self._refuse(entry, "bad-name", f"'{entry.name}' is too long; at most 64 characters")
            else:
                yield self.source(entry)

    def _expect_updates(self, entry: Path, updates: Path) -> None:
        """Tell of updates that would be passed over for their place, or for a misspelt name of their folder."""
        name = entry.name.lower()
        if entry != updates and entry.is_dir() and name in {"updates", "update"}:
            self._refuse(entry, "bad-name", f"'{entry.name}' is not read; call the folder 'updates'")
        elif UPDATE_NAME.fullmatch(entry.stem) and entry.suffix == ".md" and entry.is_file():
            self._refuse(entry, "bad-name", f"'{entry.name}' is not read here; move it into updates/")

    def files(self, entries: list[Path]) -> Iterator[SourceFile]:
        """Go through all files below the entries."""
        for entry in entries:
            if entry.is_dir():
                yield from self.files(self.entries.list_folder(entry))
            else:
                yield self.source(entry)

    def list_folder(self, folder: Path) -> list[Path]:
        """Return what a folder of the spec holds; where a file stands in its place, that is told."""
        if folder.is_dir():
            return self.entries.list_folder(folder)
        self._refuse(folder, "bad-name", f"'{folder.name}' must be a folder, and this is a file; rename it")
        return []

    def is_file(self, entry: Path) -> bool:
        """Tell whether a file of the spec is one; where a folder stands in its place, that is told."""
        if entry.is_file():
            return True
        return self._refuse(entry, "bad-name", f"'{entry.name}' must be a file, and this is a folder; rename it")

    def is_no_misspelling(self, entry: Path) -> bool:
        """Tell a picture or a README from a file that would be read if it had the right name."""
        if entry.suffix not in {".yml", ".yaml"}:
            return True
        return self._refuse(
            entry,
            "bad-name",
            f"'{entry.name}' is not read here{suggest(entry.name, ['people.yml', 'feedback.yml']) or '; move it'}",
        )

    def _looks_like_project(self, folder: Path) -> bool:
        """Tell a project from a folder of pictures: a misspelt project must not vanish in silence."""
        if not folder.is_dir():
            return False
        try:
            names = [entry.name for entry in folder.iterdir() if not entry.name.startswith(".")]
        except OSError:
            return True
        return "updates" in names or any(Path(name).suffix in {".yml", ".yaml", ".md"} for name in names)

    def _has_file(self, location: Path, entries: list[Path]) -> bool:
        """Tell whether a folder's one file that must be there is among its entries."""
        if location in entries:
            return self.is_file(location)
        near = [entry.name for entry in entries if entry.suffix in {".yml", ".yaml"}]
        hint = f"; '{near[0]}' stands here, should it be called so?" if near else "; write one, or remove the folder"
        if location.is_symlink() or location.exists():
            return False  # it is there and was refused
        return self._refuse(location.parent, "missing-field", f"there is no {location.name} in this folder{hint}")

    def _has_good_id(self, entry: Path, name: str) -> bool:
        if ID.fullmatch(name):
            return True
        return self._refuse(entry, "bad-name", f"'{name}' is no id; use a-z, 0-9 and '-', at most 64 characters")

    def _refuse(self, entry: Path, rule: str, message: str) -> bool:
        return self.entries.refuse(entry, rule, message)
