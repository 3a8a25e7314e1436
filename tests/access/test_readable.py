"""Whatever a reader could read in a file is read, however it is written there."""

import json
import struct
import zlib

import pytest

from sitegen.access import read_text

NAME = "Brown & Söhne"


def make_png(*chunks: tuple[bytes, bytes]) -> bytes:
    pieces = [(b"IHDR", bytes(13)), *chunks, (b"IDAT", b"Nova Nova"), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + bytes(4) for kind, data in pieces
    )


def make_jpeg(marker: int, data: bytes) -> bytes:
    segment = bytes((0xFF, marker)) + (len(data) + 2).to_bytes(2, "big") + data
    return b"\xff\xd8" + segment + b"\xff\xda\x00\x02 Nova Nova"


TEXTS = {
    "a.html": "<p>Brown &amp; S&ouml;hne</p>",
    "b.html": "<!-- Brown & Söhne -->",
    "c.html": '<a href="files/Brown%20%26%20S%C3%B6hne.pdf">',
    "d.atom": "<title>Brown &amp;amp; S&amp;#246;hne</title>",
    "e.svg": "<text>Brown &#38; Söhne</text>",
    "f.json": json.dumps({"name": NAME}),
    "g.json": json.dumps({"name": NAME}, ensure_ascii=False),
    "h.ics": "SUMMARY:For Brown & Sö\r\n hne\\, now\r\n",
    "robots.txt": NAME,
    "_headers": NAME,
    "page.js": f"// {NAME}",
    "style.css": f"/* {NAME} */",
}

IMAGES = {
    "png text": make_png((b"tEXt", b"Author\0" + NAME.encode())),
    "png packed": make_png((b"zTXt", b"Author\0\0" + zlib.compress(NAME.encode()))),
    "png international": make_png((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + NAME.encode())),
    "png international packed": make_png((b"iTXt", b"Author\0\x01\0\0\0" + zlib.compress(NAME.encode()))),
    "png exif": make_png((b"eXIf", b"MM\0*" + NAME.encode())),
    "jpeg exif": make_jpeg(0xE1, b"Exif\0\0MM\0*\0\0" + NAME.encode() + b"\0"),
    "jpeg exif of windows": make_jpeg(0xE1, b"Exif\0\0II*\0" + NAME.encode("utf-16-le")),
    "jpeg comment": make_jpeg(0xFE, NAME.encode()),
    "webp": b"RIFF\0\0\0\0WEBPEXIF" + NAME.encode() + b"\0\xff",
    "pdf": b"%PDF-1.7\n\xe2\xe3\n/Author (" + NAME.encode() + b")\n",
}


@pytest.mark.parametrize("path", TEXTS)
def test_escapes_are_undone(path: str) -> None:
    assert NAME in read_text(path, TEXTS[path].encode())


@pytest.mark.parametrize("kind", IMAGES)
def test_metadata_is_read(kind: str) -> None:
    assert NAME in read_text(f"image.{kind.split(maxsplit=1)[0]}", IMAGES[kind])


@pytest.mark.parametrize("kind", ["png text", "jpeg comment"])
def test_pixels_are_not(kind: str) -> None:
    assert "Nova" not in read_text(f"image.{kind.split(maxsplit=1)[0]}", IMAGES[kind])


def test_lines_stay_where_they_are() -> None:
    text = read_text("a.html", b"<p>\n&amp;%20\n\nBeta")
    assert text.split("\n").index("Beta") == 3


def test_what_is_packed_in_base64_is_passed_over() -> None:
    text = read_text("a.html", b'<img src="data:image/png;base64,' + b"Nova+" * 60 + b'==" alt="Beta">')
    assert "Nova" not in text and "Beta" in text


@pytest.mark.parametrize("size", range(0, 60, 3))
def test_damaged_images_are_read_as_far_as_they_go(size: int) -> None:
    for data in IMAGES.values():
        assert isinstance(read_text("a.png", data[:size] + b"\xff\xff" + data[size:]), str)
