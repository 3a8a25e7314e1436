"""Bytes in, documents out: the walk, front matter, and strict YAML with the position of every key and value."""

from sitegen.source.document import Document, parse_markdown_document, parse_yaml_document
from sitegen.source.entries import make_id
from sitegen.source.reading import read_bytes, read_document, read_documents, read_projects
from sitegen.source.scalars import format_text
from sitegen.source.strict_yaml import Value
from sitegen.source.updates import list_updates
from sitegen.source.walk import (
    ID,
    ClientSources,
    ProjectSources,
    SourceFile,
    Sources,
    find_projects,
    find_sources,
)

__all__ = [
    "ID",
    "ClientSources",
    "Document",
    "ProjectSources",
    "SourceFile",
    "Sources",
    "Value",
    "find_projects",
    "find_sources",
    "format_text",
    "list_updates",
    "make_id",
    "parse_markdown_document",
    "parse_yaml_document",
    "read_bytes",
    "read_document",
    "read_documents",
    "read_projects",
]
