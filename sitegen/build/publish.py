"""A site becomes its publications: which clients are built, where they stand, and what of them is left out."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sitegen.access import explain_secret, make_token
from sitegen.build.loading import Loaded
from sitegen.build.report import LeftOut
from sitegen.errors import UsageError
from sitegen.model import Access, Audience, Client, Project
from sitegen.pages import ClientUrls, Picture, Publication, find_pictures
from sitegen.problems import Problems, suggest
from sitegen.source import read_bytes
from sitegen.state import State, fold

SECRET = "SITEGEN_SECRET"
RESERVED = frozenset({"assets"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientWork:
    """All that one client's pages are made from."""

    publication: Publication
    states: tuple[tuple[Project, State], ...]
    pictures: tuple[Picture, ...]


def make_work(
    loaded: Loaded,
    audience: Audience,
    day: date,
    chosen: Sequence[str],
    problems: Problems,
    *,
    with_drafts: bool,
    is_open: bool = False,
) -> tuple[ClientWork, ...]:
    """Return what there is to build for an audience on a day; only the chosen clients, where any are."""
    clients = {client.id: client for client in loaded.site.clients}
    for client_id in chosen:
        if client_id not in clients:
            raise UsageError(f"there is no client '{client_id}'{suggest(client_id, clients)}")
    _check_paths(loaded, problems)
    made = (
        _make_client(client, loaded, audience, day, problems, with_drafts=with_drafts, is_open=is_open)
        for client in clients.values()
        if not chosen or client.id in chosen
    )
    return tuple(work for work in made if work)


def _make_client(
    client: Client,
    loaded: Loaded,
    audience: Audience,
    day: date,
    problems: Problems,
    *,
    with_drafts: bool,
    is_open: bool,
) -> ClientWork | None:
    access = client.head.access or loaded.site.settings.access
    if has_ended(access, day):
        return None
    folder = client.id if is_open else find_folder(client, access, audience, problems)
    if folder is None:
        return None
    urls = ClientUrls(root=folder, folder=folder)
    pictures = find_pictures(loaded.site, client, lambda file: read_bytes(file.location))
    publication = Publication(
        site=loaded.site,
        client=client,
        audience=audience,
        day=day,
        urls=urls,
        pictures={picture.path: f"{urls.assets}/{picture.name}" for picture in pictures},
    )
    states = tuple(
        (project, fold(project, day, audience, loaded.rules, with_drafts=with_drafts))
        for project in client.projects
        if audience.sees(project.plan.head.visibility)
    )
    return ClientWork(publication=publication, states=states, pictures=pictures)


def has_ended(access: Access, day: date) -> bool:
    """Tell whether a client's pages are no longer written."""
    return access.until is not None and day >= access.until


def find_folder(client: Client, access: Access, audience: Audience, problems: Problems) -> str | None:
    """Return the folder that a client's pages stand in; None where what protects it is missing, which is told."""
    if audience is Audience.INTERNAL or access.mode == "public":
        return client.id
    here = client.document.position_of_key("access", "mode")
    if access.mode == "password":
        message = "pages behind a password cannot be made yet; use 'mode: link', nothing was published"
        problems.error("bad-secret", message, here)
        return None
    secret = os.environ.get(SECRET)
    if fault := explain_secret(secret):
        problems.error("bad-secret", fault, here)
        return None
    assert secret is not None
    return f"{client.id}-{make_token(secret, client.id, access.version)}"


def _check_paths(loaded: Loaded, problems: Problems) -> None:
    """Tell of two things that would stand at one path."""
    agencies = loaded.site.agencies
    for agency in agencies.values():
        if agency.id in RESERVED:
            message = f"an agency cannot be called '{agency.id}': that folder holds the site's assets"
            problems.error("path-conflict", message, agency.document.start)
    for client in loaded.site.clients:
        if client.id in agencies:
            message = f"the client and the agency '{client.id}' would stand in one folder; rename one of them"
            problems.error("path-conflict", message, client.document.start)
        if client.id in RESERVED:
            message = f"a client cannot be called '{client.id}': that folder holds the site's assets"
            problems.error("path-conflict", message, client.document.start)
        for project in client.projects:
            if project.id in RESERVED:
                message = f"a project cannot be called '{project.id}': that folder holds the client's assets"
                problems.error("path-conflict", message, project.plan.document.start)


def count_left_out(loaded: Loaded, work: Iterable[ClientWork], day: date, used: Mapping[str, int]) -> LeftOut:
    """Count what was read and has no page; `used` is how many attachments of each project something links to."""
    drafts = future = hidden = unlinked = 0
    for each in work:
        for project, state in each.states:
            shown = {report.update.id for report in state.reports}
            rest = [update for update in project.updates if update.id not in shown]
            drafts += sum(update.is_draft for update in rest)
            future += sum(update.day > day and not update.is_draft for update in rest)
            hidden += sum(update.day <= day and not update.is_draft for update in rest)
            unlinked += len(project.files) - used.get(project.path, 0)
    settings = loaded.site.settings
    ended = sum(has_ended(client.head.access or settings.access, day) for client in loaded.site.clients)
    return LeftOut(drafts=drafts, future=future, hidden=hidden, unlinked=unlinked, ended=ended)
