"""Outputs become locked outputs: each page and attachment, sealed inside a page that asks for a password."""

import posixpath
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from html import unescape
from urllib.parse import unquote

from sitegen.access import seal
from sitegen.pages import LOCKED, Page, Reader, plan_locked_page
from sitegen.render.output import Output

IMAGE = re.compile(r'(<img\b(?:[^>"]|"[^"]*")*?\ssrc=")([^"]*)(")')
TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


def lock(
    pages: Iterable[tuple[Page, Output]], files: Iterable[Output], reader: Reader, render: Callable[[Page], Output]
) -> tuple[Output, ...]:
    """Seal pages and attachments, each at its own path; `render` makes a locked page."""
    assert reader.lock
    known = {file.path: file.data for file in files}
    locked = []
    for page, output in pages:
        sealed = seal(_embed_images(output, known), posixpath.relpath(page.path, reader.root), reader.lock)
        locked.append(render(plan_locked_page(sealed, page.path, reader, page.view)))
    for path, data in known.items():
        sealed = seal(data, posixpath.relpath(path, reader.root), reader.lock, is_file=True)
        locked.append(render(plan_locked_page(sealed, path, reader)))
    return tuple(locked)


def _embed_images(page: Output, files: Mapping[str, bytes]) -> bytes:
    """Put the images that are attachments into the page itself: beside it they can no longer be read."""

    def embed(match: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(unescape(match[2]))))
        kind = TYPES.get(posixpath.splitext(path.removesuffix(LOCKED))[1].lower())
        if path not in files or kind is None:
            return match[0]
        return f"{match[1]}data:{kind};base64,{b64encode(files[path]).decode()}{match[3]}"

    return IMAGE.sub(embed, page.data.decode()).encode()
