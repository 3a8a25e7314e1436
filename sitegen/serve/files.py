"""The path of a request becomes the file that it means, never one outside the folder; a file's name, its type."""

import mimetypes
from pathlib import Path
from urllib.parse import unquote

TYPES = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
"""Those that must be right on every machine; for others its own table is asked."""


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


def find_type(name: str) -> str:
    """Return the media type of a file."""
    suffix = Path(name).suffix.lower()
    return TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
