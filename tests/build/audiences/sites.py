"""A written project becomes a whole site around it: in full, or as it would be were its reader alone in the world."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sitegen.build import Request
from sitegen.model import Audience
from tests.bad_input.site import read_tree, try_build
from tests.build.audiences.forgetting import forget
from tests.build.audiences.written import Written
from tests.cases import write_files

SECRET = "0123456789abcdef0123456789abcdef"
SITE = "name: Firm\nurl: https://status.example.com/\ntimezone: Europe/Kyiv\nbrand: {logo: content/firm.svg}\n"
FIRM: Mapping[str, dict[str, Any]] = {
    "ann": {"name": "Ann Firm", "email": "ann@example.com", "photo": "ann.svg"},
    "eve": {"name": "Eve Firm", "photo": "eve.svg"},
}
SURVEYS = {
    name: f"title: Survey {name}\nquestions: {{score: {{type: nps, text: How likely?}}}}\n"
    for name in ("pulse", "after", "other")
}
ACME = "content/clients/acme"
FIGURES = (
    "as_of: 2026-03-31\nfigures:\n"
    "  - {client: acme, project: shop, survey: pulse, quarter: 2026-Q1, question: score, type: nps, n: 8, value: -50}\n"
    "  - {client: acme, survey: pulse, quarter: 2026-Q1, question: score, type: nps, n: 8, value: -50}\n"
)
"""What only the firm's own portfolio shows."""


def lay_out_full(project: Written, mode: str) -> dict[str, str]:
    """Return the files of a site with three clients and an agency, with secret projects, people and texts."""
    people = {name: {**person, "capacity": 40} for name, person in FIRM.items()}
    return {
        **_lay_out_own(mode, people, "importance: key\n", [*SURVEYS]),
        **project.lay_out(f"{ACME}/shop"),
        f"{ACME}/shop/files/unlinked.txt": "Nobody links here.\n",
        "content/feedback.yml": FIGURES,
        **_lay_out_project(f"{ACME}/a-first", "internal"),
        **_lay_out_project(f"{ACME}/z-last", "agency"),
        "content/clients/beta/client.yml": (
            f"name: Beta\nagency: mid\nlogo: beta.svg\naccess: {{mode: {mode}}}\n"
            'people: {zed: {name: "Zed Beta", photo: zed.svg}}\n'
        ),
        "content/clients/beta/beta.svg": _draw("beta"),
        "content/clients/beta/zed.svg": _draw("zed"),
        **_lay_out_project("content/clients/beta/app", "client"),
        "content/clients/gamma/client.yml": "name: Gamma\naccess: {mode: public}\n",
        **_lay_out_project("content/clients/gamma/app", "client"),
    }


def lay_out_alone(project: Written, mode: str, audience: Audience, day: date) -> dict[str, str]:
    """Return the files of a site that holds what the client acme, or its agency, may know, and nothing else."""
    known = forget(project, audience, day.isoformat())
    people = {name: person for name, person in FIRM.items() if name in known.find_people() | {"ann"}}
    files = {
        **_lay_out_own(mode, people, "", [*SURVEYS]),
        **known.lay_out(f"{ACME}/shop"),
    }
    if audience is Audience.AGENCY:
        whole = lay_out_full(project, mode)
        files |= {
            path: text for path, text in whole.items() if path.startswith(("content/clients/beta/", f"{ACME}/z-"))
        }
        files["content/people.yml"] = whole["content/people.yml"].replace(', "capacity": 40', "")
    return files


def _lay_out_own(mode: str, people: Mapping[str, Any], importance: str, surveys: list[str]) -> dict[str, str]:
    return {
        "sitegen.yml": SITE,
        "content/firm.svg": _draw("firm"),
        "content/people.yml": json.dumps(people),
        **{f"content/{name}.svg": _draw(name) for name in FIRM},
        **{f"content/surveys/{name}.yml": SURVEYS[name] for name in surveys},
        "content/agencies/mid.yml": (
            f"name: Mid\ncontact: ann\naccess: {{mode: {mode}}}\n"
            'people: {ida: {name: "Ida Mid", photo: ../photos/ida.svg}}\n'
        ),
        "content/photos/ida.svg": _draw("ida"),
        f"{ACME}/client.yml": (
            f"name: Acme\nagency: mid\nlogo: acme.svg\naccess: {{mode: {mode}}}\n"
            f'people: {{bob: {{name: "Bob Acme", photo: bob.svg}}}}\n{importance}'
        ),
        f"{ACME}/acme.svg": _draw("acme"),
        f"{ACME}/bob.svg": _draw("bob"),
    }


def _lay_out_project(folder: str, visibility: str) -> dict[str, str]:
    """Return a small project that starts before all others, with a team and an update."""
    return {
        f"{folder}/project.yml": (
            f"name: Project {folder[-5:]}\nstart: 2025-03-03\nvisibility: {visibility}\nteam: [eve]\n"
            "surveys: {other: {when: always}}\nmilestones: {first: {title: First, due: 2026-02-02}}\n"
        ),
        f"{folder}/updates/2026-03-30.md": "---\nheadline: Well\nauthor: eve\n---\nAll is well: [x](../files/x.txt)\n",
        f"{folder}/files/x.txt": folder,
    }


def _draw(word: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg"><title>{word}</title></svg>'


def build_tree(files: Mapping[str, str], root: Path, day: date, templates: Path) -> dict[str, bytes]:
    """Build a site in a new folder, with templates that earlier builds have compiled; return what was written."""
    write_files(dict(files), root)
    cache = root / ".sitegen" / "cache"
    cache.mkdir(parents=True)
    (cache / "templates").symlink_to(templates)
    messages = try_build(Request(config=root / "sitegen.yml", day=day, jobs=1))
    assert not messages, "\n".join(messages)
    return read_tree(root / "site")


def part_of(tree: Mapping[str, bytes], owner: str) -> dict[str, bytes]:
    """Return the files of one owner's folder, whatever its token, by their whole paths."""
    return {path: data for path, data in tree.items() if path.partition("/")[0].partition("-")[0] == owner}
