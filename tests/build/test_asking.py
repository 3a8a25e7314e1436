"""surveys.json: what the collector has to know, and nothing in the folder that is published."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from sitegen.errors import WorkError
from tests.build.building import build_at
from tests.cases import write_files

SHOP = "content/clients/acme/shop"
FILES = {
    "sitegen.yml": "name: Firm\nurl: https://status.firm.example/\nsurveys: {endpoint: https://answers.firm.example/in}\n",
    "content/surveys/pulse.yml": (
        "title: Pulse\nthanks: Thank **you**.\nquestions: {score: {type: nps, text: How likely?}}\n"
    ),
    "content/agencies/north.yml": "name: North\n",
    "content/clients/acme/client.yml": "name: Acme\nagency: north\n",
    f"{SHOP}/project.yml": (
        "name: Shop\nstart: 2026-01-05\nsurveys: {pulse: {when: always}}\n"
        "issues: {slow: {title: Too slow, options: {buy: {title: Buy}, wait: {title: Wait}}}}\n"
        "actions: {text: {title: Send texts}, sign: {title: Sign, who: agency}}\n"
    ),
    "content/clients/other/client.yml": "name: Other\n",
    "content/clients/other/work/project.yml": "name: Work\nstart: 2026-01-05\n",
}

SLOW = {"title": "Too slow", "options": {"buy": "Buy", "wait": "Wait"}}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with an endpoint, built once."""
    monkeypatch.setenv("SITEGEN_SECRET", "s" * 40)
    root = tmp_path / "firm"
    write_files(FILES, root)
    build_at(root)
    return root


def read(root: Path) -> Any:
    return json.loads((root / ".sitegen/surveys.json").read_bytes())


def test_the_collector_is_told_what_waits_for_whom(root: Path) -> None:
    assert read(root)["projects"]["acme/shop"] == {
        "client": "Acme",
        "project": "Shop",
        "needs": {
            "acme": {"action.text": {"title": "Send texts", "options": {}}, "issue.slow": SLOW},
            "north": {"action.sign": {"title": "Sign", "options": {}}, "issue.slow": SLOW},
        },
    }


def test_the_collector_is_told_the_surveys(root: Path) -> None:
    pulse = read(root)["surveys"]["pulse"]

    assert pulse["thanks"] == "<p>Thank <strong>you</strong>.</p>\n"
    assert pulse["definition"]["questions"] == {"score": {"type": "nps", "text": "How likely?", "required": "false"}}


def test_it_stands_in_no_published_folder(root: Path) -> None:
    assert [path.name for path in (root / "site").rglob("surveys.json")] == []


def test_a_build_of_one_client_keeps_what_others_are_asked(root: Path) -> None:
    write_files({"content/clients/other/work/project.yml": "name: Renamed\nstart: 2026-01-05\n"}, root)
    build_at(root, clients=("other",))

    assert read(root)["projects"]["other/work"]["project"] == "Renamed"
    assert read(root)["projects"]["acme/shop"]["project"] == "Shop"


def test_a_build_of_one_client_keeps_what_waits_for_others_of_its_agency(root: Path) -> None:
    write_files(
        {
            "content/clients/other/client.yml": "name: Other\nagency: north\n",
            "content/clients/other/work/project.yml": "name: Work\nstart: 2026-01-05\nactions: {pay: {title: Pay}}\n",
        },
        root,
    )
    build_at(root)
    everything = read(root)
    build_at(root, clients=("acme",))

    assert everything["projects"]["other/work"]["needs"].keys() == {"other", "north"}
    assert read(root) == everything


def test_whoever_is_no_reader_any_more_is_asked_nothing(root: Path) -> None:
    write_files({"content/clients/acme/client.yml": "name: Acme\n"}, root)
    build_at(root, clients=("acme",))

    assert read(root)["projects"]["acme/shop"]["needs"].keys() == {"acme"}


def test_a_project_that_is_gone_is_asked_nothing(root: Path) -> None:
    shutil.rmtree(root / "content/clients/other")
    build_at(root, clients=("acme",))

    assert list(read(root)["projects"]) == ["acme/shop"]


def test_without_an_endpoint_there_is_no_such_file(root: Path) -> None:
    write_files({"sitegen.yml": "name: Firm\n"}, root)
    build_at(root)

    assert not (root / ".sitegen/surveys.json").exists()


def test_a_folder_in_its_place_is_told(root: Path) -> None:
    (root / ".sitegen/surveys.json").unlink()
    (root / ".sitegen/surveys.json").mkdir()
    write_files({f"{SHOP}/updates/2026-02-09.md": "New.\n"}, root)
    with pytest.raises(WorkError, match=r"surveys\.json cannot be written"):
        build_at(root)
