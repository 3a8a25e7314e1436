"""Whatever happens to the files, the preview ends up showing what they hold."""

import errno
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from sitegen.serve.scratch import is_scratch
from sitegen.serve.watch import Watch
from tests.serve.previews import (
    PAGE,
    PATIENCE_S,
    PROJECT,
    UPDATE,
    Stream,
    Visitor,
    is_broken,
    is_settled,
    make_site,
    preview_of,
    write_headline,
)


def wait_until_shown(stream: Stream, visitor: Visitor, text: str, path: str = PAGE) -> Any:
    """Wait until a page says something."""
    return stream.wait_for(lambda news: is_settled(news) and text in visitor.read(path))


def test_an_edit_is_shown_and_told(tmp_path: Path) -> None:
    with preview_of(make_site(tmp_path)) as (_, visitor), visitor.listen() as stream:
        before = stream.wait_for(is_settled)
        assert "All is well" in visitor.read(PAGE)
        write_headline(tmp_path, "Better still")
        after = wait_until_shown(stream, visitor, "Better still")
        assert after["pages"] > before["pages"]
        assert after["files"] == before["files"]


def test_an_atomic_save_is_shown(tmp_path: Path) -> None:
    with preview_of(make_site(tmp_path)) as (_, visitor), visitor.listen() as stream:
        for turn in range(3):
            scratch = tmp_path / f"{PROJECT}/updates/.2026-03-02.md.{turn}"
            scratch.write_text(f"---\nheadline: Saved in turn {turn}\n---\n")
            scratch.replace(tmp_path / UPDATE)
            wait_until_shown(stream, visitor, f"Saved in turn {turn}")


def test_a_save_by_way_of_a_backup_is_shown(tmp_path: Path) -> None:
    with preview_of(make_site(tmp_path)) as (_, visitor), visitor.listen() as stream:
        update = tmp_path / UPDATE
        backup = update.with_name(update.name + "~")
        update.rename(backup)
        write_headline(tmp_path, "Written anew")
        backup.unlink()
        wait_until_shown(stream, visitor, "Written anew")


def test_a_renamed_update_moves(tmp_path: Path) -> None:
    with preview_of(make_site(tmp_path)) as (_, visitor), visitor.listen() as stream:
        (tmp_path / UPDATE).rename(tmp_path / f"{PROJECT}/updates/2026-03-05-kickoff.md")
        wait_until_shown(stream, visitor, "All is well", "/acme/shop/updates/2026-03-05-kickoff/")
        assert visitor.ask("/acme/shop/updates/2026-03-02/").status == 404


def test_a_half_written_file_is_an_error_until_it_is_whole(tmp_path: Path) -> None:
    with preview_of(make_site(tmp_path)) as (_, visitor), visitor.listen() as stream:
        (tmp_path / UPDATE).write_text("---\nheadline: 'Half of")
        broken = stream.wait_for(is_broken)
        assert broken["problems"][0]["path"] == UPDATE
        assert "All is well" in visitor.read(PAGE)
        write_headline(tmp_path, "Whole")
        wait_until_shown(stream, visitor, "Whole")


def test_many_quick_edits_end_with_the_last(tmp_path: Path) -> None:
    builds: list[bool] = []
    with (
        preview_of(make_site(tmp_path), lambda outcome: builds.append(outcome.is_good)) as (_, visitor),
        visitor.listen() as stream,
    ):
        for turn in range(30):
            write_headline(tmp_path, f"Edit {turn} of thirty")
        wait_until_shown(stream, visitor, "Edit 29 of thirty")
        assert len(builds) < 15


def test_a_deleted_folder_takes_its_pages_along_and_brings_them_back(tmp_path: Path) -> None:
    with preview_of(make_site(tmp_path)) as (_, visitor), visitor.listen() as stream:
        shutil.copytree(tmp_path / PROJECT, tmp_path / f"{PROJECT}-two")
        stream.wait_for(lambda news: visitor.ask("/acme/shop-two/").status == 200)
        shutil.rmtree(tmp_path / PROJECT)
        stream.wait_for(lambda news: visitor.ask(PAGE).status == 404)
        make_site(tmp_path)
        wait_until_shown(stream, visitor, "All is well")
        write_headline(tmp_path, "Still watched")
        wait_until_shown(stream, visitor, "Still watched")


def test_the_content_folder_may_go_and_come_back(tmp_path: Path) -> None:
    with preview_of(make_site(tmp_path)) as (_, visitor), visitor.listen() as stream:
        shutil.rmtree(tmp_path / "content")
        stream.wait_for(is_broken)
        assert "All is well" in visitor.read(PAGE)
        make_site(tmp_path)
        stream.wait_for(is_settled)
        write_headline(tmp_path, "Back again")
        wait_until_shown(stream, visitor, "Back again")


def test_a_content_folder_that_is_swapped_is_watched_anew(tmp_path: Path) -> None:
    other = make_site(tmp_path / "other", **{UPDATE: "---\nheadline: From another branch\n---\n"})
    with preview_of(make_site(tmp_path)) as (_, visitor), visitor.listen() as stream:
        (tmp_path / "content").rename(tmp_path / "content-old")
        (other / "content").rename(tmp_path / "content")
        wait_until_shown(stream, visitor, "From another branch")
        write_headline(tmp_path, "Edited there")
        wait_until_shown(stream, visitor, "Edited there")


def test_new_settings_move_the_watch(tmp_path: Path) -> None:
    with preview_of(make_site(tmp_path)) as (_, visitor), visitor.listen() as stream:
        shutil.copytree(tmp_path / "content", tmp_path / "texts")
        (tmp_path / "sitegen.yml").write_text("name: Firm\ncontent: texts\n")
        stream.wait_for(is_settled)
        (tmp_path / UPDATE.replace("content", "texts", 1)).write_text("---\nheadline: In the other folder\n---\n")
        wait_until_shown(stream, visitor, "In the other folder")


def test_a_theme_that_appears_later_is_watched(tmp_path: Path) -> None:
    with preview_of(make_site(tmp_path)) as (_, visitor), visitor.listen() as stream:
        (tmp_path / "sitegen.yml").write_text("name: Firm\ntheme: own\n")
        assert stream.wait_for(is_broken)["problems"][0]["rule"] == "theme"
        (tmp_path / "themes/own/templates").mkdir(parents=True)
        (tmp_path / "themes/own/theme.yml").write_text("name: Own\nextends: default\n")
        stream.wait_for(is_settled)
        (tmp_path / "themes/own/templates/404.html").write_text("<p>Not here</p>")
        wait_until_shown(stream, visitor, "Not here", "/nowhere/")


def test_lost_settings_are_an_error_until_they_are_back(tmp_path: Path) -> None:
    with preview_of(make_site(tmp_path)) as (_, visitor), visitor.listen() as stream:
        (tmp_path / "sitegen.yml").unlink()
        stream.wait_for(is_broken)
        (tmp_path / "sitegen.yml").write_text("name: Other firm\n")
        wait_until_shown(stream, visitor, "Other firm", "/")


def test_an_editor_s_file_that_breaks_the_build_is_missed_when_it_goes(tmp_path: Path) -> None:
    backup = tmp_path / f"{PROJECT}/updates/2026-03-02.md~"
    site = make_site(tmp_path, **{backup.relative_to(tmp_path).as_posix(): "old"})
    with preview_of(site) as (_, visitor), visitor.listen() as stream:
        stream.wait_for(is_broken)
        backup.unlink()
        wait_until_shown(stream, visitor, "All is well")


@pytest.mark.parametrize("name", ["4913", "2026-03-02.md~", "#2026-03-02.md#", "x.swp", "x.tmp", "x.md___jb_tmp___"])
def test_editors_own_files_are_known(name: str) -> None:
    assert is_scratch(Path("content") / name)
    assert not is_scratch(Path("content~/2026-03-02.md"))


class Full(PollingObserver):
    """An observer that the system refuses, as it does where too much is watched."""

    def start(self) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_limit_of_the_system_leads_to_polling(tmp_path: Path) -> None:
    def poll() -> BaseObserver:
        return PollingObserver(timeout=0.02)

    makers: list[Callable[[], BaseObserver]] = [Full, poll]
    told = threading.Event()
    watch = Watch(make_site(tmp_path) / "sitegen.yml", told.set, makers)
    try:
        watch.follow((tmp_path / "content",))
        assert watch.is_polling
        write_headline(tmp_path, "Seen all the same")
        assert told.wait(PATIENCE_S)
    finally:
        watch.stop()
