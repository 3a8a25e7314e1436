"""Where the record of what was written is lost, nothing that was withdrawn stays in silence."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request, build
from sitegen.memory import BuildReport
from tests.build.building import SHOP, build_at, read_tree


def build_on(root: Path, day: str = "2026-02-10") -> BuildReport:
    return build(Request(config=root / "sitegen.yml", day=date.fromisoformat(day), jobs=1))


@pytest.mark.parametrize("damage", ["lost", "damaged", "emptied"])
def test_what_the_last_build_remembers_stands_in_for_the_record(root: Path, damage: str) -> None:
    build_at(root)
    record = root / ".sitegen/outputs.json"
    if damage == "lost":
        record.unlink()
    else:
        record.write_text("{" if damage == "damaged" else '{"version": 3, "unfinished": [], "folders": {}}')
    shutil.rmtree(root / SHOP)
    report = build_on(root)
    assert any(path.endswith("shop/index.html") for path in report.removed)
    assert report.unknown == ()
    assert not list((root / "site").rglob("shop"))


def test_what_nobody_remembers_is_told_once(root: Path) -> None:
    build_at(root)
    (root / "site/CNAME").write_text("status.firm.example\n")
    shutil.rmtree(root / ".sitegen")
    shutil.rmtree(root / SHOP)
    before = read_tree(root / "site")
    report = build_on(root)
    after = read_tree(root / "site")
    assert set(report.unknown) == {path for path in before if "/shop/" in path} | {"CNAME"}
    assert set(report.unknown) <= set(after)
    assert f"{len(report.unknown)} files in it are none of this build: CNAME, " in report.doubt
    again = build_on(root, "2026-02-11")
    assert again.unknown == () and not again.doubt


def test_a_first_build_into_an_empty_folder_tells_nothing(root: Path) -> None:
    for folder in ("site", ".sitegen"):
        shutil.rmtree(root / folder)
    (root / "site").mkdir()
    assert build_on(root).doubt == ""


def test_a_build_of_one_client_leaves_the_others_of_a_lost_record(root: Path) -> None:
    build_at(root)
    before = read_tree(root / "site")
    (root / ".sitegen/outputs.json").unlink()
    build_at(root, clients=("acme",))
    shutil.rmtree(root / "content/clients/other")
    build_at(root)
    gone = before.keys() - read_tree(root / "site").keys()
    assert gone and all(path.startswith("other/") for path in gone)
