"""A locked page and its reader's lock become what is sealed in it."""

import re
from base64 import b64decode
from html import unescape

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sitegen.access import Lock
from sitegen.access.encryption import _make_keys

SEALED = re.compile(r'<div id="sealed" hidden([^>]*)>([^<]*)</div>')


def unlock(page: bytes, lock: Lock) -> bytes:
    """Open a locked page as a browser does that knows the content key."""
    found = SEALED.search(page.decode())
    assert found
    given = {name: unescape(value) for name, value in re.findall(r'data-(\w+)="([^"]*)"', found[1])}
    kind = "file" if "data-file" in found[1] else "page"
    place = "\n".join(("sitegen 1 sealed", given["salt"], kind, given["path"]))
    box = b64decode(unescape(found[2]))
    return AESGCM(_make_keys(lock).content).decrypt(box[:12], box[12:], place.encode())
