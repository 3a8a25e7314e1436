"""A unit of work becomes its key: the hash of all that its files are made from.

Whatever could change a byte of them is in it: the unit's own sources, those that it shares with others, the theme, the
day, the reader, and the program itself. Positions are in it as well, since a unit is known by its files' hashes.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence

from sitegen.build.editions import Edition
from sitegen.build.frame import Frame
from sitegen.build.loading import Loaded
from sitegen.build.units import Unit
from sitegen.build.workshop import Workshop
from sitegen.model import Agency, Client, Project
from sitegen.pages import Entry
from sitegen.source import Document, read_bytes
from sitegen.state import find_told_on


class Keys:
    """Makes the keys of one parcel's units."""

    def __init__(self, frame: Frame, loaded: Loaded, workshop: Workshop) -> None:
        site, recalled = loaded.site, frame.recalled
        shared = [site.document, *(survey.document for survey in site.surveys.values())]
        shared += [site.people_document] if site.people_document else []
        self._ground = [
            workshop.program,
            recalled.secret if recalled else "",
            workshop.theme.digest,
            frame.request.with_drafts,
            *(_describe(document) for document in shared),
        ]
        self._projects: dict[str, list[str]] = {}

    def make(self, unit: Unit) -> str:
        """Return the key of a unit."""
        reader = unit.edition.reader
        ground = [
            *self._ground,
            reader.root,
            reader.audience.value,
            reader.signer.fingerprint if reader.signer else "",
            reader.is_preview,
            [f"{picture.path} {picture.name}" for picture in unit.edition.pictures],
        ]
        if unit.work and unit.entry:
            client, project = unit.work.publication.client, unit.entry.project
            own: list[object] = [_describe_owners(unit.edition, [client]), self._digest_project(project)]
            return _hash([*ground, unit.work.publication.urls.folder, _find_time(unit, unit.entry), own])
        works = unit.edition.works
        own = [_describe_owners(unit.edition, [work.publication.client for work in works])]
        own += [[self._digest_project(project) for project, _ in work.states] for work in works]
        return _hash([*ground, reader.day.isoformat(), own])

    def _digest_project(self, project: Project) -> list[str]:
        """Describe all files of a project; what stands in updates that nobody sees counts too, it costs only time."""
        if project.path not in self._projects:
            files = (f"{file.path} {_hash_bytes(read_bytes(file.location))}" for file in project.files)
            self._projects[project.path] = [*map(_describe, project.documents), *files]
        return self._projects[project.path]


def _find_time(unit: Unit, entry: Entry) -> str:
    """Return the part of the day that a project's unit reads; what was said only leaves its year out of dates."""
    day = entry.state.day
    return f"{find_told_on(entry.project, entry.state)} {day.year}" if unit.is_of_updates else day.isoformat()


def _describe_owners(edition: Edition, clients: Iterable[Client]) -> list[str]:
    """Describe the files of those whose names and brands the pages carry."""
    owners: list[Client | Agency] = [*clients, *edition.reader.site.agencies.values()]
    return [_describe(owner.document) for owner in owners]


def _describe(document: Document) -> str:
    return f"{document.path} {document.digest}"


def _hash(parts: Sequence[object]) -> str:
    return _hash_bytes(json.dumps(parts).encode())


def _hash_bytes(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
