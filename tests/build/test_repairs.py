"""What was damaged is put right by the next whole build, whatever was built in between."""

import xml.dom.minidom
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request, build
from sitegen.memory import Shard
from tests.build.test_shards import read_tree
from tests.cases import write_files

SHOP = "content/clients/acme/shop"
FILES = {
    "sitegen.yml": "name: Firm\nurl: https://status.firm.example/\n",
    "content/clients/acme/client.yml": "name: Acme\n",
    f"{SHOP}/project.yml": "name: Shop\nstart: 2026-01-05\n",
    f"{SHOP}/updates/2026-02-02.md": "Hi\n",
    "content/clients/beta/client.yml": "name: Beta\n",
    "content/clients/beta/app/project.yml": "name: App\nstart: 2026-01-05\n",
}


@pytest.fixture
def request_(tmp_path: Path) -> Request:
    """A site that was built once."""
    write_files(FILES, tmp_path)
    request = Request(config=tmp_path / "sitegen.yml", day=date(2026, 2, 10), jobs=1)
    build(request)
    return request


@pytest.mark.parametrize("damage", ["missing", "altered"])
@pytest.mark.parametrize("part", ["client", "shard"])
def test_a_build_of_a_part_does_not_take_damage_of_the_others_for_good(
    request_: Request, damage: str, part: str
) -> None:
    site = request_.config.parent / "site"
    before = read_tree(site)
    for path in sorted(site.rglob("index.html")):
        path.unlink() if damage == "missing" else path.write_text("X")
    if part == "client":
        build(replace(request_, clients=("acme",)))
    else:
        build(replace(request_, shard=Shard(index=1, count=2)))
    build(request_)
    assert read_tree(site) == before


@pytest.mark.parametrize("is_clean", [False, True])
def test_an_attachment_may_become_a_folder_and_a_folder_one(request_: Request, *, is_clean: bool) -> None:
    root = request_.config.parent
    update, files = root / SHOP / "updates/2026-02-02.md", root / SHOP / "files"
    files.mkdir()
    for name in ("a", "a/b.pdf", "a"):
        for old in sorted(files.rglob("*"), reverse=True):
            old.rmdir() if old.is_dir() else old.unlink()
        (files / name).parent.mkdir(exist_ok=True)
        (files / name).write_text("1")
        update.write_text(f"[x](../files/{name})\n")
        build(replace(request_, is_clean=is_clean))
        assert (root / "site/acme/shop/files" / name).read_text() == "1"


def test_a_client_whose_id_looks_like_a_link_s_folder_is_another(request_: Request) -> None:
    name = f"acme-{'abcdefghijklmnopqrstuvwxyz'}"
    write_files(
        {
            f"content/clients/{name}/client.yml": "name: Other\n",
            f"content/clients/{name}/job/project.yml": "name: Job\nstart: 2026-01-05\n",
        },
        request_.config.parent,
    )
    build(request_)
    before = read_tree(request_.config.parent / "site")
    build(replace(request_, clients=("acme",)))
    assert read_tree(request_.config.parent / "site") == before


def test_a_link_in_an_output_s_place_is_replaced(request_: Request) -> None:
    page = request_.config.parent / "site/acme/index.html"
    elsewhere = request_.config.parent / "elsewhere.html"
    elsewhere.write_bytes(page.read_bytes())
    page.unlink()
    page.symlink_to(elsewhere)
    build(request_)
    assert not page.is_symlink()
    assert page.read_bytes() == elsewhere.read_bytes()


@pytest.mark.parametrize("health", ["not-started", "on-track", "at-risk", "off-track", "on-hold", "complete", "null"])
def test_every_badge_is_a_picture(request_: Request, health: str) -> None:
    root = request_.config.parent
    (root / SHOP / "updates/2026-02-02.md").write_text(f"---\nhealth: {health}\n---\nHi\n")
    build(request_)
    badge = xml.dom.minidom.parse(str(root / "site/acme/shop/badge.svg"))
    assert [path.getAttribute("class") for path in badge.getElementsByTagName("path")] == ["", ""]


@pytest.mark.parametrize(
    "text",
    [
        "[x](updates/2026-02-09-layoffs.md)",
        "<a href='updates/2026-02-09-layoffs.md'>x</a>",
        "<a href=updates/2026-02-09-layoffs.md>x</a>",
        "[x](updates/2026-02-09-l%61yoffs.md)",
        "[x](updates%2F2026-02-09-layoffs.md)",
        "[x](updates/2026-02-09-layoff&#115;.md)",
        "[x](updates/2026-02-09-layoffs\\.md)",
        "a[^1]\n\n[^1]: [x](updates/2026-02-09-layoffs.md)",
        "<!-- layoffs --> fine",
        "fine <!-- layoffs",
    ],
)
def test_status_json_names_no_update_that_is_not_for_the_reader(request_: Request, text: str) -> None:
    root = request_.config.parent
    lines = "\n".join(f"      {line}" for line in text.split("\n"))
    write_files(
        {
            f"{SHOP}/updates/2026-02-09-layoffs.md": "---\nvisibility: internal\n---\nx\n",
            f"{SHOP}/project.yml": (
                f"name: Shop\nstart: 2026-01-05\nrisks:\n  r:\n    title: R\n    response: |\n{lines}\n"
            ),
        },
        root,
    )
    build(request_)
    told = (root / "site/acme/shop/status.json").read_text("utf-8")
    assert "response" in told
    assert "ayoff" not in told
    assert "l%61" not in told
