"""All that came back becomes text for other programs, an entry or an answer a line."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from sitegen.feeds import format_table
from sitegen.survey import NeedAnswer, Response, Value

Entry = Response | NeedAnswer

COLUMNS = (
    "id",
    "received",
    "client",
    "project",
    "reader",
    "survey",
    "version",
    "milestone",
    "update",
    "source",
    "need",
    "question",
    "answer",
)


def export_jsonl(entries: Iterable[Entry]) -> Iterator[str]:
    """Write entries as JSON, an object a line; those about a need have `need` in place of `survey`."""
    for entry in entries:
        told = {key: value for key, value in _describe(entry).items() if value is not None}
        yield json.dumps({**told, "answers": _find_answers(entry)}, ensure_ascii=False) + "\n"


def export_csv(entries: Iterable[Entry]) -> Iterator[str]:
    """Write entries as CSV, a line for each answer: surveys differ in their questions, and tables have one heading."""
    yield format_table(COLUMNS, ())
    for entry in entries:
        common = _describe(entry)
        rows = [
            {**common, "question": question, "answer": answer}
            for name, value in _find_answers(entry).items()
            for question, answer in _flatten(name, value)
        ]
        yield format_table(COLUMNS, rows, has_headings=False)


EXPORTS: Mapping[str, Callable[[Iterable[Entry]], Iterator[str]]] = {"csv": export_csv, "jsonl": export_jsonl}
"""By the name of the format."""


def _describe(entry: Entry) -> dict[str, str | None]:
    common = {
        "id": entry.id,
        "received": entry.received.isoformat(),
        "client": entry.client,
        "project": entry.project,
        "reader": entry.reader or None,
    }
    if isinstance(entry, NeedAnswer):
        return {**common, "need": f"{entry.kind}.{entry.item}"}
    return {
        **common,
        "survey": entry.survey,
        "version": entry.version or None,
        "milestone": entry.milestone,
        "update": entry.update,
        "source": entry.source,
    }


def _find_answers(entry: Entry) -> Mapping[str, Value]:
    if isinstance(entry, Response):
        return entry.answers
    given = {"choice": entry.choice, "comment": entry.comment}
    return {name: text for name, text in given.items() if text is not None}


def _flatten(name: str, value: Value) -> Iterator[tuple[str, Value]]:
    """Go through what a table holds of an answer: a matrix has a line for each row."""
    if isinstance(value, Mapping):
        yield from ((f"{name}.{row}", column) for row, column in value.items())
    else:
        yield name, value
