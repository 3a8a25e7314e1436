"""The URL of a database becomes an engine that loses nothing it has acknowledged, its schema made and up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from sitegen.collector.tables import SCHEMA, SCHEMA_VERSION, TABLES
from sitegen.errors import UsageError, WorkError

BUSY_TIMEOUT_S = 30
DIALECTS = ("sqlite", "postgresql")
_MIGRATION_LOCK = 0x51_7E_6E
"""Any number, the same in all processes: PostgreSQL's advisory lock for making the schema."""


def open_engine(url: str) -> Engine:
    """Connect to a database and bring its schema up to date; raise `UsageError` for a URL that is none of ours."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() not in DIALECTS:
            raise UsageError(f"'{parsed.get_backend_name()}' is no store; use sqlite:///FILE or postgresql+psycopg://…")
        engine = create_engine(parsed, pool_pre_ping=True, connect_args=_choose_arguments(parsed.get_backend_name()))
    except (ArgumentError, NoSuchModuleError) as error:
        raise UsageError("the store's URL cannot be read; use sqlite:///FILE or postgresql+psycopg://…") from error
    except ImportError as error:
        raise WorkError(f"the store needs '{error.name}'; install sitegen-status[collect]") from error
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    _migrate(engine)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Write in one transaction, which is on disk when this ends; raise `WorkError` where the database refuses."""
    with told(engine), engine.begin() as connection:
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
    return {"timeout": BUSY_TIMEOUT_S} if dialect == "sqlite" else {"connect_timeout": BUSY_TIMEOUT_S}


def _prepare_sqlite(engine: Engine) -> None:
    """Let readers and a writer work at once, and let nothing be acknowledged that a loss of power could take."""

    @event.listens_for(engine, "connect")
    def _set(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver's guess
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _migrate(engine: Engine) -> None:
    """Make the schema where there is none; several processes may start at once."""
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
        TABLES.create_all(connection)
        found = connection.execute(select(SCHEMA.c.version)).scalar()
        if found is None:
            connection.execute(insert(SCHEMA).values(version=SCHEMA_VERSION))
        elif found > SCHEMA_VERSION:
            raise WorkError(f"the store is of a newer sitegen (schema {found}); this one knows {SCHEMA_VERSION}")
