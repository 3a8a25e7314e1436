"""A site becomes its editions: for each reader, a client, an agency or the firm, the folder of pages to be made."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sitegen.access import Guard
from sitegen.build.loading import Loaded
from sitegen.build.locks import Locksmith
from sitegen.build.publish import Folder, check_access, check_paths, find_folder, has_ended
from sitegen.errors import UsageError
from sitegen.model import Agency, Audience, Client, Project
from sitegen.pages import ClientUrls, Picture, Publication, Reader, find_pictures
from sitegen.problems import Problems, suggest
from sitegen.source import read_bytes
from sitegen.state import State, fold
from sitegen.survey import Signer
from sitegen.value import value


@value
class ClientWork:
    """What one client's pages in an edition are made from."""

    publication: Publication
    states: tuple[tuple[Project, State], ...]


@value
class Edition:
    """One reader's folder, complete in itself."""

    reader: Reader
    works: tuple[ClientWork, ...]
    """The client's own, or those of all the clients that the agency or the firm sees."""
    pictures: tuple[Picture, ...]
    guard: Guard | None = None
    """Whom a web server lets in, where it asks for a password itself."""


@value
class Choice:
    """What of a site is wanted: for whom, as of when, and which clients."""

    audience: Audience
    day: date
    clients: tuple[str, ...] = ()
    """Only these; empty for all."""
    agencies: frozenset[str] = frozenset()
    """Where clients are chosen, the agencies whose folders that changes."""
    with_drafts: bool = False
    is_open: bool = False
    """Every reader at a plain address: a preview that stays on this machine needs no secrets."""


def make_editions(loaded: Loaded, choice: Choice, problems: Problems) -> tuple[Edition, ...]:
    """Return the folders to make; where clients are chosen, theirs and their agencies'."""
    clients = {client.id: client for client in loaded.site.clients}
    for client_id in choice.clients:
        if client_id not in clients:
            raise UsageError(f"there is no client '{client_id}'{suggest(client_id, clients)}")
    check_paths(loaded, problems)
    if choice.audience is Audience.INTERNAL:
        return (_make_edition(loaded, choice, None, Folder(name=""), _choose(clients.values(), choice)),)
    locksmith = Locksmith(loaded, problems)
    signer = None if choice.is_open else locksmith.find_signer()
    editions = tuple(_make_public(loaded, choice, locksmith, signer, problems))
    locksmith.tell_published()
    return editions


def _make_public(
    loaded: Loaded, choice: Choice, locksmith: Locksmith, signer: Signer | None, problems: Problems
) -> Iterator[Edition]:
    """Make the clients' folders, then the agencies'."""
    site = loaded.site
    for client in _choose(site.clients, choice):
        folder = _find_folder(loaded, client, choice, locksmith)
        if folder is not None:
            yield _make_edition(loaded, choice, client, folder, [client], signer)
    for agency in site.agencies.values():
        if choice.clients and agency.id not in choice.agencies:
            continue
        own = [client for client in site.clients if client.head.agency == agency.id]
        shown = [client for client in own if not has_ended(site.find_access(client), choice.day)]
        if not has_ended(site.find_access(agency), choice.day):
            check_access(agency, shown, loaded, problems)
        folder = _find_folder(loaded, agency, choice, locksmith)
        if folder is not None:
            yield _make_edition(loaded, choice, agency, folder, shown, signer)


def _choose(clients: Iterable[Client], choice: Choice) -> list[Client]:
    return [client for client in clients if not choice.clients or client.id in choice.clients]


def _find_folder(loaded: Loaded, owner: Client | Agency, choice: Choice, locksmith: Locksmith) -> Folder | None:
    """Return a reader's folder; None where it is not to be written."""
    access = loaded.site.find_access(owner)
    if has_ended(access, choice.day):
        return None
    return Folder(name=owner.id) if choice.is_open else find_folder(owner, access, locksmith)


def _make_edition(
    loaded: Loaded,
    choice: Choice,
    owner: Client | Agency | None,
    folder: Folder,
    clients: Sequence[Client],
    signer: Signer | None = None,
) -> Edition:
    audience = _find_audience(owner)
    shown = [(client, _choose_projects(client, audience)) for client in clients]
    pictures = find_pictures(loaded.site, shown, owner, lambda file: read_bytes(file.location))
    assets = f"{folder.name}/assets" if folder.name else "assets"
    reader = Reader(
        site=loaded.site,
        audience=audience,
        day=choice.day,
        root=folder.name,
        owner=owner,
        lock=folder.lock,
        signer=signer,
        is_preview=choice.is_open,
        pictures={picture.path: f"{assets}/{picture.name}" for picture in pictures},
    )
    works = tuple(_make_work(loaded, reader, client, projects, choice) for client, projects in shown)
    return Edition(reader=reader, works=works, pictures=pictures, guard=folder.guard)


def _find_audience(owner: Client | Agency | None) -> Audience:
    if owner is None:
        return Audience.INTERNAL
    return Audience.AGENCY if isinstance(owner, Agency) else Audience.CLIENT


def _choose_projects(client: Client, audience: Audience) -> list[Project]:
    return [project for project in client.projects if audience.sees(project.plan.head.visibility)]


def _make_work(
    loaded: Loaded, reader: Reader, client: Client, projects: Sequence[Project], choice: Choice
) -> ClientWork:
    folder = reader.root if reader.owner is client else f"{reader.root}/{client.id}".lstrip("/")
    states = tuple(
        (project, fold(project, choice.day, reader.audience, loaded.rules, with_drafts=choice.with_drafts))
        for project in projects
    )
    publication = Publication(reader=reader, client=client, urls=ClientUrls(folder, is_locked=reader.lock is not None))
    return ClientWork(publication=publication, states=states)
