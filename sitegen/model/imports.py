"""The map of a file that another survey tool exported: which of its columns holds which answer."""

import re
from collections.abc import Mapping
from typing import Annotated, Any

from sitegen.model.decoding import decode
from sitegen.model.faults import fault
from sitegen.model.fields import DAY_SCHEMA, ID_SCHEMA, Day, Id, Text, number_within, reading
from sitegen.model.reading import Reading, Shorthand
from sitegen.model.shape import shape
from sitegen.problems import Problems
from sitegen.source import Document

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,63}(\.[a-z0-9][a-z0-9-]{0,63})?")
_MARK = number_within(0, 10, whole=True)

Scale = tuple[int, int]


def _read_key(text: str) -> str:
    if not _KEY.fullmatch(text):
        raise ValueError(text)
    return text


def _read_scale(value: object) -> Any:
    try:
        low, high = (_MARK(str(mark)) for mark in value) if isinstance(value, list) else (0, 0)
    except ValueError:
        low, high = 0, 0
    if (low, high) != (0, 10) and (low != 1 or high < 2):
        raise fault("bad-value", "these are no ends of a scale; write [0, 10], [1, 10] or [1, …] up to 10")
    return low, high


def _read_any_text(value: object) -> object:
    if isinstance(value, Mapping | list) or value is None:
        raise fault("bad-value", 'a text is expected here; the empty one is ""')
    return str(value).strip()


AnswerKey = Annotated[
    str,
    reading(
        _read_key,
        "a question's id, or 'question.row' for a row of a matrix",
        {"type": ["string", "integer"], "pattern": f"^{_KEY.pattern}$"},
        "bad-name",
    ),
]
HeaderRows = Annotated[
    int,
    reading(number_within(1, 2, whole=True), "1 or 2", {"type": "integer", "minimum": 1, "maximum": 2}),
]
Marks = Annotated[
    Scale,
    Reading(
        _read_scale,
        {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 10}, "minItems": 2},
    ),
]
AnyText = Annotated[str, Reading(_read_any_text, {"type": ["string", "number", "boolean"]})]


@shape
class IdOrColumn:
    """Whose answers these are: all of them one's, or each its row's."""

    id: Id | None = None
    """The same for all rows; written alone, `client: acme`."""
    column: Text | None = None
    """The column that holds an id or a name: its heading, or its number from 1 on."""


@shape
class DayOrColumn:
    """When answers were given."""

    day: Day | None = None
    """The same for all rows; written alone, `date: 2026-11-16`."""
    column: Text | None = None
    """The column that holds the date: its heading, or its number from 1 on."""
    format: Text | None = None
    """How it is written there, as Python's `strptime` reads it: `%m/%d/%Y %I:%M:%S %p`."""


_ID_ALONE = Shorthand(lambda text: {"id": text}, ID_SCHEMA)


@shape
class ImportMap:
    """The keys of a map."""

    survey: Id
    """The survey that was answered; one in `surveys/`, or one that only took place elsewhere."""
    client: Annotated[IdOrColumn, _ID_ALONE]
    """The client who answered."""
    project: Annotated[IdOrColumn, _ID_ALONE]
    """The project that it was about."""
    header_rows: HeaderRows = 1
    """How many rows of headings the file begins with."""
    columns: Mapping[AnswerKey, Text]
    """By question, the column that holds the answers: its heading in either row, or its number from 1 on."""
    scale: Mapping[Id, Marks] | None = None
    """By question, the marks that could be given there. With `[1, 10]` the figure is NPS-like: 9–10 against 1–6."""
    words: Mapping[Text, Text] | None = None
    """What stands in cells for another answer, as `{Strongly agree: 10}`."""
    none: tuple[AnyText, ...] = ()
    """What stands in cells that are no answer, as `[N/A]`; empty cells never are."""
    date: Annotated[DayOrColumn, Shorthand(lambda day: {"day": day}, DAY_SCHEMA)] | None = None
    """When they answered; today where nothing is said."""


def decode_import_map(document: Document, problems: Problems) -> ImportMap | None:
    """Read a map; None where it has faults."""
    found: ImportMap | None = decode(ImportMap, document, problems)
    if found is not None:
        check_import_map(found, document, problems)
    return found


def check_import_map(found: ImportMap, document: Document, problems: Problems) -> None:
    """Tell of parts that say nothing, and of scales for what no column holds."""
    for key, place in (("client", found.client), ("project", found.project)):
        if (place.id is None) == (place.column is None):
            message = f"{key}: write an id, as '{key}: acme', or '{{column: …}}'"
            problems.error("bad-value", message, document.position_of(key))
    if not found.columns:
        problems.error("missing-field", "columns: name at least one question", document.position_of_key("columns"))
    for question in found.scale or {}:
        if question not in found.columns:
            message = f"scale: no column holds '{question}'; name it in 'columns', or remove this"
            problems.error("unknown-id", message, document.position_of_key("scale", question))
    _check_date(found.date, document, problems)


def _check_date(given: DayOrColumn | None, document: Document, problems: Problems) -> None:
    if given is None:
        return
    has_column, has_format = given.column is not None, given.format is not None
    if has_column != has_format or has_column == (given.day is not None):
        message = "date: write a day, or both 'column' and 'format'"
        problems.error("bad-value", message, document.position_of("date"))
