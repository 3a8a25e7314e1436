"""The folder holds what was made, each file whole or not at all, and nothing of what others put there is lost."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sitegen.build.tree import Tree, Written
from sitegen.errors import WorkError
from sitegen.render import Output


def write(root: Path, files: dict[str, str], *, keep: str | None = None) -> Written:
    tree = Tree(root / "site", root / ".sitegen" / "outputs.json")
    outputs = [Output(path=path, data=text.encode()) for path, text in files.items()]
    return tree.write(outputs, lambda path: keep is not None and path.startswith(keep))


def read(root: Path) -> dict[str, str]:
    folder = root / "site"
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    written = write(tmp_path, {"index.html": "root", "acme/shop/index.html": "shop"})
    assert read(tmp_path) == {"index.html": "root", "acme/shop/index.html": "shop"}
    assert set(written.written) == {"index.html", "acme/shop/index.html"}


def test_the_same_again_writes_nothing(tmp_path: Path) -> None:
    files = {"index.html": "root", "acme/index.html": "acme"}
    write(tmp_path, files)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")}
    written = write(tmp_path, files)
    assert (written.written, written.removed, set(written.stood)) == ((), (), set(files))
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")} == before


def test_what_is_no_longer_made_goes_with_its_empty_folders(tmp_path: Path) -> None:
    write(tmp_path, {"a/b/c.html": "c", "a/d.html": "d"})
    written = write(tmp_path, {"a/d.html": "d"})
    assert written.removed == ("a/b/c.html",)
    assert read(tmp_path) == {"a/d.html": "d"}
    assert not (tmp_path / "site" / "a" / "b").exists()


def test_files_of_others_stay_with_their_folders(tmp_path: Path) -> None:
    write(tmp_path, {"a/b/c.html": "c"})
    (tmp_path / "site" / "a" / "b" / "CNAME").write_text("theirs")
    (tmp_path / "site" / "empty").mkdir()
    write(tmp_path, {"x.html": "x"})
    assert read(tmp_path) == {"a/b/CNAME": "theirs", "x.html": "x"}
    assert (tmp_path / "site" / "empty").is_dir()


def test_an_altered_or_missing_file_is_put_right(tmp_path: Path) -> None:
    files = {"a.html": "a", "b.html": "b", "c.html": "c"}
    write(tmp_path, files)
    (tmp_path / "site" / "a.html").write_text("altered")
    (tmp_path / "site" / "b.html").unlink()
    assert set(write(tmp_path, files).written) == {"a.html", "b.html"}
    assert read(tmp_path) == files


def test_what_is_kept_stays_and_is_still_known(tmp_path: Path) -> None:
    write(tmp_path, {"acme/a.html": "a", "beta/b.html": "b"})
    write(tmp_path, {"acme/a2.html": "a"}, keep="beta/")
    assert read(tmp_path) == {"acme/a2.html": "a", "beta/b.html": "b"}
    assert write(tmp_path, {"acme/a2.html": "a"}).removed == ("beta/b.html",)


@pytest.mark.parametrize(
    "record",
    [b"", b"{", b"[]", b"null", b'"text"', b"\xff",
     b'{"version": 99, "unfinished": [], "folders": {"site": {"a.html": ["x", 1]}}}',
     b'{"version": 3}', b'{"version": 3, "unfinished": [], "folders": []}', b'{"version": 3, "unfinished": 1}',
     b'{"version": 3, "unfinished": [1, []], "folders": {"site": 1}}',
     b'{"version": 3, "unfinished": [], "folders": {"site": [["a"]]}}'],
)  # fmt: skip
def test_a_damaged_record_loses_nothing_but_its_memory(tmp_path: Path, record: bytes) -> None:
    write(tmp_path, {"a.html": "a", "b.html": "b"})
    (tmp_path / ".sitegen" / "outputs.json").write_bytes(record)
    assert write(tmp_path, {"a.html": "a"}).written == ()
    assert write(tmp_path, {"a.html": "a"}).removed == ()
    assert "a.html" in read(tmp_path)


@pytest.mark.parametrize("path", ["../precious.txt", "/precious.txt", "a/../../precious.txt", ""])
def test_a_forged_record_removes_nothing_outside(tmp_path: Path, path: str) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("mine")
    (tmp_path / ".sitegen").mkdir()
    record = {"version": 3, "unfinished": [], "folders": {"site": {path.replace("/precious", f"{tmp_path}/precious", 1)
              if path.startswith("/") else path: ["x", 1]}}}  # fmt: skip
    (tmp_path / ".sitegen" / "outputs.json").write_text(json.dumps(record))
    write(tmp_path, {"index.html": "x"})
    assert precious.read_text() == "mine"


def test_two_folders_have_records_of_their_own(tmp_path: Path) -> None:
    record = tmp_path / ".sitegen" / "outputs.json"
    Tree(tmp_path / "site", record).write([Output(path="a.html", data=b"a")])
    Tree(tmp_path / "site-internal", record).write([Output(path="b.html", data=b"b")])
    assert Tree(tmp_path / "site", record).write([]).removed == ("a.html",)
    assert (tmp_path / "site-internal" / "b.html").read_bytes() == b"b"


def test_a_link_in_a_files_place_is_replaced_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("mine")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").symlink_to(precious)
    write(tmp_path, {"index.html": "ours"})
    assert precious.read_text() == "mine"
    assert read(tmp_path) == {"index.html": "ours"}


def test_a_folder_in_a_files_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "site" / "index.html").mkdir(parents=True)
    with pytest.raises(WorkError, match=r"index\.html"):
        write(tmp_path, {"index.html": "ours"})


def test_a_file_in_a_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "acme").write_text("theirs")
    with pytest.raises(WorkError, match="acme"):
        write(tmp_path, {"acme/index.html": "ours"})
    assert (tmp_path / "site" / "acme").read_text() == "theirs"


def test_what_became_a_folder_is_removed_from_the_record(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": "a"})
    (tmp_path / "site" / "a.html").unlink()
    (tmp_path / "site" / "a.html").mkdir()
    (tmp_path / "site" / "a.html" / "theirs").write_text("theirs")
    write(tmp_path, {"b.html": "b"})
    assert read(tmp_path) == {"a.html/theirs": "theirs", "b.html": "b"}


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_closed_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site").chmod(0o500)
    try:
        with pytest.raises(WorkError, match="cannot be written"):
            write(tmp_path, {"index.html": "x"})
    finally:
        (tmp_path / "site").chmod(0o700)


def test_what_a_killed_build_left_half_done_is_swept_away(tmp_path: Path) -> None:
    write(tmp_path, {"a/index.html": "a"})
    part = tmp_path / "site" / "a" / ".index.html.0123456789abcdef.part"
    part.write_text("half")
    write(tmp_path, {"a/index.html": "a"})
    assert part.exists(), "no build was killed, so that it is not ours"
    (tmp_path / "site" / ".download.part").write_text("theirs")
    record = tmp_path / ".sitegen" / "outputs.json"
    record.write_text(record.read_text().replace('"unfinished": []', '"unfinished": ["site"]'))
    write(tmp_path, {"a/index.html": "a"})
    assert read(tmp_path) == {".download.part": "theirs", "a/index.html": "a"}


def test_files_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "x"})
    assert (tmp_path / "site" / "index.html").stat().st_mode & 0o777 == 0o644


WRITER = """
import sys
from pathlib import Path
from sitegen.build.tree import Tree
from sitegen.render import Output
root = Path(sys.argv[1])
outputs = [Output(path=f"p{n}/index.html", data=sys.argv[2].encode() * 200_000) for n in range(100)]
print("begin", flush=True)
Tree(root / "site", root / ".sitegen" / "outputs.json").write(outputs)
"""


@pytest.mark.parametrize("delay_s", [0.0, 0.01, 0.03])
def test_a_killed_build_leaves_every_file_old_or_new_and_the_next_one_clean(tmp_path: Path, delay_s: float) -> None:
    old = {f"p{number}/index.html": "o" * 200_000 for number in range(100)}
    write(tmp_path, old)
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), "n"], stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    time.sleep(delay_s)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    left = {path: text for path, text in read(tmp_path).items() if path in old}
    assert left.keys() == old.keys()
    assert set(left.values()) <= {"o" * 200_000, "n" * 200_000}
    write(tmp_path, {"p0/index.html": "x"})
    assert read(tmp_path) == {"p0/index.html": "x"}
