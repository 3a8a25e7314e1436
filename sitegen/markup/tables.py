"""Tables become tables that can be scrolled and heard: a box with a name, header cells with a scope."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from sitegen.markup.attributes import rewrite_attributes
from sitegen.markup.ids import Ids
from sitegen.markup.pieces import Pieces
from sitegen.markup.tags import format_tag, is_blank

SCOPE = re.compile(r' scope="[^"]*"')


@dataclass(slots=True, kw_only=True)
class Row:
    """A row that is still open."""

    headers: list[tuple[int, str]] = field(default_factory=list)
    """Its header cells, unless they are in the table's head: where they stand, their attributes."""
    has_data: bool = False


class Tables:
    """Writes the tables of a text."""

    def __init__(self, pieces: Pieces, ids: Ids, name: str) -> None:
        self._pieces = pieces
        self._ids = ids
        self._name = name
        self._rows: list[Row] = []
        self._heads = 0

    def start_table(self, name: str, attributes: str) -> None:
        """Open the box and the table."""
        self._pieces.add(open_box(self._name) + self._open(name, attributes))

    def end_table(self, name: str) -> None:
        """Close the table and the box."""
        self._pieces.add(f"</{name}></div>")

    def start_head(self, name: str, attributes: str) -> None:
        """Open the table's head."""
        self._heads += 1
        self._pieces.add(self._open(name, attributes))

    def end_head(self, name: str) -> None:
        """Close the table's head."""
        self._heads -= 1
        self._pieces.add(f"</{name}>")

    def start_row(self, name: str, attributes: str) -> None:
        """Open a row."""
        self._rows.append(Row())
        self._pieces.add(self._open(name, attributes))

    def end_row(self, name: str) -> None:
        """Close a row; now it is known what its header cells head."""
        self._pieces.add(f"</{name}>")
        if not self._rows:
            return
        row = self._rows.pop()
        for at, own in row.headers:
            scope = "row" if row.has_data else "col"
            self._pieces.list[at] = f'<th scope="{scope}"{own}>'

    def start_cell(self, name: str, attributes: str) -> None:
        """Open a cell that holds data."""
        if self._rows:
            self._rows[-1].has_data = True
        self._pieces.add(self._open(name, attributes))

    def start_header(self, name: str, attributes: str) -> None:
        """Open a header cell."""
        self._pieces.enter(name, rewrite_attributes(attributes, self._ids))

    def write_header(self, name: str, attributes: str, text: str) -> None:
        """Write a header cell that holds nothing but text, as if it were opened and closed."""
        own = rewrite_attributes(attributes, self._ids)
        if self._heads and not SCOPE.search(own) and not is_blank(text):
            self._pieces.show_known(f'<th scope="col"{own}>{text}</th>')
            return
        self._pieces.enter(name, own)
        self._pieces.show(text)
        self.end_header(name)

    def end_header(self, name: str) -> None:
        """Close a header cell; an empty one is none."""
        header = self._pieces.leave(name)
        if header is None:
            return
        own = SCOPE.sub("", header.attributes)
        if self._pieces.is_empty(header) or not (self._heads or self._rows):
            self._pieces.list[header.at] = f"<td{own}>"
            self._pieces.add("</td>")
            return
        self._pieces.add("</th>")
        if written := SCOPE.search(header.attributes):
            self._pieces.list[header.at] = f"<th{written[0]}{own}>"
        elif self._heads:
            self._pieces.list[header.at] = f'<th scope="col"{own}>'
        else:
            self._rows[-1].headers.append((header.at, own))

    def _open(self, name: str, attributes: str) -> str:
        return f"<{name}{rewrite_attributes(attributes, self._ids)}>"


@lru_cache(maxsize=16)
def open_box(name: str) -> str:
    """Return the start tag of the box around a table, which the keyboard can scroll."""
    return format_tag("div", {"class": "scroll", "tabindex": "0", "role": "group", "aria-label": name})
