"""Options become a running collector: one process, or several that share a store."""

import json
import os
import signal
import socket
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sitegen.build import load_look, load_settings
from sitegen.collector.asked import Asked, Board
from sitegen.collector.log import CONFIG
from sitegen.collector.rows import Definition
from sitegen.collector.store import Store
from sitegen.errors import WorkError
from sitegen.problems import Problems
from sitegen.survey import Signer
from sitegen.value import value

if TYPE_CHECKING:
    from starlette.types import ASGIApp

OPTIONS = "SITEGEN_COLLECT_OPTIONS"
"""Hands the options to processes that are started afresh; never the secret, which they read themselves."""

MAX_CONNECTIONS = 1000
STOP_S = 20
"""How long a stop waits for what was begun."""


@value
class Options:
    """How the collector runs."""

    store: str
    """The database's URL."""
    surveys: tuple[str, ...]
    """The files that builds wrote for it."""
    config: str
    """The site's sitegen.yml, for the theme of what it shows."""
    host: str = "127.0.0.1"
    port: int = 8080
    workers: int = 1
    per_minute: int = 20
    """How many forms one address may send in a minute; 0 for any number."""
    proxies: str = "127.0.0.1"
    """Whose word is taken for a visitor's address, separated by commas."""
    prefix: str = ""
    """The path under which a proxy shows it."""


def run_collector(options: Options, tell: Callable[[], None] = lambda: None) -> None:
    """Serve until told to stop; raise `WorkError` where it cannot begin, else call `tell` right before.

    The server is imported here: whoever only reads the store does not need it.
    """
    import uvicorn

    from sitegen.collector.protocol import PatientProtocol

    load_look(Path(options.config)).theme.compile()
    make_parts(options)[1].close()  # told here, once, and not by every process
    _check_port(options.host, options.port)
    os.environ[OPTIONS] = json.dumps(asdict(options))
    signal.signal(signal.SIGTERM, _end)
    tell()
    with _sharing_counts(options.workers):
        uvicorn.run(
            "sitegen.collector.serve:create_app",
            factory=True,
            host=options.host,
            port=options.port,
            workers=options.workers,
            root_path=options.prefix,
            forwarded_allow_ips=options.proxies,
            http=PatientProtocol,
            ws="none",
            limit_concurrency=MAX_CONNECTIONS,
            timeout_graceful_shutdown=STOP_S,
            server_header=False,
            access_log=False,
            log_config=CONFIG,
        )


def find_prefix(config: Path) -> str:
    """Return the path of the address that a site gives for its collector; raise `ContentError` without settings."""
    _, settings = load_settings(config, Problems())
    return urlsplit(settings.surveys.endpoint or "").path


def _end(number: int, frame: FrameType | None) -> None:
    """End in peace: the server raises the signal once more after it has finished what it was sent."""
    raise SystemExit(0)


@contextmanager
def _sharing_counts(workers: int) -> Iterator[None]:
    """Give several processes a folder in which they add up their counts."""
    if workers == 1:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="sitegen-counts-") as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        yield


def create_app() -> "ASGIApp":
    """Make the application of one process, by the options that `run_collector` left for it."""
    from sitegen.collector.app import make_app

    plain = json.loads(os.environ[OPTIONS])
    options = Options(**{**plain, "surveys": tuple(plain["surveys"])})
    board, store = make_parts(options)
    return make_app(
        board, load_look(Path(options.config)), Signer(_find_secret()), store, per_minute=options.per_minute
    )


def make_parts(options: Options) -> tuple[Board, Store]:
    """Open the store, and read what is asked; raise `WorkError` where either cannot be."""
    store = Store(options.store)

    def remember(asked: Asked) -> Iterable[Definition]:
        store.keep_definitions(asked.definitions)
        return store.read_definitions()

    try:
        return Board([Path(file) for file in options.surveys], remember), store
    except WorkError:
        store.close()
        raise


def _find_secret() -> str:
    return os.environ["SITEGEN_SECRET"]


def _check_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise WorkError(
                f"port {port} of {host} cannot be had: {error.strerror}; choose another with --port"
            ) from error
