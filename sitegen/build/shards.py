"""A frame becomes what a build of a part of the site leaves as it is: the files of all others."""

import re
from dataclasses import replace

from sitegen.access import TOKEN_LENGTH
from sitegen.build.folders import find_wanted_agencies
from sitegen.build.frame import Frame
from sitegen.build.parcels import assign, list_parcels
from sitegen.build.tree import Keep
from sitegen.memory import WHOLE
from sitegen.model import Audience


def find_kept(frame: Frame) -> Keep:
    """Return which recorded files a build of a part of the site leaves as they are: those of all others."""
    if frame.request.shard != WHOLE:
        return _find_others(frame)
    if not frame.request.clients:
        return lambda path: False
    # A folder of an older link is its owner's too: a new version revokes it, and from `until` on there is none.
    owners = set(frame.request.clients)
    if frame.request.audience == Audience.CLIENT:
        owners |= find_wanted_agencies(frame.heads, frame.request) or set()
    # What looks like the folder of an owner's link may be that of somebody whose id looks so.
    others = ({client.id for client in frame.heads.site.clients} | set(frame.heads.site.agencies)) - owners
    starts = tuple(f"{owner}{end}" for owner in owners for end in "/-")
    own = re.compile(rf"({'|'.join(map(re.escape, sorted(owners)))})(-[a-z2-7]{{{TOKEN_LENGTH}}})?/")
    return lambda path: not path.startswith(starts) or path.partition("/")[0] in others or not own.match(path)


def _find_others(frame: Frame) -> Keep:
    """Return which recorded files are other shards', so that this one leaves them as they are.

    What is nobody's any more is not: a client that is gone, or the folder of a link that was revoked.
    """
    shard = frame.request.shard
    everything = list_parcels(replace(frame, request=replace(frame.request, shard=WHOLE)))
    homes = assign(everything, frame, shard.count)
    others = _list_roots(frame, {owner for owner, home in homes.items() if home != shard.index})

    def is_other(path: str) -> bool:
        is_root = "/" not in path or path.startswith("assets/")
        return not shard.is_first if is_root else path.startswith(others)

    return is_other


def _list_roots(frame: Frame, owners: set[str]) -> tuple[str, ...]:
    """Return where the pages of some owners stand."""
    if frame.request.audience == Audience.INTERNAL:
        return tuple(f"{owner}/" for owner in owners)
    return tuple(f"{frame.folders.own[owner].name}/" for owner in owners if owner in frame.folders.own)
