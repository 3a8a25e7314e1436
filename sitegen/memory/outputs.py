"""The files that the last build wrote become those that no longer stand as it left them."""

import os

from sitegen.memory.ledger import Ledger
from sitegen.memory.stock import Stock, digest
from sitegen.value import value


@value
class Outputs:
    """The files that were written, as they are now."""

    stock: Stock
    damaged: frozenset[int]
    """The places of those that do not hold what they held."""
    was_read: bool
    """Whether any had to be read to tell that it is the same."""


def compare_outputs(ledger: Ledger, folder: str, now: Stock) -> Outputs:
    """Compare what the last build wrote into a folder with what stands there; where stamps do not tell, bytes do."""
    suspects = ledger.outputs.list_suspects(now, ledger.ended_ns)
    damaged = frozenset(index for index in suspects if not _holds(ledger, folder, index))
    return Outputs(stock=now, damaged=damaged, was_read=bool(suspects))


def _holds(ledger: Ledger, folder: str, index: int) -> bool:
    """Tell whether a file whose stamp tells nothing has the bytes that were written."""
    location = f"{folder}/{ledger.outputs.names[index]}"
    return not os.path.islink(location) and digest(location) == ledger.output_digest(index)
