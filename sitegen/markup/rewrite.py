"""Sanitised HTML becomes a fragment of the page, in one pass over its tags."""

from collections.abc import Callable

from sitegen.markup.anchors import Anchors
from sitegen.markup.attributes import adopt
from sitegen.markup.ids import Ids
from sitegen.markup.links import LinkResolver
from sitegen.markup.outline import Headings
from sitegen.markup.pieces import Pieces
from sitegen.markup.tables import Tables
from sitegen.markup.tags import format_tag, read_attributes, read_tags
from sitegen.markup.words import Words

Start = Callable[[str, str], None]
End = Callable[[str], None]

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
DONE, OPEN = "✓", "○"


class Rewriter:
    """Writes one fragment; each kind of element has its own writer."""

    def __init__(self, *, resolver: LinkResolver, heading_level: int, id_prefix: str, words: Words) -> None:
        self._words = words
        self._item: tuple[int, dict[str, str]] | None = None
        self._pieces = Pieces()
        self._ids = Ids(id_prefix)
        self._anchors = Anchors(self._pieces, self._ids, resolver, words)
        headings = Headings(self._pieces, self._ids, heading_level)
        tables = Tables(self._pieces, self._ids, words.table)
        self._starts: dict[str, Start] = {
            **dict.fromkeys(HEADINGS, headings.start),
            "a": self._anchors.start_link,
            "img": self._anchors.image,
            "input": self._start_input,
            "li": self._start_item,
            "pre": self._start_code,
            "table": tables.start_table,
            "thead": tables.start_head,
            "tr": tables.start_row,
            "td": tables.start_cell,
            "th": tables.start_header,
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
        show, starts, ends = self._pieces.show, self._starts, self._ends
        for before, end, start, attributes in read_tags(html):
            if before:
                show(before)
            if end:
                ends[end](end)
            elif start:
                starts.get(start, self._start_other)(start, attributes or "")
        self._anchors.finish()
        return "".join(self._pieces.list)

    def _start_other(self, name: str, attributes: str) -> None:
        read = read_attributes(attributes)
        own = adopt(read, self._ids)
        if "class" in read:
            own |= {"class": "footnotes", "role": "group", "aria-label": self._words.footnotes}
        self._pieces.add(format_tag(name, own))

    def _start_code(self, name: str, attributes: str) -> None:
        """Open a block of code, which the keyboard can scroll."""
        self._pieces.add(format_tag(name, adopt(read_attributes(attributes), self._ids) | {"tabindex": "0"}))

    def _start_item(self, name: str, attributes: str) -> None:
        own = adopt(read_attributes(attributes), self._ids)
        self._item = (len(self._pieces.list), own)
        self._pieces.add(format_tag(name, own))

    def _start_input(self, _name: str, attributes: str) -> None:
        """Write the box of a task list as a mark with a name; other controls are none of a text's."""
        read = read_attributes(attributes)
        if read.get("type", "").lower() != "checkbox":
            return
        if self._item and self._pieces.is_blank_since(self._item[0]):
            at, item = self._item
            self._pieces.list[at] = format_tag("li", item | {"class": "task"})
        done = "checked" in read
        mark, label = (DONE, self._words.done) if done else (OPEN, self._words.open)
        own = {"class": "task-done" if done else "task-open", "role": "img", "aria-label": label}
        self._pieces.show_as(f"{format_tag('span', own)}{mark}</span>", mark)
