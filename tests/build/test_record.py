"""The record knows what was written, though a build is killed or somebody lays it out anew."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sitegen.build.record import Entry, Record, Stored, amend_record, format_record, load_record, parse_record

PATHS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
FILES = st.dictionaries(PATHS, st.builds(Entry, st.sampled_from(["a" * 64, "b" * 64]), st.integers(0, 9)), max_size=8)


def store(files: dict[str, Entry]) -> Stored:
    others = {"site-internal": {"x.html": Entry("c" * 64, 3)}, "empty": dict[str, Entry]()}
    return Stored(folders={"empty": others["empty"], "site": files, **others}, unfinished=frozenset())


@given(FILES, FILES, st.data())
def test_a_record_that_is_amended_is_that_which_would_be_written_anew(
    before: dict[str, Entry], changed: dict[str, Entry], data: st.DataObject
) -> None:
    removed = [path for path in before if path not in changed and data.draw(st.booleans())]
    wanted = {path: entry for path, entry in before.items() if path not in removed} | changed

    amended = b"".join(amend_record(format_record(store(before)), "site", changed, removed))

    assert amended == format_record(store(wanted))
    assert parse_record(amended) == store(wanted)


def test_a_record_in_another_layout_is_amended_as_well(tmp_path: Path) -> None:
    file = tmp_path / ".sitegen/outputs.json"
    record = Record(file, tmp_path / "site")
    record.begin(["a.html"])
    record.finish({"a.html": Entry("a" * 64, 1), "b.html": Entry("b" * 64, 2)})
    file.write_text(json.dumps(json.loads(file.read_text()), indent=2))

    Record(file, tmp_path / "site").amend({"c.html": Entry("c" * 64, 3)}, ["a.html"])

    assert Record(file, tmp_path / "site").files == {"b.html": Entry("b" * 64, 2), "c.html": Entry("c" * 64, 3)}


def test_what_was_about_to_be_written_is_known_until_it_is(tmp_path: Path) -> None:
    file = tmp_path / ".sitegen/outputs.json"
    Record(file, tmp_path / "site").begin(["a.html"])
    killed = Record(file, tmp_path / "site")
    assert killed.is_unfinished and set(killed.files) == {"a.html"}
    other = Record(file, tmp_path / "site-internal")
    other.begin(["b.html"])
    assert load_record(file).unfinished == {"site", "site-internal"}
    other.finish({"b.html": Entry("b" * 64, 2)})
    assert load_record(file).unfinished == {"site"}

    again = Record(file, tmp_path / "site")
    again.begin(["a.html"])
    again.finish({"a.html": Entry("a" * 64, 1)})
    assert load_record(file) == Stored(
        folders={"site": {"a.html": Entry("a" * 64, 1)}, "site-internal": {"b.html": Entry("b" * 64, 2)}},
        unfinished=frozenset(),
    )
