"""A file's bytes become the file, whole or not at all."""

import os
import re
from pathlib import Path

from sitegen.errors import WorkError

PART = ".part"
"""How the name of a file ends that is not yet whole."""


_UNFINISHED = re.compile(rf"\..+\.[0-9a-f]{{16}}{re.escape(PART)}")


def is_unfinished(name: str) -> bool:
    """Tell whether a file of this name is one of ours that is not yet whole."""
    return _UNFINISHED.fullmatch(name) is not None


def replace_file(target: Path, *pieces: bytes | memoryview, mode: int = 0o644) -> None:
    """Write a temporary file beside the target, then move it into place, which no reader can see half-done."""
    part = write_part(target, *pieces, mode=mode)
    try:
        os.replace(part, target)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


def write_part(target: Path, *pieces: bytes | memoryview, mode: int = 0o644) -> str:
    """Write a temporary file beside the target, and return its path; where the disk refuses, nothing is left."""
    part = os.path.join(target.parent, f".{target.name[:40]}.{os.urandom(8).hex()}{PART}")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with open(handle, "wb") as file:
            file.writelines(pieces)
        os.chmod(part, mode)  # whatever the user's mask
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    return part


def write_new(path: Path, text: str) -> Path:
    """Write a new file, with the folders above it; raise `WorkError` rather than touch one that is there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise WorkError(f"'{path}' is there already; it was left as it is") from None
    except OSError as error:
        raise WorkError(f"'{path}' cannot be written: {error.strerror}") from error
    return path
