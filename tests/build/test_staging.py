"""What is written aside waits for its place, and comes into it whole, on whatever disk that is."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sitegen.build.staging import Staging
from sitegen.errors import WorkError
from tests.build.building import build_at, read_tree

OTHER_DISK = Path("/dev/shm")


@pytest.fixture
def staging(tmp_path: Path) -> Staging:
    return Staging(tmp_path / "staging", tmp_path / "site")


def test_what_stands_already_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.html").write_bytes(b"same")
    staging = Staging(tmp_path / "staging", tmp_path / "site")
    assert not staging.put("a.html", b"same")
    assert staging.put("b.html", b"new")
    (folder,) = (tmp_path / "staging").iterdir()
    assert read_tree(folder) == {"b.html": b"new"}


def test_nothing_is_in_its_place_before_all_is_moved(staging: Staging, tmp_path: Path) -> None:
    staging.put("acme/shop/index.html", b"page")
    staging.put("index.html", b"root")
    assert not (tmp_path / "site").exists()
    staging.move()
    assert read_tree(tmp_path / "site") == {"acme/shop/index.html": b"page", "index.html": b"root"}
    assert not (tmp_path / "staging").exists()


def test_folders_that_are_there_keep_what_else_they_hold(staging: Staging, tmp_path: Path) -> None:
    (tmp_path / "site/acme").mkdir(parents=True)
    (tmp_path / "site/acme/notes.txt").write_bytes(b"not ours")
    (tmp_path / "site/acme/index.html").write_bytes(b"old")
    staging.put("acme/index.html", b"new")
    staging.put("acme/shop/index.html", b"page")
    staging.move()
    assert read_tree(tmp_path / "site") == {
        "acme/index.html": b"new",
        "acme/notes.txt": b"not ours",
        "acme/shop/index.html": b"page",
    }


def test_a_linked_folder_is_written_through(staging: Staging, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    staging.put("acme/index.html", b"page")
    staging.move()
    assert read_tree(tmp_path / "elsewhere") == {"acme/index.html": b"page"}


def test_what_a_killed_build_left_is_cleared(staging: Staging, tmp_path: Path) -> None:
    staging.put("acme/index.html", b"page")
    Staging(tmp_path / "staging", tmp_path / "site").clear()
    assert not (tmp_path / "staging").exists()
    staging.clear()


def test_what_a_killed_build_still_writes_is_never_published(staging: Staging, tmp_path: Path) -> None:
    killed = Staging(tmp_path / "staging", tmp_path / "site")
    staging.put("index.html", b"ours")
    killed.put("old/index.html", b"theirs")
    staging.move()
    assert read_tree(tmp_path / "site") == {"index.html": b"ours"}


def test_the_mask_of_a_user_does_not_hide_pages_from_the_server(staging: Staging, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        staging.put("index.html", b"page")
    finally:
        os.umask(before)
    staging.move()
    assert (tmp_path / "site/index.html").stat().st_mode & 0o777 == 0o644


def test_what_stands_in_the_way_is_told(staging: Staging, tmp_path: Path) -> None:
    (tmp_path / "staging").write_bytes(b"a file")
    with pytest.raises(WorkError, match="cannot be written"):
        staging.put("index.html", b"page")


def test_a_folder_in_the_place_of_a_page_is_told_before_anything_is_moved(root: Path) -> None:
    build_at(root)
    page = root / "site/acme/shop/index.html"
    page.unlink()
    page.mkdir()
    (page / "notes.txt").write_bytes(b"not ours")
    (root / "site/other").rename(root / "elsewhere")
    (root / "site/other").write_bytes(b"not ours either")
    before = read_tree(root / "site")
    with pytest.raises(WorkError) as told:
        build_at(root, "2026-03-10")
    assert "shop/index.html' is a folder, and a file is to stand there; move it away" in str(told.value)
    assert "site/other' is no folder, and one is to stand there; move it away" in str(told.value)
    assert read_tree(root / "site") == before

    (page / "notes.txt").unlink()
    page.rmdir()
    (root / "site/other").unlink()
    build_at(root, "2026-03-10")
    after = read_tree(root / "site")
    build_at(root, "2026-03-10", is_clean=True)
    assert read_tree(root / "site") == after


def test_a_file_of_somebody_elses_is_told_rather_than_lost(root: Path) -> None:
    build_at(root)
    page = root / "site/acme/second/index.html"
    page.parent.mkdir()
    page.write_bytes(b"not ours")
    before = read_tree(root / "site")
    project = root / "content/clients/acme/second/project.yml"
    project.parent.mkdir()
    project.write_text("name: Second\nstart: 2026-01-05\n")
    with pytest.raises(WorkError, match=r"second/index\.html' was not written by sitegen and would be lost"):
        build_at(root)
    assert read_tree(root / "site") == before

    page.unlink()
    build_at(root)
    page.write_bytes(b"altered by somebody, and still ours")
    build_at(root)
    assert b"Second" in page.read_bytes()


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path]:
    if not OTHER_DISK.is_dir() or OTHER_DISK.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no other disk")
    folder = OTHER_DISK / f"sitegen-test-{os.getpid()}"
    folder.mkdir()
    yield folder
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()


def test_a_site_is_written_to_another_disk(root: Path, other_disk: Path) -> None:
    build_at(root, output=other_disk / "site")
    assert read_tree(other_disk / "site") == read_tree(root / "site")
    (other_disk / "site/acme/index.html").write_bytes(b"altered")
    build_at(root, output=other_disk / "site")
    assert read_tree(other_disk / "site") == read_tree(root / "site")


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """Have the system refuse larger files, as a full disk would."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_another_disk_that_is_full_keeps_the_site_that_stood(tmp_path: Path, other_disk: Path) -> None:
    site = other_disk / "site"
    (site / "acme").mkdir(parents=True)
    (site / "acme/index.html").write_bytes(b"old")
    staging = Staging(tmp_path / "staging", site)
    staging.put("acme/index.html", b"new")
    staging.put("acme/shop/index.html", b"page")
    staging.put("zeta/index.html", b"large" * 1000)
    with no_file_larger_than(1000), pytest.raises(OSError, match="too large"):
        staging.move()
    assert read_tree(site) == {"acme/index.html": b"old"}
    assert sorted(path.name for path in site.iterdir()) == ["acme"]
    staging.move()
    assert read_tree(site)["acme/index.html"] == b"new"
