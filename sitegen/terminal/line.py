"""Text becomes lines of a given width, made of spans with a tone each; a tone only repeats what the words say."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

LEAST_WIDTH = 60
"""Narrower terminals get lines of this width."""

JOINERS = "\u200c\u200d"
"""Join letters, or keep them apart, in scripts that need it and in emoji."""
INVISIBLE = "\u00ad\u200b\u2060\ufeff"
"""Say where a line may break, and nothing else."""


class Tone(StrEnum):
    """How a span may be coloured."""

    PLAIN = "plain"
    STRONG = "strong"
    FAINT = "faint"
    GOOD = "good"
    DOUBTFUL = "doubtful"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line."""

    text: str
    tone: Tone = Tone.PLAIN


Line = tuple[Span, ...]


def format_line(line: Line) -> str:
    """Write a line without tones."""
    return "".join(span.text for span in line)


def make_line(*pieces: Span | str) -> Line:
    """Return a line of spans and plain text; empty pieces are left out, and so is space at the end."""
    spans = [piece if isinstance(piece, Span) else Span(piece) for piece in pieces if piece not in {"", Span("")}]
    while spans and not spans[-1].text.rstrip():
        spans.pop()
    if spans:
        spans[-1] = Span(spans[-1].text.rstrip(), spans[-1].tone)
    return tuple(spans)


def clean(text: str) -> str:
    """Return text on one line, without characters that would steer the terminal."""
    return "".join(_clean_char(char) for char in " ".join(text.split()))


def _clean_char(char: str) -> str:
    if char.isprintable() or char in JOINERS:
        return char
    return "" if char in INVISIBLE else "\N{REPLACEMENT CHARACTER}"


def measure(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(_measure_char(char) for char in text)


def _measure_char(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def pad(text: str, width: int) -> str:
    """Fill a text with spaces up to a width."""
    return text + " " * max(0, width - measure(text))


def wrap(text: str, width: int) -> list[str]:
    """Break a text at its spaces into lines of at most a width; a longer word is cut."""
    lines = [""]
    for word in _cut_words(clean(text).split(), width):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut_words(words: Iterable[str], width: int) -> Iterable[str]:
    for word in words:
        rest = word
        while measure(rest) > width:
            length = 1
            while measure(rest[: length + 1]) <= width:
                length += 1
            yield rest[:length]
            rest = rest[length:]
        yield rest


def make_paragraph(text: str, width: int, *, indent: int = 0, tone: Tone = Tone.PLAIN) -> list[Line]:
    """Return a text as lines, each set in by so many columns."""
    return [make_line(" " * indent, Span(line, tone)) for line in wrap(text, width - indent)]
