"""What was built becomes surveys.json: what the collector may receive, kept beside the record, never published."""

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from sitegen.build.places import find_asked
from sitegen.build.request import Prepared, Request
from sitegen.memory import replace_file
from sitegen.model import Audience, Site
from sitegen.pages import describe_asked


def write_asked(prepared: Prepared, request: Request) -> None:
    """Write what the clients and agencies of this build may answer; what other builds wrote of others stays.

    Without an endpoint nobody receives answers, so there is no such file. The firm's own edition asks nothing.
    """
    if request.audience != Audience.CLIENT or request.is_open:
        return
    file, site = find_asked(prepared.loaded.root), prepared.loaded.site
    if site.settings.surveys.endpoint is None:
        file.unlink(missing_ok=True)
        return
    workshop = prepared.workshop
    works = [(work.publication, work.states) for edition in prepared.editions for work in edition.works]
    asked = describe_asked(site, works, workshop.engine, workshop.theme.markup_words(site.settings.language))
    if request.clients:
        rest = prepared.loaded.part.rest if prepared.loaded.part else ()
        asked["projects"] = _keep_others(asked["projects"], _read_projects(file), site, rest)
    data = json.dumps(asked, ensure_ascii=False, indent=1).encode()
    if not file.is_file() or file.read_bytes() != data:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, data)


def _keep_others(new: Mapping[str, Any], old: Mapping[str, Any], site: Site, rest: Collection[str]) -> dict[str, Any]:
    """Return what this build knows, and what earlier ones knew of readers whose pages it did not make.

    `rest` are the clients of whom nothing was read, since nothing of theirs has changed.
    """
    kept = {path: project for path, project in old.items() if path.split("/", maxsplit=1)[0] in rest}
    for client in site.clients:
        readers = {client.id, client.head.agency}
        for path in (project.path for project in client.projects):
            if (found := new.get(path) or old.get(path)) is not None:
                before = old.get(path, {}).get("needs", {})
                known = {reader: needs for reader, needs in before.items() if reader in readers}
                kept[path] = {**found, "needs": known | new.get(path, {}).get("needs", {})}
    return dict(sorted(kept.items()))


def _read_projects(file: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(file.read_bytes())["projects"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}
