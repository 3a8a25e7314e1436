"""A real web server with the snippet from the documentation keeps the promises of the hosting guide."""

import os
import shutil
import socket
import subprocess
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path

import pytest

from sitegen.build import Request, build
from sitegen.render.hosting import HEADERS
from tests.bad_input.site import DAY, FILES
from tests.cases import write_files

ROOT = Path(__file__).resolve().parents[2]
SNIPPET = ROOT / "docs/hosting/nginx.conf"
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
PASSWORD = "gova-luje-zuge"
PROMISED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

CONFIG = """\
{user}daemon off;
pid {work}/nginx.pid;
error_log stderr;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {work}; proxy_temp_path {work}; fastcgi_temp_path {work};
    uwsgi_temp_path {work}; scgi_temp_path {work};
    server {{
        listen 127.0.0.1:{port};
        include {work}/snippet.conf;
    }}
}}
"""


def find_port() -> int:
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def is_open(port: int) -> bool:
    with closing(socket.socket()) as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def write_config(work: Path, site: Path, port: int) -> Path:
    """Write a server's settings with the snippet as it is, its root and one client's block filled in."""
    text = SNIPPET.read_text("utf-8").replace("/srv/status/site", str(site))
    head, mark, block = text.partition("# location ^~ /acme/ {")
    assert mark
    block = "\n".join(line.removeprefix("# ") for line in (mark + block).splitlines())
    (work / "snippet.conf").write_text(head + block.replace("/etc/nginx/acme.htpasswd", str(work / "passwords")))
    digest = subprocess.run(["openssl", "passwd", "-apr1", PASSWORD], capture_output=True, text=True, check=True)
    (work / "passwords").write_text(f"client:{digest.stdout.strip()}\n")
    user = "user root;\n" if os.geteuid() == 0 else ""
    (work / "nginx.conf").write_text(CONFIG.format(user=user, work=work, port=port))
    return work / "nginx.conf"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hosted")
    more = {"content/clients/beta/client.yml": "name: Beta\n"}
    write_files({**FILES, **more}, root)
    build(Request(config=root / "sitegen.yml", day=DAY, jobs=1))
    (root / "outside.txt").write_text("outside")
    (root / "site/.git").mkdir()
    (root / "site/.git/config").write_text("hidden")
    return root / "site"


@pytest.fixture(scope="module")
def port(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Nginx, serving the site."""
    if NGINX is None:
        if os.environ.get("CI"):
            pytest.fail("nginx is not installed")
        pytest.skip("nginx is not installed")
    found, work = find_port(), tmp_path_factory.mktemp("nginx")
    config = write_config(work, site, found)
    with subprocess.Popen([NGINX, "-p", str(work), "-c", str(config)], stderr=subprocess.PIPE, text=True) as server:
        deadline = time.monotonic() + 10
        while not is_open(found) and time.monotonic() < deadline:
            assert server.poll() is None, server.stderr and server.stderr.read()
            time.sleep(0.05)
        yield found
        server.terminate()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Message
    body: bytes


def ask(port: int, path: str, password: str | None = None) -> Answer:
    """Ask for a path as it is written, and read the answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    headers = {}
    if password is not None:
        headers["Authorization"] = f"Basic {b64encode(f'client:{password}'.encode()).decode()}"
    connection.request("GET", path, headers=headers)
    with closing(connection):
        response = connection.getresponse()
        return Answer(status=response.status, headers=response.headers, body=response.read())


@pytest.mark.parametrize("path", ["/", "/beta/", "/beta/index.html", "/mid/acme/shop/", "/nothing/"])
def test_pages_have_all_headers_and_are_asked_for_again(port: int, path: str) -> None:
    answer = ask(port, path)
    assert answer.status == (404 if path == "/nothing/" else 200)
    assert {name: answer.headers[name] for name in PROMISED} == PROMISED
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "/" not in answer.headers["Server"]


def test_assets_are_kept_for_ever(port: int, site: Path) -> None:
    (style,) = (site / "beta/assets").glob("style.*.css")
    answer = ask(port, f"/beta/assets/{style.name}")
    assert (answer.status, answer.headers["Cache-Control"]) == (200, "public, max-age=31536000, immutable")
    assert {name: answer.headers[name] for name in PROMISED} == PROMISED


def test_an_asset_that_is_not_there_is_not_kept(port: int) -> None:
    answer = ask(port, "/beta/assets/style.00000000.css")
    assert (answer.status, answer.headers["Cache-Control"]) == (404, "no-cache")


def test_what_is_missing_gets_the_site_s_own_page(port: int, site: Path) -> None:
    assert ask(port, "/nothing/").body == (site / "404.html").read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "/../outside.txt",
        "/beta/../../outside.txt",
        "/%2e%2e/outside.txt",
        "/beta/..%2f..%2foutside.txt",
        "/..%5coutside.txt",
    ],
)
def test_no_path_leads_out_of_the_folder(port: int, path: str) -> None:
    answer = ask(port, path)
    assert answer.status in {400, 404}
    assert answer.body != b"outside"


@pytest.mark.parametrize("path", ["/.git/config", "/_headers", "/beta/assets/", "/beta/.hidden"])
def test_hidden_files_and_folders_are_not_listed(port: int, path: str) -> None:
    assert ask(port, path).status in {403, 404}


def test_one_client_s_folder_asks_for_its_password(port: int) -> None:
    for path in ("/acme/", "/acme/shop/index.html", "/acme/shop/status.json", "/acme/shop/milestones.ics"):
        assert ask(port, path).status == 401
        assert ask(port, path, "gova-luje-zugo").status == 401
        answer = ask(port, path, PASSWORD)
        assert (answer.status, answer.headers["Referrer-Policy"]) == (200, "no-referrer")
        assert answer.headers["Cache-Control"] == "private, no-cache"
    assert ask(port, "/beta/").status == 200


def test_rules_for_static_hosts_say_the_same_and_have_one_star_each() -> None:
    text = HEADERS.decode()
    for name, value in PROMISED.items():
        assert f"  {name}: {value}\n" in text
    rules = [line for line in text.splitlines() if line.startswith("/")]
    assert rules == ["/*", "/assets/*", "/:reader/assets/*"]
    assert text.count("Cache-Control: public, max-age=31536000, immutable") == 2


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile", "htaccess"])
def test_every_snippet_sets_what_is_promised(name: str) -> None:
    text = (SNIPPET.parent / name).read_text("utf-8")
    for header, value in PROMISED.items():
        assert f"{header} {value}" in text.replace('"', "")
