"""Folders and a settings file are watched, and changes in them told, also where they come, go and come back."""

import errno
import os
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from sitegen.serve.scratch import is_hidden, is_scratch

EVENTS: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""What changes a site; that a file was read, as every build does, is none of it."""

LIMITS = {errno.ENOSPC, errno.EMFILE, errno.ENFILE}
"""How the system says that it watches too much already."""

warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
"""What watchdog says where a folder is made in the moment in which it begins to be watched; it is watched once."""

Identity = tuple[Path, int, int]


def _poll() -> BaseObserver:
    return PollingObserver(timeout=1)


OBSERVERS: tuple[Callable[[], BaseObserver], ...] = (Observer, _poll)
"""What watches; the next where the one before meets a limit of the system."""


class Watch(FileSystemEventHandler):
    """Watches a settings file and the folders that it is told to follow."""

    def __init__(
        self,
        config: Path,
        tell: Callable[[], None],
        observers: Sequence[Callable[[], BaseObserver]] = OBSERVERS,
    ) -> None:
        self.takes_scratch = False
        """Whether editors' own files count too, as they do while one of them may be what is wrong."""
        self._config = config
        self._tell = tell
        self._observers = list(observers)
        self._observer: BaseObserver | None = None
        self._roots: tuple[Path, ...] = ()
        self._identities: tuple[Identity | None, ...] = ()
        self._is_stale = threading.Event()
        self._touched: set[str] | None = set()

    @property
    def is_polling(self) -> bool:
        """Tell whether folders are looked through every second, since the system watches no more of them."""
        return isinstance(self._observer, PollingObserver)

    @property
    def is_current(self) -> bool:
        """Tell whether what is watched is what is there now."""
        return not self._is_stale.is_set() and _identify(self._roots) == self._identities

    def follow(self, roots: tuple[Path, ...]) -> None:
        """Watch these folders; anew where any folder came, went or was replaced since."""
        if self._observer and roots == self._roots and self.is_current:
            return
        self.stop()
        self._is_stale.clear()
        self._roots = roots
        self._identities = _identify(roots)
        while self._observer is None:
            self._observer = self._start(self._observers[0])

    def take_touched(self) -> frozenset[str] | None:
        """Return the files that were touched since this was asked last; None where it was more than single files."""
        touched, self._touched = self._touched, set()
        return None if touched is None or self.takes_scratch or not self.is_current else frozenset(touched)

    def stop(self) -> None:
        """Watch nothing any more."""
        if self._observer:
            self._observer.stop()
            self._observer.join()
            self._observer = None

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tell of a change that counts."""
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        if any(root.is_relative_to(path) for root in self._roots for path in paths):
            self._is_stale.set()
        elif not any(self._counts(path) for path in paths):
            return
        elif event.is_directory:
            # What was put into a new folder before it was watched must not be missed.
            self._is_stale.set()
        if event.is_directory or self._touched is None:
            self._touched = None
        else:
            self._touched.update(map(os.fspath, paths))
        self._tell()

    def _counts(self, path: Path) -> bool:
        if path == self._config:
            return True
        if is_scratch(path) and not self.takes_scratch:
            return False
        roots = [identity[0] for identity in self._identities if identity]
        return any(path.is_relative_to(root) and not is_hidden(path, root) for root in roots)

    def _start(self, make: Callable[[], BaseObserver]) -> BaseObserver | None:
        """Start an observer; None, and on with the next one, where it meets a limit of the system."""
        observer: BaseObserver | None = None
        try:
            observer = make()
            observer.start()
            for folder, is_recursive in self._list_places():
                self._schedule(observer, folder, is_recursive=is_recursive)
        except OSError as error:
            if observer and observer.is_alive():
                observer.stop()
                observer.join()
            if error.errno not in LIMITS or len(self._observers) == 1:
                raise
            del self._observers[0]
            return None
        return observer

    def _schedule(self, observer: BaseObserver, folder: Path, *, is_recursive: bool) -> None:
        try:
            observer.schedule(self, str(folder), recursive=is_recursive, event_filter=EVENTS)
        except OSError as error:
            if error.errno in LIMITS:
                raise
            self._is_stale.set()

    def _list_places(self) -> Iterator[tuple[Path, bool]]:
        """Yield each folder to watch, and whether with all that is in it.

        The folders around the roots come last: they tell when a root goes or comes, and are where a limit shows that
        was met, in silence, somewhere inside a root.
        """
        yield from {identity[0]: True for identity in self._identities if identity}.items()
        base = self._config.parent
        around = [base]
        for root in self._roots:
            around += [parent for parent in root.parents if parent.is_relative_to(base)] or [root.parent]
        yield from {folder: False for folder in around if folder.is_dir()}.items()


def _identify(roots: Sequence[Path]) -> tuple[Identity | None, ...]:
    """Return which folder stands at each path; None where there is none."""
    return tuple(_identify_one(root) for root in roots)


def _identify_one(root: Path) -> Identity | None:
    try:
        real = root.resolve()
        status = real.stat()
    except OSError:
        return None
    return (real, status.st_dev, status.st_ino) if real.is_dir() else None
