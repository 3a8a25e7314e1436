"""News become the JSON that a page's script draws: the versions, what is wrong, and what is not public yet."""

import json
import os
from pathlib import Path
from typing import Any

from sitegen.problems import Level, Problem, format_problem
from sitegen.serve.outcome import Outcome
from sitegen.serve.reload import News
from sitegen.serve.shown import Mark


def format_news(news: News, root: Path) -> str:
    """Write news as JSON, on one line; paths are relative to the site's folder `root`."""
    sight = news.sight
    shown = sight.shown
    told: dict[str, Any] = {
        "wanted": news.wanted,
        "visible": news.visible,
        "pages": sight.pages,
        "files": sight.files,
        "is_broken": not sight.outcome.is_good,
        "problems": list_problems(sight.outcome, root),
        "has_pages": shown is not None,
        "as_of": shown.day.isoformat() if shown else None,
        "today": shown.today.isoformat() if shown else None,
        "marks": [_describe_mark(mark) for mark in shown.marks] if shown else [],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def list_problems(outcome: Outcome, root: Path) -> list[dict[str, Any]]:
    """Return all that is wrong, as the overlay shows it, errors first; a fault beyond the content has no place."""
    errors_first = sorted(outcome.problems, key=lambda problem: problem.level is not Level.ERROR)
    told = [_describe_problem(problem, outcome.trail, root) for problem in errors_first]
    if outcome.fault:
        told.insert(0, _describe_fault(outcome.fault))
    return told


def _describe_problem(problem: Problem, trail: tuple[str, ...], root: Path) -> dict[str, Any]:
    position = problem.position
    path = Path(os.path.relpath(root / position.path, root)).as_posix()
    # The caret stands under its place as on the terminal: a long line is cut the same way.
    _, *excerpt = format_problem(problem).splitlines()
    return {
        "path": path,
        "line": position.line,
        "column": position.column,
        "level": problem.level.value,
        "rule": problem.rule,
        "message": problem.message,
        "excerpt": "\n".join(line.removeprefix("    ") for line in excerpt),
        "trail": list(trail),
    }


def _describe_fault(message: str) -> dict[str, Any]:
    fault = {"path": None, "line": None, "column": None, "level": Level.ERROR.value, "rule": None}
    return fault | {"message": message, "excerpt": "", "trail": []}


def _describe_mark(mark: Mark) -> dict[str, Any]:
    kind = "draft" if mark.is_draft else "future"
    place = {"update": mark.update, "href": mark.href, "project": mark.project_href}
    return place | {"kind": kind, "date": mark.day.isoformat()}
