"""One file's bytes become a document: its data with the position of every key, its text, its hash."""

import hashlib
import re
from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import field

from sitegen.problems import Position, Problems
from sitegen.source.strict_yaml import CONTROL, Fault, Places, Value, parse_yaml
from sitegen.value import value

MAX_YAML_BYTES = 1024 * 1024
MAX_MARKDOWN_BYTES = 5 * 1024 * 1024

CONTROLS = bytes(code for code in range(128) if CONTROL.match(chr(code)))
"""The control characters of ASCII, which are found in bytes several times faster."""

_OPENED = re.compile(r"\n*(?:[ \t]+\n)*---[ \t]*(?:\n|$)")
_CLOSED = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_LINE_REFERENCE = re.compile(r"\{line\+(\d+)\}")


@value
class Document:
    """One source file as read; `path` is relative to the site's folder."""

    path: str
    data: Mapping[str, Value]
    text: str
    yaml_start: int = 0
    """Index of the character where the YAML begins."""
    yaml_end: int = 0
    body_start: int = 0
    """Index of the character where the Markdown begins."""
    digest: str
    """SHA-256 of the file's bytes, hexadecimal."""
    places: Places = field(repr=False, compare=False)
    """Where in the YAML its keys and values stand."""

    @property
    def body(self) -> str:
        """The Markdown after the front matter."""
        return self.text[self.body_start :]

    @property
    def start(self) -> Position:
        """The beginning of the file."""
        return self.position_at(0)

    def position_of_key(self, *path: str | int) -> Position:
        """Return where the key at `path` stands, or the nearest one around it."""
        return self._position(path, of_key=True)

    def position_of(self, *path: str | int) -> Position:
        """Return where the value at `path` stands, or the nearest one around it."""
        return self._position(path, of_key=False)

    def position_in_body(self, line: int, column: int) -> Position:
        """Return the place of a line and column of the body, both from 1."""
        index = self.body_start
        for _ in range(line - 1):
            following = self.text.find("\n", index)
            if following < 0:
                break
            index = following + 1
        return self.position_at(index + column - 1)

    def find_keys(self, line: int, column: int) -> tuple[str, ...]:
        """Return the keys that a line and column lie under, from the outermost in; none outside of the YAML."""
        before = self.text.split("\n")[: line - 1]
        index = sum(map(len, before)) + len(before) + column - 1 - self.yaml_start
        places, found = self.places, []
        while places and 0 <= index < self.yaml_end - self.yaml_start:
            begun = [(key, step) for step, (key, _, _) in places.items() if key <= index]
            if not begun:
                break
            _, step = max(begun, key=lambda each: each[0])
            found.append(str(step))
            places = places[step][2]
        return tuple(found)

    def position_at(self, index: int) -> Position:
        """Return the line and column of the character at `index`."""
        return locate(self.text, index, self.path)

    def _position(self, path: tuple[str | int, ...], *, of_key: bool) -> Position:
        index, places = 0, self.places
        for depth, step in enumerate(path, start=1):
            if step not in places:
                break
            key, start, places = places[step]
            is_exact = depth == len(path)
            index = self.yaml_start + (start if is_exact and not of_key else key)
        return self.position_at(index)


def locate(text: str, index: int, path: str) -> Position:
    """Return the position of the character at `index` of a file's text."""
    index = min(max(index, 0), len(text))
    line_start = text.rfind("\n", 0, index) + 1
    line_end = text.find("\n", index)
    source = text[line_start : line_end if line_end >= 0 else len(text)]
    return Position(path=path, line=text.count("\n", 0, index) + 1, column=index - line_start + 1, source=source)


def decode_text(raw: bytes, path: str, problems: Problems) -> str | None:
    """Read UTF-8, with or without a byte order mark, with either line end; None where it is not text."""
    try:
        text = raw.removeprefix(BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        byte = error.object[error.start]
        message = f"byte 0x{byte:02x} is not UTF-8; save the file in the encoding UTF-8"
        problems.error("bad-encoding", message, locate(before, len(before), path))
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    may_have_controls = not raw.isascii() or len(raw.translate(None, CONTROLS)) < len(raw)
    if may_have_controls and (control := CONTROL.search(text)):
        message = f"the control character U+{ord(control[0]):04X} cannot be shown; remove it"
        problems.error("bad-encoding", message, locate(text, control.start(), path))
        return None
    return text


def parse_yaml_document(raw: bytes, path: str, problems: Problems) -> Document | None:
    """Read a YAML file; None where it is too large or no text, for which problems are told."""
    if not _check_size(raw, MAX_YAML_BYTES, path, problems):
        return None
    text = decode_text(raw, path, problems)
    if text is None:
        return None
    return _make_document(raw, text, (0, len(text), len(text)), path, problems)


def parse_markdown_document(raw: bytes, path: str, problems: Problems) -> Document | None:
    """Read a Markdown file with front matter between two lines `---`, if it has any."""
    if not _check_size(raw, MAX_MARKDOWN_BYTES, path, problems):
        return None
    text = decode_text(raw, path, problems)
    if text is None:
        return None
    opened = _OPENED.match(text)
    if not opened:
        return _make_document(raw, text, (0, 0, 0), path, problems)
    closed = _CLOSED.search(text, opened.end())
    if not closed:
        message = "the front matter that opens here is never closed; add a line '---' after it"
        problems.error("bad-syntax", message, locate(text, text.index("---"), path))
        return None
    if closed.start() - opened.end() > MAX_YAML_BYTES:
        problems.error("too-large", "the front matter is larger than 1 MiB", locate(text, 0, path))
        return None
    return _make_document(raw, text, (opened.end(), closed.start(), closed.end()), path, problems)


def _make_document(
    raw: bytes, text: str, parts: tuple[int, int, int], path: str, problems: Problems
) -> Document | None:
    """Read the YAML of a text, of which is known where it begins and ends, and where the Markdown begins."""
    start, end, body_start = parts
    data, places, faults = parse_yaml(text[start:end])
    for fault in faults:
        problems.error(fault.rule, _settle_lines(fault, text, start), locate(text, start + fault.index, path))
    if any(fault.rule != "duplicate-key" for fault in faults):
        return None
    return Document(
        path=path,
        data=data,
        text=text,
        yaml_start=start,
        yaml_end=end,
        body_start=body_start,
        digest=hashlib.sha256(raw).hexdigest(),
        places=places,
    )


def _settle_lines(fault: Fault, text: str, start: int) -> str:
    """Turn a line of the YAML that a message speaks of into a line of the file."""
    before = text.count("\n", 0, start)
    return _LINE_REFERENCE.sub(lambda match: str(int(match[1]) + before), fault.message)


def _check_size(raw: bytes, limit: int, path: str, problems: Problems) -> bool:
    if len(raw) <= limit:
        return True
    message = f"the file is larger than {limit // 1024 // 1024} MiB; move what is large into files/"
    problems.error("too-large", message, Position(path=path))
    return False
