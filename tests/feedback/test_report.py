"""The report: each figure over the right answers, and no arrow that the numbers do not carry."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sitegen.collector import Store
from sitegen.model import decode_survey
from sitegen.survey import Response, find_version, pack_definition
from tests.cli.running import run
from tests.feedback.heard import fill, make_response

KEYS = ["client", "project", "survey", "question", "type", "n", "value", "low", "high", "mean", "median", "method"]


def report(config: Path, *words: str) -> list[dict[str, Any]]:
    result = run("feedback", "report", "--json", *words, "--config", config)
    assert result.exit_code == 0, result.stderr
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def find(rows: list[dict[str, Any]], *values: object) -> list[dict[str, Any]]:
    return [row for row in rows if set(values) <= set(row.values())]


def test_each_question_has_its_figure_in_the_order_it_is_asked(tmp_path: Path) -> None:
    answers = [
        make_response(1, score=10, happy=5, effort=6, why="Kept word", what="speed"),
        make_response(2, score=3, happy=2, effort=3, what="other", **{"what.other": "Calm"}),
        make_response(3, score=9),
    ]
    rows = report(fill(tmp_path, answers))
    assert [list(row) for row in rows] == [KEYS] * len(rows)
    assert [(row["question"], row["type"], row["n"], row["value"], row["median"]) for row in rows] == [
        ("score", "nps", 3, 33, 9),
        ("happy", "csat", 2, 0.5, 3.5),
        ("effort", "ces", 2, 4.5, 4.5),
        ("why", "text", 1, None, None),
        ("what.speed", "choice", 2, 0.5, None),
        ("what.price", "choice", 2, 0, None),
        ("what.other", "choice", 2, 0.5, None),
    ]
    assert {(row["client"], row["project"], row["survey"]) for row in rows} == {("acme", "shop", "pulse")}


def test_figures_are_kept_apart_as_told(tmp_path: Path) -> None:
    config = fill(
        tmp_path,
        [
            make_response(1, score=10),
            make_response(2, project="acme/app", score=0),
            make_response(3, project="birch/web", score=8, on="2026-08-01T09:00"),
        ],
    )
    taken = [(row["client"], row["project"], row["value"]) for row in report(config)]
    assert taken == [("acme", "app", -100), ("acme", "shop", 100), ("birch", "web", 0)]
    assert [(row["client"], row["project"], row["value"]) for row in report(config, "--by", "client")] == [
        ("acme", None, 0),
        ("birch", None, 0),
    ]
    assert [(row["client"], row["n"]) for row in report(config, "--by", "survey")] == [(None, 3)]
    by_quarter = report(config, "--by", "quarter")
    assert [(row["quarter"], row["n"]) for row in by_quarter] == [("2026-Q3", 1), ("2026-Q4", 2)]
    assert [row["n"] for row in report(config, "--project", "acme/app")] == [1]
    assert [row["client"] for row in report(config, "--client", "birch", "--survey", "pulse")] == ["birch"]


def test_a_quarter_begins_in_the_time_zone_of_the_site(tmp_path: Path) -> None:
    config = fill(tmp_path, [make_response(1, score=9, on="2026-09-30T21:30")])  # half past midnight in Kyiv
    assert [row["quarter"] for row in report(config, "--by", "quarter")] == ["2026-Q4"]


def ask_in_two_quarters(before: int, after: int, count: int) -> list[Response]:
    old = [make_response(number, score=before, on="2026-08-10T09:00") for number in range(count)]
    return old + [make_response(count + number, score=after) for number in range(count)]


def test_an_arrow_stands_only_where_intervals_do_not_touch(tmp_path: Path) -> None:
    for name, entries, arrow in (
        ("rose", ask_in_two_quarters(0, 10, 20), "▲ higher than in 2026-Q3"),
        ("fell", ask_in_two_quarters(10, 0, 20), "▼ lower than in 2026-Q3"),
        ("few", ask_in_two_quarters(6, 10, 1), ""),
    ):
        config = fill(tmp_path / name, entries)
        shown = run("feedback", "report", "--quarter", "2026-Q4", "--config", config).stdout
        assert (arrow in shown) if arrow else ("▲" not in shown and "▼" not in shown)
        assert "2026-Q4" in shown
        assert "acme/shop, pulse, 2026-Q3" not in shown


def test_a_quarter_that_was_silent_is_not_passed_over(tmp_path: Path) -> None:
    old = [make_response(number, score=0, on="2026-05-10T09:00") for number in range(20)]
    config = fill(tmp_path, old + [make_response(20 + number, score=10) for number in range(20)])
    assert "▲" not in run("feedback", "report", "--by", "quarter", "--config", config).stdout


def test_the_table_says_of_few_answers_that_they_are_few(tmp_path: Path) -> None:
    config = fill(tmp_path, [*(make_response(number, happy=5) for number in range(5)), make_response(9, score=10)])
    lines = run("feedback", "report", "--config", config).stdout.splitlines()
    assert lines == [
        "acme/shop, pulse",
        "  question  figure  n  value  95 %         median",
        "  score     nps     1   +100  -48 to +98       10  few answers",
        "  happy     csat    5  100 %  57 to 100 %       5",
    ]


def test_answers_to_a_question_that_was_changed_are_not_mixed(tmp_path: Path) -> None:
    config = fill(tmp_path, [make_response(1, happy=5)])
    old = decode_survey(
        {"title": "Pulse", "questions": {"happy": {"type": "rating", "max": "10", "text": "How happy?"}}}
    )
    with Store(f"sqlite:///{tmp_path / 'responses.db'}") as store:
        store.keep_definitions([(find_version(old), "pulse", pack_definition(old))])
        store.add(replace(make_response(2, happy=9), version=find_version(old)))
    assert [(row["type"], row["n"], row["value"]) for row in report(config)] == [("csat", 1, 1), ("rating", 1, 9)]


def test_an_option_that_was_dropped_keeps_its_share(tmp_path: Path) -> None:
    config = fill(tmp_path, [make_response(1, what="speed")])
    options = {"speed": "Speed", "tone": "Tone"}
    old = decode_survey({"title": "P", "questions": {"what": {"type": "choice", "text": "What?", "options": options}}})
    with Store(f"sqlite:///{tmp_path / 'responses.db'}") as store:
        store.keep_definitions([(find_version(old), "pulse", pack_definition(old))])
        store.add(replace(make_response(2, what="tone", on="2026-10-02T09:00"), version=find_version(old)))
    shares = {row["question"]: (row["n"], row["value"]) for row in report(config)}
    assert shares == {
        "what.speed": (2, 0.5),
        "what.tone": (2, 0.5),
        "what.price": (2, 0),
        "what.other": (2, 0),
    }


def test_answers_that_nobody_defined_are_counted(tmp_path: Path) -> None:
    config = fill(tmp_path, [replace(make_response(1, gone=5), survey="former")])
    assert [(row["survey"], row["type"], row["n"]) for row in report(config)] == [("former", "text", 1)]


def test_csv_has_the_keys_of_json(tmp_path: Path) -> None:
    config = fill(tmp_path, [make_response(1, score=10, why="-1")])
    shown = run("feedback", "report", "--csv", "--config", config).stdout
    table = list(csv.DictReader(io.StringIO(shown)))
    assert list(table[0]) == KEYS
    assert [(row["question"], row["value"]) for row in table] == [("score", "100"), ("why", "")]


def test_without_answers_that_is_said_and_programs_read_an_empty_list(tmp_path: Path) -> None:
    config = fill(tmp_path, [])
    result = run("feedback", "report", "--json", "--config", config)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "[]\n", "there are no answers yet\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--client", "acm"), "there is no client 'acm', nor an answer of it; did you mean 'acme'?"),
        (("--project", "acme/shp"), "there is no project 'shp', nor an answer of it; did you mean 'shop'?"),
        (("--survey", "puls"), "there is no survey 'puls', nor an answer of it; did you mean 'pulse'?"),
        (("--quarter", "2026-4"), "'2026-4' is no quarter; write it as 2026-Q4"),
        (("--json", "--csv"), "--json and --csv exclude each other"),
        (
            ("--client", "birch", "--project", "acme/shop"),
            "'acme/shop' is no project of 'birch'; leave one of them out",
        ),
        (("--store", "mysql://x"), "'mysql' is no store; use sqlite:///FILE or postgresql+psycopg://…"),
    ],
)
def test_wrong_words_are_wrong_usage(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    config = fill(tmp_path, [make_response(1, score=10)])
    result = run("feedback", "report", *words, "--config", config)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr.replace("\n", " ")


def test_faults_in_the_content_do_not_hide_what_was_answered(tmp_path: Path) -> None:
    config = fill(tmp_path, [make_response(1, score=10)])
    (tmp_path / "content/clients/birch/client.yml").write_text("nam: Birch\n", "utf-8")
    assert [row["n"] for row in report(config)] == [1]
