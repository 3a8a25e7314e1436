"""A locked page and its reader's lock become what is sealed in the page, to be searched."""

import re
from base64 import b64decode
from html import unescape

from sitegen.access.encryption import NONCE_BYTES, Lock, find_content_key, name_place
from sitegen.value import value

SEALED = re.compile(rb'<div id="sealed"([^>]*)>([^<]*)</div>')
"""What the program in a locked page reads, whatever the theme puts around it."""
_GIVEN = re.compile(r'data-(\w+)="([^"]*)"')


@value
class Opened:
    """What was sealed in a page."""

    text: bytes
    is_file: bool
    """Whether it is an attachment."""


def is_sealed(page: bytes) -> bool:
    """Tell whether something is sealed in a page."""
    return SEALED.search(page) is not None


def unseal(page: bytes, lock: Lock) -> Opened | None:
    """Open a locked page; None where nothing is sealed in it, or with other passwords than these."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    found = SEALED.search(page)
    if found is None:
        return None
    given = {name: unescape(text) for name, text in _GIVEN.findall(found[1].decode())}
    is_file = b"data-file" in found[1]
    try:
        place = name_place(given["salt"], given["path"], is_file=is_file)
        box = b64decode(unescape(found[2].decode()), validate=True)
        text = AESGCM(find_content_key(lock)).decrypt(box[:NONCE_BYTES], box[NONCE_BYTES:], place)
    except (KeyError, ValueError, InvalidTag):
        return None
    return Opened(text=text, is_file=is_file)
