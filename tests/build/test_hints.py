"""Hints of what was touched make a build quick, and never wrong for longer than until all is looked at."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Built, Request, build, build_anew
from sitegen.memory import Recalled, recalling, report_standing
from tests.build.building import SHOP, read_tree
from tests.cases import write_files

UPDATE = f"{SHOP}/updates/2026-02-02.md"
OTHER = "content/clients/other/work/updates/2026-01-19.md"


@pytest.fixture
def request_(root: Path) -> Request:
    """A preview's request: drafts and later updates are shown."""
    request = Request(config=root / "sitegen.yml", day=date(2026, 2, 10), jobs=1, with_drafts=True, with_future=True)
    build(request)
    return request


def build_hinted(request: Request, *touched: str, former: Built | None = None) -> tuple[str, ...]:
    """Build by a hint alone, and return what was written."""
    paths = [str(request.config.parent / path) for path in touched]
    with recalling(request, touched=paths) as recalled:
        if recalled.stands:
            return report_standing(recalled, request).written
        return build_and_keep(request, recalled, former).report.written


def build_and_keep(request: Request, recalled: Recalled, former: Built | None = None) -> Built:
    built = build_anew(request, lambda done, total: None, recalled, former.frame if former else None)
    built.remembered.keep()
    return built


def build_whole(request: Request) -> Built:
    with recalling(replace(request, is_clean=True)) as recalled:
        return build_and_keep(request, recalled)


def assert_clean(request: Request, tmp_path: Path) -> None:
    root = request.config.parent
    build(replace(request, output=tmp_path / "clean", record=tmp_path / "clean.json", is_clean=True))
    assert read_tree(root / "site") == read_tree(tmp_path / "clean")


def test_only_what_is_told_is_looked_at(request_: Request, root: Path, tmp_path: Path) -> None:
    write_files({UPDATE: "Told.\n", OTHER: "Not told.\n"}, root)
    written = build_hinted(request_, UPDATE)
    assert "acme/shop/updates/2026-02-02/index.html" in written
    assert not any(path.startswith("other/") for path in written)

    assert "other/work/updates/2026-01-19/index.html" in build(request_).written
    assert_clean(request_, tmp_path)


def test_a_frame_that_is_kept_makes_the_same(request_: Request, root: Path, tmp_path: Path) -> None:
    former = build_whole(request_)
    for number in range(3):
        write_files({UPDATE: f"Turn {number}.\n"}, root)
        assert build_hinted(request_, UPDATE, former=former)
        assert_clean(request_, tmp_path)
    assert build(request_).written == ()


def test_a_hinted_build_warns_of_what_it_did_not_look_at(request_: Request, root: Path) -> None:
    (root / "sitegen.yml").write_text("name: Firm\nlanguage: nl\n")
    former = build_whole(request_)
    assert {"missing-field", "theme", "stale"} <= {problem.rule for problem in former.report.warnings}
    write_files({UPDATE: "Edited.\n"}, root)
    with recalling(request_, touched=[str(root / UPDATE)]) as recalled:
        hinted = build_and_keep(request_, recalled, former)
    assert hinted.report.warnings == former.report.warnings


@pytest.mark.parametrize("path", ["sitegen.yml", "content/people.yml", "content/clients/acme/client.yml"])
def test_what_more_depends_on_is_read_anew_though_a_frame_is_kept(
    path: str, request_: Request, root: Path, tmp_path: Path
) -> None:
    former = build_whole(request_)
    file = root / path
    file.write_text(file.read_text().replace("name: ", "name: New "))
    assert build_hinted(request_, path, former=former)
    assert_clean(request_, tmp_path)


def test_a_later_update_moves_the_day_though_a_frame_is_kept(request_: Request, root: Path, tmp_path: Path) -> None:
    later = f"{SHOP}/updates/2026-03-09.md"
    write_files({later: "---\ndraft: true\n---\nLater.\n"}, root)
    former = build_whole(request_)
    write_files({later: "Later still.\n"}, root)
    build_hinted(request_, later, former=former)
    assert_clean(request_, tmp_path)
    (root / later).unlink()
    build_hinted(request_, later, former=former)
    assert_clean(request_, tmp_path)


def test_files_that_come_and_go_are_looked_for_everywhere(request_: Request, root: Path, tmp_path: Path) -> None:
    new = f"{SHOP}/updates/2026-02-09.md"
    write_files({new: "New.\n", OTHER: "Not told.\n"}, root)
    assert "other/work/updates/2026-01-19/index.html" in build_hinted(request_, new)
    assert "acme/shop/updates/2026-02-09/index.html" in read_tree(root / "site")
    (root / new).unlink()
    build_hinted(request_, new)
    assert "acme/shop/updates/2026-02-09/index.html" not in read_tree(root / "site")
    assert_clean(request_, tmp_path)


def test_an_editor_s_own_file_is_nothing(request_: Request, root: Path) -> None:
    assert build_hinted(request_, f"{SHOP}/updates/4913") == ()


def test_a_preview_of_later_updates_reads_only_what_was_touched(request_: Request, root: Path, tmp_path: Path) -> None:
    write_files({f"{SHOP}/updates/2026-03-09.md": "Later.\n"}, root)
    build(request_)
    write_files({UPDATE: "Edited.\n"}, root)
    with recalling(request_) as recalled:
        assert recalled.clients == frozenset({"acme"})
        build(request_, recalled=recalled)
    assert_clean(request_, tmp_path)
