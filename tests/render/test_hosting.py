"""A real web server with the snippet from the documentation keeps the promises of the hosting guide."""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path

import pytest

from sitegen.access import make_token
from sitegen.build import Request, build
from sitegen.render.hosting import HEADERS
from tests.bad_input.site import DAY, FILES
from tests.cases import write_files
from tests.hosts import SNIPPETS, run_caddy, run_nginx

SECRET = "0123456789abcdef0123456789abcdef"
BETA = f"beta-{make_token(SECRET, 'beta', 1)}"
PASSWORDS = {
    "SITEGEN_PASSWORD_ACME_ANN": "gova-luje-zuge",
    "SITEGEN_PASSWORD_ACME_BOB": 'rube-kilo sena:$1{}"\\\\',
    "SITEGEN_PASSWORD_BETA": "fife-mano-tibu",
    "SITEGEN_PASSWORD_MID": "x" * 72,
}
ANN, BOB, BETAS, MIDS = PASSWORDS.values()
READERS = ("acme", BETA, "mid")
SERVERS = {"nginx": run_nginx, "caddy": run_caddy}
PROMISED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
MORE = {
    "content/agencies/mid.yml": "name: Mid\naccess: {basic: true}\n",
    "content/clients/acme/client.yml": FILES["content/clients/acme/client.yml"]
    + "access: {basic: true, people: [ann, bob]}\n",
    "content/clients/beta/client.yml": "name: Beta\naccess: {mode: link, basic: true}\n",
    "content/clients/open/client.yml": "name: Open\n",
    "content/clients/open/shop/project.yml": "name: Shop\nstart: 2026-01-05\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one open folder and three that are guarded, one of them at the address of a link."""
    root = tmp_path_factory.mktemp("hosted")
    write_files({**FILES, **MORE}, root)
    with pytest.MonkeyPatch.context() as patch:
        for variable, value in {**PASSWORDS, "SITEGEN_SECRET": SECRET}.items():
            patch.setenv(variable, value)
        build(Request(config=root / "sitegen.yml", day=DAY, jobs=1))
    (root / "outside.txt").write_text("outside")
    (root / "site/.git").mkdir()
    (root / "site/.git/config").write_text("hidden")
    return root / "site"


@pytest.fixture(scope="module", params=SERVERS)
def port(site: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[int]:
    """Each web server, serving the site."""
    with SERVERS[request.param](site, tmp_path_factory.mktemp(request.param), READERS) as found:
        yield found


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Message
    body: bytes


def ask(port: int, path: str, user: str = "", password: str = "") -> Answer:
    """Ask for a path as it is written, and read the answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    headers = {}
    if user:
        headers["Authorization"] = f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}"
    connection.request("GET", path, headers=headers)
    with closing(connection):
        response = connection.getresponse()
        return Answer(status=response.status, headers=response.headers, body=response.read())


@pytest.mark.parametrize("path", ["/", "/open/", "/open/index.html", "/nothing/"])
def test_pages_have_all_headers_and_are_asked_for_again(port: int, path: str) -> None:
    answer = ask(port, path)
    assert answer.status == (404 if path == "/nothing/" else 200)
    assert {name: answer.headers[name] for name in PROMISED} == PROMISED
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "/" not in answer.headers["Server"]


@pytest.mark.parametrize(
    ("path", "user"), [("/open/shop/milestones.ics", ()), ("/acme/shop/milestones.ics", ("ann", ANN))]
)
def test_calendars_are_known_as_such(port: int, path: str, user: tuple[str, ...]) -> None:
    answer = ask(port, path, *user)
    assert (answer.status, answer.headers["Content-Type"].split(";")[0]) == (200, "text/calendar")
    assert {name: answer.headers[name] for name in PROMISED} == PROMISED


def test_assets_are_kept_for_ever(port: int, site: Path) -> None:
    (style,) = (site / "open/assets").glob("style.*.css")
    answer = ask(port, f"/open/assets/{style.name}")
    assert (answer.status, answer.headers["Cache-Control"]) == (200, "public, max-age=31536000, immutable")
    assert {name: answer.headers[name] for name in PROMISED} == PROMISED


def test_an_asset_that_is_not_there_is_not_kept(port: int) -> None:
    answer = ask(port, "/open/assets/style.00000000.css")
    assert (answer.status, answer.headers["Cache-Control"]) == (404, "no-cache")


def test_what_is_missing_gets_the_site_s_own_page(port: int, site: Path) -> None:
    assert ask(port, "/nothing/").body == (site / "404.html").read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "/../outside.txt",
        "/open/../../outside.txt",
        "/%2e%2e/outside.txt",
        "/open/..%2f..%2foutside.txt",
        "/..%5coutside.txt",
    ],
)
def test_no_path_leads_out_of_the_folder(port: int, path: str) -> None:
    answer = ask(port, path)
    assert answer.status in {400, 404}
    assert answer.body != b"outside"


@pytest.mark.parametrize("path", ["/.git/config", "/_headers", "/open/assets/", "/open/.hidden"])
def test_hidden_files_and_folders_are_not_listed(port: int, path: str) -> None:
    assert ask(port, path).status in {403, 404}


@pytest.mark.parametrize(
    "path", ["/acme/", "/acme/shop/index.html", "/acme/shop/status.json", "/acme/shop/milestones.ics", "/acme/nothing"]
)
def test_a_guarded_folder_opens_for_its_own_users_alone(port: int, path: str) -> None:
    refused = [("", ""), ("ann", "gova-luje-zugo"), ("ann", BOB), ("acme", ANN), ("beta", BETAS), ("mid", MIDS)]
    assert [ask(port, path, *each).status for each in refused] == [401] * len(refused)
    for user, password in (("ann", ANN), ("bob", BOB)):
        answer = ask(port, path, user, password)
        assert answer.status == (404 if path.endswith("nothing") else 200)
        assert {name: answer.headers[name] for name in PROMISED} == PROMISED
        assert answer.headers["Cache-Control"] in {"no-cache", "private, no-cache"}


@pytest.mark.parametrize(
    ("path", "user", "password"),
    [(f"/{BETA}/", "beta", BETAS), ("/mid/", "mid", MIDS), ("/mid/acme/shop/updates.atom", "mid", MIDS)],
)
def test_so_do_a_link_s_and_an_agency_s(port: int, path: str, user: str, password: str) -> None:
    assert ask(port, path).status == ask(port, path, "ann", ANN).status == 401
    assert ask(port, path, user, password[:-1]).status == 401
    assert ask(port, path, user, password).status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/%61cme/shop/index.html",
        "//acme/shop/index.html",
        "/acme//shop/index.html",
        "/./acme/shop/index.html",
        "/open/../acme/shop/index.html",
        "/open/%2e%2e/acme/shop/index.html",
        "/acme%2fshop/index.html",
        "/acme/shop/index.html?x=/open/",
        "/ACME/shop/index.html",
        "/open/..%2facme/shop/index.html",
        "/acme\\shop/index.html",
        "/acme/./shop/index.html",
        "/acme;/shop/index.html",
    ],
)
def test_no_spelling_of_a_path_leads_past_the_guard(port: int, site: Path, path: str) -> None:
    answer = ask(port, path)
    assert answer.status != 200
    assert answer.body != (site / "acme/shop/index.html").read_bytes()


def test_a_guarded_folder_s_assets_are_kept_too(port: int, site: Path) -> None:
    (style,) = (site / "acme/assets").glob("style.*.css")
    path = f"/acme/assets/{style.name}"
    assert ask(port, path).status == 401
    answer = ask(port, path, "ann", ANN)
    assert answer.status == 200
    assert "max-age=31536000, immutable" in answer.headers["Cache-Control"]


def test_without_its_file_nginx_closes_a_folder(site: Path, tmp_path: Path) -> None:
    with run_nginx(site, tmp_path, ["open"]) as port:
        assert [ask(port, "/open/", *each).status for each in (("", ""), ("ann", ANN))] == [401, 403]
        assert ask(port, "/acme/").status == 200, "not named among those who are asked"


def test_rules_for_static_hosts_say_the_same_and_have_one_star_each() -> None:
    text = HEADERS.decode()
    for name, value in PROMISED.items():
        assert f"  {name}: {value}\n" in text
    rules = [line for line in text.splitlines() if line.startswith("/")]
    assert rules == ["/*", "/assets/*", "/:reader/assets/*"]
    assert text.count("Cache-Control: public, max-age=31536000, immutable") == 2


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile", "htaccess"])
def test_every_snippet_sets_what_is_promised(name: str) -> None:
    text = (SNIPPETS / name).read_text("utf-8")
    for header, value in PROMISED.items():
        assert f"{header} {value}" in text.replace('"', "")
