"""Loss of power: whatever was acknowledged before a collector was killed is there afterwards, once."""

import random
import threading
from pathlib import Path

import httpx
import pytest

from tests.collector.running import CONTEXT, SECRET, Collector, build_site, running

SENDERS = 8
KILLS = 3


def send_until_killed(collector: Collector, kept: list[str], sender: int, enough: threading.Event) -> None:
    """Send one form after the other, and note those that were acknowledged."""
    with httpx.Client(base_url=collector.url, timeout=20) as client:
        for number in range(10_000):
            name = f"{collector.process.pid:010d}-{sender:04d}-{number:06d}"
            form = {"context": CONTEXT, "q.happy": "1", "q.why": name, "nonce": name}
            try:
                answer = client.post("/responses", data=form)
            except httpx.HTTPError:
                return
            if answer.status_code == 303:
                kept.append(name)
            if len(kept) > 60:
                enough.set()


def test_what_was_acknowledged_survives_a_kill(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_SECRET", SECRET)
    site, kept = build_site(tmp_path / "firm"), list[str]()
    for _ in range(KILLS):
        enough, here = threading.Event(), list[str]()
        with running(site, store_url, "--rate", "0") as collector:
            senders = [
                threading.Thread(target=send_until_killed, args=(collector, here, sender, enough))
                for sender in range(SENDERS)
            ]
            for sender in senders:
                sender.start()
            assert enough.wait(timeout=60)
            enough.wait(timeout=random.random() / 10)
            collector.kill()
            for sender in senders:
                sender.join()
        kept += here

    with running(site, store_url) as collector:
        found = [str(response.answers["why"]) for response in collector.read()]
    assert len(kept) > KILLS * 60
    assert set(kept) <= set(found)
    assert len(found) == len(set(found))
