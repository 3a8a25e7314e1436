"""What the store holds, as tables; every instant is in whole seconds since 1970, UTC."""

from sqlalchemy import JSON, BigInteger, Column, Date, Integer, MetaData, String, Table, Text

SCHEMA_VERSION = 2

TABLES = MetaData()

SCHEMA = Table("sitegen_schema", TABLES, Column("version", Integer, primary_key=True, autoincrement=False))

RESPONSES = Table(
    "responses",
    TABLES,
    Column("id", String(64), primary_key=True),
    Column("client", String(64), nullable=False),
    Column("project", String(64), nullable=False, index=True),
    Column("survey", String(64), nullable=False),
    Column("version", String(16), nullable=False),
    Column("received", BigInteger, nullable=False, index=True),
    Column("answers", JSON, nullable=False),
    Column("reader", String(64), nullable=False),
    Column("milestone", String(64)),
    Column("update_id", String(128)),
    Column("source", String(255), nullable=False),
)

NEED_ANSWERS = Table(
    "need_answers",
    TABLES,
    Column("id", String(64), primary_key=True),
    Column("client", String(64), nullable=False),
    Column("project", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("item", String(64), nullable=False),
    Column("received", BigInteger, nullable=False, index=True),
    Column("choice", String(64)),
    Column("comment", Text),
    Column("reader", String(64), nullable=False),
)

REPLIES = Table(
    "replies",
    TABLES,
    Column("entry", String(64), primary_key=True),
    Column("done", Text, nullable=False),
    Column("by", String(255), nullable=False),
    Column("on", Date, nullable=False),
)

DEFINITIONS = Table(
    "definitions",
    TABLES,
    Column("version", String(16), primary_key=True),
    Column("survey", String(64), primary_key=True),
    Column("definition", JSON, nullable=False),
)
