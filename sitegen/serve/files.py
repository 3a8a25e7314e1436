"""The path of a request becomes the file that it means, never one outside the folder."""

from pathlib import Path
from urllib.parse import unquote


def find_file(folder: Path, path: str) -> Path | None:
    """Return the file or folder that a request's path, percent-encoded and with a leading slash, means; else None."""
    parts = unquote(path).strip("/").split("/")
    if any(part in {".", ".."} or "\\" in part or not part.isprintable() for part in parts):
        return None
    try:
        target = folder.joinpath(*parts).resolve()
        return target if target.is_relative_to(folder.resolve()) and target.exists() else None
    except (OSError, ValueError):
        return None
