"""Exports: all that came back is there, and nothing of it is run by the program that opens it."""

import csv
import io
import json
from pathlib import Path

from tests.cli.running import run
from tests.feedback.heard import fill, make_response
from tests.feedback.test_inbox import CHOICE


def export(config: Path, *words: str) -> str:
    result = run("feedback", "export", *words, "--config", config)
    assert result.exit_code == 0, result.stderr
    return result.stdout_bytes.decode()


def test_json_lines_hold_every_entry_whole(tmp_path: Path) -> None:
    config = fill(tmp_path, [make_response(1, score=3, why='Ні,\n"slow"', what="speed"), CHOICE])
    lines = [json.loads(line) for line in export(config, "--format", "jsonl").splitlines()]
    assert lines == [
        {
            "id": "r-0001",
            "received": "2026-11-16T10:00:00+00:00",
            "client": "acme",
            "project": "shop",
            "reader": "acme",
            "survey": "pulse",
            "source": "collector",
            "answers": {"score": 3, "why": 'Ні,\n"slow"', "what": "speed"},
        },
        {
            "id": "needanswer1",
            "received": "2026-11-18T09:00:00+00:00",
            "client": "acme",
            "project": "shop",
            "reader": "acme",
            "need": "issue.slow",
            "answers": {"choice": "buy", "comment": "Sooner is better"},
        },
    ]


def test_csv_has_a_line_for_each_answer(tmp_path: Path) -> None:
    config = fill(tmp_path, [make_response(1, score=3, why='a,\n"b"', again=True, grid={"x": "y"}), CHOICE])
    table = list(csv.DictReader(io.StringIO(export(config))))
    assert [(row["id"], row["survey"], row["need"], row["question"], row["answer"]) for row in table] == [
        ("r-0001", "pulse", "", "score", "3"),
        ("r-0001", "pulse", "", "why", 'a,\n"b"'),
        ("r-0001", "pulse", "", "again", "yes"),
        ("r-0001", "pulse", "", "grid.x", "y"),
        ("needanswer1", "", "issue.slow", "choice", "buy"),
        ("needanswer1", "", "issue.slow", "comment", "Sooner is better"),
    ]


def test_no_text_becomes_a_formula(tmp_path: Path) -> None:
    texts = ['=HYPERLINK("http://x")', "+1", "-1+1", "@SUM(A1)", "\t=1", "＝1", "fine"]
    config = fill(tmp_path, [make_response(number, why=text) for number, text in enumerate(texts)])
    found = [row["answer"] for row in csv.DictReader(io.StringIO(export(config)))]
    assert found == [*(f"'{text}" for text in texts[:-1]), "fine"]


def test_only_what_was_asked_for_is_exported(tmp_path: Path) -> None:
    config = fill(tmp_path, [make_response(1, score=3), make_response(2, project="birch/web", score=4), CHOICE])
    ids = [json.loads(line)["id"] for line in export(config, "--format", "jsonl", "--client", "acme").splitlines()]
    assert ids == ["r-0001", "needanswer1"]
    ids = [json.loads(line)["id"] for line in export(config, "--format", "jsonl", "--survey", "pulse").splitlines()]
    assert ids == ["r-0001", "r-0002"]
