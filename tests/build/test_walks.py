"""Whatever happens to a site, one thing after another: each warm build writes and says what a clean one would."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request, build
from sitegen.errors import SitegenError
from sitegen.memory import BuildReport
from tests.build.building import FILES, SHOP, read_tree
from tests.build.test_cache import CHANGES, Change, write
from tests.cases import write_files

STEPS = 5
WALKS = 12

MORE: dict[str, Change] = {
    "a plan broken": write(f"{SHOP}/project.yml", "name: [\n"),
    "a plan mended": write(f"{SHOP}/project.yml", FILES[f"{SHOP}/project.yml"]),
    "a client behind a link": write("content/clients/other/client.yml", "name: Other\naccess: {mode: link}\n"),
    "a client joins an agency": write("content/clients/other/client.yml", "name: Other\nagency: north\n"),
    "a client's access ends": write("content/clients/other/client.yml", "name: Other\naccess: {until: 2026-02-01}\n"),
    "a project for the firm alone": write(
        "content/clients/other/work/project.yml", "name: Work\nstart: 2026-01-05\nvisibility: internal\n"
    ),
    "a later update": write(f"{SHOP}/updates/2026-03-20.md", "Later.\n"),
    "all as it was": lambda root: write_files(FILES, root),
}
THINGS: dict[str, Change] = {**CHANGES, **MORE}


def try_to_build(request: Request) -> BuildReport | None:
    """Build; None where the content has errors."""
    try:
        return build(request)
    except SitegenError:
        return None


@pytest.mark.parametrize("seed", range(WALKS))
def test_a_walk_of_changes_ends_where_a_clean_build_does(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITEGEN_SECRET", "0123456789abcdef0123456789abcdef")
    choice, root = random.Random(seed), tmp_path / "firm"
    way: list[str] = []
    write_files(FILES, root)
    audience = ("client", "client", "internal")[seed % 3]
    request = Request(
        config=root / "sitegen.yml",
        day=date(2026, 2, 10),
        audience=audience,
        with_future=choice.random() < 0.3,
        is_open=choice.random() < 0.3,
    )
    build(request)
    suffix = "" if audience == "client" else "-internal"
    for step in range(STEPS):
        way.append(choice.choice(list(THINGS)))
        try:
            THINGS[way[-1]](root)
        except OSError:
            continue  # what it would change is gone
        before = read_tree(root / f"site{suffix}")
        today = choice.choice([date(2026, 2, 10), date(2026, 2, 10), date(2026, 2, 12)])
        warm = try_to_build(replace(request, day=today, jobs=choice.choice([1, 2])))
        record = tmp_path / f"{step}.json"
        clean = try_to_build(
            replace(request, day=today, output=tmp_path / f"clean{step}", record=record, is_clean=True)
        )
        after = read_tree(root / f"site{suffix}")
        assert after == (before if clean is None else read_tree(tmp_path / f"clean{step}{suffix}")), way
        assert (warm is None) == (clean is None), way
        if warm and clean:
            assert (warm.warnings, warm.projects, warm.pages, warm.left_out) == (
                (clean.warnings, clean.projects, clean.pages, clean.left_out)
            ), way
