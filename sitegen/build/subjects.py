"""Problems of a project's files name the project and the item that they are about, for who reads them as data."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from sitegen.model import Register
from sitegen.problems import Position, Problem, Problems
from sitegen.source import Document, SourceFile, read_document
from sitegen.value import replace

PLAN = "project.yml"
REGISTERS = frozenset(register.value for register in Register)


def name_subjects(problems: Iterable[Problem], root: Path, content: str) -> Iterator[Problem]:
    """Go through problems, those of form too; the checks of a project name what they are about themselves."""

    @lru_cache(maxsize=8)
    def read(path: str) -> Document | None:
        return read_document(SourceFile(location=str(root / path), path=path), Problems())

    for problem in problems:
        project = None if problem.project else _find_project(problem.position.path, root, content)
        if project is None:
            yield problem
            continue
        document = read(problem.position.path) if problem.position.path.endswith((".yml", ".md")) else None
        yield replace(problem, project=project, item=_find_item(document, problem.position) if document else None)


def _find_project(path: str, root: Path, content: str) -> str | None:
    """Return the project that a file belongs to, `client/project`."""
    parts = path.removeprefix(f"{content}/").split("/")
    if not path.startswith(f"{content}/clients/") or len(parts) < len(("clients", "client", "project", PLAN)):
        return None
    return "/".join(parts[1:3]) if (root / content / "/".join(parts[:3]) / PLAN).is_file() else None


def _find_item(document: Document, position: Position) -> str | None:
    """Return the item that a place of a file speaks of, `register.id`; None beyond the registers."""
    path = document.find_keys(position.line, position.column)
    return ".".join(path[:2]) if len(path) > 1 and path[0] in REGISTERS else None
