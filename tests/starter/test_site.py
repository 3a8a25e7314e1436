"""The starter site works at once, on any day, and is read as its schemas say."""

import json
import re
from datetime import date, timedelta
from pathlib import Path, PurePosixPath

import pytest

from sitegen.build import Request, build, check
from sitegen.errors import WorkError
from sitegen.model import FILE_KINDS
from sitegen.starter import make_starter, write_starter
from tests.model.editors import find_faults

DAY = date(2026, 11, 20)
DAYS = [*(DAY + timedelta(days=step) for step in range(7)), date(2026, 12, 31), date(2028, 2, 29)]
MODELINE = re.compile(r"^(---\n)?# yaml-language-server: \$schema=(\S+)\n")


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_it_is_without_a_fault_on_any_day(tmp_path: Path, day: date) -> None:
    write_starter(tmp_path / "site", day)
    assert list(check(Request(config=tmp_path / "site" / "sitegen.yml", day=day))) == []


def test_it_builds_without_a_warning_and_leaves_nothing_out(tmp_path: Path) -> None:
    write_starter(tmp_path, DAY)
    report = build(Request(config=tmp_path / "sitegen.yml", day=DAY))
    assert report.warnings == ()
    assert str(report.left_out) == ""
    assert (tmp_path / "site" / "larkfield" / "webshop" / "index.html").is_file()


def test_the_same_day_makes_the_same_site() -> None:
    assert make_starter(DAY) == make_starter(DAY)
    assert make_starter(DAY) != make_starter(DAY - timedelta(days=7))


def test_the_last_update_is_of_the_day_before() -> None:
    updates = [path for path in make_starter(DAY) if "/updates/" in path]
    assert [PurePosixPath(path).stem for path in updates] == ["2026-10-22", "2026-11-05", "2026-11-19"]


def test_no_blank_and_no_unset_date_is_left() -> None:
    texts = {path: text for path, text in make_starter(DAY).items() if not path.startswith(".schemas/")}
    assert [path for path, text in texts.items() if re.search(r"DATE|DAY[+-]|<\w+[|=]", text)] == []


def test_every_content_file_names_its_schema_and_follows_it() -> None:
    site = make_starter(DAY)
    followed = []
    for path, text in site.items():
        if not path.endswith("sitegen.yml") and not path.startswith("content/"):
            continue
        found = MODELINE.match(text)
        assert found, path
        parts = (*PurePosixPath(path).parent.parts, *PurePosixPath(found[2]).parts)
        schema = _normalise(parts)
        assert schema in site, path
        assert find_faults(PurePosixPath(schema).stem, text) == [], path
        followed.append(PurePosixPath(schema).stem)
    assert set(followed) == {"site", "people", "client", "project", "update", "survey"}


def _normalise(parts: tuple[str, ...]) -> str:
    kept: list[str] = []
    for part in parts:
        if part == "..":
            kept.pop()
        else:
            kept.append(part)
    return "/".join(kept)


def test_the_schemas_are_json() -> None:
    schemas = {path: json.loads(text) for path, text in make_starter(DAY).items() if path.startswith(".schemas/")}
    assert schemas.keys() == {f".schemas/{kind}.json" for kind in FILE_KINDS}
    assert schemas[".schemas/project.json"]["title"] == "project.yml"


def test_what_sitegen_makes_is_not_committed() -> None:
    ignored = make_starter(DAY)[".gitignore"].split("\n")
    assert {"/site/", "/site-internal/", "/public/", "/.sitegen/"} <= set(ignored)


def test_a_folder_with_anything_in_it_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(WorkError, match=r"is not empty, it holds 'notes\.txt'"):
        write_starter(tmp_path, DAY)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".git", "notes.txt"]


def test_a_repository_without_files_is_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write_starter(tmp_path, DAY)
    assert (tmp_path / "sitegen.yml").is_file()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(WorkError, match="is a file; name a new folder"):
        write_starter(tmp_path / "site", DAY)


def test_no_file_is_put_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(WorkError):
        write_starter(tmp_path / "site" / "inner", DAY)
