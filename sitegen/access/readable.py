"""A published file's bytes become the text that can be read in them, escapes undone, an image's metadata included."""

import re
import struct
import zlib
from collections.abc import Iterator
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import unquote

MARKUP = frozenset({".html", ".htm", ".svg", ".xml", ".atom"})
TEXTS = MARKUP | {"", ".css", ".csv", ".ics", ".js", ".json", ".md", ".txt", ".yml"}
PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
MAX_UNPACKED_BYTES = 1024 * 1024

_CODE = re.compile(r"\\u([0-9a-fA-F]{4})")
_QUOTED = re.compile(r"%[0-9a-fA-F]{2}")
_PACKED = re.compile(r"[A-Za-z0-9+/]{200,}={0,2}")
"""Images and sealed pages in base64, where words stand by chance."""

_RUN = re.compile(rb"(?:[\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){6,}")
"""What reads as text in the midst of bytes: ASCII, and the letters of UTF-8."""


def read_text(path: str, data: bytes) -> str:
    """Return what can be read in a file; the lines of a text stay where they are."""
    kind = PurePosixPath(path).suffix.lower()
    if kind not in TEXTS:
        return "\n".join(_read_binary(data))
    text = data.decode("utf-8", "replace")
    if kind == ".atom":
        text = unescape(text)
    if kind in MARKUP:
        text = unescape(_PACKED.sub(" ", text))
    if kind == ".json":
        text = _CODE.sub(lambda match: chr(int(match[1], 16)), text).replace("\\/", "/").replace('\\"', '"')
    if kind == ".ics":
        text = re.sub(r"\r?\n[ \t]", "", text)
        text = re.sub(r"\\([,;\\])", r"\1", text).replace("\\n", " ")
    return unquote(text) if _QUOTED.search(text) else text


def _read_binary(data: bytes) -> Iterator[str]:
    """Read what describes an image; of its pixels, where letters stand by chance, nothing."""
    if data.startswith(PNG):
        pieces = list(_list_png_texts(data))
    elif data.startswith(JPEG):
        pieces = list(_list_jpeg_segments(data))
    else:
        pieces = [data]
    for piece in pieces:
        yield from (run.decode("utf-8", "replace") for run in _RUN.findall(piece))
        if b"\0" in piece:
            # Windows writes titles and comments with two bytes a letter.
            yield from (piece[start:].decode("utf-16-le", "replace").replace("\0", " ") for start in (0, 1))


def _list_png_texts(data: bytes) -> Iterator[bytes]:
    """Go through the chunks of a PNG that hold words: those packed are unpacked."""
    at = len(PNG)
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        chunk = data[at + 8 : at + 8 + size]
        if kind in {b"tEXt", b"eXIf", b"iTXt"}:
            yield chunk
        if kind in {b"zTXt", b"iTXt", b"iCCP"}:
            yield from _unpack(chunk)
        at += size + 12


def _unpack(chunk: bytes) -> Iterator[bytes]:
    """Unpack what a chunk holds behind its keyword, wherever that begins."""
    for start in (match.start() for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", chunk)):
        try:
            yield zlib.decompressobj().decompress(chunk[start:], MAX_UNPACKED_BYTES)
            return
        except zlib.error:
            continue


def _list_jpeg_segments(data: bytes) -> Iterator[bytes]:
    """Go through the segments of a JPEG before its picture that hold words: application data and comments."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xE0 <= marker <= 0xEF or marker == 0xFE:
            yield data[at + 4 : at + 2 + size]
        at += size + 2
