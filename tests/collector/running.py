"""A real `sitegen collect` in a process of its own, and forms as pages would send them."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import httpx

from sitegen.build import Request, build
from sitegen.collector import Store
from sitegen.model import decode_survey
from sitegen.survey import NeedContext, Response, Signer, SurveyContext, find_version
from tests.cases import write_files

SECRET = "s" * 40
SHOP = "content/clients/acme/shop"
PULSE: dict[str, object] = {
    "title": "Pulse",
    "thanks": "We **read** it.",
    "questions": {
        "happy": {"type": "csat", "text": "Happy?", "required": "true"},
        "why": {"type": "text", "text": "Why?", "long": "true", "show_if": {"happy": "<= 3"}},
    },
}
FILES = {
    "sitegen.yml": "name: Firm\nurl: https://status.firm.example/\nsurveys: {endpoint: https://answers.firm.example}\n",
    "content/surveys/pulse.yml": (
        "title: Pulse\nthanks: We **read** it.\nquestions:\n"
        "  happy: {type: csat, text: Happy?, required: true}\n"
        "  why: {type: text, text: Why?, long: true, show_if: {happy: <= 3}}\n"
    ),
    "content/clients/acme/client.yml": "name: Acme\n",
    f"{SHOP}/project.yml": (
        "name: Shop\nstart: 2026-01-05\nsurveys: {pulse: {when: always}}\n"
        "issues: {slow: {title: Too slow, options: {buy: {title: Buy}, wait: {title: Wait}}}}\n"
        "deliverables: {manual: {title: Manual, status: in-review}}\n"
    ),
}
ABOUT = SurveyContext(
    client="acme",
    project="shop",
    survey="pulse",
    version=find_version(decode_survey(PULSE)),
    reader="acme",
    language="en",
    page="acme/shop/feedback/pulse/",
)
ABOUT_ISSUE = NeedContext(
    client="acme",
    project="shop",
    kind="issue",
    item="slow",
    choices=("buy", "wait"),
    reader="acme",
    language="en",
    page="acme/shop/",
)
CONTEXT = Signer(SECRET).sign(ABOUT)
NEED = Signer(SECRET).sign(ABOUT_ISSUE)
START_S = 20.0


def build_site(root: Path) -> Path:
    """Build a site whose forms go to a collector."""
    write_files(FILES, root)
    build(Request(config=root / "sitegen.yml", day=date(2026, 2, 10), jobs=1))
    return root


@dataclass(frozen=True, slots=True, kw_only=True)
class Collector:
    """A collector that runs."""

    url: str
    store: str
    process: subprocess.Popen[str]

    def post(self, form: Mapping[str, str], path: str = "/responses", **more: object) -> httpx.Response:
        """Send a form as a browser does, without following where it leads."""
        return httpx.post(f"{self.url}{path}", data=dict(form), timeout=20, **more)  # type: ignore[arg-type]

    def read(self) -> list[Response]:
        """Return what is kept."""
        with Store(self.store) as store:
            return list(store.read_responses())

    def kill(self) -> None:
        """End it as a loss of power would: all its processes, at once."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=20)


@contextlib.contextmanager
def running(root: Path, store: str, *words: str, port: int | None = None) -> Iterator[Collector]:
    """Run a collector for a site that was built, on a free port; what it said on stderr is in `collector.log`."""
    port = port or find_port()
    command = [str(Path(sys.executable).with_name("sitegen")), "collect", "--port", str(port), "--store", store, *words]
    log = root / "collector.log"
    with log.open("a") as stderr:
        process = subprocess.Popen(
            command,
            cwd=root,
            env=os.environ | {"SITEGEN_SECRET": SECRET},
            stdin=subprocess.DEVNULL,
            stdout=stderr,
            stderr=stderr,
            text=True,
            start_new_session=True,
        )
    collector = Collector(url=f"http://127.0.0.1:{port}", store=store, process=process)
    try:
        wait_until_ready(collector, log)
        yield collector
    finally:
        process.terminate()
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            collector.kill()
            raise


def wait_until_ready(collector: Collector, log: Path) -> None:
    """Wait until it answers."""
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        if collector.process.poll() is not None:
            raise AssertionError(f"the collector ended: {log.read_text()}")
        with contextlib.suppress(httpx.HTTPError):
            if httpx.get(f"{collector.url}/healthz", timeout=2).status_code == 200:
                return
        time.sleep(0.05)
    raise AssertionError(f"the collector does not answer: {log.read_text()}")


def find_port() -> int:
    """Return a port that is free."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
