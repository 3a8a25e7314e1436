"""Named sections become one file with a checksum, and are had again from it: what is damaged or foreign is nothing."""

import json
import zlib
from collections.abc import Iterable, Mapping
from functools import reduce
from typing import TypeAlias

Bytes: TypeAlias = "bytes | memoryview"

MAGIC = b"sitegen memory 2\n"
CHECKSUM_BYTES = COUNT_BYTES = 4


def join_sections(sections: Mapping[str, Bytes]) -> list[Bytes]:
    """Return the bytes of a file that holds the sections, piece by piece."""
    head = json.dumps({name: len(data) for name, data in sections.items()}).encode()
    body = [len(head).to_bytes(COUNT_BYTES, "big"), head, *sections.values()]
    return [MAGIC, _check(body), *body]


def part_sections(data: Bytes) -> dict[str, memoryview] | None:
    """Return the sections of a file; None where a byte of it is not as it was written."""
    start = len(MAGIC) + CHECKSUM_BYTES
    head, body = memoryview(data)[:start], memoryview(data)[start:]
    if head[: len(MAGIC)] != MAGIC or _check([body]) != head[len(MAGIC) :]:
        return None
    size = int.from_bytes(body[:COUNT_BYTES], "big")
    at = COUNT_BYTES + size
    lengths: dict[str, int] = json.loads(bytes(body[COUNT_BYTES:at]))
    sections = {}
    for name, length in lengths.items():
        sections[name] = body[at : at + length]
        at += length
    return sections


def _check(pieces: Iterable[Bytes]) -> bytes:
    """Return a checksum against damage, CRC-32: whoever can write the file may say anything in it."""
    return reduce(lambda known, piece: zlib.crc32(piece, known), pieces, 0).to_bytes(CHECKSUM_BYTES, "big")
