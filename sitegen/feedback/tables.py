"""The bytes of a CSV file become its headings and rows, each with the line it stands on."""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from sitegen.problems import Position, Problems, suggest
from sitegen.source import read_bytes

MAX_BYTES = 50 * 1024 * 1024
_SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row, as many cells long as the headings are."""

    line: int
    """The line of the file on which it begins."""
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A file's headings and rows."""

    path: str
    headings: tuple[tuple[str, ...], ...]
    """Each row of headings."""
    rows: tuple[TableRow, ...]
    lines: tuple[str, ...]
    """The file's lines as they are, for messages."""

    def position_of(self, row: TableRow, cell: str = "") -> Position:
        """Return where a cell of a row stands, or the row where that cannot be seen."""
        source = self.lines[row.line - 1] if row.line <= len(self.lines) else ""
        column = source.find(cell) + 1 if cell else 1
        return Position(path=self.path, line=row.line, column=max(1, column), source=source)

    def find_column(self, name: str) -> int | str:
        """Return which column, from 0, a heading or a number from 1 names; what is wrong where it names none."""
        width = len(self.headings[0])
        if re.fullmatch(r"[0-9]{1,5}", name):
            found = int(name) - 1
            return found if 0 <= found < width else f"there is no column {name}; they are numbered from 1 to {width}"
        known = [[_plain(heading) for heading in row] for row in self.headings]
        columns = sorted({index for row in known for index, heading in enumerate(row) if heading == _plain(name)})
        if len(columns) == 1:
            return columns[0]
        if columns:
            numbers = ", ".join(str(index + 1) for index in columns)
            return f"'{name}' heads several columns; write the number of one: {numbers}"
        headings = {heading for row in self.headings for heading in row if heading}
        return f"no column is headed '{name}'{suggest(name, headings)}"

    def name_column(self, column: int) -> str:
        """Return what a column is called: the first of its headings."""
        return next((row[column] for row in self.headings if row[column]), f"column {column + 1}")


def read_table(location: Path, header_rows: int, problems: Problems) -> Table | None:
    """Read a CSV file in UTF-8, separated by `,`, `;` or tabs; None where it cannot be, for which problems are told."""
    raw, path = read_bytes(location), str(location)
    text = _decode(raw, path, problems)
    if text is None:
        return None
    try:
        rows = _parse(text, _find_separator(text))
    except csv.Error as error:
        problems.error("bad-syntax", f"this is no CSV: {error}", Position(path=path))
        return None
    headings, rest = rows[:header_rows], [row for row in rows[header_rows:] if any(row.cells)]
    if len(headings) < header_rows or not any(cell for row in headings for cell in row.cells):
        problems.error("missing-field", "there are no headings; the first line names the columns", Position(path=path))
        return None
    width = max(len(row.cells) for row in headings)
    table = Table(
        path=path,
        headings=tuple(_fit(row, width).cells for row in headings),
        rows=tuple(_fit(row, width) for row in rest),
        lines=tuple(text.split("\n")),
    )
    for row in rest:
        if len(row.cells) > width:
            message = f"this row has {len(row.cells)} cells for {width} headings; put cells with separators in quotes"
            problems.error("bad-syntax", message, table.position_of(row))
    return table


def _decode(raw: bytes, path: str, problems: Problems) -> str | None:
    if len(raw) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1024 // 1024} MiB; divide it"
        problems.error("too-large", message, Position(path=path))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8; export the file in the encoding UTF-8"
        problems.error("bad-encoding", message, Position(path=path, line=line))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _find_separator(text: str) -> str:
    """Return what parts the first row into the most cells."""
    return max(_SEPARATORS, key=lambda mark: len(next(csv.reader(io.StringIO(text), delimiter=mark), [])))


def _parse(text: str, separator: str) -> list[TableRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows, line = [], 1
    for cells in reader:
        rows.append(TableRow(line=line, cells=tuple(cell.strip() for cell in cells)))
        line = reader.line_num + 1
    return rows


def _fit(row: TableRow, width: int) -> TableRow:
    """Fill a row with empty cells."""
    return TableRow(line=row.line, cells=(*row.cells, *[""] * (width - len(row.cells)))[:width])


def _plain(heading: str) -> str:
    """Return a heading as it compares: case and space do not matter."""
    return " ".join(heading.split()).casefold()
