"""A small site, how it is built, and what came of it: what the tests of warm builds have in common."""

from datetime import date
from pathlib import Path

from sitegen.build import Request, build

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
