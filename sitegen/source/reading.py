"""Source files become documents, read from disk once each."""

from pathlib import Path

from sitegen.errors import WorkError
from sitegen.problems import Position, Problems
from sitegen.source.document import (
    MAX_MARKDOWN_BYTES,
    Document,
    parse_markdown_document,
    parse_yaml_document,
)
from sitegen.source.walk import SourceFile


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
    """Read at most one byte more than any document may hold, so that a huge file costs nothing."""
    try:
        with source.location.open("rb") as file:
            return file.read(MAX_MARKDOWN_BYTES + 1)
    except OSError as error:
        message = f"the file cannot be read: {(error.strerror or 'unknown fault').lower()}"
        problems.error("bad-encoding", message, Position(path=source.path))
        return None
