"""Text becomes a file that was not there before."""

from pathlib import Path

from sitegen.errors import WorkError


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
