"""Named sections become one file with a checksum, and are had again from it: what is damaged or foreign is nothing."""

import hashlib
import json
from collections.abc import Mapping

MAGIC = b"sitegen memory 1\n"
DIGEST_BYTES = 32
COUNT_BYTES = 4


def join_sections(sections: Mapping[str, bytes]) -> bytes:
    """Return the bytes of a file that holds the sections."""
    head = json.dumps({name: len(data) for name, data in sections.items()}).encode()
    body = b"".join((len(head).to_bytes(COUNT_BYTES, "big"), head, *sections.values()))
    return MAGIC + hashlib.sha256(body).digest() + body


def part_sections(data: bytes) -> dict[str, memoryview] | None:
    """Return the sections of a file; None where a byte of it is not as it was written."""
    start = len(MAGIC) + DIGEST_BYTES
    body = memoryview(data)[start:]
    if not data.startswith(MAGIC) or hashlib.sha256(body).digest() != data[len(MAGIC) : start]:
        return None
    size = int.from_bytes(body[:COUNT_BYTES], "big")
    at = COUNT_BYTES + size
    lengths: dict[str, int] = json.loads(bytes(body[COUNT_BYTES:at]))
    sections = {}
    for name, length in lengths.items():
        sections[name] = body[at : at + length]
        at += length
    return sections
