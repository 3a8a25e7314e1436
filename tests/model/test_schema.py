"""The schemas of files: what an editor accepts and refuses is what sitegen does."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from sitegen.model import FILE_KINDS, describe_schema
from tests.cases import read_site
from tests.model.editors import find_faults

CONTENT = Path(__file__).resolve().parents[2] / "content"
FILES = sorted([*CONTENT.rglob("*.yml"), *CONTENT.glob("clients/*/*/updates/*.md"), CONTENT.parent / "sitegen.yml"])

HOMES = {
    "site": "sitegen.yml",
    "people": "content/people.yml",
    "agency": "content/agencies/agent.yml",
    "client": "content/clients/acme/client.yml",
    "project": "content/clients/acme/shop/project.yml",
    "update": "content/clients/acme/shop/updates/2026-03-02.md",
    "survey": "content/surveys/extra.yml",
    "feedback": "content/feedback.yml",
}

FIGURE = "client: acme, survey: pulse, question: score, type: nps, value: 33"
FAULTS = [
    ("site", "language: en\n"),
    ("site", "name: Firm\nthem: default\n"),
    ("site", "name: Firm\ndue_soon: 7\n"),
    ("site", "name: Firm\naccess: {mode: secret}\n"),
    ("site", "name: Firm\nmarkdown: commonmark\n"),
    ("site", "name: Firm\nholidays: [2026-02-30]\n"),
    ("people", "Ann: {name: Ann}\n"),
    ("people", "ann: {role: Lead}\n"),
    ("people", "ann:\n"),
    ("agency", "name: Agent\nlogo: logo.svg\n"),
    ("client", "name: Acme\nimportance: huge\n"),
    ("client", "name: Acme\nbrand: {color: red}\n"),
    ("project", "name: Shop\n"),
    ("project", "name: Shop\nstart: soon\n"),
    ("project", "name: Shop\nstart: 2026-01-05\nmilestones: {beta: {title: Beta}}\n"),
    ("project", "name: Shop\nstart: 2026-01-05\nmilestones: {beta: {due: 2026-Q5, title: Beta}}\n"),
    ("project", "name: Shop\nstart: 2026-01-05\nactions: {Call: {title: Call}}\n"),
    ("project", "name: Shop\nstart: 2026-01-05\nrisks: {late: {title: Late, impact: huge}}\n"),
    ("project", "name: Shop\nstart: 2026-01-05\nrisks: {late: {title: Late, why: So}}\n"),
    ("project", "name: Shop\nstart: 2026-01-05\nbudget: {agreed: -1}\n"),
    ("update", "---\nhealth: fine\n---\n"),
    ("update", "---\nend: soon\n---\n"),
    ("update", "---\nprogress: 101\n---\n"),
    ("update", "---\nmilestones: {beta: {title: Beta, due: 2026-13-01}}\n---\n"),
    ("update", "---\nactions: {call: {title: Call, doen: 2026-03-01}}\n---\n"),
    ("update", "---\nactions: {call: {title: null}}\n---\n"),
    ("update", "---\nactions: {call: {title: Call, side: them}}\n---\n"),
    ("update", "---\ndraft: yes\n---\n"),
    ("feedback", "figures: []\n"),
    ("feedback", "as_of: 2026-02-30\n"),
    ("feedback", f"as_of: 2026-11-20\nfigures: [{{{FIGURE}, quarter: 2026-Q5}}]\n"),
    ("feedback", f"as_of: 2026-11-20\nfigures: [{{{FIGURE}, quarter: 2026-Q4, n: 0}}]\n"),
    ("survey", "questions: {score: {type: nps, text: How likely}}\n"),
    ("survey", "title: Pulse\nquestions: {score: {type: stars, text: How likely}}\n"),
    ("survey", "title: Pulse\nquestions: {score: {type: nps}}\n"),
    ("survey", "title: Pulse\nquestions: {score: {type: choice, text: Which}}\n"),
    ("survey", "title: Pulse\nquestions: {score: {type: nps, text: How, max: 5}}\n"),
]

SOUND = [
    ("feedback", "as_of: 2026-11-20\nfigures:\n"),
    ("feedback", f"as_of: '2026-11-20'\nfigures: [{{{FIGURE}, quarter: 2026-Q4, n: 3, low: -8.5, project: }}]\n"),
    ("site", "name: Firm\nurl:\nmarkdown: python-markdown\ntheme:\n"),
    ("site", "name: 37\nmarkdown: {engine: gfm}\nholidays:\n"),
    ("client", "name: Acme\nlogo:\npeople:\n"),
    ("project", "name: Shop\nstart: 2026-01-05\nteam: [7]\ngoals:\nmilestones:\n"),
    ("project", "name: Shop\nstart: '2026-01-05'\nmilestones: {beta: {title: Beta, due: tbd, done: }}\n"),
    ("update", ""),
    ("update", "---\nend: {to: 2026-05-01, why: Because, side: us}\naspects: {time: null}\n---\n"),
    ("update", "---\nissues: {slow: {title: Slow, options: {1: {title: Wait}}, decision: 1}}\nvisibility: null\n---\n"),
    ("survey", "title: Pulse\nquestions: {score: {type: nps, text: How likely, low: Not, help: null}}\n"),
]


def find_kind(path: Path) -> str:
    kinds = {"sitegen": "site", "people": "people", "client": "client", "project": "project"}
    folders = {"surveys": "survey", "agencies": "agency", "updates": "update"}
    return folders.get(path.parent.name) or kinds[path.stem]


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_every_schema_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(describe_schema(kind))


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-3:]))
def test_the_example_is_accepted(path: Path) -> None:
    assert find_faults(find_kind(path), path.read_text("utf-8")) == []


@pytest.mark.parametrize(("kind", "text"), FAULTS)
def test_what_sitegen_refuses_the_schema_refuses(kind: str, text: str) -> None:
    if kind == "site":
        with pytest.raises(AssertionError):
            read_site(f"-- {HOMES[kind]} --\n{text}")
    else:
        assert read_site(
            f"-- {HOMES['project']} --\nname: Shop\nstart: 2026-01-05\n-- {HOMES[kind]} --\n{text}"
        ).problems
    assert find_faults(kind, text)


@pytest.mark.parametrize(("kind", "text"), SOUND)
def test_what_sitegen_reads_the_schema_accepts(kind: str, text: str) -> None:
    people = f"-- {HOMES['people']} --\n7: {{name: Seven}}\n"
    plan = f"-- {HOMES['project']} --\nname: Shop\nstart: 2026-01-05\n"
    assert read_site(f"{people}{plan}-- {HOMES[kind]} --\n{text}").problems == ()
    assert find_faults(kind, text) == []


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_every_object_is_closed_and_every_key_is_explained(kind: str) -> None:
    schema = describe_schema(kind)
    for part in (schema, *schema["$defs"].values()):
        if "properties" in part:
            assert part["additionalProperties"] is False
            assert [name for name, value in part["properties"].items() if not value.get("description")] == []


def test_descriptions_are_what_stands_in_the_model() -> None:
    milestone = describe_schema("update")["$defs"]["MilestonePatch"]["properties"]
    assert milestone["phase"]["description"] == "The phase of the project that it belongs to."
    assert milestone["note"]["description"] == "More about it, in Markdown."
    assert milestone["why"]["description"] == "The reason for this change."


def test_defaults_are_shown_as_they_are_written() -> None:
    site = describe_schema("site")["properties"]
    assert site["theme"]["default"] == "default"
    assert "default" not in site["due_soon"]


def test_a_plan_needs_whole_items_and_an_update_does_not() -> None:
    assert describe_schema("project")["$defs"]["MilestonePatch"]["required"] == ["due", "title"]
    assert "required" not in describe_schema("update")["$defs"]["MilestonePatch"]


def test_nobody_knows_a_schema_of_another_kind() -> None:
    with pytest.raises(KeyError):
        describe_schema("invoice")
