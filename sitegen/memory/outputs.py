"""The files that the last build wrote become those that no longer stand as it left them."""

import os
import threading
from array import array

from sitegen.memory.ledger import Ledger
from sitegen.memory.stock import WIDTH, Stock, digest, take_stock
from sitegen.value import value

LEAST_FILES = 2000
"""Fewer are looked at sooner than a process starts."""


@value
class Outputs:
    """The files that were written, as they are now."""

    stock: Stock
    damaged: frozenset[int]
    """The places of those that do not hold what they held."""
    was_read: bool
    """Whether any had to be read to tell that it is the same."""


class Looking:
    """Looks at the files that were written, in a second process where that pays, while this one does other work."""

    def __init__(self, ledger: Ledger, folder: str, jobs: int) -> None:
        self._ledger = ledger
        self._folder = folder
        self._pipe = self._child = 0
        if jobs > 1 and hasattr(os, "fork") and len(ledger.outputs) >= LEAST_FILES and threading.active_count() == 1:
            self._start()

    def _start(self) -> None:
        self._pipe, end = os.pipe()
        self._child = os.fork()
        if self._child:
            os.close(end)
            return
        try:
            with open(end, "wb") as file:
                file.write(take_stock(self._folder, self._ledger.outputs.names).stamps.tobytes())
        finally:
            os._exit(0)

    def finish(self) -> Outputs:
        """Return what there is."""
        old = self._ledger.outputs
        now = self._receive() if self._child else None
        if now is None or len(now.stamps) != len(old) * WIDTH:
            now = take_stock(self._folder, old.names)
        suspects = old.list_suspects(now, self._ledger.ended_ns)
        damaged = frozenset(index for index in suspects if not self._holds(index))
        return Outputs(stock=now, damaged=damaged, was_read=bool(suspects))

    def _receive(self) -> Stock:
        with open(self._pipe, "rb") as file:
            data = file.read()
        os.waitpid(self._child, 0)
        stamps = array("q")
        stamps.frombytes(data[: len(data) // stamps.itemsize * stamps.itemsize])
        return Stock(names=self._ledger.outputs.names, stamps=stamps)

    def _holds(self, index: int) -> bool:
        """Tell whether a file whose stamp tells nothing has the bytes that were written."""
        location = f"{self._folder}/{self._ledger.outputs.names[index]}"
        return not os.path.islink(location) and digest(location) == self._ledger.output_digest(index)
