"""Source files become documents, read from disk once each."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sitegen.errors import WorkError
from sitegen.problems import Position, Problems
from sitegen.source.document import (
    MAX_MARKDOWN_BYTES,
    Document,
    parse_markdown_document,
    parse_yaml_document,
)
from sitegen.source.entries import explain
from sitegen.source.walk import ProjectSources, SourceFile, Sources

FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0)


def read_documents(sources: Sources, problems: Problems) -> Mapping[str, Document]:
    """Read every YAML and Markdown file of the content, by path; those that can't be read are left out and told."""
    return _read_all(_documents_of(sources), problems)


def read_projects(projects: Iterable[ProjectSources], problems: Problems) -> Mapping[str, Document]:
    """Read the plans and updates of some projects, by path."""
    return _read_all((source for project in projects for source in _documents_in(project)), problems)


def _read_all(sources: Iterable[SourceFile], problems: Problems) -> Mapping[str, Document]:
    found = ((source.path, read_document(source, problems)) for source in sources)
    return {path: document for path, document in found if document}


def _documents_in(project: ProjectSources) -> Iterator[SourceFile]:
    yield project.plan
    yield from project.updates


def _documents_of(sources: Sources) -> Iterator[SourceFile]:
    if sources.people:
        yield sources.people
    if sources.feedback:
        yield sources.feedback
    yield from sources.surveys
    yield from sources.agencies
    for client in sources.clients:
        yield client.settings
        for project in client.projects:
            yield from _documents_in(project)


def read_document(source: SourceFile, problems: Problems) -> Document | None:
    """Read one YAML or Markdown file; None where it can't be, for which problems are told."""
    raw = _read_bytes(source, problems)
    if raw is None:
        return None
    parse = parse_markdown_document if source.path.endswith(".md") else parse_yaml_document
    return parse(raw, source.path, problems)


def read_bytes(location: str | Path) -> bytes:
    """Read a whole file that a page needs; raise `WorkError` where the disk refuses."""
    try:
        return Path(location).read_bytes()
    except OSError as error:
        raise WorkError(f"{location} cannot be read: {error.strerror}") from error


def _read_bytes(source: SourceFile, problems: Problems) -> bytes | None:
    try:
        return _read_at_most(source.location, MAX_MARKDOWN_BYTES + 1)
    except OSError as error:
        message = f"the file cannot be read: {explain(error)}"
        problems.error("bad-encoding", message, Position(path=source.path))
        return None


def _read_at_most(location: str, limit: int) -> bytes:
    """Read a file, of a huge one so many bytes, by the system's own calls: a file object costs more than the rest."""
    descriptor = os.open(location, FLAGS)
    try:
        size = os.fstat(descriptor).st_size
        raw = os.read(descriptor, size) if size <= limit else b""
        if raw and len(raw) == size:
            return raw
        # A pipe has no size, and what is huge or far away may come in parts.
        with open(descriptor, "rb", closefd=False) as rest:
            return raw + rest.read(limit - len(raw))
    finally:
        os.close(descriptor)
