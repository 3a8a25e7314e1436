"""A frame becomes its parcels: each is what one process reads and makes at a time, the projects of one reader.

A client's own pages are one parcel, an agency's are another, though it shows projects of the same clients. The firm's
own pages are made by client. So nothing of one parcel depends on another, and shards are made of whole ones.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sitegen.build.folders import list_shown
from sitegen.build.frame import Frame
from sitegen.memory import WHOLE, Shard
from sitegen.model import Audience
from sitegen.source import list_updates
from sitegen.value import value

CLIENT_PART = -4
"""Which part of an update's path is its client: `<client>/<project>/updates/<update>`."""


@value
class Parcel:
    """What is read and made at a time."""

    owner_id: str
    """Of the client or the agency whose pages they are; of the client, where they are the firm's."""
    audience: Audience
    reads: tuple[str, ...]
    """The ids of the clients whose projects are read."""
    is_made: bool = True
    """Else it is another shard's, and read for the portfolio alone."""

    @property
    def is_own(self) -> bool:
        """Tell whether it holds the projects of one client, which are checked and counted with it."""
        return self.audience is not Audience.AGENCY


def list_parcels(frame: Frame) -> list[Parcel]:
    """Return the parcels of a build: of clients, those with faults included, then of agencies."""
    request, heads = frame.request, frame.heads
    audience = Audience.INTERNAL if request.audience == Audience.INTERNAL else Audience.CLIENT
    clients = [name for name in heads.clients if not request.clients or name in request.clients]
    parcels = [Parcel(owner_id=name, audience=audience, reads=(name,)) for name in clients]
    for agency in frame.folders.agencies:
        reads = tuple(client.id for client in list_shown(agency, heads, frame.day))
        parcels.append(Parcel(owner_id=agency.id, audience=Audience.AGENCY, reads=reads))
    return _take_shard(parcels, frame, request.shard)


def _take_shard(parcels: list[Parcel], frame: Frame, shard: Shard) -> list[Parcel]:
    """Return the parcels of one shard, in order.

    The portfolio tells of all clients, so that the first shard of the firm's pages reads the others' parcels as well.
    """
    if shard == WHOLE:
        return parcels
    homes = assign(parcels, frame, shard.count)
    own = [replace(parcel, is_made=homes[parcel.owner_id] == shard.index) for parcel in parcels]
    is_all_read = shard.is_first and frame.request.audience == Audience.INTERNAL
    return [parcel for parcel in own if parcel.is_made or is_all_read]


def assign(parcels: Sequence[Parcel], frame: Frame, count: int) -> Mapping[str, int]:
    """Give each owner, the heaviest first, to the shard that has least; the weight is the number of updates."""
    found = list_updates(frame.heads.content, frame.heads.root)
    updates = Counter(update.path.split("/")[CLIENT_PART] for update in found)
    weights = {parcel.owner_id: 1 + sum(updates[name] for name in parcel.reads) for parcel in parcels}
    loads = dict.fromkeys(range(1, count + 1), 0)
    homes: dict[str, int] = {}
    for owner in sorted(weights, key=lambda owner: (-weights[owner], owner)):
        homes[owner] = min(loads, key=lambda index: (loads[index], index))
        loads[homes[owner]] += weights[owner]
    return homes
