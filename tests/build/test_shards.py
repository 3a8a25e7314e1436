"""Shards: parts of a site that machines build in parallel, and that make the whole when joined."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request, build
from sitegen.memory import Shard, parse_shard
from sitegen.model import Audience
from tests.cases import write_files

CLIENTS = "abcdefg"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site of seven clients, one through an agency."""
    files = {"sitegen.yml": "name: Firm\n", "content/agencies/north.yml": "name: North\n"}
    for place, client in enumerate(CLIENTS):
        folder = f"content/clients/{client}-client"
        files[f"{folder}/client.yml"] = f"name: Client {client}\n" + ("agency: north\n" if client == "c" else "")
        files[f"{folder}/job/project.yml"] = "name: Work\nstart: 2026-01-05\n"
        for week in range(place + 1):
            files[f"{folder}/job/updates/2026-02-{week + 1:02}.md"] = f"Week {week} of {client}.\n"
    write_files(files, tmp_path)
    return tmp_path


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def build_parts(root: Path, count: int, audience: Audience) -> Iterator[dict[str, bytes]]:
    """Build every shard into a folder of its own."""
    for index in range(1, count + 1):
        output = root / f"part-{count}-{index}"
        record = root / f"record-{count}-{index}.json"
        request = Request(
            config=root / "sitegen.yml",
            day=date(2026, 3, 1),
            audience=audience,
            output=output,
            record=record,
            shard=Shard(index, count),
            jobs=1,
        )
        build(request)
        made = output if audience is Audience.CLIENT else output.with_name(f"{output.name}-internal")
        yield read_tree(made)


@pytest.mark.parametrize("audience", [Audience.CLIENT, Audience.INTERNAL])
@pytest.mark.parametrize("count", [2, 3])
def test_the_parts_joined_equal_the_whole(root: Path, count: int, audience: Audience) -> None:
    (whole,) = build_parts(root, 1, audience)
    joined: dict[str, bytes] = {}
    for part in build_parts(root, count, audience):
        assert not joined.keys() & part.keys()
        joined |= part

    assert joined == whole


def test_the_first_part_writes_the_root(root: Path) -> None:
    first, second = build_parts(root, 2, Audience.CLIENT)

    assert "index.html" in first
    assert "index.html" not in second


def test_parts_weigh_about_the_same(root: Path) -> None:
    sizes = [sum("/updates/2026" in path for path in part) for part in build_parts(root, 2, Audience.CLIENT)]

    assert abs(sizes[0] - sizes[1]) <= 3


def test_a_part_leaves_what_others_wrote_to_the_same_folder(root: Path) -> None:
    def run(index: int, count: int) -> None:
        shard = Shard(index, count)
        build(Request(config=root / "sitegen.yml", day=date(2026, 3, 1), shard=shard, jobs=1))

    run(1, 1)
    whole = read_tree(root / "site")
    run(2, 3)
    assert read_tree(root / "site") == whole


def test_a_part_removes_what_is_nobody_s_any_more(root: Path) -> None:
    request = Request(config=root / "sitegen.yml", day=date(2026, 3, 1), jobs=1)
    build(request)
    shutil.rmtree(root / "content/clients/a-client")
    report = build(replace(request, shard=Shard(2, 2)))
    assert "a-client/index.html" in report.removed
    assert not (root / "site/a-client").exists()


@pytest.mark.parametrize("text", ["0/2", "3/2", "1", "a/b", "1/0", "-1/2", "1/2/3", ""])
def test_a_wrong_part_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        parse_shard(text)


def test_a_clean_build_uses_nothing_kept_and_writes_the_same(root: Path) -> None:
    request = Request(config=root / "sitegen.yml", day=date(2026, 3, 1), jobs=1)
    build(request)
    before = read_tree(root / "site")
    kept = root / ".sitegen/cache/rubbish"
    kept.write_text("rubbish")

    report = build(Request(config=root / "sitegen.yml", day=date(2026, 3, 1), jobs=1, is_clean=True))

    assert not kept.exists()
    assert report.written == ()
    assert read_tree(root / "site") == before
