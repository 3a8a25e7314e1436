"""A status fits its terminal, steers none, and says in words whatever a colour says."""

from datetime import date
from pathlib import Path

import pytest

from sitegen.build import load_standing
from sitegen.model import Audience
from sitegen.pages import ProjectUrls, make_status
from sitegen.state import State
from sitegen.terminal import describe_project, describe_start, format_line
from sitegen.terminal.line import LEAST_WIDTH, measure
from tests.cases import read_project, state_on

EXAMPLE = Path(__file__).resolve().parents[2] / "sitegen.yml"
PROJECTS = ("thistlecombe/patient-portal", "brezomar/reservas", "zhytoyarka/zamovlennia")


def show(state: State, width: int = 80) -> str:
    view = make_status(state, "Acme", {}, ProjectUrls("shop"))
    return "\n".join(format_line(line) for line in describe_project(view, (), width))


@pytest.mark.parametrize("project", PROJECTS)
@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("width", [LEAST_WIDTH, 61, 72, 80, 97, 110])
def test_no_line_is_wider_than_the_terminal(project: str, audience: Audience, width: int) -> None:
    standing = load_standing(EXAMPLE, project, date(2026, 11, 20), audience)
    lines = describe_project(standing.view, standing.findings, width)
    assert max(measure(format_line(line)) for line in lines) <= width


@pytest.mark.parametrize("project", PROJECTS)
def test_no_line_ends_in_space(project: str) -> None:
    standing = load_standing(EXAMPLE, project, date(2026, 11, 20), Audience.INTERNAL)
    lines = [format_line(line) for line in describe_project(standing.view, standing.findings, 80)]
    assert [line for line in lines if line != line.rstrip()] == []


def test_the_start_of_an_update_is_a_few_lines() -> None:
    standing = load_standing(EXAMPLE, PROJECTS[0], date(2026, 11, 20), Audience.INTERNAL)
    lines = [format_line(line) for line in describe_start(standing.view, 80)]
    assert len(lines) <= 12
    assert "AT RISK since 2026-11-13" in lines


def test_content_cannot_turn_the_line_around() -> None:
    project = read_project("milestones: {beta: {title: Beta \u202edeR, due: 2026-03-02}}")
    assert "Beta \N{REPLACEMENT CHARACTER}deR" in show(state_on("02-01", project))


def test_a_project_without_anything_is_shown() -> None:
    shown = show(state_on("02-01", read_project()))
    assert shown.splitlines()[3:] == ["NOT STARTED since 2026-01-05", "no update yet; silent for 27 days"]


def test_health_that_nobody_stated_is_said_to_be_so() -> None:
    shown = show(state_on("01-10", read_project("", {"01-09": "headline: Hello"})))
    assert "HEALTH NOT STATED\n" in shown


def test_late_things_say_how_late() -> None:
    project = read_project(
        "milestones: {beta: {title: Beta, due: 2026-03-02}}\nactions: {logo: {title: Logo, due: 2026-03-01}}",
        {"02-20": "next_update: 2026-02-27"},
    )
    lines = show(state_on("03-03", project), 110).splitlines()
    assert "  ! 2026-03-01  2 days late   Logo (action)" in lines
    assert any(line.startswith("  ! Beta") and line.endswith("1 day late") for line in lines)
    assert "next promised 2026-02-27, 4 days late" in "\n".join(lines)


def test_the_last_move_of_an_open_milestone_is_told_with_its_reason() -> None:
    project = read_project(
        "milestones: {beta: {title: Beta, due: 2026-03-02}}",
        {
            "02-01": "milestones: {beta: {due: 2026-03-09}}",
            "02-02": "milestones: {beta: {due: 2026-03-16, why: Texts come late, side: client}}",
        },
    )
    shown = show(state_on("02-03", project), 110)
    assert "moved twice, last on 2026-02-02, 2026-03-09 to 2026-03-16 (+7 d), client: Texts come late" in shown


def test_a_move_nobody_explained_says_so() -> None:
    project = read_project(
        "milestones: {beta: {title: Beta, due: 2026-03-02}}", {"02-01": "milestones: {beta: {due: tbd}}"}
    )
    shown = show(state_on("02-03", project), 110)
    assert "moved once on 2026-02-01, 2026-03-02 to tbd: no reason given" in shown
    assert "End        agreed 2026-03-02, now not known" in shown


def test_what_waits_for_both_is_listed_once() -> None:
    project = read_project(
        """
        changes: {care: {title: More care}}
        actions: {texts: {title: Texts, who: agency}, logo: {title: Logo, who: us}}
        """
    )
    lines = show(state_on("02-03", project, Audience.INTERNAL)).splitlines()
    at = lines.index("Needed from the client (1)")
    assert lines[at : at + 8] == [
        "Needed from the client (1)",
        "  · no date                   More care (change)",
        "",
        "Needed from the agency (1)",
        "  · no date                   Texts (action)",
        "",
        "Open with us (1)",
        "  · no date                   Logo (action)",
    ]
