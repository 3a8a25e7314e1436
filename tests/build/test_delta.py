"""What changed since a deployment: a server that follows it holds what was built, no page before its parts."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.build import Delta, find_delta
from sitegen.errors import UsageError
from sitegen.memory import Request
from tests.build.building import SHOP, build_at, read_tree
from tests.cases import write_files


def ask(root: Path, since: Path) -> Delta:
    return find_delta(Request(config=root / "sitegen.yml"), since)


def deploy(delta: Delta, root: Path, server: Path) -> None:
    """Do what a delta says, in its order."""
    for file in (*delta.assets, *delta.pages):
        target = server / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / "site" / file.path, target)
        assert target.stat().st_size == file.size
    for path in delta.gone:
        (server / path).unlink()


def test_a_server_that_follows_holds_what_was_built(root: Path, tmp_path: Path) -> None:
    server, last = tmp_path / "server", tmp_path / "last.json"
    deploy(ask(root, last), root, server)
    assert read_tree(server) == read_tree(root / "site")
    shutil.copyfile(root / ".sitegen/outputs.json", last)

    write_files({f"{SHOP}/updates/2026-02-02.md": "All is better.\n"}, root)
    (root / SHOP / "updates/2026-01-19.md").unlink()
    build_at(root)
    delta = ask(root, last)
    deploy(delta, root, server)

    assert read_tree(server) == read_tree(root / "site")
    assert "acme/shop/updates/2026-01-19/index.html" in delta.gone
    assert not any(file.path.startswith("other/") for file in (*delta.assets, *delta.pages))


def test_pages_come_after_what_they_lead_to(root: Path, tmp_path: Path) -> None:
    delta = ask(root, tmp_path / "none.json")

    assert all(file.path.endswith((".html", ".atom")) for file in delta.pages)
    assert any(file.path.endswith(".css") for file in delta.assets)


def test_nothing_changed_is_nothing_to_do(root: Path) -> None:
    assert ask(root, root / ".sitegen/outputs.json") == Delta(assets=(), pages=(), gone=())


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"folders": []}', "\x00", '{"version": 1, "unfinished": [], "folders": {}}']
)
def test_what_is_no_record_is_told(text: str, root: Path, tmp_path: Path) -> None:
    (tmp_path / "last.json").write_text(text)

    with pytest.raises(UsageError, match="no record of a build"):
        ask(root, tmp_path / "last.json")


def test_a_build_that_did_not_end_is_not_deployed(root: Path, tmp_path: Path) -> None:
    record = root / ".sitegen/outputs.json"
    record.write_text(json.dumps(json.loads(record.read_text()) | {"unfinished": ["site"]}))

    with pytest.raises(UsageError, match="did not end"):
        ask(root, tmp_path / "none.json")


def test_each_audience_has_its_own(root: Path, tmp_path: Path) -> None:
    internal = replace(Request(config=root / "sitegen.yml"), audience="internal")

    assert find_delta(internal, tmp_path / "none.json") == Delta(assets=(), pages=(), gone=())
