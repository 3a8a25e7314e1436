"""The snapshot: numbers alone, the same bytes from the same answers, read by the build as it was written."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from sitegen.model import FigureEntry
from tests.cases import read_folder
from tests.cli.running import run
from tests.feedback.heard import fill, make_response

DAY = "2026-11-20"


def pull(config: Path, *words: str, day: str = DAY) -> Any:
    result = run("feedback", "pull", "--date", day, *words, "--config", config)
    assert result.exit_code == 0, result.stderr
    return result


def read_figures(root: Path) -> tuple[FigureEntry, ...]:
    case = read_folder(root)
    assert case.problems == ()
    assert case.site.snapshot
    return case.site.snapshot.head.figures


ENTRIES = [
    make_response(1, score=10, happy=5, why="Kept secret"),
    make_response(2, score=0, what="speed"),
    make_response(3, project="acme/app", score=9, on="2026-08-01T09:00"),
    make_response(4, project="birch/web", effort=6),
]


def test_a_snapshot_holds_figures_alone(tmp_path: Path) -> None:
    config = fill(tmp_path, ENTRIES)
    assert pull(config).stderr.endswith("feedback.yml: 8 figures\n")
    assert (tmp_path / "content/feedback.yml").read_text("utf-8") == (
        """# Written by 'sitegen feedback pull', which writes it anew: figures alone, no answers.
as_of: 2026-11-20
figures:
  - {client: acme, survey: pulse, quarter: 2026-Q3, question: score, type: nps, n: 1, value: 100, low: -48.5, high: 98.5, median: 9}
  - {client: acme, survey: pulse, quarter: 2026-Q4, question: score, type: nps, n: 2, value: 0, low: -73.3365, high: 73.3365, median: 5.0}
  - {client: acme, survey: pulse, quarter: 2026-Q4, question: happy, type: csat, n: 1, value: 1.0, low: 0.2065, high: 1.0, median: 5}
  - {client: acme, project: app, survey: pulse, quarter: 2026-Q3, question: score, type: nps, n: 1, value: 100, low: -48.5, high: 98.5, median: 9}
  - {client: acme, project: shop, survey: pulse, quarter: 2026-Q4, question: score, type: nps, n: 2, value: 0, low: -73.3365, high: 73.3365, median: 5.0}
  - {client: acme, project: shop, survey: pulse, quarter: 2026-Q4, question: happy, type: csat, n: 1, value: 1.0, low: 0.2065, high: 1.0, median: 5}
  - {client: birch, survey: pulse, quarter: 2026-Q4, question: effort, type: ces, n: 1, value: 6.0, median: 6}
  - {client: birch, project: web, survey: pulse, quarter: 2026-Q4, question: effort, type: ces, n: 1, value: 6.0, median: 6}
"""  # noqa: E501  lines as they are written
    )


def test_the_build_reads_what_was_written(tmp_path: Path) -> None:
    pull(fill(tmp_path, ENTRIES))
    found = read_figures(tmp_path)
    assert [(each.client, each.project, each.question, each.n) for each in found][:2] == [
        ("acme", None, "score", 1),
        ("acme", None, "score", 2),
    ]
    assert (found[0].quarter, found[0].low, found[0].median) == ("2026-Q3", -48.5, 9)


def test_the_order_of_arrival_does_not_matter(tmp_path: Path) -> None:
    one, other = fill(tmp_path / "one", ENTRIES), fill(tmp_path / "other", reversed(ENTRIES))
    for config in (one, other):
        pull(config)
    texts = {(config.parent / "content/feedback.yml").read_bytes() for config in (one, other)}
    assert len(texts) == 1


def test_only_the_last_quarters_are_told(tmp_path: Path) -> None:
    config = fill(tmp_path, ENTRIES)
    pull(config, "--quarters", "1")
    assert {each.quarter for each in read_figures(tmp_path)} == {"2026-Q4"}
    pull(config, day="2026-09-30")
    assert {each.quarter for each in read_figures(tmp_path)} == {"2026-Q3"}


def test_what_is_not_of_the_site_is_left_out(tmp_path: Path) -> None:
    pull(fill(tmp_path, [replace(ENTRIES[0], client="gone"), replace(ENTRIES[1], project="gone")]))
    assert read_figures(tmp_path) == ()


def test_a_spoilt_snapshot_is_written_anew(tmp_path: Path) -> None:
    config = fill(tmp_path, ENTRIES)
    (tmp_path / "content/feedback.yml").write_text("as_of: never\n", "utf-8")
    pull(config)
    assert len(read_figures(tmp_path)) == 8
