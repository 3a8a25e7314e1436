"""Tables become tables that can be scrolled and heard: a box with a name, header cells with a scope."""

from dataclasses import dataclass, field

from sitegen.markup.attributes import adopt
from sitegen.markup.ids import Ids
from sitegen.markup.pieces import Pieces
from sitegen.markup.tags import format_tag


@dataclass(slots=True, kw_only=True)
class Row:
    """A row that is still open."""

    in_head: bool
    headers: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    """Its header cells: where they stand, their attributes."""
    has_data: bool = False


class Tables:
    """Writes the tables of a text."""

    def __init__(self, pieces: Pieces, ids: Ids, name: str) -> None:
        self._pieces = pieces
        self._ids = ids
        self._box = format_tag("div", {"class": "scroll", "tabindex": "0", "role": "group", "aria-label": name})
        self._rows: list[Row] = []
        self._heads = 0

    def start_table(self, name: str, attributes: dict[str, str]) -> None:
        """Open the box and the table."""
        self._pieces.add(self._box + format_tag(name, adopt(attributes, self._ids)))

    def end_table(self, name: str) -> None:
        """Close the table and the box."""
        self._pieces.add(f"</{name}></div>")

    def start_head(self, name: str, attributes: dict[str, str]) -> None:
        """Open the table's head."""
        self._heads += 1
        self._pieces.add(format_tag(name, adopt(attributes, self._ids)))

    def end_head(self, name: str) -> None:
        """Close the table's head."""
        self._heads -= 1
        self._pieces.add(f"</{name}>")

    def start_row(self, name: str, attributes: dict[str, str]) -> None:
        """Open a row."""
        self._rows.append(Row(in_head=self._heads > 0))
        self._pieces.add(format_tag(name, adopt(attributes, self._ids)))

    def end_row(self, name: str) -> None:
        """Close a row; now it is known what its header cells head."""
        self._pieces.add(f"</{name}>")
        if not self._rows:
            return
        row = self._rows.pop()
        scope = "row" if row.has_data and not row.in_head else "col"
        for at, attributes in row.headers:
            self._pieces.list[at] = format_tag("th", {"scope": scope} | attributes)

    def start_cell(self, name: str, attributes: dict[str, str]) -> None:
        """Open a cell that holds data."""
        if self._rows:
            self._rows[-1].has_data = True
        self._pieces.add(format_tag(name, adopt(attributes, self._ids)))

    def start_header(self, name: str, attributes: dict[str, str]) -> None:
        """Open a header cell."""
        self._pieces.enter(name, adopt(attributes, self._ids))

    def end_header(self, name: str) -> None:
        """Close a header cell; an empty one is none."""
        header = self._pieces.leave(name)
        if header is None:
            return
        if self._pieces.is_empty(header) or not self._rows:
            header.attributes.pop("scope", None)
            self._pieces.list[header.at] = format_tag("td", header.attributes)
            self._pieces.add("</td>")
            return
        self._rows[-1].headers.append((header.at, header.attributes))
        self._pieces.add("</th>")
