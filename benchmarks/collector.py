"""`python -m benchmarks.collector`: many answers at once, and kills under load, become rates and what was lost."""

import argparse
import asyncio
import os
import random
import secrets
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode, urlsplit

import psycopg

from benchmarks.programs import tell_machine
from sitegen.collector import Store
from sitegen.survey import Response
from tests.collector.postgres import find_programs, run_postgres
from tests.collector.running import CONTEXT, SECRET, Collector, build_site, running

COMMENT = "The date moved twice, and we heard of it in time. "
REPEAT_EVERY = 10
"""One in so many forms is sent a second time, as after a double tap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What came of sending many forms."""

    seconds: float
    waits_s: tuple[float, ...]
    """Of each form, how long it took to be acknowledged."""
    kept: frozenset[str]
    """What was acknowledged."""


def main() -> int:
    """Run what the command line asks for."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.collector", description=__doc__)
    words.add_argument("--count", type=int, default=10_000, help="how many responses to send")
    words.add_argument("--senders", type=int, default=32, help="how many send at once")
    words.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="with how many processes")
    words.add_argument("--kills", type=int, default=20, help="how often to kill it under load")
    asked = words.parse_args()
    print(f"{tell_machine()}; {asked.count} responses from {asked.senders} senders at once\n", flush=True)
    print("| store | what | responses a second | p50 ms | p99 ms | kept |")
    print("| --- | --- | ---: | ---: | ---: | --- |", flush=True)
    os.environ["SITEGEN_SECRET"] = SECRET
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary, _open_servers(Path(temporary)) as servers:
        folder = Path(temporary)
        site = build_site(folder / "site")
        for name, server in servers.items():
            for workers in asked.workers:
                measure_collector(name, _make_store(server), site, asked.count, asked.senders, workers)
            for size in (1, asked.senders):
                measure_store(name, _make_store(server), asked.count, size)
        for name, server in servers.items():
            measure_kills(name, _make_store(server), site, asked.senders, asked.kills)
    return 0


def measure_collector(name: str, url: str, site: Path, count: int, senders: int, workers: int) -> None:
    """Send forms to a collector, and look whether each is kept once."""
    with running(site, url, "--rate", "0", "--workers", str(workers)) as collector:
        load = asyncio.run(send_all(collector, [f"n{number:020d}" for number in range(count)], senders))
        kept = [str(response.answers["why"])[-21:] for response in collector.read()]
    lost, double = len(load.kept - set(kept)), len(kept) - len(set(kept))
    processes = "1 process" if workers == 1 else f"{workers} processes"
    print_row(name, f"collector, {processes}", count / load.seconds, load.waits_s, f"{lost} lost, {double} double")


def measure_store(name: str, url: str, count: int, size: int) -> None:
    """Put the same rows into the store alone, so many in each transaction."""
    rows = [_make_response(number) for number in range(count)]
    waits_s = []
    with Store(url) as store:
        for start in range(0, count, size):
            begun = time.perf_counter()
            store.add_all(rows[start : start + size])
            waits_s.append(time.perf_counter() - begun)
    print_row(name, f"store alone, {size} in a transaction", count / sum(waits_s), waits_s, "")


def measure_kills(name: str, url: str, site: Path, senders: int, kills: int) -> None:
    """Kill a collector under load, again and again, and look whether all that was acknowledged is there."""
    kept: set[str] = set()
    for kill in range(kills):
        with running(site, url, "--rate", "0") as collector:
            nonces = [f"k{kill:04d}-{number:015d}" for number in range(100_000)]
            load = asyncio.run(send_all(collector, nonces, senders, kill_after_s=0.3 + random.random() / 2))
        kept |= load.kept
    with Store(url) as store:
        found = [str(response.answers["why"])[-20:] for response in store.read_responses()]
    lost, double = len({nonce[-20:] for nonce in kept} - set(found)), len(found) - len(set(found))
    print(f"\n{name}: killed {kills} times, {len(kept)} acknowledged, {lost} lost, {double} double", flush=True)


@contextmanager
def _open_servers(folder: Path) -> Iterator[dict[str, str]]:
    """Run a PostgreSQL where its programs are, and give the kinds of stores with the URL of each's server."""
    with ExitStack() as stack:
        servers = {"SQLite": f"sqlite:///{folder}"}
        if find_programs():
            place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pg-")))
            servers["PostgreSQL"] = stack.enter_context(run_postgres(place))
        yield servers


def _make_store(server: str) -> str:
    """Return the URL of a store that is empty."""
    name = f"bench{secrets.token_hex(4)}"
    if server.startswith("sqlite:"):
        return f"{server}/{name}.db"
    with psycopg.connect(server.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return server.replace("/postgres?", f"/{name}?")


async def send_all(
    collector: Collector, nonces: Sequence[str], senders: int, kill_after_s: float | None = None
) -> Load:
    """Send forms from so many connections at once; kill the collector meanwhile where asked to."""
    parts = urlsplit(collector.url)
    waiting, waits_s, kept = iter(nonces), list[float](), set[str]()

    async def send() -> None:
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        try:
            for number, nonce in enumerate(waiting):
                for _ in range(2 if number % REPEAT_EVERY == 0 else 1):
                    begun = time.perf_counter()
                    writer.write(_make_request(nonce, parts.netloc))
                    head = await reader.readuntil(b"\r\n\r\n")
                    if not head.startswith(b"HTTP/1.1 303"):
                        raise RuntimeError(head.decode())
                    waits_s.append(time.perf_counter() - begun)
                    kept.add(nonce)
        finally:
            writer.close()

    begun = time.perf_counter()
    sending = asyncio.gather(*(send() for _ in range(senders)), return_exceptions=kill_after_s is not None)
    if kill_after_s is not None:
        await asyncio.sleep(kill_after_s)
        await asyncio.to_thread(collector.kill)
    await sending
    return Load(seconds=time.perf_counter() - begun, waits_s=tuple(waits_s), kept=frozenset(kept))


def print_row(name: str, what: str, rate: float, waits_s: Sequence[float], kept: str) -> None:
    """Print a line of the table."""
    p50, p99 = median(waits_s) * 1000, quantiles(waits_s, n=100)[98] * 1000
    print(f"| {name} | {what} | {rate:.0f} | {p50:.1f} | {p99:.1f} | {kept} |", flush=True)


def _make_request(nonce: str, host: str) -> bytes:
    body = urlencode({"context": CONTEXT, "nonce": nonce, "q.happy": "2", "q.why": COMMENT + nonce}).encode()
    head = f"POST /responses HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def _make_response(number: int) -> Response:
    return Response(
        id=f"n{number:020d}",
        client="acme",
        project="shop",
        survey="pulse",
        version="0123456789abcdef",
        received=datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
        answers={"happy": 2, "why": f"{COMMENT}n{number:020d}"},
        reader="acme",
    )


if __name__ == "__main__":
    sys.exit(main())
