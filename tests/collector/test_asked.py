"""What several builds wrote for the collector is joined: shards, each with the readers of its own."""

import json
from pathlib import Path

from sitegen.collector.asked import load_asked

SITE = {"name": "Firm", "url": None, "endpoint": "https://answers.firm.example"}


def write(file: Path, reader: str, need: str) -> Path:
    """Write what a build of one reader's pages would."""
    needs = {reader: {need: {"title": need, "options": {}}}}
    project = {"client": "Acme", "project": "Shop", "needs": needs}
    site = {**SITE, "language": "en"}
    file.write_text(json.dumps({"sitegen": 1, "site": site, "surveys": {}, "projects": {"acme/shop": project}}))
    return file


def test_a_client_and_its_agency_may_be_in_two_shards(tmp_path: Path) -> None:
    files = [write(tmp_path / "1.json", "acme", "action.text"), write(tmp_path / "2.json", "north", "action.sign")]
    for order in (files, files[::-1]):
        needs = load_asked(order).projects["acme/shop"].needs
        assert {reader: list(found) for reader, found in needs.items()} == {
            "acme": ["action.text"],
            "north": ["action.sign"],
        }
