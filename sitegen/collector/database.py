"""The URL of a database becomes an engine that loses nothing it has acknowledged, its schema made and up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, select, text, update
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from sitegen.collector.place import Place, make_place
from sitegen.collector.tables import DEFINITIONS, SCHEMA, SCHEMA_VERSION, TABLES
from sitegen.errors import UsageError, WorkError

BUSY_TIMEOUT_S = 30
"""How long a lock that another holds is waited for."""

CONNECT_TIMEOUT_S = 10
_WRITES = "sitegen_writes"
_PLACE = "sitegen_place"
DIALECTS = ("sqlite", "postgresql")
_MIGRATION_LOCK = 0x51_7E_6E
"""Any number, the same in all processes: PostgreSQL's advisory lock for making the schema."""


def open_engine(url: str) -> Engine:
    """Connect to a database and bring its schema up to date; raise `UsageError` for a URL that is none of ours."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() not in DIALECTS:
            raise UsageError(f"'{parsed.get_backend_name()}' is no store; use sqlite:///FILE or postgresql+psycopg://…")
        place = _make_file(parsed) if parsed.get_backend_name() == "sqlite" else None
        engine = create_engine(
            parsed,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args=_choose_arguments(parsed.get_backend_name()),
        )
    except (ArgumentError, NoSuchModuleError) as error:
        raise UsageError("the store's URL cannot be read; use sqlite:///FILE or postgresql+psycopg://…") from error
    except ImportError as error:
        raise WorkError(f"the store needs '{error.name}'; install sitegen-status[collect]") from error
    if place:
        _prepare_sqlite(engine, place)
    else:
        _prepare_postgresql(engine)
    _migrate(engine)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Write in one transaction, which is on disk when this ends; raise `WorkError` where the database refuses."""
    _check_place(engine)
    with told(engine), engine.execution_options(**{_WRITES: True}).begin() as connection:
        yield connection
    _check_place(engine)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Read what is there at one moment, and keep no writer waiting meanwhile; raise `WorkError` as `writing` does."""
    _check_place(engine)
    with told(engine), engine.connect() as connection:
        yield connection


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    """Turn what the database says into `WorkError`, without the password that its URL may hold."""
    try:
        yield
    except SQLAlchemyError as error:
        cause = getattr(error, "orig", None) or error
        place = engine.url.render_as_string(hide_password=True)
        raise WorkError(f"the store {place} refuses: {str(cause).strip().splitlines()[0]}") from error


def _choose_arguments(dialect: str) -> dict[str, Any]:
    return {"timeout": BUSY_TIMEOUT_S} if dialect == "sqlite" else {"connect_timeout": CONNECT_TIMEOUT_S}


def _check_place(engine: Engine) -> None:
    place: Place | None = engine.get_execution_options().get(_PLACE)
    if place:
        place.check()


def _make_file(url: URL) -> Place:
    """Make the file of a store where there is none; SQLite gives the files beside it the same rights."""
    if not url.database or url.database.startswith((":memory:", "file:")):
        raise UsageError("a store in memory keeps nothing; use sqlite:///FILE")
    return make_place(Path(url.database).absolute())


def _prepare_sqlite(engine: Engine, place: Place) -> None:
    """Let readers and a writer work at once, and let nothing be acknowledged that a loss of power could take."""
    engine.update_execution_options(**{_PLACE: place})

    @event.listens_for(engine, "do_connect")
    def _open(_dialect: object, _record: object, arguments: list[Any], options: dict[str, Any]) -> None:
        # A file that is gone is not made anew: that would be an empty store.
        arguments[:] = [f"{place.path.as_uri()}?mode=rw"]
        options["uri"] = True

    @event.listens_for(engine, "connect")
    def _set(connection: Any, _: object) -> None:
        try:
            place.check()
        except WorkError:
            connection.close()
            raise
        connection.isolation_level = None  # transactions are begun below, not by the driver's guess
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # Whoever will write takes its turn at once: a reader that turns writer would be refused.
        is_writing = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def _prepare_postgresql(engine: Engine) -> None:
    """Let nothing be acknowledged that a loss of power could take, and wait for no lock without end.

    The first holds even where the server is set up otherwise; the second where it sets no limit.
    """

    @event.listens_for(engine, "connect")
    def _set(connection: Any, _: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('synchronous_commit', 'on', false)"
                " WHERE current_setting('synchronous_commit') = 'off'"
            )
            cursor.execute(
                f"SELECT set_config('lock_timeout', '{BUSY_TIMEOUT_S}s', false)"
                " WHERE current_setting('lock_timeout') = '0'"
            )
        connection.commit()


def _migrate(engine: Engine) -> None:
    """Make the schema where there is none, and bring an older one up to date; several processes may start at once."""
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
        TABLES.create_all(connection)
        found = connection.execute(select(SCHEMA.c.version)).scalar()
        if found is None:
            connection.execute(insert(SCHEMA).values(version=SCHEMA_VERSION))
        elif found > SCHEMA_VERSION:
            raise WorkError(f"the store is of a newer sitegen (schema {found}); this one knows {SCHEMA_VERSION}")
        elif found < SCHEMA_VERSION:
            _make_definitions_anew(connection)
            connection.execute(update(SCHEMA).values(version=SCHEMA_VERSION))


def _make_definitions_anew(connection: Connection) -> None:
    """Let two surveys share a version, which schema 1 did not; SQLite cannot change the key of a table."""
    rows = [dict(row) for row in connection.execute(select(DEFINITIONS)).mappings()]
    DEFINITIONS.drop(connection)
    DEFINITIONS.create(connection)
    if rows:
        connection.execute(insert(DEFINITIONS), rows)
