"""The collector as the documentation hosts it: behind a web server, under a path of the site's own address."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.collector.running import CONTEXT, SECRET, Collector, build_site, running
from tests.hosts import SNIPPETS, find_program, run_caddy, run_nginx

SERVERS = {"nginx": (run_nginx, "collector-nginx.conf"), "caddy": (run_caddy, "collector.Caddyfile")}
RATE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """A collector, and the address that visitors see."""

    url: str
    collector: Collector


@pytest.fixture(scope="module", params=SERVERS)
def behind(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    """Each web server, with the site and a collector below `/collect`, the path of its endpoint."""
    run, snippet = SERVERS[request.param]
    root, work = tmp_path_factory.mktemp("firm"), tmp_path_factory.mktemp(request.param)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITEGEN_SECRET", SECRET)
        build_site(root)
    settings = root / "sitegen.yml"
    settings.write_text(settings.read_text("utf-8").replace("answers.firm.example", "status.firm.example/collect"))
    with running(root, f"sqlite:///{root}/r.db", "--rate", str(RATE)) as collector:
        place = collector.url.removeprefix("http://")
        more = (SNIPPETS / snippet).read_text("utf-8").replace("127.0.0.1:8080", place)
        assert place in more
        with run(root / "site", work, more=more) as port:
            yield Behind(url=f"http://127.0.0.1:{port}", collector=collector)


def send(behind: Behind, number: int, **headers: str) -> httpx.Response:
    form = {"context": CONTEXT, "q.happy": "4", "nonce": f"nonce-{number:020d}"}
    return httpx.post(f"{behind.url}/collect/responses", data=form, headers=headers, timeout=20)


def test_a_form_is_kept_and_leads_to_thanks_below_the_path(behind: Behind) -> None:
    answer = send(behind, 1)

    assert answer.status_code == 303
    thanks = httpx.get(f"{behind.url}{answer.headers['location']}", timeout=20)
    assert (thanks.status_code, "We <strong>read</strong> it." in thanks.text) == (200, True)
    assert len(behind.collector.read()) == 1
    assert httpx.get(f"{behind.url}/acme/shop/", timeout=20).status_code == 200


def test_a_proxy_may_leave_the_path_as_it_is(behind: Behind) -> None:
    form = {"context": CONTEXT, "q.happy": "4", "nonce": "nonce-of-the-whole-path"}
    answers = [httpx.post(f"{behind.collector.url}{path}/responses", data=form) for path in ("/collect", "")]
    assert [answer.status_code for answer in answers] == [303, 303]
    thanks = answers[0].headers["location"]
    assert thanks == answers[1].headers["location"]
    assert httpx.get(f"{behind.collector.url}{thanks}").status_code == 200
    assert httpx.get(f"{behind.collector.url}/collect/collect/healthz").status_code == 404


def test_counts_are_not_for_visitors_and_large_forms_go_no_further(behind: Behind) -> None:
    assert httpx.get(f"{behind.url}/collect/metrics", timeout=20).status_code == 404
    assert httpx.get(f"{behind.collector.url}/metrics", timeout=20).status_code == 200
    large = httpx.post(f"{behind.url}/collect/responses", data={"q.why": "x" * 100_000}, timeout=20)
    assert large.status_code == 413


def test_whoever_invents_addresses_has_no_more_turns(behind: Behind) -> None:
    forged = ({"X-Forwarded-For": f"10.0.0.{number}"} for number in range(RATE + 2))
    statuses = [send(behind, number, **headers).status_code for number, headers in enumerate(forged)]

    assert statuses[-1] == 429


def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    program = find_program("systemd-analyze")
    unit = tmp_path / "sitegen-collect.service"
    text = (SNIPPETS / unit.name).read_text("utf-8")
    unit.write_text(text.replace("/opt/sitegen/bin/sitegen", str(shutil.which("true"))))
    told = subprocess.run(
        [program, "verify", "--man=no", str(unit)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"SYSTEMD_LOG_LEVEL": "warning"},
    )

    assert unit.name not in told.stderr
