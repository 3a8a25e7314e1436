"""A parcel that was read becomes an edition: one reader's pages of some clients' projects, folded at the day."""

from collections.abc import Iterator, Sequence

from sitegen.build.frame import Frame
from sitegen.build.loading import Loaded
from sitegen.build.parcels import Parcel
from sitegen.build.publish import Folder
from sitegen.model import Agency, Audience, Client, Project
from sitegen.pages import ClientUrls, Picture, Publication, Reader, find_pictures
from sitegen.source import read_bytes
from sitegen.state import State, fold
from sitegen.value import value

FIRM = Folder(name="")
"""Where the firm's own pages stand: they have the output folder to themselves."""


@value
class ClientWork:
    """What one client's pages in an edition are made from."""

    publication: Publication
    states: tuple[tuple[Project, State], ...]


@value
class Edition:
    """One reader's pages; of the firm's, those of one client's projects."""

    reader: Reader
    works: tuple[ClientWork, ...]
    """The client's own, or those of all the clients that the agency sees."""
    pictures: tuple[Picture, ...]

    @property
    def states(self) -> Iterator[State]:
        """Those of all its projects."""
        return (state for work in self.works for _, state in work.states)


def make_edition(frame: Frame, loaded: Loaded, parcel: Parcel) -> Edition | None:
    """Return what a parcel's pages are made from; None where its reader gets none."""
    folder = FIRM if parcel.audience is Audience.INTERNAL else frame.folders.own.get(parcel.owner_id)
    if folder is None or not (loaded.site.clients or parcel.audience is Audience.AGENCY):
        return None
    owner: Client | Agency | None = None
    if parcel.audience is Audience.AGENCY:
        owner = loaded.site.agencies[parcel.owner_id]
    elif parcel.audience is Audience.CLIENT:
        (owner,) = loaded.site.clients
    shown = [(client, _choose_projects(client, parcel.audience)) for client in loaded.site.clients]
    pictures = find_pictures(loaded.site, shown, owner, lambda file: read_bytes(file.location))
    reader = make_reader(frame, loaded, folder, owner, pictures)
    works = tuple(_make_work(frame, reader, client, projects) for client, projects in shown)
    return Edition(reader=reader, works=works, pictures=pictures)


def make_reader(
    frame: Frame, loaded: Loaded, folder: Folder, owner: Client | Agency | None, pictures: Sequence[Picture]
) -> Reader:
    """Return the reader of a folder; without an owner, the firm."""
    assets = f"{folder.name}/assets" if folder.name else "assets"
    return Reader(
        site=loaded.site,
        audience=_find_audience(owner),
        day=frame.day,
        root=folder.name,
        owner=owner,
        lock=folder.lock,
        signer=frame.folders.signer,
        is_preview=frame.request.is_open,
        pictures={picture.path: f"{assets}/{picture.name}" for picture in pictures},
    )


def _find_audience(owner: Client | Agency | None) -> Audience:
    if owner is None:
        return Audience.INTERNAL
    return Audience.AGENCY if isinstance(owner, Agency) else Audience.CLIENT


def _choose_projects(client: Client, audience: Audience) -> list[Project]:
    return [project for project in client.projects if audience.sees(project.plan.head.visibility)]


def _make_work(frame: Frame, reader: Reader, client: Client, projects: Sequence[Project]) -> ClientWork:
    folder = reader.root if reader.owner is client else f"{reader.root}/{client.id}".lstrip("/")
    rules, with_drafts = frame.heads.rules, frame.request.with_drafts
    states = tuple(
        (project, fold(project, frame.day, reader.audience, rules, with_drafts=with_drafts)) for project in projects
    )
    publication = Publication(reader=reader, client=client, urls=ClientUrls(folder, is_locked=reader.lock is not None))
    return ClientWork(publication=publication, states=states)
