"""Sanitised HTML becomes a fragment of the page, in one pass over its tags."""

from collections.abc import Callable

from sitegen.markup.anchors import Anchors
from sitegen.markup.blocks import Blocks
from sitegen.markup.ids import Ids
from sitegen.markup.items import Items
from sitegen.markup.links import LinkResolver
from sitegen.markup.outline import Headings
from sitegen.markup.pieces import Pieces
from sitegen.markup.tables import Tables
from sitegen.markup.tags import read_tags
from sitegen.markup.words import Words

Start = Callable[[str, str], None]
End = Callable[[str], None]
Write = Callable[[str, str, str], None]

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Rewriter:
    """Writes one fragment; each kind of element has its own writer.

    None of them knows the rewriter: it goes, with all the pieces it holds, as soon as the fragment is there.
    """

    def __init__(self, *, resolver: LinkResolver, heading_level: int, id_prefix: str, words: Words) -> None:
        self._pieces = pieces = Pieces()
        ids = Ids(id_prefix)
        self._anchors = Anchors(pieces, ids, resolver, words)
        headings = Headings(pieces, ids, heading_level)
        tables = Tables(pieces, ids, words.table)
        items = Items(pieces, ids, words)
        blocks = Blocks(pieces, ids, words.footnotes)
        self._start_other: Start = blocks.start_other
        self._starts: dict[str, Start] = {
            **dict.fromkeys(HEADINGS, headings.start),
            "a": self._anchors.start_link,
            "img": self._anchors.image,
            "input": items.start_box,
            "li": items.start_item,
            "pre": blocks.start_code,
            "table": tables.start_table,
            "thead": tables.start_head,
            "tr": tables.start_row,
            "td": tables.start_cell,
            "th": tables.start_header,
        }
        self._writes: dict[str, Write] = {
            **dict.fromkeys(HEADINGS, headings.write),
            "a": self._anchors.write_link,
            "th": tables.write_header,
        }
        self._ends: dict[str, End] = {
            **dict.fromkeys(HEADINGS, headings.end),
            "a": self._anchors.end_link,
            "table": tables.end_table,
            "thead": tables.end_head,
            "tr": tables.end_row,
            "th": tables.end_header,
        }

    @property
    def broken(self) -> tuple[str, ...]:
        """The targets that lead nowhere, as the engine wrote them, in the text's order."""
        return self._anchors.broken

    def rewrite(self, html: str) -> str:
        """Return the fragment's HTML."""
        show, starts, ends, other = self._pieces.show, self._starts, self._ends, self._start_other
        for before, end, start, attributes, text in read_tags(html):
            if before:
                show(before)
            if end:
                ends[end](end)
            elif start and text:
                self._write(start, attributes or "", text)
            elif start:
                starts.get(start, other)(start, attributes or "")
        self._anchors.finish()
        return "".join(self._pieces.list)

    def _write(self, name: str, attributes: str, text: str) -> None:
        """Write an element that holds nothing but text, at once or piece by piece."""
        write, end = self._writes.get(name), self._ends.get(name)
        if write:
            write(name, attributes, text)
            return
        self._starts.get(name, self._start_other)(name, attributes)
        self._pieces.show(text)
        if end:
            end(name)
        else:
            self._pieces.add(f"</{name}>")
