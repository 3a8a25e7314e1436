"""What was built becomes surveys.json: what the collector may receive, kept beside the record, never published."""

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from sitegen.build.frame import Frame
from sitegen.build.harvest import Harvest
from sitegen.build.places import find_asked
from sitegen.errors import WorkError
from sitegen.memory import WHOLE, replace_file
from sitegen.model import Audience
from sitegen.pages import describe_asked, join_asked

Asked = Mapping[str, Mapping[str, Any]]
"""By `client/project`, what waits for each of its readers."""


def write_asked(frame: Frame, harvest: Harvest) -> None:
    """Write what the clients and agencies of this build may answer; what other builds wrote of others stays.

    Without an endpoint nobody receives answers, so there is no such file. The firm's own edition asks nothing.
    """
    request, site, workshop = frame.request, frame.heads.site, frame.workshop
    if request.audience != Audience.CLIENT or request.is_open or workshop is None:
        return
    file = find_asked(frame.heads.root)
    if site.settings.surveys.endpoint is None:
        file.unlink(missing_ok=True)
        return
    projects: Asked = join_asked(result.asked for result in harvest.results)
    if request.clients or request.shard != WHOLE:
        made = {parcel.owner_id for parcel in harvest.parcels}
        projects = _keep_others(projects, _read_projects(file), made, _list_agencies(frame))
    asked = describe_asked(site, projects, workshop.engine, workshop.theme.markup_words(site.settings.language))
    data = json.dumps(asked, ensure_ascii=False, indent=1).encode()
    try:
        if not file.is_file() or file.read_bytes() != data:
            file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(file, data)
    except OSError as error:
        raise WorkError(f"{file} cannot be written: {error.strerror}") from error


def _list_agencies(frame: Frame) -> Mapping[str, str | None]:
    """Return the agency of every client, of those included that were not read."""
    rest = frame.heads.part.rest if frame.heads.part else {}
    known = {name: entry.agency for name, entry in rest.items()}
    return {**known, **{client.id: client.head.agency for client in frame.heads.site.clients}}


def _keep_others(new: Asked, old: Asked, made: Collection[str], agencies: Mapping[str, str | None]) -> Asked:
    """Return what this build knows, and what earlier ones knew of readers whose pages it did not make."""
    kept: dict[str, Mapping[str, Any]] = {}
    for path in (*new, *(path for path in old if path not in new)):
        client = path.split("/", maxsplit=1)[0]
        if client not in agencies or (client in made and path not in new):
            continue
        readers = {client, agencies[client]} - set(made)
        before = {reader: needs for reader, needs in _find_needs(old, path).items() if reader in readers}
        kept[path] = {**(new.get(path) or old[path]), "needs": {**before, **_find_needs(new, path)}}
    return kept


def _find_needs(asked: Asked, path: str) -> Mapping[str, Any]:
    needs: Mapping[str, Any] = asked.get(path, {}).get("needs", {})
    return needs


def _read_projects(file: Path) -> Asked:
    try:
        return dict(json.loads(file.read_bytes())["projects"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}
