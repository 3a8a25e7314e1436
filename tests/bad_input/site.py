"""A small site that is right, which every case spoils in one way."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sitegen.build import Request, build
from sitegen.errors import ContentError, SitegenError, ThemeError
from sitegen.problems import format_problem
from tests.cases import part_files, write_files

DAY = date(2026, 11, 20)
FILES = part_files((Path(__file__).parent / "site.txt").read_text("utf-8"))
SHOP = "content/clients/acme/shop"
PLAN = f"{SHOP}/project.yml"
UPDATE = f"{SHOP}/updates/2026-03-01.md"

RULES = frozenset(
    {"bad-syntax", "bad-encoding", "bad-name", "bad-date", "bad-value", "missing-field", "unknown-key"}
    | {"duplicate-key", "duplicate-id", "unknown-id", "unknown-person", "broken-link", "outside-link", "too-large"}
    | {"path-conflict", "access-conflict", "bad-secret", "leak", "theme", "brief-changed"}
)
FORM = re.compile(
    r"(?P<path>[^\n]+?):(?P<line>[1-9]\d*):(?P<column>[1-9]\d*): error: (?P<message>.+) \[(?P<rule>[a-z-]+)\]"
)
FOREIGN = re.compile(
    r"mapping values|Input should|pydantic|yaml\.|scanning|while parsing|Traceback|could not find|Errno|NoneType"
    r"|<class|object at 0x",
    re.IGNORECASE,
)

Change = Callable[[Path], object]


def spoil(root: Path, change: Change) -> list[str]:
    """Write the site, spoil it and build it; return the error messages, empty where it could be built.

    Whatever else than an exit on purpose is raised fails the test that called.
    """
    write_files(FILES, root)
    change(root)
    return try_build(Request(config=root / "sitegen.yml", day=DAY, jobs=1))


def try_build(request: Request) -> list[str]:
    """Build; return the messages of all errors, in the form that people see."""
    try:
        build(request)
    except ContentError as error:
        return [format_problem(problem) for problem in error.problems if problem.level == "error"]
    except ThemeError as error:
        return [format_problem(error.problem)]
    except SitegenError as error:
        return [f"{type(error).__name__}: {error}"]
    return []


def assert_well_told(messages: list[str]) -> None:
    """Hold every message to the form and the words of the spec."""
    assert messages, "this was built as though nothing were wrong"
    for message in messages:
        told = FORM.fullmatch(message.split("\n")[0])
        assert told, message
        assert told["rule"] in RULES
        assert not FOREIGN.search(told["message"]), message
        assert not told["message"].endswith("."), message


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
