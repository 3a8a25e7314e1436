"""A text of files parted by `-- path --` lines becomes a site, by way of a folder and the real reading of it."""

import hashlib
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import dedent

from sitegen.model import Audience, Project, Site, decode_settings, decode_site
from sitegen.problems import Problem, Problems
from sitegen.source import find_sources, parse_yaml_document, read_documents
from sitegen.state import Rules, State, fold

PART = re.compile(r"^-- (\S+) --\n", re.MULTILINE)
DEFAULTS = {
    "sitegen.yml": "name: Firm\n",
    "content/clients/acme/client.yml": "name: Acme\n",
    "content/surveys/pulse.yml": "title: Pulse\nquestions: {score: {type: nps, text: How likely?}}\n",
}
PROJECT = "content/clients/acme/shop"
PLAN = f"{PROJECT}/project.yml"
BRIEF = f"{PROJECT}/files/brief.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A site as read, and whatever was wrong with it."""

    site: Site
    problems: tuple[Problem, ...]
    digests: dict[str, str]
    """SHA-256 of every file, by path."""

    @property
    def project(self) -> Project:
        """The first project."""
        return self.site.clients[0].projects[0]


def part_files(text: str) -> dict[str, str]:
    """Return the text of each file, by path."""
    pieces = PART.split(text)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def write_files(files: dict[str, str], root: Path) -> None:
    """Put files into a folder."""
    for path, content in files.items():
        location = root / path
        location.parent.mkdir(parents=True, exist_ok=True)
        location.write_bytes(content.encode())


def read_folder(root: Path) -> Case:
    """Read the site that stands in a folder, with all its problems."""
    problems = Problems()
    document = parse_yaml_document((root / "sitegen.yml").read_bytes(), "sitegen.yml", problems)
    settings = decode_settings(document, problems) if document else None
    assert document and settings, list(problems)
    sources = find_sources(root / settings.content, root, problems)
    site = decode_site(settings, document, sources, read_documents(sources, problems), problems)
    digests = {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
    return Case(site=site, problems=tuple(problems), digests=digests)


def read_site(text: str) -> Case:
    """Read a whole site from one text; settings, a client and a survey are added where it has none."""
    files = DEFAULTS | part_files(text)
    with tempfile.TemporaryDirectory() as folder:
        write_files(files, Path(folder))
        return read_folder(Path(folder))


def read_project(plan: str = "", updates: Mapping[str, str] | None = None) -> Project:
    """Read one project from its plan and its updates of 2026.

    Updates go by `month-day`, and a word where there are several on a day: `03-09`, `03-09-internal`. Text without a
    line `---` is front matter alone. A plan has a name, a start where it gives none, and a file `files/brief.txt`.
    """
    start = "" if re.search("^start:", dedent(plan), re.MULTILINE) else "start: 2026-01-05\n"
    parts = [f"-- {BRIEF} --\nWhat we agreed on.\n", f"-- {PLAN} --\nname: Shop\n{start}{dedent(plan)}\n"]
    for name, text in (updates or {}).items():
        written = dedent(text).lstrip()
        whole = written if re.search("^---$", written, re.MULTILINE) else f"---\n{written}\n---\n"
        parts.append(f"-- {PROJECT}/updates/2026-{name}.md --\n{whole}\n")
    case = read_site("".join(parts))
    assert not case.problems, case.problems
    return case.project


def on(day: str) -> date:
    """Read a day of 2026, `03-09`."""
    return date.fromisoformat(f"2026-{day}")


def state_on(day: str, project: Project, audience: Audience = Audience.CLIENT, rules: Rules | None = None) -> State:
    """Fold a project at a day of 2026, `03-09`."""
    return fold(project, on(day), audience, rules or Rules())
