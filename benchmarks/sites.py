"""Invented clients become a site in one program's own form, ready to be built."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.content import Client, Project, Update

PEERS = Path(__file__).parent / "peers"
"""What the other programs' sites hold besides content: their settings and templates."""


def write_sitegen(clients: Iterator[Client], folder: Path) -> None:
    """Write a site for sitegen: plans hold what was agreed, updates what moved."""
    _write(folder / "sitegen.yml", "name: Bench & Co\nurl: https://status.example.com/\nchecks: {stale: off}\n")
    _write(folder / "content/people.yml", "lee: {name: Kim Lee, role: Project manager}\n")
    for client in clients:
        home = folder / "content/clients" / client.id
        _write(home / "client.yml", f"name: {json.dumps(client.name)}\ncontact: lee\n")
        for project in client.projects:
            _write(home / project.id / "project.yml", _format_plan(project))
            for place, update in enumerate(project.updates):
                name = f"{update.day}-{update.slug}.md"
                _write(home / project.id / "updates" / name, _format_update(project, update, place))


def write_hugo(clients: Iterator[Client], folder: Path) -> None:
    """Write a site for Hugo, its navigation and project panel kept by `partialCached`."""
    shutil.copytree(PEERS / "hugo", folder, dirs_exist_ok=True)
    _write(folder / "content/_index.md", _front({"title": "Status"}))
    for client in clients:
        home = folder / "content" / client.id
        _write(home / "_index.md", _front({"title": client.name}))
        for project in client.projects:
            _write(home / project.id / "_index.md", _front(_describe(project) | {"layout": "project"}))
            for update in project.updates:
                name = f"{update.day}-{update.slug}.md"
                front = {
                    "title": update.headline,
                    "date": str(update.day),
                    "author": "Kim Lee",
                    "health": update.health,
                }
                _write(home / project.id / name, _front(front) + update.body)


def write_eleventy(clients: Iterator[Client], folder: Path) -> None:
    """Write a site for Eleventy, with Nunjucks templates and data files."""
    shutil.copytree(PEERS / "eleventy", folder, dirs_exist_ok=True)
    links: list[Mapping[str, str]] = []
    for client in clients:
        home = folder / "content" / client.id
        own = [{"name": project.name, "url": f"/{client.id}/{project.id}/"} for project in client.projects]
        links.append({"name": client.name, "url": f"/{client.id}/"})
        _write(home / "index.njk", _front({"layout": "list.njk", "title": client.name, "links": own}))
        for project in client.projects:
            key = f"{client.id}/{project.id}"
            data = {"layout": "update.njk", "key": key, "project": _describe(project) | {"siblings": own}}
            _write(home / project.id / f"{project.id}.11tydata.json", json.dumps(data))
            _write(home / project.id / "index.md", _front({"layout": "project.njk"}))
            for update in project.updates:
                front = {"title": update.headline, "author": "Kim Lee", "health": update.health}
                _write(home / project.id / f"{update.day}-{update.slug}.md", _front(front) + update.body)
    _write(folder / "content/index.njk", _front({"layout": "list.njk", "title": "Status", "links": links}))


WRITERS: Mapping[str, Callable[[Iterator[Client], Path], None]] = {
    "sitegen": write_sitegen,
    "hugo": write_hugo,
    "eleventy": write_eleventy,
}
"""By program."""


def _format_plan(project: Project) -> str:
    plan = {
        "name": project.name,
        "summary": project.summary,
        "start": str(project.start),
        "end": str(project.end),
        "contact": "lee",
        "milestones": {each.id: {"title": each.title, "due": str(each.agreed)} for each in project.milestones},
        "risks": {
            each.id: {
                "title": each.title,
                "impact": each.level,
                "likelihood": each.level,
                "owner": each.owner,
                "response": each.response,
            }
            for each in project.risks
        },
        "actions": {
            each.id: {"title": each.title, "due": str(each.due), "owner": each.owner} for each in project.actions
        },
    }
    return _format_yaml(plan)


def _format_update(project: Project, update: Update, place: int) -> str:
    """Return an update; every third one moves a milestone, if it moved at all."""
    front: dict[str, object] = {"headline": update.headline, "author": "lee", "health": update.health}
    milestone = project.milestones[place // 3 % len(project.milestones)]
    if place % 3 == 0 and milestone.due != milestone.agreed:
        front["milestones"] = {milestone.id: {"due": str(milestone.due), "why": "More was asked for"}}
    return f"---\n{_format_yaml(front)}---\n{update.body}"


def _describe(project: Project) -> dict[str, object]:
    """Return what all pages of a project show, for programs that know nothing of projects."""
    last = project.updates[-1].health if project.updates else "not-started"
    return {
        "title": project.name,
        "summary": project.summary,
        "health": last,
        "start": str(project.start),
        "end": str(project.end),
        "milestones": [
            {"title": each.title, "due": str(each.due), "baseline": str(each.agreed)} for each in project.milestones
        ],
        "risks": [
            {"title": each.title, "level": each.level, "owner": each.owner, "response": each.response}
            for each in project.risks
        ],
        "actions": [{"title": each.title, "due": str(each.due), "owner": each.owner} for each in project.actions],
    }


def _format_yaml(value: Mapping[str, object], depth: int = 0) -> str:
    """Return YAML as people write it: maps in blocks, text in quotes where it is JSON's."""
    lines = []
    for key, inner in value.items():
        if isinstance(inner, Mapping):
            lines.append(f"{'  ' * depth}{key}:\n{_format_yaml(inner, depth + 1)}")
        else:
            lines.append(f"{'  ' * depth}{key}: {json.dumps(inner, ensure_ascii=False)}\n")
    return "".join(lines)


def _front(data: Mapping[str, object]) -> str:
    return f"---\n{_format_yaml(data)}---\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
