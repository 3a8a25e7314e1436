"""What the preview answers, to whom, and what it never gives away."""

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from sitegen.render import find_type
from sitegen.serve.files import find_file
from tests.serve.previews import PAGE, PROJECT, UPDATE, Visitor, is_settled, make_site, preview_of, write_headline

PICTURE = f"{PROJECT}/files/plan.svg"


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """A visitor of a preview that no test changes."""
    with preview_of(make_site(tmp_path_factory.mktemp("site"))) as (_, found):
        yield found


def test_pages_follow_the_preview(visitor: Visitor) -> None:
    answer = visitor.ask(PAGE)
    text = visitor.read(PAGE)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert text.count('<script src="/__sitegen/reload.js"') == 1
    assert text.index("/__sitegen/reload.js") < text.index("</body>")
    assert "connect-src &#x27;self&#x27;" in text
    assert "unsafe" not in text
    assert visitor.ask("/__sitegen/reload.js").headers["Content-Type"] == "text/javascript; charset=utf-8"


def test_the_first_page_leads_to_every_project(tmp_path: Path) -> None:
    site = make_site(tmp_path, **{"content/clients/acme/client.yml": "name: <Acme> & sons\n"})
    with preview_of(site) as (_, visitor):
        text = visitor.read("/")
        assert '<a href="/acme/">&lt;Acme&gt; &amp; sons</a>' in text
        assert f'<a href="{PAGE}">Shop</a>' in text
        assert "/__sitegen/reload.js" in text
        assert "Acme" not in visitor.read("/index.html")


def test_a_missing_page_is_the_sites_own(tmp_path: Path) -> None:
    site = make_site(tmp_path, **{"sitegen.yml": "name: Firm\nurl: https://firm.example/status/\n"})
    with preview_of(site) as (_, visitor):
        answer, text = visitor.ask("/acme/nothing/"), visitor.read("/acme/nothing/")
        assert answer.status == 404
        assert "Page not found" in text
        style = text.split('rel="stylesheet" href="', 1)[1].split('"', 1)[0]
        assert style.startswith("/status/assets/")
        assert visitor.ask(style).status == 200


def test_a_folder_without_its_slash_leads_to_the_page(visitor: Visitor) -> None:
    answer = visitor.ask("/acme/shop")
    assert (answer.status, answer.headers["Location"]) == (302, PAGE)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil", ""])
def test_another_host_name_is_refused(visitor: Visitor, host: str) -> None:
    for path in ("/", PAGE, "/__sitegen/events", "/__sitegen/news.json"):
        assert visitor.ask(path, Host=host).status == 403
    assert visitor.ask("/", Host="LOCALHOST:99").status == 200


def test_a_request_for_two_hosts_is_refused(visitor: Visitor) -> None:
    connection = HTTPConnection(visitor.host, visitor.port, timeout=5)
    connection.putrequest("GET", "/")
    connection.putheader("Host", "evil.example")
    connection.endheaders()
    assert connection.getresponse().status == 403
    connection.close()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FETCH"])
def test_only_reading_is_answered(visitor: Visitor, method: str) -> None:
    answer = visitor.ask(PAGE, method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_head_tells_the_length_alone(visitor: Visitor) -> None:
    answer = visitor.ask(PAGE, "HEAD")
    assert int(answer.headers["Content-Length"]) == len(visitor.read(PAGE).encode())
    assert visitor.ask("/__sitegen/events", "HEAD").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/acme/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/acme/%00",
        "/out/secret.txt",
        "//etc/passwd",
        "/" + "a" * 5000,
    ],
)
def test_no_path_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "site"
    (folder / "acme").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "out").symlink_to(tmp_path)
    assert find_file(folder, path) is None
    assert find_file(folder, "/acme/") == (folder / "acme").resolve()


def test_escapes_are_not_found_on_the_wire(visitor: Visitor) -> None:
    for path in (
        "/../outputs.json",
        "/%2e%2e/outputs.json",
        "/__sitegen/../visit.py",
        "/__sitegen/%2e%2e/visit.py",
    ):
        assert visitor.ask(path).status == 404
    assert visitor.ask("http://127.0.0.1/").status == 400


def test_types_are_right() -> None:
    assert find_type("a.svg") == "image/svg+xml"
    assert find_type("a.ICS") == "text/calendar; charset=utf-8"
    assert find_type("a.png") == "image/png"
    assert find_type("a.unheard-of") == "application/octet-stream"


def test_a_changed_attachment_asks_for_a_reload(tmp_path: Path) -> None:
    update = "---\nheadline: Look\n---\n![Plan](../files/plan.svg)\n"
    with preview_of(make_site(tmp_path, **{UPDATE: update, PICTURE: "<svg>1</svg>"})) as (_, visitor):
        with visitor.listen() as stream:
            first = stream.wait_for(is_settled)
            (tmp_path / PICTURE).write_text("<svg>2</svg>")
            second = stream.wait_for(lambda news: is_settled(news) and news["pages"] > first["pages"])
        assert second["files"] == second["pages"]
        assert visitor.read("/acme/shop/files/plan.svg") == "<svg>2</svg>"


def test_drafts_and_future_updates_are_shown_and_marked(tmp_path: Path) -> None:
    updates = f"{PROJECT}/updates"
    site = make_site(
        tmp_path,
        **{
            f"{updates}/2026-03-05-idea.md": "---\nheadline: An idea\ndraft: true\n---\n",
            f"{updates}/2026-03-20.md": "---\nheadline: Things to come\n---\n",
        },
    )
    with preview_of(site) as (_, visitor):
        news = json.loads(visitor.read("/__sitegen/news.json"))
        assert [(mark["href"], mark["kind"]) for mark in news["marks"]] == [
            ("/acme/shop/updates/2026-03-05-idea/", "draft"),
            ("/acme/shop/updates/2026-03-20/", "future"),
        ]
        assert (news["as_of"], news["today"]) == ("2026-03-20", "2026-03-09")
        for mark in news["marks"]:
            assert visitor.ask(mark["href"]).status == 200
            assert mark["href"] in visitor.read("/")


def test_the_overlay_is_told_every_problem_with_its_place(tmp_path: Path) -> None:
    with preview_of(make_site(tmp_path)) as (_, visitor), visitor.listen() as stream:
        (tmp_path / UPDATE).write_text("---\nheadlin: <b>x</b>\nhealth: fine\n---\n")
        news = stream.wait_for(lambda news: news["is_broken"])
        first, second = news["problems"][:2]
        assert (first["path"], first["line"], first["column"], first["level"]) == (UPDATE, 2, 1, "error")
        assert first["rule"] == "unknown-key"
        assert "did you mean 'headline'?" in first["message"]
        assert first["excerpt"] == "headlin: <b>x</b>\n^"
        assert (second["line"], second["excerpt"]) == (3, "health: fine\n        ^")
        assert news["has_pages"]
        write_headline(tmp_path, "Mended")
        assert all(problem["level"] == "warning" for problem in stream.wait_for(is_settled)["problems"])


def test_a_fault_of_a_template_is_told_with_its_trail(tmp_path: Path) -> None:
    site = make_site(tmp_path, **{"sitegen.yml": "name: Firm\ntheme: own\n"})
    (site / "themes/own/templates").mkdir(parents=True)
    (site / "themes/own/theme.yml").write_text("name: Own\nextends: default\n")
    with preview_of(site) as (_, visitor), visitor.listen() as stream:
        (site / "themes/own/templates/project.html").write_text("<p>\n{{ page.nonsense }}\n")
        (problem,) = stream.wait_for(lambda news: news["is_broken"])["problems"]
        assert (problem["path"], problem["line"]) == ("themes/own/templates/project.html", 2)
        assert "acme/shop/index.html" in problem["trail"][-1]


def test_errors_come_before_warnings(tmp_path: Path) -> None:
    site = make_site(tmp_path, **{f"{PROJECT}/project.yml": "name: Shop\nstart: 2026-01-05\ngoal: none\n"})
    with preview_of(site) as (_, visitor):
        levels = [problem["level"] for problem in json.loads(visitor.read("/__sitegen/news.json"))["problems"]]
        assert levels == sorted(levels)
        assert levels[0] == "error"


def test_before_the_first_good_build_there_is_a_page_for_the_overlay(tmp_path: Path) -> None:
    with preview_of(make_site(tmp_path, **{UPDATE: "---\nhealth: fine\n---\n"})) as (_, visitor):
        assert "nothing to show yet" in visitor.read("/")
        assert visitor.ask(PAGE).status == 404
        assert "/__sitegen/reload.js" in visitor.read(PAGE)
        with visitor.listen() as stream:
            write_headline(tmp_path, "Now")
            stream.wait_for(is_settled)
        assert visitor.ask(PAGE).status == 200


def test_a_preview_needs_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITEGEN_SECRET", raising=False)
    site = make_site(tmp_path, **{"content/clients/acme/client.yml": "name: Acme\naccess: {mode: password}\n"})
    with preview_of(site) as (_, visitor):
        assert "All is well" in visitor.read(PAGE)


def test_a_second_listener_hears_the_same(tmp_path: Path) -> None:
    with preview_of(make_site(tmp_path)) as (preview, _):
        visitors = [Visitor(preview.url), Visitor(preview.url)]
        with visitors[0].listen() as one, visitors[1].listen() as two:
            before = one.wait_for(is_settled)["pages"]
            write_headline(tmp_path, "For both")
            assert one.wait_for(lambda news: news["pages"] > before)["visible"] > 1
            assert two.wait_for(lambda news: news["pages"] > before)["visible"] > 1
