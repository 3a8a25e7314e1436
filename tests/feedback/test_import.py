"""Imports: what other tools export is read as it was meant, once; else nothing is stored, and all faults are told."""

import csv
import json
import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sitegen.collector import Store
from sitegen.survey import Response
from tests.cli.running import run
from tests.feedback.heard import fill

REAL = Path(os.environ.get("SITEGEN_REAL", Path(__file__).parents[3] / "shared/real")) / "cncf"
needs_real = pytest.mark.skipif(not REAL.is_dir(), reason="the real exports are not here")

MAP = """
survey: pulse
client: acme
project: shop
columns: {score: How likely?, why: 2}
"""
OPTIONS_SURVEY = """title: Wide
questions:
  which: {type: choices, text: Which?, options: {speed: Top speed, price: Low price}, other: true, min: 2}
  one: {type: choice, text: One?, options: {a: Alpha, b: Beta}}
  again: {type: yesno, text: Again?, required: true}
  hours: {type: number, text: Hours?}
  day: {type: date, text: Day?}
  grid: {type: matrix, text: Grid?, rows: {team: Team, tool: Tool}, columns: {good: Good, bad: Bad}}
  late: {type: text, text: Late?, max_length: 5, show_if: {again: "= no"}}
"""


def put(root: Path, table: str | bytes, map_text: str = MAP) -> Path:
    """Make a site with a file to import and its map; return the site's settings."""
    config = fill(root, [])
    (root / "content/surveys/wide.yml").write_text(OPTIONS_SURVEY, "utf-8")
    (root / "out.csv").write_bytes(table if isinstance(table, bytes) else table.encode())
    (root / "map.yml").write_text(map_text, "utf-8")
    return config


def import_it(config: Path) -> Any:
    root = config.parent
    return run("feedback", "import", root / "out.csv", "--map", root / "map.yml", "--config", config)


def read_stored(config: Path) -> list[Response]:
    with Store(f"sqlite:///{config.parent / 'responses.db'}") as store:
        return list(store.read_responses())


def test_a_file_imported_twice_counts_once(tmp_path: Path) -> None:
    config = put(tmp_path, "How likely?,Why?\n10,Good\n10,Good\n0,\n,\n")
    first, second = import_it(config), import_it(config)
    assert (first.exit_code, first.stderr) == (0, "3 responses, 3 of them new\n")
    assert (second.exit_code, second.stderr) == (0, "3 responses, 0 of them new\n")
    assert sorted(str(dict(each.answers)) for each in read_stored(config)) == [
        "{'score': 0}",
        "{'score': 10, 'why': 'Good'}",
        "{'score': 10, 'why': 'Good'}",
    ]
    assert {(each.client, each.project, each.survey, each.version, each.source) for each in read_stored(config)} == {
        ("acme", "shop", "pulse", "", "out.csv")
    }


def test_a_file_that_has_grown_adds_only_what_is_new(tmp_path: Path) -> None:
    config = put(tmp_path, "How likely?,Why?\n10,Good\n")
    import_it(config)
    (tmp_path / "out.csv").write_text("How likely?,Why?\n9,New\n10,Good\n10,Good\n", "utf-8")
    assert import_it(config).stderr == "3 responses, 2 of them new\n"


@pytest.mark.parametrize(
    "table",
    [
        b'\xef\xbb\xbfHow likely?,Why?\r\n7,"Two\r\nlines, one cell"\r\n',
        b'How likely?;Why?\n7;"Two\nlines, one cell"\n',
        b'How likely?\tWhy?\r7\t"Two\rlines, one cell"\r',
        b'  how   LIKELY? , Why? , Unread\n7,"Two\nlines, one cell"\n\n',
    ],
)
def test_files_are_read_as_programs_write_them(table: bytes, tmp_path: Path) -> None:
    config = put(tmp_path, table)
    assert import_it(config).exit_code == 0
    assert [dict(each.answers) for each in read_stored(config)] == [{"score": 7, "why": "Two\nlines, one cell"}]


def test_words_become_answers_and_some_are_none(tmp_path: Path) -> None:
    more = 'words: {Strongly agree: 10, "no idea": N/A}\nnone: [N/A, "-"]\n'
    config = put(tmp_path, "How likely?,Why?\nStrongly agree,N/A\nno idea,x\n-,y\n", MAP + more)
    assert import_it(config).exit_code == 0
    found = sorted(str(dict(each.answers)) for each in read_stored(config))
    assert found == ["{'score': 10}", "{'why': 'x'}", "{'why': 'y'}"]


def test_every_type_is_read_by_id_or_by_what_stood_on_the_form(tmp_path: Path) -> None:
    columns = "which: 1, one: 2, again: 3, hours: 4, day: 5, grid.team: 6, grid.tool: 7, late: 8"
    table = 'w,o,a,h,d,t,u,l\n"low price, Calm; TOP speed",beta,YES,2.5,2026-11-16,good,Bad,Longer than five\n'
    config = put(tmp_path, table, f"survey: wide\nclient: acme\nproject: shop\ncolumns: {{{columns}}}\n")
    result = import_it(config)
    assert result.exit_code == 0, result.stderr
    (found,) = read_stored(config)
    assert dict(found.answers) == {
        "which": ("speed", "price", "other"),
        "which.other": "Calm",
        "one": "b",
        "again": True,
        "hours": 2.5,
        "day": "2026-11-16",
        "grid": {"team": "good", "tool": "bad"},
        "late": "Longer than five",
    }


def test_a_scale_that_is_the_surveys_own_changes_nothing(tmp_path: Path) -> None:
    table = "a,b,c,d\n5,10,7,9\n"
    scales = "scale: {happy: [1, 5], score: [0, 10], effort: [1, 7], why: [1, 10]}\n"
    text = f"survey: pulse\nclient: acme\nproject: shop\ncolumns: {{happy: a, score: b, effort: c, why: d}}\n{scales}"
    config = put(tmp_path, table, text)
    assert import_it(config).exit_code == 0
    rows = json.loads(run("feedback", "report", "--json", "--config", config).stdout)
    assert [(row["question"], row["type"], row["value"]) for row in rows] == [
        ("score", "nps", 100),
        ("happy", "csat", 1),
        ("effort", "ces", 7),
        ("why", "NPS-like", 100),
    ]


def test_rows_may_be_of_several_clients_by_id_or_name(tmp_path: Path) -> None:
    text = "survey: pulse\nclient: {column: Who}\nproject: {column: What}\ncolumns: {score: 3}\n"
    table = "Who,What,S\nacme,app,1\nACME,Shop,2\nBirch,birch/web,3\n"
    config = put(tmp_path, table, text)
    assert import_it(config).exit_code == 0
    found = {(each.client, each.project, each.answers["score"]) for each in read_stored(config)}
    assert found == {("acme", "app", 1), ("acme", "shop", 2), ("birch", "web", 3)}


@pytest.mark.parametrize(
    ("date", "cell", "instant"),
    [
        ("date: 2026-08-01", "", "2026-08-01T09:00"),
        ('date: {column: 3, format: "%d.%m.%Y %H:%M"}', "01.08.2026 00:30", "2026-07-31T21:30"),
        ('date: {column: When, format: "%Y-%m-%dT%H:%M:%S%z"}', "2026-08-01T00:30:00+0000", "2026-08-01T00:30"),
    ],
)
def test_dates_are_the_firms_own_unless_they_name_a_zone(date: str, cell: str, instant: str, tmp_path: Path) -> None:
    config = put(tmp_path, f"How likely?,Why?,When\n9,,{cell}\n", f"{MAP}{date}\n")
    result = import_it(config)
    assert result.exit_code == 0, result.stderr
    (found,) = read_stored(config)
    assert found.received == datetime.fromisoformat(instant).replace(tzinfo=UTC)


TABLE = "How likely?,Why?,Who\n10,a,acme\n11,b,birsh\n11,c,acme\nten,d,acme\n"
WRONG = [
    (MAP.replace("pulse", "pulse\nsurvy: x"), "map.yml:3:1: error: 'survy' is no key here; did you mean 'survey'?"),
    (MAP.replace("acme", "acm"), "map.yml:3:9: error: client: 'acm' is no client; did you mean 'acme'? [unknown-id]"),
    (MAP.replace("shop", "shp"), "map.yml:4:10: error: project: 'shp' is no project of 'acme'; did you mean 'shop'?"),
    (MAP.replace("score:", "scor:"), "map.yml:5:11: error: 'scor' is no question of the survey 'pulse'; did you mean"),
    (MAP.replace("How likely?", "How likly?"), "error: columns: no column is headed 'How likly?'; did you mean 'How"),
    (MAP.replace(": 2", ": 4"), "error: columns: there is no column 4; they are numbered from 1 to 3 [unknown-id]"),
    (MAP.replace(": 2", ": 1"), "error: columns: column 1 holds 'score' already; name another [bad-value]"),
    (MAP.replace("why:", "why.x:"), "error: 'why' has no part 'x'; write 'why' alone [unknown-id]"),
    (MAP + "scale: {score: [1, 12]}\n", "map.yml:6:16: error: score: these are no ends of a scale; write [0, 10]"),
    (MAP + "scale: {happy: [1, 5]}\n", "map.yml:6:9: error: scale: no column holds 'happy'; name it in 'columns'"),
    (MAP + "header_rows: 3\n", "map.yml:6:14: error: header_rows: '3' is not 1 or 2 [bad-value]"),
    (MAP + "date: {column: 3}\n", "map.yml:6:7: error: date: write a day, or both 'column' and 'format' [bad-value]"),
    (MAP + "date: {column: 3, format: '%Y'}\n", "out.csv:2:6: error: date: 'acme' is not written as '%Y' (and in 2"),
    (MAP.replace("acme", "{column: Who}"), "out.csv:3:6: error: client: 'birsh' is no client; did you mean 'birch'?"),
    (MAP.replace("acme", "{}"), "map.yml:3:9: error: client: write an id, as 'client: acme', or '{column: …}'"),
    (MAP, "out.csv:3:1: error: score: '11' is no mark from 0 to 10; mend the cell, or add it to 'words' or 'none' of "),
    (MAP, "the map (and in 1 more row) [bad-value]"),
    (MAP, "out.csv:5:1: error: score: 'ten' is no mark from 0 to 10;"),
    (MAP, "2 errors; nothing was done"),
]


def test_a_year_that_nobody_answered_in_is_called_so(tmp_path: Path) -> None:
    config = put(tmp_path, "How likely?,Why?,When\n10,a,1026-02-03\n", MAP + "date: {column: 3, format: '%Y-%m-%d'}\n")
    said = "out.csv:2:6: error: date: '1026-02-03' lies outside the years 1900 to 2999; correct the year [bad-date]"
    assert said in import_it(config).stderr


@pytest.mark.parametrize(("map_text", "said"), WRONG)
def test_what_is_wrong_is_told_at_its_place_and_nothing_is_stored(map_text: str, said: str, tmp_path: Path) -> None:
    config = put(tmp_path, TABLE, map_text)
    result = import_it(config)
    assert result.exit_code == 1
    assert said in result.stderr
    assert read_stored(config) == []


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (b"", "out.csv:1:1: error: there are no headings; the first line names the columns [missing-field]"),
        (b"How likely?,Why?\n\xff,x\n", "out.csv:2:1: error: byte 0xff is not UTF-8; export the file in the encoding"),
        (b'How likely?,Why?\n9,"open\n', "error: this is no CSV: unexpected end of data [bad-syntax]"),
        (b"How likely?,Why?\n9,x,y\n", "out.csv:2:1: error: this row has 3 cells for 2 headings; put cells with"),
        (b"How likely?,How likely?\n9,x\n", "'How likely?' heads several columns; write the number of one: 1, 2"),
    ],
)
def test_a_file_that_is_no_table_is_told(table: bytes, said: str, tmp_path: Path) -> None:
    result = import_it(put(tmp_path, table))
    assert result.exit_code == 1
    assert said in result.stderr


def test_faults_in_the_content_are_told_first(tmp_path: Path) -> None:
    config = put(tmp_path, TABLE)
    (tmp_path / "content/clients/acme/client.yml").write_text("nam: Acme\n", "utf-8")
    result = import_it(config)
    assert result.exit_code == 1
    assert "'nam' is no key here; did you mean 'name'?" in result.stderr


AMBASSADORS = """
survey: ambassadors
client: acme
project: shop
header_rows: 2
columns:
  recommend: Would you recommend CNCF to other open source projects, and why?10 - strongly agree, 1 - strongly disagree.
  why: Why?
  understand: 9
  staff: 11
scale: {recommend: [1, 10], understand: [1, 10], staff: [1, 10]}
none: [N/A, ""]
date: {column: End Date, format: "%m/%d/%Y %I:%M:%S %p"}
"""
MAINTAINERS = """
survey: maintainers
client: acme
project: shop
header_rows: 2
columns: {recommend: 7, support: 9, staff: 11, resources: 13, engage: 15, metrics: 17, committee: 19}
scale: {recommend: [1, 10], support: [1, 10], staff: [1, 10], resources: [1, 10], engage: [1, 10], metrics: [1, 10],
  committee: [1, 10]}
words: {Strongly agree: 10, Strongly disagree: 1}
none: [N/A]
date: 2023-11-30
"""
COLUMNS = {
    "ambassadors-2021": {"recommend": 13, "understand": 9, "staff": 11},
    "maintainers-2023-h2": {
        "recommend": 7,
        "support": 9,
        "staff": 11,
        "resources": 13,
        "engage": 15,
        "metrics": 17,
        "committee": 19,
    },
}


def count_marks(name: str, column: int) -> Counter[int]:
    """Count the marks of a column by hand, with nothing of ours."""
    with (REAL / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [row[column - 1] for row in list(csv.reader(file))[2:]]
    words = {"Strongly agree": "10", "Strongly disagree": "1"}
    return Counter(int(mark) for cell in cells if (mark := words.get(cell, cell)) not in {"", "N/A"})


@needs_real
@pytest.mark.parametrize(
    ("name", "map_text"), [("ambassadors-2021", AMBASSADORS), ("maintainers-2023-h2", MAINTAINERS)]
)
def test_the_figures_of_real_exports_are_those_counted_by_hand(name: str, map_text: str, tmp_path: Path) -> None:
    config = put(tmp_path, (REAL / f"{name}.csv").read_bytes(), map_text)
    result = import_it(config)
    assert result.exit_code == 0, result.stderr
    rows = json.loads(run("feedback", "report", "--json", "--config", config).stdout)
    found = {row["question"]: row for row in rows}
    assert found.keys() == COLUMNS[name].keys()
    for question, column in COLUMNS[name].items():
        marks = count_marks(name, column)
        n = marks.total()
        score = 100 * (marks[9] + marks[10] - sum(marks[low] for low in range(1, 7))) / n
        row = found[question]
        assert (row["type"], row["n"], row["value"]) == ("NPS-like", n, round(score))
        assert row["mean"] == pytest.approx(sum(mark * count for mark, count in marks.items()) / n, abs=1e-4)
        ordered = sorted(marks.elements())
        assert row["median"] == (ordered[(n - 1) // 2] + ordered[n // 2]) / 2
        assert row["low"] < score < row["high"]
    assert import_it(config).stderr.endswith("responses, 0 of them new\n")


@needs_real
def test_the_real_dates_fall_into_their_quarters(tmp_path: Path) -> None:
    config = put(tmp_path, (REAL / "ambassadors-2021.csv").read_bytes(), AMBASSADORS)
    import_it(config)
    rows = json.loads(run("feedback", "report", "--by", "quarter", "--json", "--config", config).stdout)
    counts = {row["quarter"]: row["n"] for row in rows if row["question"] == "recommend"}
    assert counts == {"2021-Q3": 16, "2021-Q4": 28}
