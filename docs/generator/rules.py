"""The checks and the errors of form become the reference of rules."""

import ast
import inspect
from collections.abc import Mapping
from pathlib import Path

import sitegen
from docs.generator.tables import format_page, format_table
from sitegen.problems import Level
from sitegen.state import CHECKS, Check

PACKAGE = Path(sitegen.__file__).parent

INTRO = """
Each finding names its rule in brackets at the end. [How checks work](../concepts/checks.md).
"""

CHECKS_NOTE = """
These speak of what the client would notice. Set the level of a rule in `sitegen.yml`: `checks: {stale: off}`. The
levels are `error`, `warn` and `off`.
"""

FORM_NOTE = """
These are told when a file cannot be read as it was meant. They are always errors, and nothing is written.
"""

FORM_ERRORS: Mapping[str, str] = {
    "bad-syntax": "The YAML cannot be read, or front matter is opened and never closed.",
    "bad-encoding": "A file is not UTF-8, holds characters that cannot be shown, or cannot be read at all.",
    "bad-name": "A file, a folder or an id is not called as it must be.",
    "bad-date": "A day is not in the calendar, is not written as a date, or is later than the update that tells it.",
    "bad-value": "A value is not of the kind that its key expects.",
    "missing-field": "Something required is not there: a key, or a file such as `client.yml`.",
    "unknown-key": "A key is not known here; the nearest known one is named.",
    "duplicate-key": "A key stands twice; the place is the second.",
    "duplicate-id": "A person has the id of one of the firm's; an option the id of the one that `other` adds.",
    "unknown-id": "An id names nothing: an item, an option, a milestone, a survey, an agency.",
    "unknown-person": "An id names nobody.",
    "broken-link": "A relative link, or the path of a file, leads nowhere.",
    "outside-link": "A symbolic link leads out of the content folder, in a circle, or to nothing.",
    "too-large": "A file, what it expands to, or a survey is larger than is read; see [limits](limits.md).",
    "path-conflict": "Two things would be written to one path.",
    "access-conflict": "A client would be less protected in an agency's folder than in its own.",
    "bad-secret": "A secret or a password that access needs is missing, too short, shared, or stands in the content.",
    "leak": "Something that a reader may not see was found in what was built.",
    "theme": "A theme cannot be read, or a template fails.",
}
"""What each rule that has no level finds."""


def describe_rules() -> str:
    """Write the page of all rules."""
    rows = ((f"[`{check.name}`](#{check.name})", _level(check), say_first(check)) for check in CHECKS)
    table = format_table(("rule", "level", "finds"), rows)
    details = "\n\n".join(_describe(check) for check in CHECKS)
    told = find_texts()
    wrong = ((f"`{name}`", text) for name, text in FORM_ERRORS.items() if name in told)
    form = format_table(("rule", "what is wrong"), wrong)
    return format_page("Rules", INTRO, "## Checks", CHECKS_NOTE, table, details, "## Errors of form", FORM_NOTE, form)


def find_texts() -> frozenset[str]:
    """Return every text that stands in quotes in the package: a rule that none of them names is not told yet."""
    trees = (ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py")))
    nodes = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return frozenset(node.value for node in nodes if isinstance(node.value, str))


def say_first(check: Check) -> str:
    """Return what a check finds, in one sentence: its docstring's first, without the word "Find"."""
    first = inspect.cleandoc(str(check.find.__doc__)).split("\n\n")[0].removeprefix("Find ")
    return f"{first[0].upper()}{first[1:]}"


def _describe(check: Check) -> str:
    """Describe one check: what it is about, then all that its docstring says."""
    about = inspect.cleandoc(str(inspect.getmodule(check.find).__doc__)).split("\n\n")[0]
    rest = inspect.cleandoc(str(check.find.__doc__)).split("\n\n")[1:]
    closed = ["It speaks of projects on hold or complete too."] if check.is_for_closed else []
    return "\n\n".join((f"### {check.name}", about, f"It finds {_lower(say_first(check))}", *rest, *closed))


def _level(check: Check) -> str:
    return "error" if check.level is Level.ERROR else "warn"


def _lower(text: str) -> str:
    return f"{text[0].lower()}{text[1:]}"
