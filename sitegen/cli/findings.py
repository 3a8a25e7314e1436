"""Problems become what `check` prints: lines for people and editors, JSON for programs, annotations for GitHub."""

import json
from collections.abc import Iterable
from pathlib import Path

from sitegen.cli.messages import show_path
from sitegen.problems import Problem, format_problem


def format_text(problems: Iterable[Problem], root: Path) -> str:
    """Write problems as compilers do, one after the other."""
    return "\n".join(format_problem(problem, path=_show(problem, root)) for problem in problems)


def format_json(problems: Iterable[Problem], root: Path) -> str:
    """Write problems as a JSON list, one object each."""
    listed = [
        {
            "path": _show(problem, root),
            "line": problem.position.line,
            "column": problem.position.column,
            "level": problem.level.value,
            "rule": problem.rule,
            "message": problem.message,
            "project": problem.project,
            "item": problem.item,
        }
        for problem in problems
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1)


def format_github(problems: Iterable[Problem], root: Path) -> str:
    """Write problems as workflow commands, which GitHub shows beside the lines of a commit."""
    return "\n".join(_format_command(problem, _show(problem, root)) for problem in problems)


FORMATS = {"text": format_text, "json": format_json, "github": format_github}


def _format_command(problem: Problem, path: str) -> str:
    position = problem.position
    place = f"file={_escape_property(path)},line={position.line},col={position.column}"
    return f"::{problem.level} {place},title={_escape_property(problem.rule)}::{_escape(problem.message)}"


def _escape(text: str) -> str:
    """Write the characters that would end a workflow command as GitHub reads them."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    """Write a property's value, in which `:` and `,` mean something too."""
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def _show(problem: Problem, root: Path) -> str:
    return show_path(root / problem.position.path)
