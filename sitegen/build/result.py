"""What comes of a unit of work: files to write, files that stand, and what is wrong with its texts."""

from collections.abc import Mapping
from dataclasses import field

from sitegen.problems import Problem
from sitegen.render import Output
from sitegen.value import value


@value
class UnitResult:
    """What came of a unit."""

    outputs: tuple[Output, ...]
    pages: int
    files: Mapping[str, int]
    """By project, how many attachments something links to."""
    problems: tuple[Problem, ...]
    standing: Mapping[str, str] = field(default_factory=dict)
    """The hashes of files that stand as they shall and were not rendered, by path."""
    page_keys: Mapping[str, str] = field(default_factory=dict)
    """What tells pages from others without rendering them, by path."""
