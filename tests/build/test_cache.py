"""The cache: after any change a warm build writes what a clean one would, and renders no more than it must."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sitegen.build import Request, build
from sitegen.build.rendering import plan_unit
from sitegen.build.units import Unit
from sitegen.memory import find_part, recalling
from sitegen.pages import Plan
from tests.build.building import FILES, SHOP, build_at, read_tree
from tests.cases import write_files

MADE = Path(__file__).with_name("made.txt")
"""What is read, and which units are planned and rendered, after each change."""
Change = Callable[[Path], object]


def write(path: str, text: str) -> Change:
    """Return the change that writes a file."""
    return lambda root: write_files({path: text}, root)


def remove(path: str) -> Change:
    """Return the change that removes a file."""
    return lambda root: (root / path).unlink()


def remove_all(path: str) -> Change:
    """Return the change that removes a folder."""
    return lambda root: shutil.rmtree(root / path)


def rename(path: str, to: str) -> Change:
    """Return the change that renames a file."""
    return lambda root: (root / path).rename(root / to).touch()


CHANGES: dict[str, Change] = {
    "update edited": write(f"{SHOP}/updates/2026-02-02.md", "All is better.\n"),
    "update added": write(f"{SHOP}/updates/2026-02-09.md", "---\nhealth: at-risk\n---\n"),
    "update removed": remove(f"{SHOP}/updates/2026-02-02.md"),
    "update renamed": rename(f"{SHOP}/updates/2026-02-02.md", f"{SHOP}/updates/2026-02-03.md"),
    "draft added": write(f"{SHOP}/updates/2026-02-09.md", "---\ndraft: true\n---\n"),
    "hidden update added": write(f"{SHOP}/updates/2026-02-09.md", "---\nvisibility: internal\n---\n"),
    "plan edited": write(f"{SHOP}/project.yml", "name: Shop 2\nstart: 2026-01-05\n"),
    "project added": write("content/clients/acme/app/project.yml", "name: App\nstart: 2026-01-05\n"),
    "client edited": write("content/clients/acme/client.yml", "name: Acme & Co\nlanguage: es\nagency: north\n"),
    "client leaves its agency": write("content/clients/acme/client.yml", "name: Acme\n"),
    "client added": write("content/clients/new/client.yml", "name: New\n"),
    "agency edited": write("content/agencies/north.yml", "name: North & South\nlanguage: uk\n"),
    "person renamed": write("content/people.yml", "ann: {name: Ann B}\n"),
    "survey edited": write("content/surveys/pulse.yml", "title: How?\nquestions: {a: {type: csat, text: Well?}}\n"),
    "brand edited": write("sitegen.yml", FILES["sitegen.yml"].replace("logo:", "color: '#a02020', logo:")),
    "logo edited": write("content/firm.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9'/>\n"),
    "setting edited": write("sitegen.yml", FILES["sitegen.yml"] + "due_soon: 30d\n"),
    "engine changed": write("sitegen.yml", FILES["sitegen.yml"] + "markdown: python-markdown\n"),
    "attachment edited": write(f"{SHOP}/files/plan.txt", "another plan"),
    "attachment added": write(f"{SHOP}/files/more.txt", "more"),
    "theme file added": write("themes/ours/templates/root.html", '{% extends "default/root.html" %}\n'),
    "locale edited": write("content/clients/other/client.yml", "name: Other\nlanguage: ar\n"),
    "person added": write("content/people.yml", "ann: {name: Ann A}\nbob: {name: Bob B}\n"),
    "attachment removed with its link": write(f"{SHOP}/updates/2026-01-19.md", "Nothing.\n"),
    "file renamed": lambda root: [
        rename(f"{SHOP}/files/plan.txt", f"{SHOP}/files/scheme.txt")(root),
        write(f"{SHOP}/updates/2026-01-19.md", "See [it](../files/scheme.txt).\n")(root),
    ],
    "project removed": remove_all("content/clients/other/work"),
    "client removed": remove_all("content/clients/other"),
    "agency removed": lambda root: [
        remove("content/agencies/north.yml")(root),
        write("content/clients/acme/client.yml", "name: Acme\n")(root),
    ],
    "calendar's address edited": write("sitegen.yml", FILES["sitegen.yml"].replace("status.", "projects.")),
    "record removed": remove(".sitegen/outputs.json"),
    "output altered": write("site/acme/shop/index.html", "<p>Altered</p>"),
    "output removed": remove("site/acme/shop/updates/2026-02-02/index.html"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_warm_build_equals_a_clean_one(name: str, root: Path, tmp_path: Path) -> None:
    if name == "theme file added":
        write_files({"themes/ours/theme.yml": "extends: default\n"}, root)
        write_files({"sitegen.yml": FILES["sitegen.yml"] + "theme: ours\n"}, root)
        build_at(root)
    CHANGES[name](root)

    build_at(root)
    build_at(root, output=tmp_path / "clean", is_clean=True)

    assert read_tree(root / "site") == read_tree(tmp_path / "clean")


@pytest.mark.parametrize("day", ["2026-01-20", "2026-02-11", "2026-03-03"])
def test_another_day_is_another_build(day: str, root: Path, tmp_path: Path) -> None:
    build_at(root, day)
    build_at(root, day, output=tmp_path / "clean", is_clean=True)

    assert read_tree(root / "site") == read_tree(tmp_path / "clean")


def test_another_day_writes_no_page_of_what_was_said_before(root: Path) -> None:
    written = build_at(root, "2026-02-11")

    assert "acme/shop/index.html" in written
    assert not any("/updates/" in path for path in written)
    assert 'Made on <time datetime="2026-02-11">' in (root / "site/acme/shop/index.html").read_text()


def test_a_second_build_reads_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("nothing was to be read")

    monkeypatch.setattr("sitegen.build.pipeline.open_frame", refuse)

    assert build_at(root) == ()


def watch_units(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list to which the name of every unit is added that is planned and rendered from now on."""
    made: list[str] = []

    def watch(unit: Unit) -> Plan:
        made.append(unit.name)
        return plan_unit(unit)

    monkeypatch.setattr("sitegen.build.rendering.plan_unit", watch)
    return made


def test_a_change_reads_and_renders_what_it_touches_and_nothing_else(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_updating: bool
) -> None:
    made = watch_units(monkeypatch)
    told = []
    for name, change in CHANGES.items():
        copy = tmp_path / name
        shutil.copytree(root, copy)
        change(copy)
        made.clear()
        request = Request(config=copy / "sitegen.yml", day=date(2026, 2, 10), jobs=1)
        with recalling(request) as recalled:
            part = find_part(recalled)
            build(request, recalled=recalled)
        told.append(f"{name}: reads {', '.join(sorted(part.read)) if part else 'all'}, makes {len(made)}")
        told += [f"  {unit}" for unit in sorted(made)]
    text = "\n".join(told) + "\n"
    if is_updating:
        MADE.write_text(text)

    assert text == MADE.read_text()


def test_a_damaged_ledger_costs_time_and_nothing_else(root: Path) -> None:
    before = read_tree(root / "site")
    store = root / ".sitegen/cache/build-client.ledger"
    whole = store.read_bytes()
    flipped = (bytearray(whole) for _ in range(40))
    for number, flip in enumerate(flipped):
        flip[number * len(whole) // 40] ^= 0x10
        store.write_bytes(flip)
        assert build_at(root) == ()
        assert read_tree(root / "site") == before
    for damage in (
        b"",
        b"{}",
        whole[: len(whole) // 2],
        whole[:-1],
        whole + b" ",
        whole.replace(b"memory 1", b"memory 0"),
    ):
        store.write_bytes(damage)
        assert build_at(root) == ()
        assert read_tree(root / "site") == before


def test_drafts_are_known_apart(root: Path, tmp_path: Path) -> None:
    CHANGES["draft added"](root)
    build_at(root, with_drafts=True)
    assert (root / "site/acme/shop/updates/2026-02-09/index.html").is_file()

    build_at(root)
    build_at(root, output=tmp_path / "clean", is_clean=True)

    assert read_tree(root / "site") == read_tree(tmp_path / "clean")


def test_a_warm_build_tells_what_a_clean_one_would(root: Path, tmp_path: Path) -> None:
    CHANGES["hidden update added"](root)
    warm = build(Request(config=root / "sitegen.yml", day=date(2026, 2, 10)))
    again = build(Request(config=root / "sitegen.yml", day=date(2026, 2, 10)))
    clean = build(Request(config=root / "sitegen.yml", day=date(2026, 2, 10), is_clean=True))

    assert warm.warnings == again.warnings == clean.warnings != ()
    assert warm.left_out == again.left_out == clean.left_out
    for report in (warm, again):
        assert (report.projects, report.pages) == (clean.projects, clean.pages)
        assert len(report.written) + report.stood == len(clean.written) + clean.stood


def test_files_that_are_only_newer_are_read_and_nothing_is_done(root: Path, tmp_path: Path) -> None:
    copy = tmp_path / "another machine"
    shutil.copytree(root, copy, copy_function=shutil.copyfile)
    for path in copy.rglob("*"):
        os.utime(path, (0, 0))
    assert build_at(copy) == ()

    request = Request(config=copy / "sitegen.yml", day=date(2026, 2, 10))
    with recalling(request) as recalled:
        assert recalled.stands
        assert not recalled.was_read, "their stamps are known by now"


def test_a_change_is_seen_though_size_and_time_are_the_same(root: Path) -> None:
    update = root / SHOP / "updates/2026-02-02.md"
    status = update.stat()
    update.write_text("All is hell.\n")
    os.utime(update, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert update.stat().st_size == status.st_size

    build_at(root)

    assert "All is hell." in (root / "site/acme/shop/updates/2026-02-02/index.html").read_text()


@pytest.mark.parametrize("year", [1990, 2090])
def test_a_clock_that_is_wrong_hides_no_change(year: int, root: Path, tmp_path: Path) -> None:
    CHANGES["update edited"](root)
    moment = datetime(year, 1, 1, tzinfo=UTC).timestamp()
    for path in (root / SHOP).rglob("*"):
        os.utime(path, (moment, moment))

    build_at(root)
    build_at(root, output=tmp_path / "clean", is_clean=True)

    assert read_tree(root / "site") == read_tree(tmp_path / "clean")


def test_another_secret_is_another_build(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files({"content/clients/other/client.yml": "name: Other\naccess: {mode: link}\n"}, root)
    for secret in ("a" * 32, "b" * 32):
        monkeypatch.setenv("SITEGEN_SECRET", secret)
        build_at(root)
        build_at(root, output=tmp_path / secret[:1], is_clean=True)
        assert read_tree(root / "site") == read_tree(tmp_path / secret[:1])


def test_another_program_is_another_build(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = watch_units(monkeypatch)
    monkeypatch.setattr("sitegen.__version__", "99")
    monkeypatch.setattr("sitegen.memory.recall.stamp_program", lambda: "another")

    build_at(root)
    assert len(made) == len(set(made)) > 5, "what another program would write is not known"
    build_at(root, output=tmp_path / "clean", is_clean=True)
    assert read_tree(root / "site") == read_tree(tmp_path / "clean")


def test_a_preview_of_part_of_the_site_knows_the_rest(root: Path, tmp_path: Path) -> None:
    one = Request(config=root / "sitegen.yml", day=date(2026, 2, 10), clients=("acme",))
    for change in ("update edited", "person renamed", "plan edited"):
        CHANGES[change](root)
        build(one)
    build_at(root)
    build_at(root, output=tmp_path / "clean", is_clean=True)

    assert read_tree(root / "site") == read_tree(tmp_path / "clean")


def test_nothing_of_what_a_password_locks_is_remembered(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files({"content/clients/other/client.yml": "name: Other\naccess: {mode: password}\n"}, root)
    write_files(
        {"content/clients/other/work/project.yml": "name: Secret\nstart: 2026-01-05\nsummary: Zanzibar\n"}, root
    )
    monkeypatch.setenv("SITEGEN_PASSWORD_OTHER", "gova-luje-zuge")
    assert build(Request(config=root / "sitegen.yml", day=date(2026, 2, 10))).warnings
    ledger = (root / ".sitegen/cache/build-client.ledger").read_bytes()
    for text in (b"Secret", b"Zanzibar", b"gova-luje-zuge", b"name:"):
        assert text not in ledger

    with recalling(Request(config=root / "sitegen.yml", day=date(2026, 2, 10))) as recalled:
        assert not recalled.stands, "the password may be another by now"


@pytest.mark.parametrize("day", ["2026-02-09", "2026-02-10", "2026-02-11"])
def test_an_update_of_another_day_makes_that_the_day_of_all(day: str, root: Path, tmp_path: Path) -> None:
    request = Request(config=root / "sitegen.yml", day=date(2026, 2, 10), with_future=True)
    clean = replace(request, output=tmp_path / "clean", record=tmp_path / "clean.json", is_clean=True)
    build(request)
    for change in (write(f"{SHOP}/updates/{day}.md", "More.\n"), remove(f"{SHOP}/updates/{day}.md")):
        change(root)
        build(request)
        build(clean)
        assert read_tree(root / "site") == read_tree(tmp_path / "clean")
