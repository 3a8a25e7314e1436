"""A site's heads become the folders of its readers: whose pages are wanted, where they stand, what protects them."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date

from sitegen.build.agencies import find_agencies
from sitegen.build.loading import Loaded
from sitegen.build.locks import Locksmith
from sitegen.build.places import find_output
from sitegen.build.publish import Folder, check_access, find_folder, has_ended
from sitegen.build.tree import Tree
from sitegen.memory import Request, find_record
from sitegen.model import Agency, Audience, Client
from sitegen.problems import Problems
from sitegen.survey import Signer
from sitegen.value import value


@value
class Folders:
    """Whose pages are wanted, and where they stand."""

    clients: Sequence[Client]
    agencies: Sequence[Agency]
    own: Mapping[str, Folder] = field(default_factory=dict)
    """By the id of a client or an agency; those whose pages are not written have none, and the firm needs none."""
    signer: Signer | None = None
    """Signs the forms that a collector receives."""
    secrets: Mapping[str, str]
    """The secrets in use, by the name of their variable."""


def find_folders(heads: Loaded, request: Request, day: date, locksmith: Locksmith, problems: Problems) -> Folders:
    """Return the folders of the readers that are wanted; what keeps one from being written is told."""
    site = heads.site
    clients = [client for client in site.clients if not request.clients or client.id in request.clients]
    if request.audience == Audience.INTERNAL:
        return Folders(clients=clients, agencies=(), secrets={})
    signer = None if request.is_open else locksmith.find_signer()
    wanted = find_wanted_agencies(heads, request)
    agencies = [agency for agency in site.agencies.values() if wanted is None or agency.id in wanted]
    own = {client.id: _find_folder(client, heads, request, day, locksmith) for client in clients}
    for agency in agencies:
        if not has_ended(site.find_access(agency), day):
            check_access(agency, list_shown(agency, heads, day), heads, problems)
        own[agency.id] = _find_folder(agency, heads, request, day, locksmith)
    return Folders(
        clients=clients,
        agencies=agencies,
        own={owner_id: folder for owner_id, folder in own.items() if folder},
        signer=signer,
        secrets=locksmith.secrets,
    )


def list_shown(agency: Agency, heads: Loaded, day: date) -> list[Client]:
    """Return the clients whose projects an agency's pages show."""
    own = (client for client in heads.site.clients if client.head.agency == agency.id)
    return [client for client in own if not has_ended(heads.site.find_access(client), day)]


def find_wanted_agencies(heads: Loaded, request: Request) -> frozenset[str] | None:
    """Return the agencies whose folders the wanted clients change; None where all of the site is wanted."""
    if heads.part:
        return heads.part.agencies
    if not request.clients:
        return None
    output = find_output(heads, request.audience, request.output)
    return find_agencies(heads.site, request.clients, Tree(output, find_record(request)).list_written())


def _find_folder(
    owner: Client | Agency, heads: Loaded, request: Request, day: date, locksmith: Locksmith
) -> Folder | None:
    """Return a reader's folder; None where it is not to be written."""
    access = heads.site.find_access(owner)
    if has_ended(access, day):
        return None
    return Folder(name=owner.id) if request.is_open else find_folder(owner, access, locksmith)
