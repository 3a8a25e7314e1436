"""A site's folder becomes the list of files to read, by what the spec calls each of them."""

import os
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePath

from sitegen.problems import Position, Problems, suggest
from sitegen.source.entries import Entries, Entry, make_id, name_path, scan
from sitegen.value import value

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
CLIENTS = "clients"
"""The folder of all clients."""
UPDATES = "updates"
"""The folder of a project's updates."""
UPDATE_NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(-[a-z0-9-]+)?")
LONGEST_NAME = 64 + len(".md")
YAML = frozenset({".yml", ".yaml"})
FOLDERS = {"client": CLIENTS, "survey": "surveys", "agency": "agencies", "agencie": "agencies"}
"""What the folders of the content are called, by how one of them in other words begins."""


@value
class SourceFile:
    """A file to read: where it is on disk, and its path relative to the site's folder."""

    location: str
    path: str

    @property
    def name(self) -> str:
        """What it is called in its folder."""
        return self.path.rpartition("/")[2]

    @property
    def stem(self) -> str:
        """Its name without its ending."""
        return self.name.rpartition(".")[0] or self.name


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
        message = "the content folder is not there; make it, or mend 'content'"
        if content.exists():
            message = "this must be the content folder, and it is a file; rename it, or mend 'content'"
        problems.error("missing-field", message, Position(path=name_path(content, root)))
        return Sources(people=None, surveys=(), agencies=(), clients=(), files=())
    walk = _Walk(Entries(content, root, problems), only, with_projects=with_projects)
    found = {entry.name: entry for entry in walk.entries.list_folder(walk.entries.open(content))}
    people, feedback = (found.pop(name, None) for name in ("people.yml", "feedback.yml"))
    surveys, agencies, clients = (found.pop(name, None) for name in ("surveys", "agencies", CLIENTS))
    return Sources(
        people=_source(people) if people and walk.is_file(people) else None,
        feedback=_source(feedback) if feedback and walk.is_file(feedback) else None,
        surveys=tuple(walk.definitions(surveys)) if surveys else (),
        agencies=tuple(walk.definitions(agencies)) if agencies else (),
        clients=tuple(walk.clients(clients)) if clients else (),
        files=tuple(walk.files([entry for entry in found.values() if walk.is_no_misspelling(entry)])),
    )


def find_projects(client_id: str, content: Path, root: Path, problems: Problems) -> tuple[ProjectSources, ...]:
    """Walk the projects of one client."""
    walk = _Walk(Entries(content, root, problems), None, with_projects=True)
    return walk.projects(walk.entries.list_folder(walk.entries.open(content / CLIENTS / client_id)), client_id)


def _source(entry: Entry) -> SourceFile:
    return SourceFile(location=entry.location, path=entry.path)


class _Walk:
    """Goes through the folders of a site by what the spec calls them."""

    def __init__(self, entries: Entries, only: Collection[str] | None, *, with_projects: bool) -> None:
        self.only = only
        self.with_projects = with_projects
        self.entries = entries

    def definitions(self, folder: Entry) -> Iterator[SourceFile]:
        """Go through `<id>.yml` files of a folder."""
        for entry in self.list_folder(folder):
            if entry.name == "README.md" or (entry.is_folder and entry.suffix == ".yml"):
                self.is_file(entry)
            elif entry.is_folder:
                advice = "is a folder, and definitions are files; call each '<id>.yml'"
                self._refuse(entry, "bad-name", f"'{entry.name}' {advice}")
            elif entry.suffix != ".yml":
                wanted = make_id(entry.stem) or "<id>"
                self._refuse(entry, "bad-name", f"'{entry.name}' is no definition; call it '{wanted}.yml'")
            elif self._has_good_id(entry, entry.stem):
                yield _source(entry)

    def clients(self, folder: Entry) -> Iterator[ClientSources]:
        for entry in self.list_folder(folder):
            if self.only is not None and entry.name not in self.only:
                continue
            if not entry.is_folder:
                if entry.name != "README.md":
                    self._refuse(
                        entry, "bad-name", f"'{entry.name}' is no client; a client is a folder with a client.yml"
                    )
                continue
            inner = self.entries.list_folder(entry)
            settings = self._find_file("client.yml", entry, inner) if self._has_good_id(entry, entry.name) else None
            if settings is None:
                continue
            for child in inner:
                self._expect_projects(child)
            yield ClientSources(
                id=entry.name,
                settings=_source(settings),
                projects=self.projects(inner, entry.name) if self.with_projects else (),
                files=tuple(
                    self.files([child for child in inner if child != settings and not _looks_like_project(child)])
                ),
            )

    def projects(self, entries: Sequence[Entry], client_id: str) -> tuple[ProjectSources, ...]:
        """Return those of a client's entries that are projects."""
        folders = (entry for entry in entries if _looks_like_project(entry))
        return tuple(project for folder in folders if (project := self.project(folder, client_id)))

    def project(self, folder: Entry, client_id: str) -> ProjectSources | None:
        inner = self.entries.list_folder(folder)
        plan = self._find_file("project.yml", folder, inner) if self._has_good_id(folder, folder.name) else None
        if plan is None:
            return None
        for entry in inner:
            self._expect_updates(entry)
        updates = next((entry for entry in inner if entry.name == UPDATES), None)
        return ProjectSources(
            id=folder.name,
            client_id=client_id,
            folder=folder.path,
            plan=_source(plan),
            updates=tuple(self.updates(updates)) if updates else (),
            files=tuple(self.files([child for child in inner if child not in {plan, updates}])),
        )

    def updates(self, folder: Entry) -> Iterator[SourceFile]:
        for entry in self.list_folder(folder):
            name = entry.name
            if name.endswith(".md") and UPDATE_NAME.fullmatch(name[:-3]) and not entry.is_folder:
                if len(name) <= LONGEST_NAME:
                    yield _source(entry)
                else:
                    self._refuse(entry, "bad-name", f"'{name}' is too long; at most 64 characters")
            elif name == "README.md" or (entry.is_folder and UPDATE_NAME.fullmatch(entry.stem)):
                self.is_file(entry)
            elif entry.is_folder:
                advice = "is a folder, and updates are files; move what it holds, or remove it"
                self._refuse(entry, "bad-name", f"'{name}' {advice}")
            else:
                is_text = entry.suffix.lower() in {"", ".md", ".markdown", ".txt"}
                advice = "call it like '2026-11-16.md' or '2026-11-16-a-word.md'"
                if not is_text:
                    advice = "move it into files/ beside this folder, or remove it"
                self._refuse(entry, "bad-name", f"'{name}' is no update; {advice}")

    def _expect_projects(self, entry: Entry) -> None:
        """Tell of a file beside a client's that would be passed over for its place."""
        if entry.is_folder:
            return
        if entry.suffix in YAML and entry.name != "client.yml":
            told = "is not read here; a project is a folder with a project.yml"
            self._refuse(entry, "bad-name", f"'{entry.name}' {told}")
        elif entry.suffix == ".md" and UPDATE_NAME.fullmatch(entry.stem):
            self._refuse(entry, "bad-name", f"'{entry.name}' is not read here; move it into a project's updates/")

    def _expect_updates(self, entry: Entry) -> None:
        """Tell of what would be passed over for its place in a project, or for a misspelt name."""
        name, is_folder = entry.name, entry.is_folder
        advice = ""
        if name != UPDATES and (is_folder or entry.suffix == ".md") and entry.stem.lower() in {"updates", "update"}:
            advice = (
                "; call the folder 'updates'" if is_folder else "; updates are files in updates/, as '2026-11-16.md'"
            )
        elif is_folder:
            return
        elif entry.suffix == ".md" and UPDATE_NAME.fullmatch(entry.stem):
            advice = " here; move it into updates/"
        elif name in {"project.yaml", "client.yml", "client.yaml"}:
            advice = " here; move it into files/, or remove it"
        elif name == "files":
            self.list_folder(entry)
        if advice:
            self._refuse(entry, "bad-name", f"'{name}' is not read{advice}")

    def files(self, entries: Sequence[Entry]) -> Iterator[SourceFile]:
        """Go through all files below the entries."""
        for entry in entries:
            if entry.is_folder:
                yield from self.files(self.entries.list_folder(entry))
            else:
                yield _source(entry)

    def list_folder(self, folder: Entry) -> list[Entry]:
        """Return what a folder of the spec holds; where a file stands in its place, that is told."""
        if folder.is_folder:
            return self.entries.list_folder(folder)
        self._refuse(folder, "bad-name", f"'{folder.name}' must be a folder, and this is a file; rename it")
        return []

    def is_file(self, entry: Entry) -> bool:
        """Tell whether a file of the spec is one; where a folder stands in its place, that is told."""
        if not entry.is_folder:
            return True
        return self._refuse(entry, "bad-name", f"'{entry.name}' must be a file, and this is a folder; rename it")

    def is_no_misspelling(self, entry: Entry) -> bool:
        """Tell a picture or a README from what would be read if it had the right name."""
        if entry.is_folder and (wanted := FOLDERS.get(entry.stem.lower().removesuffix("s"))):
            return self._refuse(entry, "bad-name", f"'{entry.name}' is not read; call the folder '{wanted}'")
        if entry.suffix not in YAML:
            return True
        return self._refuse(
            entry,
            "bad-name",
            f"'{entry.name}' is not read here{suggest(entry.name, ['people.yml', 'feedback.yml']) or '; move it'}",
        )

    def _find_file(self, name: str, folder: Entry, entries: Sequence[Entry]) -> Entry | None:
        """Return a folder's one file that must be there; None where it is not among its entries."""
        found = next((entry for entry in entries if entry.name == name), None)
        if found:
            return found if self.is_file(found) else None
        near = [entry.name for entry in entries if entry.suffix in YAML]
        hint = f"; '{near[0]}' stands here, should it be called so?" if near else "; write one, or remove the folder"
        if not os.path.lexists(f"{folder.location}/{name}"):  # else it was refused
            self._refuse(folder, "missing-field", f"there is no {name} in this folder{hint}")
        return None

    def _has_good_id(self, entry: Entry, name: str) -> bool:
        if ID.fullmatch(name):
            return True
        nearest = make_id(name)
        hint = f"; did you mean '{nearest}'?" if nearest else ""
        return self._refuse(entry, "bad-name", f"'{name}' is no id; use a-z, 0-9 and '-', at most 64 characters{hint}")

    def _refuse(self, entry: Entry, rule: str, message: str) -> bool:
        return self.entries.refuse(entry, rule, message)


def _looks_like_project(folder: Entry) -> bool:
    """Tell a project from a folder of pictures: a misspelt project must not vanish in silence."""
    if not folder.is_folder:
        return False
    try:
        names = {entry.name for entry in scan(folder.location)}
    except OSError:
        return True
    return UPDATES in names or any(PurePath(name).suffix in {".yml", ".yaml", ".md"} for name in names)
