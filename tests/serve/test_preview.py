"""A preview leaves nothing behind, and says what is in its way."""

import re
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from sitegen.build import Request, build
from sitegen.errors import WorkError
from sitegen.serve import Preview
from sitegen.serve.outcome import Outcome
from sitegen.serve.reload import Sight, Versions
from tests.serve.previews import DAY, PAGE, PATIENCE_S, Visitor, make_site, preview_of


def list_files(root: Path) -> dict[str, bytes]:
    """Return every file below a folder, caches aside."""
    found = (path for path in root.rglob("*") if path.is_file() and ".sitegen/cache" not in path.as_posix())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def test_the_end_leaves_no_thread_and_no_folder(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    with preview_of(make_site(tmp_path)) as (preview, visitor):
        with socket.create_connection((visitor.host, visitor.port)) as idle, visitor.listen():
            assert set(threading.enumerate()) > before
            started = time.monotonic()
            preview.__exit__(None, None, None)
            assert time.monotonic() - started < PATIENCE_S
            assert idle.recv(1) == b""
        assert set(threading.enumerate()) == before
        with pytest.raises(ConnectionRefusedError):
            visitor.ask(PAGE)


def test_the_real_site_and_its_record_are_left_alone(tmp_path: Path) -> None:
    build(Request(config=make_site(tmp_path) / "sitegen.yml", day=DAY))
    before = list_files(tmp_path)
    with preview_of(tmp_path) as (_, visitor):
        assert "All is well" in visitor.read(PAGE)
    assert list_files(tmp_path) == before


def test_a_port_in_use_is_told_with_a_free_one(tmp_path: Path) -> None:
    request = Request(config=make_site(tmp_path) / "sitegen.yml", day=DAY)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(WorkError, match=rf"port {port} .*in use; 'sitegen serve --port (\d+)' is free") as caught:
            Preview(request, port)
        free = int(re.findall(r"--port (\d+)", str(caught.value))[0])
    assert free > port


def test_pages_of_another_preview_are_known_by_their_version(tmp_path: Path) -> None:
    versions = []
    for _ in range(2):
        with preview_of(make_site(tmp_path)) as (_, visitor):
            versions += re.findall(r'data-pages="(\d+)"', visitor.read(PAGE))
    assert len(set(versions)) == 2


def test_a_hundred_wishes_are_one_piece_of_news() -> None:
    versions = Versions()
    sight = Sight(pages=1, files=1, outcome=Outcome(), shown=None)
    versions.want()
    versions.show(1, sight)
    first = versions.wait_for_news(None, PATIENCE_S)
    for _ in range(100):
        versions.want()
    second = versions.wait_for_news(first, PATIENCE_S)
    assert second
    assert second.is_building
    assert versions.wait_for_news(second, 0) is None
    assert versions.wait_for_quiet(0.01, PATIENCE_S) == 101


def test_patience_ends_where_it_is_never_quiet() -> None:
    versions = Versions()
    versions.want()
    started = time.monotonic()
    assert versions.wait_for_quiet(PATIENCE_S, 0.02) == 1
    assert time.monotonic() - started < PATIENCE_S


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_the_command_ends_politely(tmp_path: Path, how: signal.Signals) -> None:
    make_site(tmp_path)
    # A test run in the background has SIGINT ignored, and hands that on.
    code = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); import sitegen.cli as c; c.main()"
    command = [sys.executable, "-c", code, "serve", "--port", "0", "--date", DAY.isoformat()]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        told = next(line for line in process.stderr if line.startswith("serving"))
        url = re.findall(r"http://127\.0\.0\.1:\d+/", told)[0]
        assert "All is well" in Visitor(url).read(PAGE)
        process.send_signal(how)
        assert process.wait(PATIENCE_S) == 0
        assert process.stderr.read() == "ended\n"
