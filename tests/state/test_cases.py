"""Whole sites, each in one text, have the states and the messages that stand beside them."""

from datetime import date
from pathlib import Path

import pytest

from sitegen.model import Audience
from sitegen.problems import Problems, format_problem
from sitegen.state import Rules, check_site, fold
from tests.cases import Case, part_files, read_site
from tests.state.writing import write_state

CASES = tuple(sorted((Path(__file__).parent / "cases").glob("*.txt")))
EXPECTED = "expected/"
"""The folder of a case's expectations: `<client>/<project>/<day>-<audience>.json` and `messages-<day>.txt`."""


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_site_reads_as_expected(path: Path, is_updating: bool) -> None:
    parts = part_files(path.read_text("utf-8"))
    case = read_site("".join(f"-- {name} --\n{text}" for name, text in parts.items() if not name.startswith(EXPECTED)))
    found = {
        name: _write_expected(case, name.removeprefix(EXPECTED)) if name.startswith(EXPECTED) else text
        for name, text in parts.items()
    }
    if is_updating:
        path.write_text("".join(f"-- {name} --\n{text}" for name, text in found.items()), "utf-8")
    else:
        assert found == parts


def _write_expected(case: Case, name: str) -> str:
    if name.startswith("messages-"):
        return _write_messages(case, date.fromisoformat(name[len("messages-") : -len(".txt")]))
    client_id, project_id, moment = name.removesuffix(".json").split("/")
    day, audience = moment[:10], moment[11:]
    (project,) = (
        project
        for client in case.site.clients
        for project in client.projects
        if (client.id, project.id) == (client_id, project_id)
    )
    state = fold(project, date.fromisoformat(day), Audience(audience), Rules.of(case.site.settings))
    return write_state(state)


def _write_messages(case: Case, day: date) -> str:
    problems = Problems()
    problems.extend(case.problems)
    problems.extend(check_site(case.site, day, case.digests.get))
    return "".join(f"{format_problem(problem)}\n" for problem in problems)
