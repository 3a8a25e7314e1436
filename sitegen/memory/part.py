"""What was recalled becomes the part of a site that is to be read: the clients that were touched, and theirs."""

from collections.abc import Mapping
from dataclasses import replace

from sitegen.memory.ledger import ClientEntry
from sitegen.memory.recall import Recalled
from sitegen.memory.request import Request
from sitegen.memory.warned import Warned
from sitegen.value import value


@value
class Part:
    """A part of a site; the rest is as it was, and is known from the last build."""

    made: frozenset[str]
    """The clients whose pages are made."""
    read: frozenset[str]
    """Those that are read for that: with them, the other clients of their agencies, which show all theirs."""
    agencies: frozenset[str]
    """Those of the clients that are made."""
    projects: frozenset[str]
    """The projects of theirs, `client/project`, that are not as they were."""
    rest: Mapping[str, ClientEntry]
    """The clients that are not read."""
    warned: Warned
    """What the last build warned of in files that are as they were."""


def find_part(recalled: Recalled) -> Part | None:
    """Return what is to be read; None for the whole site."""
    ledger, made = recalled.ledger, recalled.clients
    if ledger is None or made is None:
        return None
    agencies = frozenset(agency for name in made if (agency := ledger.clients[name].agency))
    read = made | {name for name, entry in ledger.clients.items() if entry.agency in agencies}
    rest = {name: entry for name, entry in ledger.clients.items() if name not in read}
    clients = f"{ledger.ground.content}/clients"
    changed = {f"{clients}/{project}/" for project in recalled.projects}
    folders = tuple(f"{clients}/{name}/" for name in rest)
    warned = ledger.warned.keep(lambda key: key not in changed and (key.endswith("/") or key.startswith(folders)))
    return Part(made=made, read=read, agencies=agencies, projects=recalled.projects, rest=rest, warned=warned)


def narrow(request: Request, part: Part | None) -> Request:
    """Return the request for a part of the site alone."""
    return replace(request, clients=tuple(sorted(part.made))) if part else request
