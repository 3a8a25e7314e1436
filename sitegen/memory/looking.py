"""Stock is taken of many files in a second process, while this one does other work."""

import os
import threading
from array import array

from sitegen.memory.stock import WIDTH, Stock, take_stock
from sitegen.value import value

LEAST_FILES = 2000
"""Fewer are looked at sooner than a process starts."""


@value
class Child:
    """The process that looks."""

    number: int
    pipe: int
    """Where it says what it saw."""


class Looking:
    """Looks at the files of a stock, as they are now: in another process where that pays, else once it is asked."""

    def __init__(self, folder: str, old: Stock, *, may_fork: bool) -> None:
        self._folder = folder
        self._old = old
        pays = may_fork and hasattr(os, "fork") and len(old) >= LEAST_FILES and threading.active_count() == 1
        self._child = self._start() if pays else None

    def _start(self) -> Child:
        pipe, end = os.pipe()
        number = os.fork()
        if number:
            os.close(end)
            return Child(number=number, pipe=pipe)
        try:
            with open(end, "wb") as file:
                file.write(take_stock(self._folder, self._old.names).stamps.tobytes())
        finally:
            os._exit(0)

    def finish(self) -> Stock:
        """Return what there is."""
        child, self._child = self._child, None
        seen = self._receive(child) if child else None
        return seen or take_stock(self._folder, self._old.names)

    def _receive(self, child: Child) -> Stock | None:
        """Return what a process saw; None where it was ended before it had told all."""
        with open(child.pipe, "rb") as file:
            data = file.read()
        os.waitpid(child.number, 0)
        stamps = array("q")
        if len(data) != len(self._old) * WIDTH * stamps.itemsize:
            return None
        stamps.frombytes(data)
        return Stock(names=self._old.names, stamps=stamps)
