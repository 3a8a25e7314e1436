"""Responses, answers to needs and replies are kept in a database, SQLite or PostgreSQL, and read from it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Table, select
from sqlalchemy.dialects import postgresql, sqlite

from sitegen.collector.database import open_engine, reading, writing
from sitegen.collector.rows import (
    Definition,
    Row,
    pack_answer,
    pack_reply,
    pack_response,
    unpack_answer,
    unpack_reply,
    unpack_response,
)
from sitegen.collector.tables import DEFINITIONS, NEED_ANSWERS, REPLIES, RESPONSES
from sitegen.survey import NeedAnswer, Reply, Response

MAX_ROWS = 500
"""How many rows go into one statement: SQLite takes 32,766 values."""


class Store:
    """The database of one site; safe to use from several threads, processes and machines at once.

    Raise `UsageError` for a URL that is no store's, `WorkError` where the database refuses.
    """

    def __init__(self, url: str) -> None:
        self._engine = open_engine(url)
        self._insert: Callable[[Table], Any] = (
            sqlite.insert if self._engine.dialect.name == "sqlite" else postgresql.insert
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def add(self, entry: Response | NeedAnswer) -> bool:
        """Keep one entry; tell whether it is new."""
        return self.add_all([entry])[0]

    def add_all(self, entries: Sequence[Response | NeedAnswer]) -> list[bool]:
        """Keep entries in one transaction, which is on disk on return; tell of each whether it is new.

        An entry whose id is there already, or earlier in the same call, changes nothing.
        """
        responses = {entry.id: pack_response(entry) for entry in reversed(entries) if isinstance(entry, Response)}
        answers = {entry.id: pack_answer(entry) for entry in reversed(entries) if isinstance(entry, NeedAnswer)}
        with writing(self._engine) as connection:
            new = {(RESPONSES.name, row) for row in self._put(connection, RESPONSES, list(responses.values()))}
            new |= {(NEED_ANSWERS.name, row) for row in self._put(connection, NEED_ANSWERS, list(answers.values()))}
        found = []
        for entry in entries:
            key = (RESPONSES.name if isinstance(entry, Response) else NEED_ANSWERS.name, entry.id)
            found.append(key in new)
            new.discard(key)
        return found

    def _put(self, connection: Any, table: Table, rows: Sequence[Row]) -> Iterator[str]:
        """Insert rows, and return the ids of those that were not there."""
        for start in range(0, len(rows), MAX_ROWS):
            part = rows[start : start + MAX_ROWS]
            statement = self._insert(table).values(part).on_conflict_do_nothing().returning(table.c.id)
            yield from connection.execute(statement).scalars()

    def read_responses(
        self, *, client: str | None = None, project: str | None = None, survey: str | None = None
    ) -> Iterator[Response]:
        """Go through responses, the oldest first; only those of a client, project or survey where one is given."""
        wanted = {"client": client, "project": project, "survey": survey}
        return map(unpack_response, self._read(RESPONSES, wanted))

    def read_answers(self, *, client: str | None = None, project: str | None = None) -> Iterator[NeedAnswer]:
        """Go through answers to needs, the oldest first."""
        return map(unpack_answer, self._read(NEED_ANSWERS, {"client": client, "project": project}))

    def _read(self, table: Table, wanted: Mapping[str, str | None]) -> Iterator[Row]:
        chosen = [table.c[key] == value for key, value in wanted.items() if value is not None]
        statement = select(table).where(*chosen).order_by(table.c.received, table.c.id)
        with reading(self._engine) as connection:
            yield from connection.execution_options(yield_per=MAX_ROWS).execute(statement).mappings()

    def add_reply(self, reply: Reply) -> None:
        """Keep a reply; a later one to the same entry takes its place."""
        row = pack_reply(reply)
        statement = self._insert(REPLIES).values(row)
        with writing(self._engine) as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["entry"], set_=row))

    def read_replies(self) -> Mapping[str, Reply]:
        """Return the replies by the entry that each is to."""
        with reading(self._engine) as connection:
            return {row["entry"]: unpack_reply(row) for row in connection.execute(select(REPLIES)).mappings()}

    def keep_definitions(self, definitions: Iterable[Definition]) -> None:
        """Remember definitions: pages are open for long."""
        rows = [{"version": each[0], "survey": each[1], "definition": each[2]} for each in definitions]
        if rows:
            with writing(self._engine) as connection:
                connection.execute(self._insert(DEFINITIONS).values(rows).on_conflict_do_nothing())

    def read_definitions(self) -> tuple[Definition, ...]:
        """Return every definition that was ever remembered."""
        columns = (DEFINITIONS.c.version, DEFINITIONS.c.survey, DEFINITIONS.c.definition)
        with reading(self._engine) as connection:
            rows = connection.execute(select(*columns).order_by(*columns[:2]))
            return tuple((version, survey, packed) for version, survey, packed in rows)

    def check(self) -> None:
        """Raise `WorkError` where what is kept cannot be read."""
        with reading(self._engine) as connection:
            connection.execute(select(RESPONSES.c.id).limit(1)).first()
