"""Where a reader's folder stands, and what keeps it from being written: access, secrets, two things at one path."""

import os
from collections.abc import Iterable
from datetime import date

from sitegen.access import explain_secret, make_token
from sitegen.build.loading import Loaded
from sitegen.model import Access, Agency, Client
from sitegen.problems import Problems

SECRET = "SITEGEN_SECRET"
RESERVED = frozenset({"assets"})
STRENGTH = {"public": 0, "link": 1, "password": 2}
"""How well each mode protects."""


def has_ended(access: Access, day: date) -> bool:
    """Tell whether a client's pages are no longer written."""
    return access.until is not None and day >= access.until


def find_folder(owner: Client | Agency, access: Access, problems: Problems) -> str | None:
    """Return the folder of a client or an agency; None where what protects it is missing, which is told."""
    if access.mode == "public":
        return owner.id
    here = owner.document.position_of_key("access", "mode")
    if access.mode == "password":
        message = "pages behind a password cannot be made yet; use 'mode: link', nothing was published"
        problems.error("bad-secret", message, here)
        return None
    secret = os.environ.get(SECRET)
    if fault := explain_secret(secret):
        problems.error("bad-secret", fault, here)
        return None
    assert secret is not None
    return f"{owner.id}-{make_token(secret, owner.id, access.version)}"


def check_access(agency: Agency, clients: Iterable[Client], loaded: Loaded, problems: Problems) -> None:
    """Tell of clients who would be less protected in their agency's folder than in their own."""
    default = loaded.site.settings.access
    mode = (agency.head.access or default).mode
    for client in clients:
        own = (client.head.access or default).mode
        if STRENGTH[mode] < STRENGTH[own]:
            message = (
                f"the agency's pages are '{mode}', those of its client '{client.id}' are '{own}'; "
                f"protect the agency's as well, its folder shows the client's projects"
            )
            problems.error("access-conflict", message, agency.document.position_of_key("access", "mode"))


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
        for project in client.projects:
            if project.id in RESERVED:
                message = f"a project cannot be called '{project.id}': that folder holds the client's assets"
                problems.error("path-conflict", message, project.plan.document.start)
