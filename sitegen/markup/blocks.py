"""Blocks become blocks that everyone can reach: code that the keyboard can scroll, footnotes with a name."""

from sitegen.markup.attributes import adopt, rewrite_attributes
from sitegen.markup.ids import Ids
from sitegen.markup.pieces import Pieces
from sitegen.markup.tags import format_tag, read_attributes

SCROLLABLE = ' tabindex="0"'


class Blocks:
    """Writes the start tags of code, of footnotes, and of whatever else has attributes."""

    def __init__(self, pieces: Pieces, ids: Ids, footnotes: str) -> None:
        self._pieces = pieces
        self._ids = ids
        self._footnotes = footnotes

    def start_code(self, name: str, attributes: str) -> None:
        """Open a block of code."""
        self._pieces.add(f"<{name}{rewrite_attributes(attributes, self._ids)}{SCROLLABLE}>")

    def start_other(self, name: str, attributes: str) -> None:
        """Open an element; one that an engine has given a class holds the footnotes."""
        read = read_attributes(attributes)
        own = adopt(read, self._ids)
        if "class" in read:
            own |= {"class": "footnotes", "role": "group", "aria-label": self._footnotes}
        self._pieces.add(format_tag(name, own))
