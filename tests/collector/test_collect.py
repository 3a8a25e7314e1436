"""The collector, running: what a form says is kept once and acknowledged, all else is refused by its right name."""

import json
import os
import re
import signal
import socket
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest

from sitegen.build import Request, build
from sitegen.collector import Store
from sitegen.survey import Signer
from tests.cases import write_files
from tests.collector.running import (
    ABOUT,
    ABOUT_ISSUE,
    CONTEXT,
    FILES,
    NEED,
    SECRET,
    SHOP,
    Collector,
    build_site,
    running,
)

HAPPY = {"context": CONTEXT, "q.happy": "4"}
JSON = {"Accept": "application/json"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A site that was built with an endpoint."""
    os.environ["SITEGEN_SECRET"] = SECRET
    yield build_site(tmp_path_factory.mktemp("site"))
    del os.environ["SITEGEN_SECRET"]


@pytest.fixture(scope="module")
def collector(site: Path) -> Iterator[Collector]:
    """A collector that lets everybody send as much as they like."""
    with running(site, f"sqlite:///{site}/responses.db", "--rate", "0") as found:
        yield found


def nonce(number: int) -> str:
    return f"nonce-{number:020d}"


def test_a_form_is_kept_and_leads_to_thanks(collector: Collector) -> None:
    before = len(collector.read())
    answer = collector.post(HAPPY | {"nonce": nonce(1)})

    assert answer.status_code == 303
    thanks = httpx.get(f"{collector.url}{answer.headers['location']}")
    assert thanks.status_code == 200
    assert "We <strong>read</strong> it." in thanks.text
    assert "https://status.firm.example/acme/shop/feedback/pulse/" in thanks.text
    kept = collector.read()[before:]
    assert [(each.client, each.project, each.survey, each.answers) for each in kept] == [
        ("acme", "shop", "pulse", {"happy": 4})
    ]


def test_a_script_is_told_in_json(collector: Collector) -> None:
    answer = collector.post(HAPPY | {"nonce": nonce(2)}, headers=JSON)

    assert answer.status_code == 201
    assert answer.json()["kept"] is True
    assert httpx.get(f"{collector.url}{answer.json()['thanks']}").status_code == 200


def test_the_same_form_twice_is_kept_once(collector: Collector) -> None:
    before = len(collector.read())
    form = HAPPY | {"nonce": nonce(3)}

    assert [collector.post(form).status_code for _ in range(3)] == [303, 303, 303]
    assert len(collector.read()) == before + 1


def test_two_taps_at_once_are_one_form(collector: Collector) -> None:
    before = len(collector.read())
    form = HAPPY | {"nonce": nonce(4)}
    statuses: list[int] = []
    taps = [threading.Thread(target=lambda: statuses.append(collector.post(form).status_code)) for _ in range(8)]
    for tap in taps:
        tap.start()
    for tap in taps:
        tap.join()

    assert statuses == [303] * 8
    assert len(collector.read()) == before + 1


def test_without_a_nonce_the_same_answers_from_one_address_are_one_form(collector: Collector) -> None:
    form = {"context": CONTEXT, "q.happy": "1", "q.why": "slow"}

    collector.post(form)
    collector.post(form)
    collector.post(form | {"q.why": "slower"})

    kept = [each.answers["why"] for each in collector.read() if "why" in each.answers]
    assert sorted(map(str, kept)) == ["slow", "slower"]


def test_a_need_is_answered(collector: Collector) -> None:
    answer = collector.post({"context": NEED, "choice": "buy", "comment": "Soon, please"}, "/answers")

    assert answer.status_code == 303
    with Store(collector.store) as store:
        assert [(each.kind, each.item, each.choice, each.comment) for each in store.read_answers()] == [
            ("issue", "slow", "buy", "Soon, please")
        ]


def test_what_is_refused_is_told_beside_its_field(collector: Collector) -> None:
    answer = collector.post({"context": CONTEXT, "q.happy": "9"}, headers=JSON)

    assert answer.status_code == 422
    assert [(fault["control"], fault["rule"]) for fault in answer.json()["faults"]] == [("q.happy", "out-of-range")]


def test_a_rejection_needs_a_reason(collector: Collector) -> None:
    manual = replace(ABOUT_ISSUE, kind="deliverable", item="manual", choices=("accept", "reject"))
    form = {"context": Signer(SECRET).sign(manual), "choice": "reject"}

    assert collector.post(form, "/answers").status_code == 422
    assert collector.post(form | {"comment": "Pages are missing"}, "/answers").status_code == 303


def sign(**changes: object) -> str:
    return Signer(SECRET).sign(replace(ABOUT, **changes))  # type: ignore[arg-type]


REFUSED: dict[str, tuple[int, dict[str, object]]] = {
    "no context": (403, {"data": {"q.happy": "4"}}),
    "a forged context": (403, {"data": {"context": Signer("x" * 40).sign(ABOUT), "q.happy": "4"}}),
    "a context for a need": (403, {"data": {"context": NEED, "q.happy": "4"}}),
    "a context cut short": (403, {"data": {"context": CONTEXT[:-3], "q.happy": "4"}}),
    "two contexts": (400, {"data": {"context": [CONTEXT, CONTEXT], "q.happy": "4"}}),
    "an unknown survey": (404, {"data": {"context": sign(survey="other", version="0" * 16), "q.happy": "4"}}),
    "another survey's version": (404, {"data": {"context": sign(survey="other"), "q.happy": "4"}}),
    "an answer that is none": (422, {"data": {"context": CONTEXT, "q.happy": "very"}}),
    "an unknown field": (422, {"data": {"context": CONTEXT, "q.happy": "4", "admin": "1"}}),
    "a missing answer": (422, {"data": {"context": CONTEXT}}),
    "a filled honeypot": (400, {"data": {"context": CONTEXT, "q.happy": "4", "website": "https://x.example"}}),
    "a nonce that is none": (400, {"data": {"context": CONTEXT, "q.happy": "4", "nonce": "'; DROP TABLE responses"}}),
    "a large form": (413, {"data": {"context": CONTEXT, "q.happy": "4", "q.why": "x" * 70_000}}),
    "JSON": (415, {"json": {"context": CONTEXT, "q.happy": "4"}}),
    "a form with files": (415, {"files": {"context": CONTEXT.encode()}}),
    "no kind at all": (415, {"content": b"context=x"}),
    "another encoding": (
        415,
        {"content": b"context=x", "headers": {"Content-Type": "application/x-www-form-urlencoded; charset=utf-16"}},
    ),
    "no UTF-8": (
        400,
        {"content": b"context=%ff%fe", "headers": {"Content-Type": "application/x-www-form-urlencoded"}},
    ),
    "too many fields": (
        400,
        {"content": b"a=1&" * 2000, "headers": {"Content-Type": "application/x-www-form-urlencoded"}},
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_answer_is_refused(name: str, collector: Collector) -> None:
    before = len(collector.read())
    status, request = REFUSED[name]
    answer = httpx.post(f"{collector.url}/responses", timeout=20, **request)  # type: ignore[arg-type]

    assert answer.status_code == status
    assert "Traceback" not in answer.text
    assert len(collector.read()) == before


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "TRACE", "BREW"])
def test_another_method_is_refused(method: str, collector: Collector) -> None:
    answer = httpx.request(method, f"{collector.url}/responses")

    assert answer.status_code == 405
    assert "POST" in answer.headers["allow"]


def test_a_body_in_pieces_without_a_length_has_the_same_limit(collector: Collector) -> None:
    def pieces() -> Iterator[bytes]:
        yield urlencode({"context": CONTEXT, "q.happy": "4", "q.why": ""}).encode()
        for _ in range(200):
            yield b"x" * 1000

    answer = httpx.post(
        f"{collector.url}/responses",
        content=pieces(),
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        timeout=20,
    )

    assert answer.status_code == 413


def test_what_is_no_http_ends_the_connection(collector: Collector) -> None:
    host, port = collector.url.removeprefix("http://").split(":")
    for rubbish in (b"\x00\xff\x00\r\n\r\n", b"POST /responses HTTP/9.9\r\n\r\n", b"A" * 100_000 + b"\r\n\r\n"):
        with socket.create_connection((host, int(port)), timeout=20) as connection:
            connection.sendall(rubbish)
            assert connection.recv(1000).startswith(b"HTTP/1.1 4")
    assert httpx.get(f"{collector.url}/healthz").status_code == 200


def test_only_the_site_itself_may_send_by_script(collector: Collector) -> None:
    def ask(origin: str) -> httpx.Headers:
        asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
        return httpx.options(f"{collector.url}/responses", headers=asked).headers

    assert ask("https://status.firm.example")["access-control-allow-origin"] == "https://status.firm.example"
    assert "access-control-allow-origin" not in ask("https://elsewhere.example")
    assert "access-control-allow-origin" not in ask("null")


def test_every_answer_keeps_to_itself(collector: Collector) -> None:
    for answer in (collector.post({}), httpx.get(f"{collector.url}/nowhere"), httpx.get(f"{collector.url}/healthz")):
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert answer.headers["cache-control"] == "no-store"
        assert "server" not in answer.headers


def test_metrics_count_without_content(collector: Collector) -> None:
    collector.post({"context": CONTEXT, "q.happy": "2", "q.why": "a word of their own"})
    told = httpx.get(f"{collector.url}/metrics").text

    assert re.search(r'sitegen_forms_total\{outcome="kept"\} \d', told)
    assert 'sitegen_request_seconds_count{route="/responses"}' in told
    assert "word of their own" not in told and "acme" not in told


def test_the_log_holds_no_address_and_no_content(collector: Collector, site: Path) -> None:
    collector.post({"context": CONTEXT, "q.happy": "3", "q.why": "something private"})
    log = (site / "collector.log").read_text()

    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    assert lines[-1].keys() == {"time", "method", "route", "status", "ms"}
    assert "127.0.0.1:" not in log.split("receiving at", 1)[1].split("\n", 1)[1]
    assert "private" not in log and CONTEXT not in log


def test_more_than_a_fair_share_is_refused_for_a_while(site: Path, tmp_path: Path) -> None:
    with running(site, f"sqlite:///{tmp_path}/r.db", "--rate", "5") as found:
        answers = [found.post(HAPPY | {"nonce": nonce(number)}) for number in range(7)]
        statuses = [answer.status_code for answer in answers]

        assert statuses[:5] == [303] * 5 and statuses[-1] == 429
        assert int(answers[-1].headers["retry-after"]) > 0
        assert len(found.read()) == statuses.count(303)


def test_a_survey_that_changes_is_asked_anew_without_a_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_SECRET", SECRET)
    root = build_site(tmp_path / "firm")
    asked = root / ".sitegen/surveys.json"
    with running(root, f"sqlite:///{tmp_path}/r.db", "--rate", "0") as found:
        write_files({f"{SHOP}/project.yml": "name: Shop\nstart: 2026-01-05\n"}, root)
        write_files({"content/surveys/pulse.yml": FILES["content/surveys/pulse.yml"].replace("Happy?", "Glad?")}, root)
        was = asked.read_bytes()
        build_site_again(root)
        assert asked.read_bytes() != was

        wait_for(lambda: found.post({"context": NEED, "choice": "buy"}, "/answers").status_code == 410)
        assert found.post(HAPPY | {"nonce": nonce(9)}).status_code == 303  # a page that was open meanwhile


def test_a_survey_that_asks_the_same_as_another_may_change_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_SECRET", SECRET)
    root, pulse = tmp_path / "firm", FILES["content/surveys/pulse.yml"]
    write_files({"content/surveys/closing.yml": pulse}, root)
    build_site(root)
    asked = root / ".sitegen/surveys.json"
    version = json.loads(asked.read_bytes())["surveys"]["closing"]["version"]
    assert version == ABOUT.version
    with running(root, f"sqlite:///{tmp_path}/r.db", "--rate", "0") as found:
        write_files(
            {f"content/surveys/{name}.yml": pulse.replace("Happy?", "Glad?") for name in ("pulse", "closing")}, root
        )
        build_site_again(root)
        new = json.loads(asked.read_bytes())["surveys"]["closing"]["version"]
        wait_for(
            lambda: found.post({"context": sign(survey="closing", version=new), "q.happy": "1"}).status_code == 303
        )

        for survey in ("pulse", "closing"):  # pages that were open meanwhile
            assert found.post({"context": sign(survey=survey), "q.happy": "4"}).status_code == 303
        assert sorted((each.survey, each.version == new) for each in found.read()) == [
            ("closing", False),
            ("closing", True),
            ("pulse", False),
        ]


def build_site_again(root: Path) -> None:
    build(Request(config=root / "sitegen.yml", day=date(2026, 2, 10), jobs=1))


def wait_for(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_a_store_that_fails_acknowledges_nothing(tmp_path: Path, site: Path) -> None:
    with running(site, f"sqlite:///{tmp_path}/r.db", "--rate", "0") as found:
        with sqlite3.connect(tmp_path / "r.db") as connection:
            connection.execute("DROP TABLE responses")
        connection.close()

        answer = found.post(HAPPY)
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
        assert "sqlite" not in answer.text.lower()
        assert httpx.get(f"{found.url}/healthz").status_code == 503


def move_away(file: Path) -> None:
    file.rename(file.with_suffix(".away"))


def put_another(file: Path) -> None:
    os.link(file, file.with_suffix(".away"))
    file.with_suffix(".new").write_bytes(file.read_bytes())
    file.with_suffix(".new").replace(file)


@pytest.mark.parametrize(
    ("lose", "said"), [(move_away, "is not there any more"), (put_another, "another file stands where")]
)
def test_a_store_whose_file_is_lost_acknowledges_nothing_until_it_is_back(
    lose: Callable[[Path], None], said: str, tmp_path: Path, site: Path
) -> None:
    file = tmp_path / "r.db"
    with running(site, f"sqlite:///{file}", "--rate", "0") as found:
        assert found.post(HAPPY | {"nonce": nonce(1)}).status_code == 303
        lose(file)

        answer = found.post(HAPPY | {"nonce": nonce(2)}, headers=JSON)
        assert (answer.status_code, answer.json()["error"]) == (503, "store-fails")
        assert int(answer.headers["retry-after"]) > 0
        assert httpx.get(f"{found.url}/healthz").status_code == 503
        told = [json.loads(line) for line in (site / "collector.log").read_text().splitlines() if str(file) in line]
        assert [(line["level"], said in line["message"]) for line in told] == [("error", True)] * 2

        file.with_suffix(".away").replace(file)
        assert httpx.get(f"{found.url}/healthz").status_code == 200
        assert found.post(HAPPY | {"nonce": nonce(2)}).status_code == 303
        assert len(found.read()) == 2


def test_after_a_start_what_stands_at_the_path_is_the_store(tmp_path: Path, site: Path) -> None:
    for _ in range(2):
        with running(site, f"sqlite:///{tmp_path}/r.db", "--rate", "0") as found:
            assert found.post(HAPPY | {"nonce": nonce(1)}).status_code == 303
            assert len(found.read()) == 1
            (tmp_path / "r.db").unlink()
            assert found.post(HAPPY | {"nonce": nonce(2)}).status_code == 503
            assert not (tmp_path / "r.db").exists()


def test_a_polite_end_keeps_what_was_acknowledged(site: Path, tmp_path: Path) -> None:
    with running(site, f"sqlite:///{tmp_path}/r.db", "--rate", "0", "--workers", "2") as found:
        for number in range(20):
            assert found.post(HAPPY | {"nonce": nonce(number)}).status_code == 303
        found.process.send_signal(signal.SIGTERM)
        assert found.process.wait(timeout=30) == 0

        assert len(found.read()) == 20


def test_a_browser_is_shown_its_form_again_as_it_was_filled_in(collector: Collector) -> None:
    answer = collector.post({"context": CONTEXT, "q.happy": "9", "q.why": "<b>slow</b> & late", "nonce": nonce(30)})

    assert answer.status_code == 422
    assert answer.headers["content-type"].startswith("text/html")
    assert f'value="{CONTEXT}"' in answer.text and f'value="{nonce(30)}"' in answer.text
    assert "&lt;b&gt;slow&lt;/b&gt; &amp; late" in answer.text
    assert 'action="https://answers.firm.example/responses"' in answer.text
    assert 'aria-invalid="true"' in answer.text
    style = re.search(r'href="(/assets/style\.[0-9a-f]+\.css)"', answer.text)
    assert style and httpx.get(f"{collector.url}{style[1]}").headers["content-type"].startswith("text/css")


def test_a_need_is_shown_again_with_what_is_missing(collector: Collector) -> None:
    manual = replace(ABOUT_ISSUE, kind="deliverable", item="manual", choices=("accept", "reject"))
    answer = collector.post({"context": Signer(SECRET).sign(manual), "choice": "reject"}, "/answers")

    assert answer.status_code == 422
    assert "Manual" in answer.text
    assert 'action="https://answers.firm.example/answers"' in answer.text


def test_pages_speak_the_language_of_their_form(collector: Collector) -> None:
    answer = collector.post({"context": sign(language="de"), "q.happy": "9"})
    unknown = httpx.post(
        f"{collector.url}/responses", data={"context": "x"}, headers={"Accept-Language": "uk, en;q=0.5"}
    )

    assert '<html lang="de"' in answer.text
    assert unknown.status_code == 403 and '<html lang="uk"' in unknown.text


def test_what_waits_no_longer_is_told_with_the_way_back(collector: Collector) -> None:
    gone = Signer(SECRET).sign(replace(ABOUT_ISSUE, item="settled"))
    answer = collector.post({"context": gone, "choice": "buy"}, "/answers")

    assert answer.status_code == 410
    assert "https://status.firm.example/acme/shop/" in answer.text


@pytest.mark.parametrize("name", ["nothing.css", "..%2f..%2fsitegen.yml", "style.css"])
def test_only_assets_are_given(name: str, collector: Collector) -> None:
    assert httpx.get(f"{collector.url}/assets/{name}").status_code == 404
