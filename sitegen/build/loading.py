"""A sitegen.yml becomes the model of its site: whole, or its heads first and the projects of some clients later."""

import hashlib
import os
from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen.errors import ContentError, UsageError
from sitegen.memory import Part
from sitegen.model import Settings, Site, decode_projects, decode_settings, decode_site
from sitegen.problems import Problems
from sitegen.source import (
    Document,
    SourceFile,
    Sources,
    find_projects,
    find_sources,
    read_bytes,
    read_document,
    read_documents,
    read_projects,
)
from sitegen.state import DigestOf, Rules
from sitegen.value import value


@value
class Loaded:
    """A site as read, and the folder that its paths are relative to."""

    root: Path
    site: Site
    clients: tuple[str, ...]
    """The ids of all clients that were found, those with faults included."""
    part: Part | None = None
    """Which part of the site was read; None for all of it."""

    @property
    def rules(self) -> Rules:
        """The settings that the fold goes by."""
        return Rules.of(self.site.settings)

    @property
    def content(self) -> Path:
        """The folder of the content."""
        return self.root / self.site.settings.content

    @property
    def today(self) -> date:
        """Today in the site's time zone."""
        return datetime.now(ZoneInfo(self.site.settings.timezone)).date()


def load_settings(config: Path, problems: Problems) -> tuple[Document, Settings]:
    """Read the settings; without them nothing can be done: `ContentError`."""
    if not config.is_file():
        raise UsageError(f"there is no file '{config}'")
    document = read_document(SourceFile(location=str(config), path=config.name), problems)
    settings = decode_settings(document, problems) if document else None
    if document is None or settings is None:
        raise ContentError(problems)
    return document, settings


def load_site(config: Path, problems: Problems) -> Loaded:
    """Read and decode a whole site; faults are gathered, but without settings: `ContentError`."""
    return _load(config, problems, None, with_projects=True)


def load_heads(config: Path, problems: Problems, part: Part | None = None) -> Loaded:
    """Read a site, or a part of it, but for its projects; faults are gathered as in `load_site`."""
    return _load(config, problems, part, with_projects=False)


def narrow_heads(heads: Loaded, part: Part) -> Loaded:
    """Return the heads of a part of a site."""
    site = heads.site
    files = (file for client in site.clients if client.id not in part.read for file in client.files)
    return replace(
        heads,
        site=replace(
            site,
            clients=tuple(client for client in site.clients if client.id in part.read),
            files=(*site.files, *files),
        ),
        clients=tuple(name for name in heads.clients if name in part.read),
        part=part,
    )


def load_projects(heads: Loaded, clients: Collection[str], problems: Problems) -> Loaded:
    """Read the projects of some clients, and return the site with these clients alone; faults are gathered."""
    sources = {name: find_projects(name, heads.content, heads.root, problems) for name in clients}
    documents = read_projects((project for own in sources.values() for project in own), problems)
    return replace(heads, site=decode_projects(heads.site, sources, documents, problems))


def _load(config: Path, problems: Problems, part: Part | None, *, with_projects: bool) -> Loaded:
    document, settings = load_settings(config, problems)
    root = config.parent
    only = part.read if part else None
    sources = find_sources(root / settings.content, root, problems, only=only, with_projects=with_projects)
    more = _find_logo(root, settings, sources) + _list_rest(root, part)
    sources = replace(sources, files=sources.files + more)
    documents = read_documents(sources, problems)
    site = decode_site(settings, document, sources, documents, problems)
    return Loaded(root=root, site=site, clients=tuple(client.id for client in sources.clients), part=part)


def _list_rest(root: Path, part: Part | None) -> tuple[SourceFile, ...]:
    """Return the files that others may show, of the clients that are not read."""
    rest = part.rest.values() if part else ()
    return tuple(SourceFile(location=str(root / path), path=path) for entry in rest for path in entry.files)


def _find_logo(root: Path, settings: Settings, sources: Sources) -> tuple[SourceFile, ...]:
    """Return the firm's logo where it stands beside sitegen.yml, outside the content; no other file there is read."""
    logo = settings.brand.logo if settings.brand else None
    path = os.path.normpath(logo) if logo else None
    if path is None or path.startswith("..") or any(file.path == path for file in sources.files):
        return ()
    location = root / path
    is_content = location.resolve().is_relative_to((root / settings.content).resolve())
    if is_content or not location.resolve().is_relative_to(root.resolve()) or not os.path.isfile(location):  # noqa: PTH113  also where the name is too long
        return ()
    return (SourceFile(location=str(location), path=path),)


def digest_in(loaded: Loaded) -> DigestOf:
    """Return what gives the hash of a file of the content."""
    files = {
        file.path: file.location
        for client in loaded.site.clients
        for project in client.projects
        for file in project.files
    }

    def digest(path: str) -> str | None:
        location = files.get(path)
        return hashlib.sha256(read_bytes(location)).hexdigest() if location else None

    return digest
