"""The inbox: whatever calls for somebody is in it, with who and until when, until somebody says what was done."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.collector import Store
from sitegen.feedback.inbox import find_answer_day
from sitegen.survey import NeedAnswer
from tests.cases import part_files, read_site
from tests.cli.running import run
from tests.feedback.heard import SITE, fill, make_response

CHOICE = NeedAnswer(
    id="needanswer1",
    client="acme",
    project="shop",
    kind="issue",
    item="slow",
    received=datetime(2026, 11, 18, 9, tzinfo=UTC),
    choice="buy",
    comment="Sooner is better",
    reader="acme",
)


def list_inbox(config: Path, *words: str, day: str = "2026-11-20") -> list[dict[str, Any]]:
    result = run("feedback", "inbox", "--json", "--date", day, *words, "--config", config)
    assert result.exit_code == 0, result.stderr
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize(
    ("answers", "reasons"),
    [
        ({"score": 6}, ["low-score"]),
        ({"score": 7}, None),
        ({"happy": 2}, ["low-score"]),
        ({"happy": 3}, None),
        ({"effort": 1}, None),
        ({"why": "Too slow"}, ["comment"]),
        ({"score": 0, "why": "Too slow"}, ["low-score", "comment"]),
        ({"what": "other", "what.other": "Calm"}, ["comment"]),
        ({"what": "speed"}, None),
        ({"gone": "Words"}, ["comment"]),
    ],
)
def test_low_scores_and_comments_call_for_somebody(
    answers: dict[str, Any], reasons: list[str] | None, tmp_path: Path
) -> None:
    found = list_inbox(fill(tmp_path, [make_response(1, **answers)]))
    assert [entry["reasons"] for entry in found] == ([reasons] if reasons else [])


def test_an_entry_tells_all_that_was_said_and_whose_it_is(tmp_path: Path) -> None:
    found = list_inbox(fill(tmp_path, [make_response(1, score=3, happy=5, why="Too slow"), CHOICE]))
    assert found == [
        {
            "id": "r-0001",
            "reasons": ["low-score", "comment"],
            "client": "acme",
            "project": "shop",
            "about": "pulse",
            "said": [
                {"about": "score", "asked": "How likely?", "said": "3"},
                {"about": "happy", "asked": "How happy?", "said": "5"},
                {"about": "why", "asked": "Why?", "said": "Too slow"},
            ],
            "received": "2026-11-16",
            "owner": "taras",
            "answer_by": "2026-11-18",
            "waits_days": 4,
            "overdue": True,
            "reply": None,
        },
        {
            "id": "needanswer1",
            "reasons": ["answer"],
            "client": "acme",
            "project": "shop",
            "about": "issue.slow",
            "said": [
                {"about": "choice", "asked": "issue.slow", "said": "buy"},
                {"about": "comment", "asked": "issue.slow", "said": "Sooner is better"},
            ],
            "received": "2026-11-18",
            "owner": "taras",
            "answer_by": "2026-11-20",
            "waits_days": 2,
            "overdue": False,
            "reply": None,
        },
    ]


def test_the_client_s_contact_answers_where_the_project_has_none(tmp_path: Path) -> None:
    entries = [make_response(1, project="acme/app", score=0), make_response(2, project="birch/web", score=0)]
    assert [entry["owner"] for entry in list_inbox(fill(tmp_path, entries))] == ["olena", None]


def test_the_inbox_is_read_in_a_terminal(tmp_path: Path) -> None:
    config = fill(tmp_path, [make_response(1, score=3), make_response(2, project="birch/web", why="a\x1b[31m\nb")])
    shown = run("feedback", "inbox", "--date", "2026-11-18", "--config", config).stdout
    assert shown.splitlines() == [
        "2 waiting, 0 overdue, on 2026-11-18",
        "",
        "r-0001  acme/shop, pulse: low score",
        "    waits 2 days for Taras Melnyk, answer by 2026-11-18",
        "    How likely? 3",
        "",
        "r-0002  birch/web, pulse: comment",
        "    waits 2 days for nobody: name a contact, answer by 2026-11-18",
        "    Why? a�[31m b",
    ]
    late = run("feedback", "inbox", "--date", "2026-11-19", "--config", config).stdout
    assert "2 waiting, 2 overdue, on 2026-11-19" in late
    assert "waits 3 days for Taras Melnyk, answer by 2026-11-18, overdue" in late


def make_project(sla: str = "") -> Any:
    files = part_files(SITE)
    files["content/clients/acme/shop/project.yml"] += f"sla: {{answer: 4h, hours: '{sla}'}}\n" if sla else ""
    case = read_site("".join(f"-- {path} --\n{text}" for path, text in files.items()))
    assert not case.problems
    return next(project for project in case.site.clients[0].projects if project.id == "shop")


@pytest.mark.parametrize(
    ("hours", "received", "answer_by"),
    [
        ("", "2026-11-16", "2026-11-18"),
        ("", "2026-11-19", "2026-11-23"),
        ("", "2026-11-21", "2026-11-24"),
        ("Sun-Thu 09:00-17:00", "2026-11-18", "2026-11-22"),
        ("24/7", "2026-11-20", "2026-11-22"),
    ],
)
def test_two_working_days_are_those_of_the_project(hours: str, received: str, answer_by: str) -> None:
    found = find_answer_day(date.fromisoformat(received), make_project(hours), [])
    assert found == date.fromisoformat(answer_by)


DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(DAYS, st.lists(st.integers(0, 20), max_size=6))
def test_between_lies_one_working_day_and_the_last_is_one(received: date, off: list[int]) -> None:
    holidays = [received + timedelta(days=days) for days in off]
    found = find_answer_day(received, None, holidays)
    after = [received + timedelta(days=days) for days in range(1, (found - received).days + 1)]
    assert sum(day.weekday() < 5 and day not in holidays for day in after) == 2
    assert found.weekday() < 5
    assert found not in holidays


def reply(config: Path, *words: str) -> Any:
    return run("feedback", "reply", *words, "--date", "2026-11-20", "--config", config)


def test_a_reply_closes_the_entry_and_drafts_what_the_client_reads(tmp_path: Path) -> None:
    config = fill(tmp_path, [make_response(1, score=3, happy=5, why="Too: slow\n\nAnd #late")])
    result = reply(config, "r-0", "--did", "We test on phones now")
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [
            "feedback:",
            "  said-2026-11-20-r-00:",
            '    title: "How likely? 3 Too: slow And #late"',
            '    heard: "How likely? 3\\n\\nToo: slow\\n\\nAnd #late"',
            "    did: We test on phones now",
            "    status: done",
        ],
    )
    assert list_inbox(config) == []
    (entry,) = list_inbox(config, "--all")
    assert entry["reply"] == {"did": "We test on phones now", "by": "taras", "on": "2026-11-20"}
    assert (entry["overdue"], entry["waits_days"]) == (False, 4)
    update = f"---\n{result.stdout}---\n"
    path = "content/clients/acme/shop/updates/2026-11-20.md"
    case = read_site(f"{SITE}-- {path} --\n{update}")
    assert case.problems == ()


NEEDS = """
issues: {slow: {title: Slow, options: {buy: {title: Buy}, wait: {title: Wait}}}}
changes: {slow: {title: Faster}}
deliverables: {slow: {title: Design, status: in-review}}
actions: {slow: {title: Send the texts}}
"""


@pytest.mark.parametrize(
    ("kind", "choice", "drafted"),
    [
        ("issue", "buy", "issues:\n  slow: {decision: buy, status: resolved, why: Ordered it}\n"),
        ("change", "accept", "changes:\n  slow: {status: accepted}\n"),
        ("change", "decline", "changes:\n  slow: {status: declined}\n"),
        ("deliverable", "accept", "deliverables:\n  slow: {status: accepted, accepted: 2026-11-18}\n"),
        ("deliverable", "reject", "deliverables:\n  slow: {status: rejected, why: Sooner is better, side: client}\n"),
        ("action", "done", "actions:\n  slow: {done: 2026-11-18}\n"),
    ],
)
def test_an_answer_to_a_need_becomes_the_change_that_the_next_update_makes(
    kind: str, choice: str, drafted: str, tmp_path: Path
) -> None:
    config = fill(tmp_path, [replace(CHOICE, kind=kind, choice=choice)])
    result = reply(config, "needanswer1", "--did", "Ordered it")
    assert result.stdout == drafted
    files = part_files(SITE)
    files["content/clients/acme/shop/project.yml"] += NEEDS
    files["content/clients/acme/shop/updates/2026-11-20.md"] = f"---\n{drafted}---\n"
    assert read_site("".join(f"-- {path} --\n{text}" for path, text in files.items())).problems == ()


def test_a_question_about_a_need_is_answered_as_what_was_said(tmp_path: Path) -> None:
    config = fill(tmp_path, [replace(CHOICE, choice=None)])
    drafted = reply(config, "need", "--did", "Rang them up", "--by", "Olena").stdout
    assert "    heard: Sooner is better\n    did: Rang them up\n" in drafted
    with Store(f"sqlite:///{tmp_path / 'responses.db'}") as store:
        assert store.read_replies()["needanswer1"].by == "Olena"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nope", "--did", "x"), "there is no entry 'nope' in the inbox; 'sitegen feedback inbox --all' lists them"),
        (("r-", "--did", "x"), "'r-' begins the ids of 2 entries; write more of it"),
        (("r-0001", "--did", " "), "nothing was said to be done; say it in a sentence"),
        (("r-0002", "--did", "x"), "nobody is the contact of 'birch/web'; say who answered with --by"),
    ],
)
def test_wrong_words_are_wrong_usage_and_nothing_is_noted(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    config = fill(tmp_path, [make_response(1, score=3), make_response(2, project="birch/web", score=3)])
    result = reply(config, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert len(list_inbox(config)) == 2
