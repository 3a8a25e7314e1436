"""The store: what was acknowledged is there, once, as it was."""

import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sitegen.collector import Store
from sitegen.collector.database import reading, writing
from sitegen.errors import UsageError, WorkError
from sitegen.survey import NeedAnswer, Reply, Response

PULSE = Response(
    id="n-1",
    client="acme",
    project="shop",
    survey="pulse",
    version="0123456789abcdef",
    received=datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
    answers={
        "happy": 4,
        "why": "Ця\nвідповідь 🙂 'quoted'",
        "which": ("a", "b"),
        "rows": {"x": "good"},
        "again": True,
        "hours": 2.5,
    },
    reader="acme",
    milestone="beta",
)
CHOICE = NeedAnswer(
    id="n-2",
    client="acme",
    project="shop",
    kind="issue",
    item="slow",
    received=datetime(2026, 11, 20, 9, 31, tzinfo=UTC),
    choice="buy",
    comment=None,
    reader="north",
)


def test_what_was_kept_is_read_as_it_was(store_url: str) -> None:
    with Store(store_url) as store:
        assert store.add_all([PULSE, CHOICE]) == [True, True]

    with Store(store_url) as store:
        assert list(store.read_responses()) == [PULSE]
        assert list(store.read_answers()) == [CHOICE]


def test_the_same_one_twice_is_kept_once(store_url: str) -> None:
    with Store(store_url) as store:
        assert store.add(PULSE)
        assert not store.add(replace(PULSE, answers={}))
        assert store.add_all([CHOICE, CHOICE]) == [True, False]

        assert list(store.read_responses()) == [PULSE]
        assert list(store.read_answers()) == [CHOICE]


def test_a_response_and_an_answer_may_share_an_id(store_url: str) -> None:
    with Store(store_url) as store:
        assert store.add_all([PULSE, replace(CHOICE, id=PULSE.id)]) == [True, True]


def test_responses_come_oldest_first_and_by_what_is_asked_for(store_url: str) -> None:
    later = replace(PULSE, id="n-0", survey="closing", received=datetime(2026, 11, 21, tzinfo=UTC))
    other = replace(PULSE, id="n-3", client="other")
    with Store(store_url) as store:
        store.add_all([later, other, PULSE])

        assert [each.id for each in store.read_responses()] == ["n-1", "n-3", "n-0"]
        assert [each.id for each in store.read_responses(client="other")] == ["n-3"]
        assert [each.id for each in store.read_responses(client="acme", survey="closing")] == ["n-0"]


def test_a_later_reply_takes_the_place_of_the_first(store_url: str) -> None:
    first = Reply(entry="n-1", done="Called back", by="ann", on=date(2026, 11, 23))
    second = replace(first, done="Called back and mended it")
    with Store(store_url) as store:
        store.add_reply(first)
        store.add_reply(second)

        assert store.read_replies() == {"n-1": second}


def test_definitions_are_remembered_by_version_and_survey(store_url: str) -> None:
    with Store(store_url) as store:
        store.keep_definitions([("v1", "pulse", {"title": "Pulse"})])
        store.keep_definitions([("v1", "pulse", {"title": "Pulse"}), ("v2", "pulse", {"title": "Pulse 2"})])
        store.keep_definitions([("v1", "closing", {"title": "Pulse"})])
        store.keep_definitions([])

        assert store.read_definitions() == (
            ("v1", "closing", {"title": "Pulse"}),
            ("v1", "pulse", {"title": "Pulse"}),
            ("v2", "pulse", {"title": "Pulse 2"}),
        )


def test_many_writers_at_once_lose_nothing(store_url: str) -> None:
    def write(writer: int) -> None:
        with Store(store_url) as store:
            for number in range(20):
                store.add(replace(PULSE, id=f"{writer}-{number}"))

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with Store(store_url) as store:
        assert len(list(store.read_responses())) == 120


def open_at_once(store_url: str) -> list[int]:
    script = "import sys; from sitegen.collector import Store; Store(sys.argv[1]).close()"
    processes = [subprocess.Popen([sys.executable, "-c", script, store_url]) for _ in range(6)]
    return [process.wait(timeout=60) for process in processes]


def test_processes_that_start_at_once_make_one_schema(store_url: str) -> None:
    assert open_at_once(store_url) == [0] * 6


SCHEMA_1 = (
    "DROP TABLE definitions",
    "CREATE TABLE definitions (version VARCHAR(16) PRIMARY KEY, survey VARCHAR(64) NOT NULL, definition JSON NOT NULL)",
    """INSERT INTO definitions VALUES ('v1', 'pulse', '{"b": "Ціна", "a": null}'), ('v2', 'pulse', '{}')""",
    "UPDATE sitegen_schema SET version = 1",
)


def test_a_store_of_an_older_program_goes_on(store_url: str) -> None:
    with Store(store_url) as store:
        store.add_all([PULSE, CHOICE])
        with writing(store._engine) as connection:
            for statement in SCHEMA_1:
                connection.exec_driver_sql(statement)

    assert open_at_once(store_url) == [0] * 6
    with Store(store_url) as store:
        store.keep_definitions([("v1", "closing", {})])
        found = store.read_definitions()
        assert found == (("v1", "closing", {}), ("v1", "pulse", {"b": "Ціна", "a": None}), ("v2", "pulse", {}))
        assert list(found[1][2]) == ["b", "a"]
        assert [*store.read_responses(), *store.read_answers()] == [PULSE, CHOICE]


def test_a_reader_keeps_no_writer_waiting(store_url: str) -> None:
    with Store(store_url) as reader, Store(store_url) as writer:
        writer.add_all([replace(PULSE, id=f"{number:04d}") for number in range(1200)])
        rows = reader.read_responses()
        next(rows)

        assert writer.add(PULSE)
        assert len(list(rows)) == 1199  # what was there when the reading began


def test_a_writer_keeps_no_reader_waiting(store_url: str) -> None:
    with Store(store_url) as store, Store(store_url) as other, writing(other._engine):
        store.check()
        assert list(store.read_responses()) == []


def test_responses_in_a_file_are_for_its_owner_alone(tmp_path: Path) -> None:
    with Store(f"sqlite:///{tmp_path}/r.db") as store:
        store.add(PULSE)

        assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o600}


def test_postgresql_acknowledges_only_what_is_on_disk(postgres: str) -> None:
    careless = f"{postgres}&options=-c%20synchronous_commit%3Doff"
    with Store(careless) as store, reading(store._engine) as connection:
        assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"


def test_a_file_that_is_lost_while_it_is_written_to_is_told(tmp_path: Path) -> None:
    file = tmp_path / "r.db"
    with Store(f"sqlite:///{file}") as store:
        with pytest.raises(WorkError, match="is not there any more"), writing(store._engine):
            file.rename(tmp_path / "away.db")
        with pytest.raises(WorkError, match="is not there any more"):
            store.check()
        assert not file.exists()

        (tmp_path / "away.db").rename(file)
        assert store.add(PULSE)


def test_a_file_with_a_strange_name_is_opened(tmp_path: Path) -> None:
    with Store(f"sqlite:///{tmp_path}/відповіді #1 & 100 %.db") as store:
        assert store.add(PULSE)

    assert (tmp_path / "відповіді #1 & 100 %.db").stat().st_size > 0


def test_postgresql_is_not_waited_for_without_end(postgres: str) -> None:
    with Store(postgres) as store, reading(store._engine) as connection:
        assert connection.exec_driver_sql("SHOW lock_timeout").scalar() == "30s"

    hasty = f"{postgres}&options=-c%20lock_timeout%3D100"
    with Store(hasty) as store, Store(postgres) as other, writing(other._engine) as connection:
        connection.exec_driver_sql("LOCK TABLE responses")
        with pytest.raises(WorkError, match="lock timeout"):
            store.add(PULSE)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "sqlite:///file:x?mode=memory&uri=true"])
def test_a_store_that_would_keep_nothing_is_refused(url: str) -> None:
    with pytest.raises(UsageError, match="keeps nothing"):
        Store(url)


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkError, match="No such file"):
        Store(f"sqlite:///{tmp_path}/none/r.db")


def test_a_thousand_rows_are_one_call(store_url: str) -> None:
    with Store(store_url) as store:
        assert all(store.add_all([replace(PULSE, id=f"{number}") for number in range(1200)]))
        assert len(list(store.read_responses())) == 1200


def test_sqlite_acknowledges_only_what_is_on_disk(tmp_path: Path) -> None:
    with Store(f"sqlite:///{tmp_path}/r.db") as store, store._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_a_store_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    Store(f"sqlite:///{tmp_path}/r.db").close()
    with sqlite3.connect(tmp_path / "r.db") as connection:
        connection.execute("UPDATE sitegen_schema SET version = 99")
    connection.close()

    with pytest.raises(WorkError, match="newer"):
        Store(f"sqlite:///{tmp_path}/r.db")


@pytest.mark.parametrize("url", ["", "nonsense", "mysql://x/y", "redis://localhost", "postgresql+nothing://x/y"])
def test_a_url_of_no_store_is_wrong_usage(url: str) -> None:
    with pytest.raises(UsageError, match="sqlite"):
        Store(url)


def test_a_password_is_never_told() -> None:
    with pytest.raises(WorkError) as told:
        Store("postgresql+psycopg://ann:hidden-word@127.0.0.1:1/none")

    assert "hidden-word" not in str(told.value)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "r.db").write_text("not a database " * 100)

    with pytest.raises(WorkError, match="not a database"):
        Store(f"sqlite:///{tmp_path}/r.db")
