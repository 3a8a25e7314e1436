"""Findings get their level, their place and their project; only open projects hear of all rules."""

import re
from pathlib import Path

import pytest

import sitegen.state.checks
from sitegen.model import Audience
from sitegen.problems import Level, Problem
from sitegen.state import CHECKS, Rules, check_project, check_site
from tests.cases import DEFAULTS, PLAN, PROJECT, on, read_project, read_site, state_on
from tests.state.checks.findings import digest_of

MESSY = """
    end: 2026-02-01
    health: on-track
    budget: {agreed: 100, used: 120}
    cadence: 7d
    brief: {file: files/brief.txt, sha256: %s}
    milestones: {beta: {title: Beta, due: 2025-02-20}, done: {title: Done, due: 2026-01-20, done: 2026-01-20}}
    actions: {a: {title: A, due: 2026-02-01}, b: {title: B}, c: {title: C, who: us}}
    issues: {i: {title: I, decide_by: 2026-02-01}}
    risks: {r: {title: R, impact: high}}
""" % ("b" * 64)
UPDATES = {"02-01": "---\nend: 2026-02-02\n---\nSame.\n", "02-08": "---\n---\nSame.\n"}


def check(plan: str, updates: dict[str, str], levels: dict[str, str], *, is_strict: bool = False) -> list[Problem]:
    project = read_project(plan, updates)
    state = state_on("03-01", project, project.plan.head.visibility)
    return list(check_project(project, state, levels, digest_of, is_strict=is_strict))


def test_every_rule_has_its_module_and_its_function() -> None:
    folder = Path(sitegen.state.checks.__file__).parent
    for rule in CHECKS:
        assert rule.find.__name__ == rule.name.replace("-", "_")
        assert (folder / f"{rule.find.__name__}.py").is_file()


def test_all_rules_speak_of_an_open_project_with_every_fault() -> None:
    spoken = {problem.rule for problem in check(MESSY, UPDATES, {})}
    assert {rule.name for rule in CHECKS} - spoken == {"no-health", "no-contact"}  # the latter needs the site


@pytest.mark.parametrize("health", ["complete", "on-hold"])
def test_few_rules_speak_of_a_project_that_is_not_open(health: str) -> None:
    problems = check(MESSY.replace("on-track", health), UPDATES, {})
    assert {problem.rule for problem in problems} == {"moved-without-why", "no-feedback", "brief-changed"}


def test_levels_are_those_of_the_settings() -> None:
    levels = {"stale": "error", "brief-changed": "warn", "unowned": "off"}
    found = {problem.rule: problem.level for problem in check(MESSY, UPDATES, levels)}
    assert (found["stale"], found["brief-changed"], found["late-update"]) == (
        Level.ERROR,
        Level.WARNING,
        Level.WARNING,
    )
    assert "unowned" not in found


def test_strict_makes_every_warning_an_error() -> None:
    levels = {"brief-changed": "warn", "unowned": "off"}
    problems = check(MESSY, UPDATES, levels, is_strict=True)
    assert {problem.level for problem in problems} == {Level.ERROR}
    assert "unowned" not in {problem.rule for problem in problems}


def test_messages_are_in_the_house_style() -> None:
    for problem in check(MESSY, UPDATES, {}):
        assert re.match(r"['a-z0-9]", problem.message)
        assert not problem.message.endswith(".")
        assert "; " in problem.message


def test_project_is_named_and_placed_at_its_plan() -> None:
    (problem,) = check("end: 2026-02-01\nhealth: on-track", {"02-28": ""}, {"stale": "off"})
    assert (problem.rule, problem.project, problem.item) == ("end-in-the-past", "acme/shop", None)
    assert (problem.position.path, problem.position.line, problem.position.column) == (PLAN, 1, 1)


@pytest.mark.parametrize(
    ("plan", "updates", "place"),
    [
        ("risks:\n  r: {title: R}", {}, "project.yml:4:3"),
        ("risks:\n  r: {title: R}", {"02-01": "risks:\n  r: {note: x}", "02-08": ""}, "updates/2026-02-01.md:3:3"),
        ("risks:\n  r: {title: R}", {"02-01": "draft: true\nrisks: {r: {note: x}}"}, "project.yml:4:3"),
        ("risks:\n  r: {title: R}", {"02-01": "visibility: agency\nrisks: {r: {note: x}}"}, "project.yml:4:3"),
        ("risks:\n  r: {title: R}", {"03-02": "risks: {r: {note: x}}"}, "project.yml:4:3"),
        (
            "risks: {r: {title: R, visibility: internal}}",
            {
                "02-01": "risks: {r: {note: x}}",
                "02-08": "visibility: internal\nrisks: {r: {visibility: client}}",
                "02-15": "visibility: internal\nrisks: {r: {note: y}}",
            },
            "updates/2026-02-08.md:3:9",
        ),
    ],
)
def test_item_is_placed_where_it_was_last_set(plan: str, updates: dict[str, str], place: str) -> None:
    (problem,) = (problem for problem in check(plan, updates, {}) if problem.rule == "unowned")
    position = problem.position
    assert f"{position.path}:{position.line}:{position.column}" == f"{PROJECT}/{place}"
    assert problem.item == "risks.r"


def test_each_move_is_placed_in_the_update_that_told_of_it() -> None:
    updates = {
        "02-01": "milestones:\n  m: {due: 2026-04-02}",
        "02-08": "milestones:\n  m: {due: 2026-04-09}",
        "02-15": "milestones:\n  m: {note: x}",
    }
    problems = check("milestones: {m: {title: M, due: 2026-04-01}}", updates, {})
    places = [problem.position for problem in problems if problem.rule == "moved-without-why"]
    assert [(place.path, place.line) for place in places] == [
        (f"{PROJECT}/updates/2026-02-01.md", 3),
        (f"{PROJECT}/updates/2026-02-08.md", 3),
    ]


def test_copied_update_is_placed_at_itself() -> None:
    (problem,) = (problem for problem in check("", UPDATES, {}) if problem.rule == "copied-update")
    assert (problem.position.path, problem.item) == (f"{PROJECT}/updates/2026-02-08.md", None)


SITE = f"""\
-- sitegen.yml --
name: Firm
due_soon: 7d
stale_after: 30d
checks: {{no-health: error, stael: off}}
-- content/clients/acme/client.yml --
{DEFAULTS["content/clients/acme/client.yml"]}
-- {PROJECT}/project.yml --
name: Shop
start: 2026-01-05
-- {PROJECT}/updates/2026-02-01.md --
-- content/clients/acme/secret/project.yml --
name: Secret
start: 2026-01-05
visibility: agency
health: on-track
risks: {{shown: {{title: Shown, visibility: agency}}, hidden: {{title: Hidden, visibility: internal}}}}
-- content/clients/acme/secret/updates/2026-02-28.md --
---
visibility: agency
---
"""


def test_site_is_checked_by_its_settings_and_for_whom_it_is_seen() -> None:
    case = read_site(SITE)
    assert not case.problems
    problems = check_site(case.site, on("03-01"), case.digests.get)
    assert [(problem.rule, problem.level, problem.project, problem.item) for problem in problems] == [
        ("unowned", "warning", "acme/secret", "risks.shown"),
        ("no-health", "error", "acme/shop", None),
        ("unknown-key", "error", None, None),
    ]
    assert problems[-1].message == "'stael' is no rule that has a level; did you mean 'stale'?"
    assert (problems[-1].position.line, problems[-1].position.column) == (4, 28)


def test_drafts_are_checked_where_they_are_shown() -> None:
    case = read_site(SITE.replace("2026-02-01.md --\n", "2026-02-01.md --\n---\ndraft: true\nhealth: on-track\n---\n"))
    shown, hidden = (
        {problem.rule for problem in check_site(case.site, on("03-01"), case.digests.get, with_drafts=with_drafts)}
        for with_drafts in (True, False)
    )
    assert ("stale" in hidden, "stale" in shown) == (True, False)


@pytest.mark.parametrize("audience", Audience)
def test_what_is_folded_already_is_checked_as_what_is_not(audience: Audience) -> None:
    case = read_site(SITE)
    projects = (project for client in case.site.clients for project in client.projects)
    rules = Rules.of(case.site.settings)
    folded = [state_on("03-01", project, audience, rules) for project in projects]
    assert check_site(case.site, on("03-01"), case.digests.get, folded=folded) == check_site(
        case.site, on("03-01"), case.digests.get
    )
