"""Text to lines: an estimate of how wide text is drawn, and where to break it so that nothing is cut.

The widths are averages measured in a browser over DejaVu Sans and Liberation Sans, regular and semi-bold, taken from
the wider face: what fits by them fits in the system fonts too.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from math import inf

_NARROW = frozenset(" .,:;!|'`´’‘\"ijlIJftr()[]{}/\\-·ії")
_WIDE = frozenset("mwMWOQ@%&—…ŒÆœæшщжюымфШЩЖЮМЫФЂЉЊљњ")
_EM = {"none": 0.0, "narrow": 0.42, "normal": 0.65, "capital": 0.78, "wide": 1.02, "full": 1.02, "emoji": 1.4}
_PART = re.compile(r"[^-/–]+[-/–]*|[-/–]+")
_JOINER = "\N{ZERO WIDTH JOINER}"


@cache
def _width_em(char: str) -> float:
    """Return the width of one character in em, by its class."""
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cf"):
        return _EM["none"]
    if char in _NARROW:
        return _EM["narrow"]
    if char in _WIDE:
        return _EM["wide"]
    if ord(char) >= 0x1F000:
        return _EM["emoji"]
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return _EM["full"]
    latin = ord(char) < 0x0590 or 0x1E00 <= ord(char) < 0x2070
    if category == "Lu" or not latin:
        return _EM["capital"] if latin or 0x0590 <= ord(char) < 0x0600 else _EM["wide"]
    return _EM["normal"]


@lru_cache(maxsize=1024)
def measure_text(text: str, font_px: float) -> float:
    """Estimate how many px one line of text takes, rather too many than too few."""
    # Kept, since each drawing of a project measures the same texts.
    return font_px * sum(map(_width_em, text))


def wrap_text(text: str, width_px: float, font_px: float) -> tuple[str, ...]:
    """Break text into as few lines as fit the width, of lengths as even as can be; a longer word is broken too."""
    pieces, whole, whole_px, widest_px = _split(text, font_px)
    if whole_px <= width_px:
        return whole
    if widest_px > width_px:
        pieces = _break(pieces, width_px, font_px)
        widest_px = _find_widest(pieces)
    lines = _fill(pieces, width_px)
    if len(lines) < 2:
        return lines
    low, high = widest_px, width_px
    for _ in range(4):
        middle = (low + high) / 2
        tried = _fill(pieces, middle)
        if len(tried) > len(lines):
            low = middle
        else:
            high, lines = middle, tried
    return lines


_Piece = tuple[str, float, float]
"""Text that stays together, its width, and the width of the space before it."""


@lru_cache(maxsize=256)
def _split(text: str, font_px: float) -> tuple[tuple[_Piece, ...], tuple[str, ...], float, float]:
    """Return the words, parted after hyphens and slashes, their one line, a width for it, and the widest word's."""
    # Kept, since each drawing of a project wraps the same titles to a width of its own.
    space = measure_text(" ", font_px)
    pieces = tuple(
        (part, measure_text(part, font_px), 0.0 if number else space)
        for word in text.split()
        for number, part in enumerate(_PART.findall(word))
    )
    return pieces, _fill(pieces, inf), sum(width + gap for _, width, gap in pieces), _find_widest(pieces)


def _find_widest(pieces: Iterable[_Piece]) -> float:
    return max((width for _, width, _ in pieces), default=0.0)


def _break(pieces: Iterable[_Piece], width_px: float, font_px: float) -> tuple[_Piece, ...]:
    """Break pieces that are wider than a line anywhere, into some that are not."""
    return tuple(
        (chunk, measure_text(chunk, font_px), 0.0 if number else gap)
        for text, _, gap in pieces
        for number, chunk in enumerate(_chunks(text, width_px, font_px))
    )


def _chunks(word: str, width_px: float, font_px: float) -> list[str]:
    """Break a word that is wider than a line into pieces that are not."""
    if measure_text(word, font_px) <= width_px:
        return [word]
    chunks, current = [], ""
    for cluster in _clusters(word):
        if current and measure_text(current + cluster, font_px) > width_px:
            chunks.append(current)
            current = ""
        current += cluster
    return [*chunks, current]


def _clusters(word: str) -> list[str]:
    """Part a word into what is read as one character: accents and joined emoji stay together."""
    starts = [0]
    for place, (before, char) in enumerate(pairwise(word), start=1):
        if before != _JOINER and not 0x1F3FB <= ord(char) <= 0x1F3FF and _width_em(char) > 0:
            starts.append(place)
    return [word[start:end] for start, end in pairwise([*starts, len(word)])]


def _fill(pieces: Iterable[_Piece], width_px: float) -> tuple[str, ...]:
    """Fill lines one after the other."""
    lines: list[str] = []
    used = 0.0
    for text, width, gap in pieces:
        if lines and used + gap + width <= width_px + 1e-9:
            lines[-1] += (" " if gap else "") + text
            used += gap + width
        else:
            lines.append(text)
            used = width
    return tuple(lines)
