"""The cache: after any change a warm build writes what a clean one would, and renders no more than it must."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request, build
from sitegen.pages import Plan, Reader
from sitegen.render import Output, render
from sitegen.theme import Asset, Theme
from tests.cases import write_files

SHOP = "content/clients/acme/shop"
FILES = {
    "sitegen.yml": "name: Firm\nurl: https://status.firm.example/\nbrand: {logo: content/firm.svg}\n",
    "content/firm.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
    "content/people.yml": "ann: {name: Ann A}\n",
    "content/surveys/pulse.yml": "title: Pulse\nquestions: {score: {type: nps, text: How likely?}}\n",
    "content/agencies/north.yml": "name: North\n",
    "content/clients/acme/client.yml": "name: Acme\nagency: north\n",
    f"{SHOP}/project.yml": (
        "name: Shop\nstart: 2026-01-05\ncontact: ann\nsurveys: {pulse: {when: always}}\n"
        "milestones: {beta: {title: Beta, due: 2026-03-02}}\n"
    ),
    f"{SHOP}/files/plan.txt": "plan",
    f"{SHOP}/updates/2026-01-19.md": "---\nhealth: on-track\n---\nSee [the plan](../files/plan.txt).\n",
    f"{SHOP}/updates/2026-02-02.md": "All is well.\n",
    "content/clients/other/client.yml": "name: Other\n",
    "content/clients/other/work/project.yml": "name: Work\nstart: 2026-01-05\nhealth: on-track\n",
    "content/clients/other/work/updates/2026-01-19.md": "Nothing new.\n",
}


def build_at(
    root: Path,
    day: str = "2026-02-10",
    *,
    output: Path | None = None,
    is_clean: bool = False,
    with_drafts: bool = False,
    clients: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """Build the site, and return what was written."""
    request = Request(
        config=root / "sitegen.yml",
        day=date.fromisoformat(day),
        output=output,
        jobs=1,
        record=output.with_suffix(".json") if output else None,
        is_clean=is_clean,
        with_drafts=with_drafts,
        clients=clients,
    )
    return build(request).written


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site of two clients, built once."""
    root = tmp_path / "firm"
    write_files(FILES, root)
    build_at(root)
    return root


def write(path: str, text: str) -> Callable[[Path], None]:
    """Return the change that writes a file."""
    return lambda root: write_files({path: text}, root)


def remove(path: str) -> Callable[[Path], None]:
    """Return the change that removes a file."""
    return lambda root: (root / path).unlink()


def rename(path: str, to: str) -> Callable[[Path], None]:
    """Return the change that renames a file."""
    return lambda root: (root / path).rename(root / to).touch()


CHANGES = {
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


def test_a_second_build_reads_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("nothing was to be read")

    monkeypatch.setattr("sitegen.build.pipeline.load_site", refuse)

    assert build_at(root) == ()


def test_a_changed_update_renders_its_project_and_the_pages_above_it_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[str] = []

    def watch(plan: Plan, theme: Theme, style: Asset | None, reader: Reader | None) -> tuple[Output, ...]:
        rendered.append(plan.unit)
        return render(plan, theme, style, reader)

    monkeypatch.setattr("sitegen.build.units.render", watch)
    CHANGES["update edited"](root)

    build_at(root)

    assert sorted(rendered) == ["acme", "acme/shop", "acme/shop", "north"]


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
