"""A file's bytes become the file, whole or not at all."""

import os
import tempfile
from pathlib import Path

PART = ".part"
"""How the name of a file ends that is not yet whole."""


def replace_file(target: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a temporary file beside the target, then move it into place, which no reader can see half-done."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=PART)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
