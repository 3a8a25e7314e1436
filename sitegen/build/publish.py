"""Where a reader's folder stands, and what keeps it from being written: access, secrets, two things at one path."""

from collections.abc import Iterable
from datetime import date

from sitegen.access import Guard, Lock
from sitegen.build.loading import Loaded
from sitegen.build.locks import Locksmith
from sitegen.model import Access, Agency, Client
from sitegen.problems import Problems
from sitegen.value import value

RESERVED = frozenset({"assets"})
STRENGTH = {"public": 0, "link": 1, "password": 2}
"""How well each mode protects."""


def has_ended(access: Access, day: date) -> bool:
    """Tell whether a client's pages are no longer written."""
    return access.until is not None and day >= access.until


@value
class Folder:
    """Where a reader's pages stand, and what locks them or has a server guard them."""

    name: str
    lock: Lock | None = None
    guard: Guard | None = None


def find_folder(owner: Client | Agency, access: Access, locksmith: Locksmith) -> Folder | None:
    """Return the folder of a client or an agency; None where what protects it is missing, which is told."""
    if access.mode == "password":
        lock = locksmith.find_lock(owner, access)
        return Folder(name=owner.id, lock=lock) if lock else None
    guard = locksmith.find_guard(owner, access) if access.basic else None
    token = locksmith.find_token(owner, access) if access.mode == "link" else None
    if (access.basic and guard is None) or (access.mode == "link" and token is None):
        return None
    return Folder(name=f"{owner.id}-{token}" if token else owner.id, guard=guard)


def check_access(agency: Agency, clients: Iterable[Client], loaded: Loaded, problems: Problems) -> None:
    """Tell of clients who would be less protected in their agency's folder than in their own."""
    access = loaded.site.find_access(agency)
    is_asked = access.basic or access.mode == "password"
    for client in clients:
        own = loaded.site.find_access(client)
        if STRENGTH[access.mode] < STRENGTH[own.mode] or (own.basic and not is_asked):
            message = (
                f"the agency's pages are {_describe(access)}, those of its client '{client.id}' are {_describe(own)}; "
                f"protect the agency's as well, its folder shows the client's projects"
            )
            problems.error("access-conflict", message, agency.document.position_of_key("access", "mode"))


def _describe(access: Access) -> str:
    return f"'{access.mode}'{' with basic' if access.basic else ''}"


def check_paths(loaded: Loaded, problems: Problems) -> None:
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


def check_project_paths(loaded: Loaded, problems: Problems) -> None:
    """Tell of projects that would stand where something else does."""
    for client in loaded.site.clients:
        for project in client.projects:
            if project.id in RESERVED:
                message = f"a project cannot be called '{project.id}': that folder holds the client's assets"
                problems.error("path-conflict", message, project.plan.document.start)
