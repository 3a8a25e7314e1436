"""A pre-filled update is sound as it stands, and each of its blocks changes nothing until somebody changes it."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from sitegen.build import Request, Standing, check, load_standing
from sitegen.drafting import Answers, draft_update, place_update, suggest_answers
from sitegen.errors import UsageError, WorkError
from sitegen.memory import write_new
from sitegen.model import Audience, Health
from sitegen.problems import Problem
from sitegen.state import State
from tests.cases import DEFAULTS, PLAN, part_files, write_files

EXAMPLE = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 23)
PROJECTS = (
    "thistlecombe/patient-portal",
    "thistlecombe/staff-rota",
    "brezomar/reservas",
    "zhytoyarka/oblik",
    "zhytoyarka/zamovlennia",
)
FULL = Answers(
    headline="It moves: '#1', {soon}", author="daryna", health=Health.AT_RISK, next_update=date(2026, 12, 1), used=12.5
)
PLANNED = f"""\
-- {PLAN} --
name: Shop
start: 2026-01-05
cadence: 7d
milestones:
  beta: {{title: "Beta: #1", due: 2026-03-02}}
  done: {{title: Done, due: 2026-01-06, done: 2026-01-06}}
"""


@pytest.fixture
def example(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    return Path(shutil.copy(EXAMPLE / "sitegen.yml", tmp_path))


def stand(config: Path, project: str, day: date = DAY) -> Standing:
    return load_standing(config, project, day, Audience.INTERNAL)


def make_standing(root: Path, text: str, day: date = date(2026, 2, 2)) -> Standing:
    write_files(DEFAULTS | part_files(text), root)
    return stand(root / "sitegen.yml", "acme/shop", day)


@lru_cache(maxsize=1)
def find_errors_before() -> frozenset[tuple[str | None, str | None, str]]:
    return frozenset(map(_name, check(Request(config=EXAMPLE / "sitegen.yml", day=DAY))))


def _name(problem: Problem) -> tuple[str | None, str | None, str]:
    return (problem.project, problem.item, problem.rule)


def list_ways(text: str) -> Iterator[str]:
    """Go through a draft with one block uncommented, with one line of a block, and with all of them."""
    uncommented = re.sub(r"^# ", "", text, flags=re.MULTILINE)
    yield text
    yield uncommented
    for block in re.findall(r"(?:^# .*\n)+", text, re.MULTILINE):
        lines = block.splitlines(keepends=True)
        is_register = lines[1:] and lines[1].startswith("#   ")
        parts = [lines, *([lines[0], line] for line in lines[1:])] if is_register else [[line] for line in lines]
        for part in parts:
            yield text.replace(block, "".join(line.removeprefix("# ") for line in part))


def summarise(state: State) -> dict[str, object]:
    """Return what a restated value must leave as it is."""
    names = ("end", "milestones", "delay_by_side", "actions", "risks", "issues", "changes", "deliverables", "aspects")
    return {name: getattr(state, name) for name in names}


@pytest.mark.parametrize(("project", "answers"), [(PROJECTS[0], FULL), *((project, Answers()) for project in PROJECTS)])
def test_every_way_to_uncomment_is_sound_and_changes_nothing(project: str, answers: Answers, example: Path) -> None:
    before = stand(example, project)
    path = place_update(before, None)
    ways = list(dict.fromkeys(list_ways(draft_update(before, answers))))
    assert len(ways) > 5
    for way in ways:
        text = way.replace("\ndraft: true", "\ndraft: false")
        path.write_text(text, "utf-8")
        after = stand(example, project)
        assert summarise(after.view.state) == summarise(before.view.state), text
        assert path.stem in {report.update.id for report in after.view.state.reports}
    path.write_text(ways[1], "utf-8")
    assert check(Request(config=example, day=DAY)).errors == ()


@pytest.mark.parametrize("project", PROJECTS)
def test_a_draft_as_it_is_brings_no_new_finding_but_of_health(project: str, example: Path) -> None:
    standing = stand(example, project)
    write_new(place_update(standing, None), draft_update(standing, suggest_answers(standing)))
    new = set(map(_name, check(Request(config=example, day=DAY)))) - find_errors_before()
    assert {rule for _, _, rule in new} <= {"client-overdue"}, new


@pytest.mark.parametrize("project", PROJECTS)
def test_no_status_percentage_or_health_is_carried_forward(project: str, example: Path) -> None:
    standing = stand(example, project)
    whole = re.sub(r"^# ", "", draft_update(standing, Answers()), flags=re.MULTILINE)
    values = re.sub(r"#.*", "", whole)
    assert not re.search(r"\b(status|progress|done)\b", values)
    assert re.findall(r"^health:.*", values, re.MULTILINE) == ["health:  "]


def test_answers_stand_first_and_are_read_back(tmp_path: Path) -> None:
    people = "-- content/people.yml --\ndaryna: {name: Daryna}\n"
    standing = make_standing(tmp_path, PLANNED + people + "-- sitegen.yml --\nname: Firm\n")
    write_new(place_update(standing, "board"), draft_update(standing, FULL))
    update = stand(tmp_path / "sitegen.yml", "acme/shop", date(2026, 2, 2)).project.updates[-1]
    assert (update.id, update.headline, update.author) == ("2026-02-02-board", FULL.headline, "daryna")
    assert update.given["health"] is Health.AT_RISK
    assert (update.given["next_update"], update.given["budget"]) == (date(2026, 12, 1), {"used": 12.5})
    assert update.registers == {}


def test_open_items_are_offered_with_their_values_and_closed_ones_are_not(tmp_path: Path) -> None:
    text = draft_update(make_standing(tmp_path, PLANNED), Answers())
    assert "\n#   beta: {due: 2026-03-02, why: , side: }  # in 28 days; Beta: #1\n" in text
    assert "#   done:" not in text


def test_the_cadence_and_the_last_author_are_suggested(tmp_path: Path) -> None:
    people = "-- content/people.yml --\nann: {name: Ann}\nben: {name: Ben}\n"
    update = "-- content/clients/acme/shop/updates/2026-01-12.md --\n---\nauthor: ben\n---\n"
    answers = suggest_answers(make_standing(tmp_path, PLANNED + people + update))
    assert answers == Answers(author="ben", next_update=date(2026, 2, 9))


def test_a_closed_project_promises_no_update(tmp_path: Path) -> None:
    update = "-- content/clients/acme/shop/updates/2026-01-12.md --\n---\nhealth: complete\n---\n"
    assert suggest_answers(make_standing(tmp_path, PLANNED + update)).next_update is None


def test_sections_are_those_of_the_last_update_that_readers_saw(tmp_path: Path) -> None:
    folder = "content/clients/acme/shop/updates"
    seen = f"-- {folder}/2026-01-12.md --\n## Done\n\nBeta.\n\n```\n## not one\n```\n\n### Next ##\n"
    inner = f"-- {folder}/2026-01-13.md --\n---\nvisibility: internal\n---\n## Worries\n"
    text = draft_update(make_standing(tmp_path, PLANNED + seen + inner), Answers())
    assert text.endswith("\n---\n## Done\n\n### Next\n")


@pytest.mark.parametrize(("language", "is_offered"), [("en-GB", True), ("uk", False)])
def test_first_sections_are_offered_in_english_alone(language: str, is_offered: bool, tmp_path: Path) -> None:
    client = f"-- content/clients/acme/client.yml --\nname: Acme\nlanguage: {language}\n"
    text = draft_update(make_standing(tmp_path, PLANNED + client), Answers())
    assert ("## Since the last update" in text) is is_offered


def test_an_update_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    update = "-- content/clients/acme/shop/updates/2026-02-02.md --\nAs it was.\n"
    standing = make_standing(tmp_path, PLANNED + update)
    with pytest.raises(UsageError, match=r"'2026-02-02\.md' is there already"):
        place_update(standing, None)
    path = place_update(standing, "second").with_name("2026-02-02.md")
    with pytest.raises(WorkError):
        write_new(path, "Other.")
    assert path.read_text() == "As it was.\n"


def test_a_link_of_the_plan_is_not_offered_since_it_starts_from_another_folder(tmp_path: Path) -> None:
    write_files(
        {
            "sitegen.yml": "name: Firm\n",
            "content/clients/acme/client.yml": "name: Acme\n",
            "content/clients/acme/shop/project.yml": (
                "name: Shop\nstart: 2026-01-05\ndeliverables: {brief: {title: Brief, url: files/brief.pdf}}\n"
            ),
            "content/clients/acme/shop/files/brief.pdf": "%PDF",
        },
        tmp_path,
    )
    text = draft_update(load_standing(tmp_path / "sitegen.yml", "acme/shop", DAY, Audience.INTERNAL), Answers())
    assert "#   brief: {" in text
    assert "url" not in text
