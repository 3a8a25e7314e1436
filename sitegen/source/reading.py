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


def read_bytes(location: Path) -> bytes:
    """Read a whole file that a page needs; raise `WorkError` where the disk refuses."""
    try:
        return location.read_bytes()
    except OSError as error:
        raise WorkError(f"{location} cannot be read: {error.strerror}") from error


def _read_bytes(source: SourceFile, problems: Problems) -> bytes | None:
    """Read at most one byte more than any document may hold of a huge file, so that it costs nothing."""
    try:
        with source.location.open("rb") as file:
            is_huge = os.fstat(file.fileno()).st_size > MAX_MARKDOWN_BYTES
            # To read a number of bytes is to ask for as much memory, however small the file.
            return file.read(MAX_MARKDOWN_BYTES + 1) if is_huge else file.read()
    except OSError as error:
        message = f"the file cannot be read: {explain(error)}"
        problems.error("bad-encoding", message, Position(path=source.path))
        return None
