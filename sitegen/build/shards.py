"""One site is built on several machines: its units are parted by client into shards that weigh about the same."""

from collections.abc import Callable, Sequence

from sitegen.build.units import Unit
from sitegen.memory import Shard
from sitegen.model import Audience

ROOT_OWNER = ""
"""Owns the root's pages and the portfolio, which the first shard writes."""


def take_shard(units: Sequence[Unit], shard: Shard) -> list[Unit]:
    """Return the units of one shard, in order."""
    homes = _assign(units, shard.count)
    return [unit for unit in units if homes[find_owner(unit)] == shard.index]


def find_owner(unit: Unit) -> str:
    """Return whose pages a unit makes: a client's or an agency's id, or the firm's own."""
    reader = unit.edition.reader
    if reader.audience is Audience.INTERNAL:
        return unit.work.publication.client.id if unit.work else ROOT_OWNER
    return reader.owner.id if reader.owner else ROOT_OWNER


def find_others(units: Sequence[Unit], shard: Shard) -> Callable[[str], bool]:
    """Return which recorded files are other shards', so that this one leaves them as they are.

    What is nobody's any more is not: a client that is gone, or the folder of a link that was revoked.
    """
    own = {id(unit) for unit in take_shard(units, shard)}
    others = [unit for unit in units if id(unit) not in own and find_owner(unit) != ROOT_OWNER]
    folders = tuple({f"{_find_folder(unit)}/" for unit in others})

    def is_other(path: str) -> bool:
        is_root = "/" not in path or path.startswith("assets/")
        return not shard.is_first if is_root else path.startswith(folders)

    return is_other


def _find_folder(unit: Unit) -> str:
    reader = unit.edition.reader
    return unit.work.publication.urls.folder if unit.work and not reader.root else reader.root


def _assign(units: Sequence[Unit], count: int) -> dict[str, int]:
    """Give each owner, the heaviest first, to the shard that has least; the weight is the number of updates."""
    weights: dict[str, int] = {}
    for unit in units:
        owner = find_owner(unit)
        weights[owner] = weights.get(owner, 0) + 1 + (len(unit.project.updates) if unit.project else 0)
    loads = dict.fromkeys(range(1, count + 1), 0)
    homes = {ROOT_OWNER: 1}
    for owner in sorted(weights, key=lambda owner: (-weights[owner], owner)):
        homes.setdefault(owner, min(loads, key=lambda index: (loads[index], index)))
        loads[homes[owner]] += weights[owner]
    return homes
