"""The file of a store becomes the proof, at any time, that it still stands where it was opened."""

import os
from pathlib import Path

from sitegen.errors import WorkError
from sitegen.value import value


@value
class Place:
    """Where the file of a store was opened, and which one it was.

    SQLite goes on writing to a file that was moved, removed or replaced, where nobody reads what it has acknowledged.
    """

    path: Path
    opened: os.stat_result

    def check(self) -> None:
        """Raise `WorkError` where the file stands there no longer."""
        try:
            found = self.path.stat()
        except OSError as error:
            fault = f"the store {self.path} is not there any more ({error.strerror})"
        else:
            if os.path.samestat(found, self.opened):
                return
            fault = f"another file stands where the store {self.path} was opened"
        # What is left in the -wal of the first file would be written into any other.
        name = self.path.name
        raise WorkError(f"{fault}; put it back, or stop, remove {name}-wal and {name}-shm, and start again")


def make_place(path: Path) -> Place:
    """Return the place of a file, which is made for its owner's eyes alone where there is none."""
    try:
        file = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise WorkError(f"the store {path} cannot be opened: {error.strerror}") from error
    try:
        return Place(path=path, opened=os.fstat(file))
    finally:
        os.close(file)
