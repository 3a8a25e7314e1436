"""The stores that every promise is tested with."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.collector.postgres import run_postgres


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL that runs while the tests do; the path of its socket has to be short."""
    with tempfile.TemporaryDirectory(prefix="pg-") as folder, run_postgres(Path(folder)) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty store of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'responses.db'}"
        return
    import psycopg

    server = request.getfixturevalue("postgres")
    name = f"t{abs(hash(tmp_path))}"
    with psycopg.connect(server.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    yield server.replace("/postgres?", f"/{name}?")
