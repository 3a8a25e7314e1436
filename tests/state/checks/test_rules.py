"""Each rule speaks of what would embarrass the firm, and is silent where nothing would."""

import pytest

from tests.state.checks.findings import PROJECT, find_items

BETA = "milestones: {beta: {title: The beta release, due: 2026-02-20}}"
LATER = "milestones: {beta: {title: The beta release, due: 2026-04-20}}"
ASK = "actions: {logo: {title: The logo files, due: 2026-02-20}}"
BUDGET = "budget: {agreed: 100, unit: hours}"
Updates = dict[str, str]


@pytest.mark.parametrize(
    ("plan", "updates", "expected"),
    [
        (BETA, {"02-27": "health: on-track"}, ["milestones.beta"]),
        (BETA, {"02-27": "health: at-risk"}, []),
        (BETA, {"02-27": ""}, []),
        (LATER, {"02-27": "health: on-track"}, []),
        (f"{BUDGET}", {"02-27": "health: on-track\nbudget: {used: 90}"}, [PROJECT]),
        (f"{BUDGET}", {"02-27": "health: on-track\nbudget: {forecast: 101}"}, [PROJECT]),
        (f"{BUDGET}", {"02-27": "health: on-track\nbudget: {used: 89}"}, []),
        (LATER, {"02-20": "health: on-track\nmilestones: {beta: {due: 2026-04-27, why: x}}"}, ["milestones.beta"]),
        (LATER, {"02-20": "health: on-track\nmilestones: {beta: {due: 2026-04-13, why: x}}"}, []),
        (
            LATER,
            {"02-20": "health: at-risk\nmilestones: {beta: {due: 2026-04-27, why: x}}", "02-27": "health: on-track"},
            [],
        ),
        (
            LATER,
            {
                "02-13": "health: on-track\nmilestones: {beta: {due: 2026-04-27, why: x}}",
                "02-20": "health: off-track",
                "02-27": "health: on-track",
            },
            [],
        ),
        (
            LATER,
            {
                "02-06": "health: at-risk",
                "02-13": "health: on-track",
                "02-20": "milestones: {beta: {due: 2026-04-27, why: x}}",
            },
            ["milestones.beta"],
        ),
        (
            LATER,
            {
                "02-20": "health: on-track\nmilestones: {beta: {due: 2026-04-27, why: x}}",
                "02-27": "milestones: {beta: {done: 2026-02-27}}",
            },
            [],
        ),
        ("end: 2026-05-01", {"02-20": "health: on-track\nend: {to: 2026-05-08, why: x}"}, [PROJECT]),
        ("end: 2026-05-01", {"02-20": "health: on-track\nend: {to: 2026-04-24, why: x}"}, []),
        (
            "end: 2026-05-01",
            {"02-20-a": "end: {to: 2026-05-08, why: x}", "02-20-b": "health: at-risk", "02-27": "health: on-track"},
            [],
        ),
        (
            LATER,
            {"02-20": "health: on-track", "02-27": "visibility: internal\nmilestones: {beta: {due: 2026-05-20}}"},
            [],
        ),
    ],
)
def test_watermelon(plan: str, updates: Updates, expected: list[str]) -> None:
    assert find_items("watermelon", plan, updates) == expected


@pytest.mark.parametrize(
    ("rule", "plan", "updates", "expected"),
    [
        ("stale", "", {"02-19": ""}, []),
        ("stale", "", {"02-18": ""}, [PROJECT]),
        ("stale", "cadence: 14d", {"02-12": ""}, []),
        ("stale", "start: 2026-02-19", {}, []),
        ("stale", "", {}, [PROJECT]),
        ("late-update", "", {"02-19": "next_update: 2026-02-28"}, [PROJECT]),
        ("late-update", "", {"02-19": "next_update: 2026-03-01"}, []),
        ("late-update", "cadence: 7d", {"02-19": ""}, [PROJECT]),
        ("late-update", "", {"02-01": ""}, []),
        ("moved-without-why", LATER, {"02-20": "milestones: {beta: {due: 2026-05-20}}"}, ["milestones.beta"]),
        ("moved-without-why", LATER, {"02-20": "milestones: {beta: {due: 2026-03-20}}"}, ["milestones.beta"]),
        ("moved-without-why", LATER, {"02-20": "milestones: {beta: {due: 2026-05-20, why: x}}"}, []),
        ("moved-without-why", LATER, {"02-20": "milestones: {beta: {due: 2026-05-20, correction: true}}"}, []),
        ("moved-without-why", LATER, {"02-20": "milestones: {beta: {due: tbd}}"}, ["milestones.beta"]),
        ("moved-without-why", "end: 2026-05-01", {"02-20": "end: 2026-05-08"}, [PROJECT]),
        ("moved-without-why", "end: 2026-05-01", {"02-20": "end: {to: 2026-05-08, why: x}"}, []),
        ("moved-without-why", "", {"02-20": "end: 2026-05-08"}, []),
        ("moved-without-why", "end: 2026-05-01", {"02-20": "end: null"}, []),
        (
            "moved-without-why",
            LATER,
            {
                "02-13": "milestones: {beta: {due: 2026-05-20}}",
                "02-20": "milestones: {beta: {due: 2026-05-27}}",
                "02-27": "milestones: {beta: {due: 2026-06-01, why: x}}",
            },
            ["milestones.beta", "milestones.beta"],
        ),
        ("issue-without-way-out", "issues: {i: {title: I}}", {}, ["issues.i"]),
        ("issue-without-way-out", "issues: {i: {title: I, response: x}}", {}, []),
        ("issue-without-way-out", "issues: {i: {title: I, options: {a: {title: A}}}}", {}, []),
        ("issue-without-way-out", "issues: {i: {title: I, status: resolved}}", {}, []),
        ("issue-without-way-out", "issues: {i: {title: I, visibility: internal}}", {}, []),
        ("risk-without-response", "risks: {r: {title: R, impact: high}}", {}, ["risks.r"]),
        ("risk-without-response", "risks: {r: {title: R, impact: medium}}", {}, ["risks.r"]),
        ("risk-without-response", "risks: {r: {title: R, impact: low}, s: {title: S}}", {}, []),
        ("risk-without-response", "risks: {r: {title: R, impact: high, response: x}}", {}, []),
        ("risk-without-response", "risks: {r: {title: R, impact: high, status: happened}}", {}, []),
        ("decision-overdue", "issues: {i: {title: I, decide_by: 2026-02-28}}", {}, ["issues.i"]),
        ("decision-overdue", "issues: {i: {title: I, decide_by: 2026-03-01}}", {}, []),
        ("decision-overdue", "issues: {i: {title: I, decide_by: 2026-02-28, status: resolved}}", {}, []),
        (
            "decision-overdue",
            "issues: {i: {title: I, decide_by: 2026-02-28, options: {a: {title: A}}, decision: a}}",
            {},
            [],
        ),
        ("decision-overdue", "changes: {c: {title: C, decide_by: 2026-02-28}}", {}, ["changes.c"]),
        ("decision-overdue", "changes: {c: {title: C, decide_by: 2026-02-28, status: accepted}}", {}, []),
        ("ask-without-date", "actions: {a: {title: A}}", {}, ["actions.a"]),
        ("ask-without-date", "actions: {a: {title: A, due: 2026-04-01}}", {}, []),
        ("ask-without-date", "actions: {a: {title: A, who: us}, b: {title: B, done: 2026-02-01}}", {}, []),
        ("ask-without-date", "issues: {i: {title: I, options: {a: {title: A}}}}", {}, ["issues.i"]),
        ("ask-without-date", "issues: {i: {title: I}, j: {title: J, options: {a: {title: A}}, decision: a}}", {}, []),
        ("ask-without-date", "issues: {i: {title: I, options: {a: {title: A}}, decide_by: 2026-04-01}}", {}, []),
        ("ask-without-date", "changes: {c: {title: C}, d: {title: D, status: declined}}", {}, ["changes.c"]),
        ("over-budget", BUDGET, {"02-20": "budget: {used: 100}"}, []),
        ("over-budget", BUDGET, {"02-20": "budget: {used: 100.5, forecast: 120}"}, [PROJECT]),
        ("over-budget", BUDGET, {"02-20": "budget: {forecast: 101}"}, [PROJECT]),
        ("over-budget", BUDGET, {"02-20": "budget: {used: 120}\nchanges: {c: {title: C, amount: 30}}"}, []),
        (
            "over-budget",
            BUDGET,
            {"02-20": "budget: {used: 120}\nchanges: {c: {title: C, amount: 30, status: accepted}}"},
            [],
        ),
        (
            "over-budget",
            BUDGET,
            {"02-20": "budget: {used: 120}\nchanges: {c: {title: C, amount: 10, status: accepted}}"},
            [PROJECT],
        ),
        ("over-budget", "budget: {unit: hours}", {"02-20": "budget: {used: 120}"}, []),
        ("unowned", "risks: {r: {title: R}}", {}, ["risks.r"]),
        ("unowned", "risks: {r: {title: R, owner: mia}, s: {title: S, status: closed}}", {}, []),
        ("unowned", "issues: {i: {title: I}, j: {title: J, status: resolved}}", {}, ["issues.i"]),
        ("unowned", "actions: {a: {title: A, who: us}, b: {title: B}}", {}, ["actions.a"]),
        ("unowned", "actions: {a: {title: A, who: us, done: 2026-02-01}}", {}, []),
        ("end-in-the-past", "end: 2026-02-28", {}, [PROJECT]),
        ("end-in-the-past", "end: 2026-03-01", {}, []),
        ("end-in-the-past", BETA, {}, [PROJECT]),
        ("end-in-the-past", BETA, {"02-20": "milestones: {beta: {due: tbd}}"}, []),
        ("due-before-start", "milestones: {m: {title: M, due: 2025-02-20}}", {}, ["milestones.m"]),
        ("due-before-start", "milestones: {m: {title: M, due: 2026-01-05}, n: {title: N, due: tbd}}", {}, []),
        ("due-before-start", "milestones: {m: {title: M, due: 2026-01}}", {}, []),
        ("due-before-start", "milestones: {m: {title: M, due: 2025-12, status: dropped}}", {}, []),
        ("copied-update", "", {"02-13": "---\n---\nSame.\n", "02-20": "---\n---\n\nSame.\n\n"}, [PROJECT]),
        ("copied-update", "", {"02-13": "---\n---\nSame.\n", "02-20": "---\n---\nOther.\n"}, []),
        ("copied-update", "", {"02-13": "", "02-20": ""}, []),
        (
            "copied-update",
            "",
            {"02-13": "---\n---\nSame.\n", "02-16": "---\n---\nOther.\n", "02-20": "---\n---\nSame.\n"},
            [],
        ),
        ("copied-update", "", {"02-13": "---\n---\nSame.\n", "02-20": "---\ndraft: true\n---\nSame.\n"}, []),
        ("no-health", "", {}, []),
        ("no-health", "", {"02-20": ""}, [PROJECT]),
        ("no-health", "health: on-track", {"02-20": ""}, []),
        ("no-health", "", {"02-13": "health: on-track", "02-20": "health: null"}, [PROJECT]),
        ("no-health", "", {"02-13": "health: on-track", "02-20": "health: null", "02-27": "health: at-risk"}, []),
        ("no-health", "", {"02-20": "", "02-27": "visibility: internal\nhealth: on-track"}, [PROJECT]),
    ],
)
def test_rule(rule: str, plan: str, updates: Updates, expected: list[str]) -> None:
    assert find_items(rule, plan, updates) == expected


@pytest.mark.parametrize(
    ("uses", "updates", "expected"),
    [
        ("", {}, []),
        ("", {"02-20": "milestones: {beta: {done: 2026-02-20}}"}, [PROJECT]),
        ("pulse: {when: milestone}", {"02-20": "milestones: {beta: {done: 2026-02-20}}"}, []),
        ("pulse: {when: always}", {"02-20": "milestones: {beta: {done: 2026-02-20}}"}, []),
        ("pulse: {every: 30d}", {"02-20": "milestones: {beta: {done: 2026-02-20}}"}, []),
        ("pulse: {when: complete}", {"02-20": "milestones: {beta: {done: 2026-02-20}}"}, [PROJECT]),
        ("", {"02-20": "milestones: {beta: {done: 2026-02-20, status: dropped}}"}, []),
        ("", {"02-20": "health: complete"}, [PROJECT]),
        ("pulse: {when: complete}", {"02-20": "health: complete\nmilestones: {beta: {done: 2026-02-20}}"}, []),
        ("pulse: {when: milestone}", {"02-20": "health: complete"}, [PROJECT]),
        ("pulse: {every: 30d}", {"02-20": "health: complete"}, []),
        ("", {"02-20": "health: on-hold\nmilestones: {beta: {done: 2026-02-20}}"}, [PROJECT]),
    ],
)
def test_no_feedback(uses: str, updates: Updates, expected: list[str]) -> None:
    assert find_items("no-feedback", f"{BETA}\nsurveys: {{{uses}}}", updates) == expected


@pytest.mark.parametrize(
    ("last", "is_mentioned"),
    [
        ("---\nactions: {logo: {note: still}}\n---\n", True),
        ("---\nheadline: We wait for logo\n---\n", True),
        ("---\n---\nWe still wait for the LOGO\nfiles.\n", True),
        ("---\n---\nThe logo is late.\n", True),
        ("---\n---\nThe Logo's still missing.\n", True),
        ("---\n---\nWe wait for *The* **logo** `files`.\n", True),
        ("---\nheadline: The Logo Files are late\n---\n", True),
        ("---\n---\n<!-- the logo files -->\nAll is fine.\n", False),
        ("---\n---\nLogos, logo-2 and catalogo are fine.\n", False),
        ("---\nrisks: {logo: {title: R}}\n---\n", False),
        ("---\ninternal: the logo is late\n---\n", False),
        ("---\n---\nAll is fine.\n", False),
    ],
)
def test_mention_is_by_id_or_title(last: str, is_mentioned: bool) -> None:
    updates = {"02-13": "---\n---\nThe logo is asked for.\n", "02-27": last}
    assert find_items("client-overdue", ASK, updates) == ([] if is_mentioned else ["actions.logo"])


def test_client_overdue_is_of_open_actions_of_the_client() -> None:
    assert find_items("client-overdue", ASK, {}) == ["actions.logo"]
    assert find_items("client-overdue", ASK, {}, day="02-20") == []
    assert find_items("client-overdue", ASK.replace("due", "who: us, due"), {}) == []
    assert find_items("client-overdue", ASK, {"02-13": "actions: {logo: {done: 2026-02-13}}", "02-27": ""}) == []


@pytest.mark.parametrize(
    ("updates", "expected"),
    [
        ({}, ["milestones.beta"]),
        ({"02-13": "---\n---\nThe beta release is near.\n", "02-20": "", "02-27": ""}, ["milestones.beta"]),
        ({"02-20": "---\n---\nThe beta release is near.\n", "02-27": ""}, []),
        ({"02-20": "", "02-27": "milestones: {beta: {progress: 80}}"}, []),
        ({"02-20": "", "02-27": "milestones: {beta: {due: 2026-04-20, why: x}}"}, []),
        (
            {"02-13": "---\n---\nbeta\n", "02-20": "draft: true", "02-21": "visibility: internal", "02-27": ""},
            [],
        ),
    ],
)
def test_forgotten(updates: Updates, expected: list[str]) -> None:
    assert find_items("forgotten", BETA, updates) == expected


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        (f"file: files/brief.txt, sha256: {'a' * 64}", []),
        (f"file: files/brief.txt, sha256: {'b' * 64}", [PROJECT]),
        ("file: files/brief.txt", []),
        (f"sha256: {'b' * 64}", []),
    ],
)
def test_brief_changed(brief: str, expected: list[str]) -> None:
    assert find_items("brief-changed", f"brief: {{{brief}}}", {}) == expected
