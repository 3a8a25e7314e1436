"""What comes of a parcel and its units: what was made of them, and what is wrong with their texts, small and plain."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any, NamedTuple

from sitegen.errors import ThemeError
from sitegen.memory import ClientEntry
from sitegen.pages import Picture, PortfolioEntry
from sitegen.problems import Problem
from sitegen.value import value


class MadeFile(NamedTuple):
    """One file that a unit became."""

    path: str
    digest: str
    """SHA-256, hexadecimal."""
    size: int
    """In bytes."""
    is_staged: bool = False
    """Whether it is to be moved into its place; else what stands there is the same."""


@value
class MadeUnit:
    """What one unit became."""

    name: str
    key: str
    client: str | None
    """Whose project it is, or whose own page."""
    pages: int
    files: tuple[MadeFile, ...]


class ShownUpdate(NamedTuple):
    """An update that a reader sees, and where."""

    id: str
    path: str
    day: date
    is_draft: bool


class ShownProject(NamedTuple):
    """A project that a reader sees, and where."""

    id: str
    """`client/project`."""
    name: str
    path: str
    updates: tuple[ShownUpdate, ...]


class ShownReader(NamedTuple):
    """What a reader sees."""

    name: str
    path: str
    is_agency: bool
    projects: tuple[ShownProject, ...]


@value
class ParcelResult:
    """What came of a parcel."""

    problems: tuple[Problem, ...]
    units: tuple[MadeUnit, ...] = ()
    clients: Mapping[str, ClientEntry] = field(default_factory=dict)
    """What the next build is to know of a client without reading it."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """The hashes of the files that were read, by path."""
    published: Mapping[str, str] = field(default_factory=dict)
    """Where secrets stand in the content, by their variable."""
    asked: Mapping[str, Any] = field(default_factory=dict)
    """What waits for the reader, for the collector."""
    entries: tuple[PortfolioEntry, ...] = ()
    """What the portfolio shows of it, with the pictures that its pages show."""
    pictures: tuple[Picture, ...] = ()
    shown: ShownReader | None = None
    """What a preview tells of it."""
    fault: ThemeError | None = None
    """What kept it from being rendered."""
