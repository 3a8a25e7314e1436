"""Taking stock of many files goes on in a second process, while this one does other work."""

import marshal
import os
import select
import threading
from array import array
from collections.abc import Callable

from sitegen.memory.stock import Stock
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
    """Looks at files, most of which are as they were; at once and aside where that pays, else once it is asked."""

    def __init__(self, take: Callable[[], Stock], old: Stock, *, may_fork: bool) -> None:
        self._take = take
        self._old = old
        pays = may_fork and hasattr(os, "fork") and len(old) >= LEAST_FILES and threading.active_count() == 1
        self._child = self._start() if pays else None

    @property
    def goes_on(self) -> bool:
        """Tell whether another process is still looking."""
        return self._child is not None and not select.select([self._child.pipe], [], [], 0)[0]

    def _start(self) -> Child:
        pipe, end = os.pipe()
        number = os.fork()
        if number:
            os.close(end)
            return Child(number=number, pipe=pipe)
        try:
            now = self._take()
            names = None if now.names == self._old.names else list(now.names)
            with open(end, "wb") as file:
                marshal.dump((names, now.stamps.tobytes()), file)
        finally:
            os._exit(0)

    def finish(self) -> Stock:
        """Return what there is."""
        child, self._child = self._child, None
        seen = self._receive(child) if child else None
        return self._take() if seen is None else seen

    def _receive(self, child: Child) -> Stock | None:
        """Return what a process saw; None where it was ended before it had told."""
        with open(child.pipe, "rb") as file:
            data = file.read()
        os.waitpid(child.number, 0)
        try:
            names, numbers = marshal.loads(data)
        except (EOFError, ValueError):
            return None
        stamps = array("q")
        stamps.frombytes(numbers)
        return Stock(names=self._old.names if names is None else names, stamps=stamps)
