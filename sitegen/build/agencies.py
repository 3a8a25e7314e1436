"""The clients that are to be built, and what was written of them, become the agencies whose folders that changes."""

import re
from collections.abc import Collection, Iterable, Iterator

from sitegen.access import TOKEN_LENGTH
from sitegen.model import Site

TOKEN = re.compile(rf"-[a-z2-7]{{{TOKEN_LENGTH}}}$")


def find_agencies(site: Site, clients: Collection[str], written: Iterable[str]) -> frozenset[str]:
    """Return the agencies that the clients have, and those in whose folders they were written.

    An agency that a client has left loses its pages at once; one that is no longer in the content loses its folder.
    """
    own = {client.head.agency for client in site.clients if client.id in clients}
    return frozenset({agency for agency in own if agency} | set(_find_former(site, clients, written)))


def _find_former(site: Site, clients: Collection[str], written: Iterable[str]) -> Iterator[str]:
    """Go through those whose folder holds one of the clients; a client's own folder may hold a project of that name."""
    known = {client.id for client in site.clients}
    folders = {tuple(path.split("/")[:2]) for path in written if path.count("/") > 1}
    for root, below in sorted(folders):
        owner = root if root in known else TOKEN.sub("", root)
        if below in clients and owner not in known:
            yield owner
