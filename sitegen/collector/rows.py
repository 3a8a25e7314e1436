"""Responses, answers and replies become rows, and rows become them again."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sitegen.survey import Answers, NeedAnswer, Reply, Response, Value

Row = Mapping[Any, Any]
"""A row, by column."""

Definition = tuple[str, str, Mapping[str, Any]]
"""Version, survey, and what `pack_definition` gave: two surveys may ask the same, and then share a version."""


def pack_response(response: Response) -> dict[str, Any]:
    """Return a response as a row."""
    return {
        "id": response.id,
        "client": response.client,
        "project": response.project,
        "survey": response.survey,
        "version": response.version,
        "received": _count_seconds(response.received),
        "answers": _pack(response.answers),
        "reader": response.reader,
        "milestone": response.milestone,
        "update_id": response.update,
        "source": response.source,
    }


def unpack_response(row: Row) -> Response:
    """Return the response of a row."""
    return Response(
        id=row["id"],
        client=row["client"],
        project=row["project"],
        survey=row["survey"],
        version=row["version"],
        received=_find_instant(row["received"]),
        answers={key: _unpack(value) for key, value in row["answers"].items()},
        reader=row["reader"],
        milestone=row["milestone"],
        update=row["update_id"],
        source=row["source"],
    )


def pack_answer(answer: NeedAnswer) -> dict[str, Any]:
    """Return an answer to a need as a row."""
    return {
        "id": answer.id,
        "client": answer.client,
        "project": answer.project,
        "kind": answer.kind,
        "item": answer.item,
        "received": _count_seconds(answer.received),
        "choice": answer.choice,
        "comment": answer.comment,
        "reader": answer.reader,
    }


def unpack_answer(row: Row) -> NeedAnswer:
    """Return the answer to a need of a row."""
    return NeedAnswer(**{**row, "received": _find_instant(row["received"])})


def pack_reply(reply: Reply) -> dict[str, Any]:
    """Return a reply as a row."""
    return {"entry": reply.entry, "done": reply.done, "by": reply.by, "on": reply.on}


def unpack_reply(row: Row) -> Reply:
    """Return the reply of a row."""
    return Reply(**row)


def _pack(answers: Answers) -> dict[str, Any]:
    """Return answers as JSON holds them: several choices as a list."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in answers.items()}


def _unpack(value: Any) -> Value:
    found: Value = tuple(value) if isinstance(value, list) else value
    return found


def _count_seconds(instant: datetime) -> int:
    return int(instant.timestamp())


def _find_instant(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
