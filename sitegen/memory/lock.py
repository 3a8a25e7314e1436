"""Two builds of one site at once become one after the other: the second waits, and says so."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.errors import WorkError


@contextmanager
def alone(folder: Path, tell: Callable[[], None] = lambda: None) -> Iterator[int]:
    """Hold the lock of a work folder, and give the time by that disk's clock, in ns, at which it was taken.

    The system lets go of it when the process ends, however it does. `tell` is called where another build holds it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    except FileExistsError as error:
        message = f"'{folder.name}' is a file, and sitegen's own folder belongs there; move it away"
        raise WorkError(message) from error
    except OSError as error:
        raise WorkError(f"{folder / 'lock'} cannot be written: {error.strerror}") from error
    _held.add(handle)
    try:
        _lock(handle, tell)
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
        yield os.fstat(handle).st_mtime_ns
    finally:
        _held.discard(handle)
        os.close(handle)


_held: set[int] = set()


def _let_go() -> None:
    """Leave the lock to the process that took it: one that outlives it must not keep others waiting."""
    while _held:
        os.close(_held.pop())


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int, tell: Callable[[], None]) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            tell()
            while not _try_again(handle):
                pass

    def _try_again(handle: int) -> bool:
        """Wait for the lock; the system gives up after ten seconds."""
        try:
            msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int, tell: Callable[[], None]) -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell()
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError:
            return  # a disk that knows no locks
