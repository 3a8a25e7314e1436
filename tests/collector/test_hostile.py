"""Hostile requests: each is refused with a right status, nothing of it is kept, and the collector stays as it was."""

import contextlib
import random
import select
import socket
import string
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote_from_bytes, urlencode

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.collector.forms import parse_form
from sitegen.collector.refused import RefusedError
from sitegen.survey import Signer
from tests.collector.running import ABOUT, CONTEXT, NEED, SECRET, Collector, build_site, running

COUNT = 500
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
INJECTIONS = (
    "' OR 1=1 --",
    "'; DROP TABLE responses; --",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "${jndi:ldap://127.0.0.1/a}",
    "../../../../etc/passwd",
    "\x00\x00",
    "\r\nSet-Cookie: a=b",
    "=cmd|' /C calc'!A0",
)


@pytest.fixture(scope="module")
def collector(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collector]:
    """A collector without a limit for each address, so that all that it is sent is looked at."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITEGEN_SECRET", SECRET)
        site = build_site(tmp_path_factory.mktemp("site"))
        with running(site, f"sqlite:///{site}/responses.db", "--rate", "0") as found:
            yield found


def make_hostile(dice: random.Random) -> tuple[str, str, dict[str, str], bytes]:
    """Return a method, a path, headers and a body that no page of ours would send."""
    signer = Signer(SECRET)
    rubbish = bytes(dice.randrange(256) for _ in range(dice.randint(1, 200)))
    word = "".join(dice.choices(string.printable, k=dice.randint(1, 60)))
    place = dice.randrange(len(CONTEXT))
    contexts = (
        word,
        CONTEXT[:place] + dice.choice("abcXYZ019_-.") * 2 + CONTEXT[place + 1 :],
        Signer(word.ljust(40, "x")).sign(ABOUT),
        signer.sign(replace(ABOUT, survey="other", version=word[:16])),
        NEED,
        CONTEXT * 40,
        "",
    )
    bodies = (
        lambda: urlencode({"context": dice.choice(contexts), "q.happy": "4"}).encode(),
        lambda: urlencode({"context": CONTEXT, "q.happy": dice.choice(INJECTIONS)}).encode(),
        lambda: urlencode({"context": CONTEXT, "q.happy": "4", word: word, "q.admin": "1"}).encode(),
        lambda: urlencode({"context": CONTEXT, "q.happy": "4", "nonce": dice.choice(INJECTIONS)}).encode(),
        lambda: urlencode({"context": CONTEXT, "q.happy": "4", "website": word}).encode(),
        lambda: urlencode([("context", CONTEXT), ("q.happy", "4"), ("q.happy", "5")]).encode(),
        lambda: b"context=%b&q.happy=4&q.why=%b%%ff" % (CONTEXT.encode(), quote_from_bytes(rubbish).encode()),
        lambda: b"&".join(b"q.%d=%d" % (number, number) for number in range(dice.randint(1001, 5000))),
        lambda: urlencode({"context": CONTEXT, "q.happy": "4", "q.why": "x" * dice.randint(70_000, 300_000)}).encode(),
        lambda: rubbish,
        lambda: b"",
    )
    body = dice.choice(bodies)()
    path = dice.choice(("/responses", "/responses", "/responses", "/answers", "/thanks/" + "x" * 50, "/nowhere"))
    method = dice.choice(("POST",) * 12 + ("GET", "PUT", "DELETE", "PATCH", "PROPFIND"))
    kind = dice.choice(
        (*([FORM["Content-Type"]] * 6), "application/json", "text/plain", "multipart/form-data; boundary=x")
    )
    accept = dice.choice(
        ("*/*", "application/json", "text/html", word.encode("ascii", "ignore").decode().strip() or "*")
    )
    return method, path, {"Content-Type": kind, "Accept": "".join(filter(str.isprintable, accept)) or "*/*"}, body


def test_hostile_requests_leave_no_trace(collector: Collector) -> None:
    dice = random.Random(20261124)
    statuses: list[int] = []
    with httpx.Client(base_url=collector.url, timeout=30) as client:
        for number in range(COUNT):
            method, path, headers, body = make_hostile(dice)
            answer = client.request(method, path, headers=headers, content=body)
            statuses.append(answer.status_code)
            assert 400 <= answer.status_code < 500, (method, path, headers, body[:300])
            assert "Traceback" not in answer.text and "sqlite" not in answer.text.lower()
            if number == COUNT // 5:
                before = read_memory_kib(collector)

    assert collector.read() == []
    assert read_memory_kib(collector) - before < 16 * 1024
    assert {400, 403, 404, 405, 413, 415, 422} <= set(statuses)
    assert httpx.get(f"{collector.url}/healthz").status_code == 200


def read_memory_kib(collector: Collector) -> int:
    """Return what the collector holds in memory."""
    lines = Path(f"/proc/{collector.process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


@given(body=st.binary(max_size=2000), kind=st.one_of(st.none(), st.just(FORM["Content-Type"]), st.text(max_size=80)))
def test_any_body_is_a_form_or_is_refused(body: bytes, kind: str | None) -> None:
    with contextlib.suppress(RefusedError):
        form = parse_form(body, kind)
        assert all(isinstance(text, str) for texts in form.values() for text in texts)


SLOW = {
    "nothing": (b"", b"", b""),
    "half a head": (b"POST /responses HTTP/1.1\r\n", b"X: y\r\n", b""),
    "half a body": (
        b"POST /responses HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\nContent-Type: %b\r\n\r\ncontext="
        % FORM["Content-Type"].encode(),
        b"",
        b"HTTP/1.1 408",
    ),
    "a refused body without an end": (
        b"PUT /responses HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"4\r\nmore\r\n",
        b"HTTP/1.1 405",
    ),
}
"""What is sent first, then again and again, and how the answer begins."""


def test_whoever_is_slow_is_not_waited_for(collector: Collector) -> None:
    host, port = collector.url.removeprefix("http://").split(":")
    said = dict.fromkeys(SLOW, b"")
    with contextlib.ExitStack() as stack:
        waiting = {name: stack.enter_context(socket.create_connection((host, int(port)))) for name in SLOW}
        for name, connection in waiting.items():
            connection.sendall(SLOW[name][0])
        end = time.monotonic() + 40
        while waiting and time.monotonic() < end:
            readable = select.select(list(waiting.values()), [], [], 0.2)[0]
            for name, connection in list(waiting.items()):
                try:
                    heard = connection.recv(1000) if connection in readable else b"-"
                    connection.sendall(SLOW[name][1])
                except ConnectionError:
                    heard = b""
                if not heard:
                    del waiting[name]
                elif connection in readable:
                    said[name] += heard
        assert waiting == {}
    assert {name: answer.startswith(SLOW[name][2]) for name, answer in said.items()} == dict.fromkeys(SLOW, True)
