"""The stock of files: what is told of them without reading, and when that is not enough."""

import os
from array import array
from pathlib import Path

from sitegen.memory.sections import join_sections, part_sections
from sitegen.memory.stock import Names, Stock, digest, join_names, take_stock, walk


def test_files_and_folders_are_listed_and_what_is_hidden_is_not(tmp_path: Path) -> None:
    for name in ("b/c.md", "a.md", ".hidden", ".git/config", "empty/.keep"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    stock = walk({"content": str(tmp_path), "themes": str(tmp_path / "none")}, {"one": str(tmp_path / "a.md")})
    assert list(stock.names) == [
        "one",
        "content/",
        "content/a.md",
        "content/b/",
        "content/b/c.md",
        "content/empty/",
        "themes/",
    ]
    assert [stock.is_missing(index) for index in range(len(stock))] == [False] * 6 + [True]
    assert stock.stamp(0) == stock.stamp(2)


def test_a_folder_that_holds_itself_ends(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    for link, target in (("again", "."), ("once more", "."), ("a/x", "b"), ("b/y", "a"), ("none", "nowhere")):
        (tmp_path / link).symlink_to(tmp_path / target)
    assert len(walk({"content": str(tmp_path)}, {})) < 100


def test_every_kind_of_change_makes_another_stamp(tmp_path: Path) -> None:
    file = tmp_path / "a.md"

    def look() -> Stock:
        return take_stock(str(tmp_path), ("a.md",))

    file.write_text("one")
    known = look()
    assert known.list_suspects(look(), 2**62) == []
    status = file.stat()
    file.write_text("two")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert known.list_suspects(look(), 2**62) == [0]
    known = look()
    file.rename(tmp_path / "b.md")
    (tmp_path / "a.md").write_text("two")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert known.list_suspects(look(), 2**62) == [0]
    file.unlink()
    assert known.list_suspects(look(), 2**62) == [0]


def test_a_young_file_is_suspect_though_nothing_tells_it_apart() -> None:
    stock = Stock(names=["a", "b"], stamps=array("q", [1, 100, 0, 7, 1, 200, 0, 8]))
    assert stock.list_suspects(stock, 200) == [1]
    assert stock.list_suspects(stock, 201) == []


def test_what_cannot_be_read_has_no_hash(tmp_path: Path) -> None:
    assert digest(str(tmp_path / "none")) == bytes(32)


def test_sections_are_had_again_or_not_at_all() -> None:
    sections = {"a": b"one", "b": b"", "c": b"\x00\xff"}
    data = b"".join(join_sections(sections))
    found = part_sections(data)
    assert found
    assert {name: bytes(section) for name, section in found.items()} == sections
    for index in range(len(data)):
        assert part_sections(data[:index]) is None
        assert part_sections(data[:index] + bytes([data[index] ^ 1]) + data[index + 1 :]) is None


def test_names_are_told_apart_as_they_were_joined() -> None:
    plain = ["a", "b/c", "d\udcff"]
    names = Names(bytes(join_names(plain)))
    assert list(names) == plain == names
    assert (names[1], names[1:], len(names)) == ("b/c", plain[1:], 3)
    assert join_names(names) is names.data
    assert names != plain[1:] and not Names(b"")
