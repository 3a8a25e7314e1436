"""A request from this machine becomes an answer: a page, an asset or the stream of news; no other is answered."""

import re
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sitegen.render import find_type
from sitegen.serve.files import find_file
from sitegen.serve.inject import inject_script
from sitegen.serve.listing import format_listing, format_missing
from sitegen.serve.overlay import format_news
from sitegen.serve.reload import Versions

HOST_HEADER = re.compile(r"(?:127\.0\.0\.1|localhost)(?::\d{1,5})?", re.IGNORECASE | re.ASCII)
OWN = "/__sitegen/"
ASSETS = Path(__file__).parent / "assets"
HEARTBEAT_S = 10.0
HTML = "text/html; charset=utf-8"


class Visit(BaseHTTPRequestHandler):
    """Answers one request."""

    server_version = "sitegen"
    timeout = 30

    def __init__(self, *args: Any, folder: Path, root: Path, versions: Versions) -> None:
        self._folder = folder
        self._root = root
        self._versions = versions
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer a request for something."""
        path = urlsplit(self.path).path
        if path == f"{OWN}events":
            self._send_events()
        elif path == f"{OWN}news.json":
            news = self._versions.news
            self._send(HTTPStatus.OK, find_type(path), (format_news(news, self._root) if news else "null").encode())
        elif path.startswith(OWN):
            self._send_file(ASSETS, path.removeprefix(OWN.rstrip("/")))
        elif path == "/":
            news = self._versions.news
            self._send_page(HTTPStatus.OK, format_listing(news.sight.shown if news else None))
        else:
            self._send_file(self._folder, path)

    def do_HEAD(self) -> None:
        """Answer a request for the head alone."""
        self.do_GET()

    def parse_request(self) -> bool:
        """Read a request; refuse it where it asks for a change, or means another host than this machine."""
        if not super().parse_request():
            return False
        if not self.path.startswith("/"):
            self._send(HTTPStatus.BAD_REQUEST, "text/plain", b"a path begins with a slash\n")
            return False
        hosts = self.headers.get_all("Host") or []
        # A foreign name that leads here is how a web page reaches what only this machine may (DNS rebinding).
        if len(hosts) != 1 or not HOST_HEADER.fullmatch(hosts[0]):
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"this preview answers to 127.0.0.1 and localhost alone\n")
            return False
        if self.command not in {"GET", "HEAD"}:
            text = b"only GET and HEAD are answered\n"
            self._send(HTTPStatus.METHOD_NOT_ALLOWED, "text/plain", text, Allow="GET, HEAD")
            return False
        return True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base class calls it so
        """Say nothing: the terminal belongs to the content's problems."""

    def _send_file(self, folder: Path, path: str) -> None:
        """Send what stands at a path."""
        found = find_file(folder, path) or find_file(folder, self._strip_base(path))
        if found and found.is_dir() and not path.endswith("/"):
            self._send(HTTPStatus.FOUND, "text/plain", b"", Location=f"{path}/")
            return
        version = self._version
        target = found / "index.html" if found and found.is_dir() else found
        try:
            data = target.read_bytes() if target else None
        except OSError:
            data = None
        if target is None or data is None:
            self._send_missing(path)
        elif target.suffix == ".html":
            self._send_page(HTTPStatus.OK, data, version)
        else:
            self._send(HTTPStatus.OK, find_type(target.name), data)

    def _send_missing(self, path: str) -> None:
        """Say that nothing stands at a path: with the site's own page, where there is one."""
        version = self._version
        try:
            page = (self._folder / "404.html").read_bytes()
        except OSError:
            page = format_missing(path)
        self._send_page(HTTPStatus.NOT_FOUND, page, version)

    def _strip_base(self, path: str) -> str:
        """Return a path without the folder that the site will stand in: its 404.html links from there."""
        news = self._versions.news
        base = news.sight.shown.base if news and news.sight.shown else "/"
        return path.removeprefix(base.rstrip("/")) if path.startswith(base) else path

    @property
    def _version(self) -> int:
        """The version of the pages; read before a page is, so that a page is never older than it says."""
        news = self._versions.news
        return news.sight.pages if news else 0

    def _send_page(self, status: HTTPStatus, page: bytes, version: int | None = None) -> None:
        self._send(status, HTML, inject_script(page, self._version if version is None else version))

    def _send(self, status: HTTPStatus, kind: str, data: bytes, **headers: str) -> None:
        self.send_response(status)
        self._send_headers(kind, {"Content-Length": str(len(data)), **headers})
        if self.command != "HEAD":
            self.wfile.write(data)

    def _send_headers(self, kind: str, headers: dict[str, str]) -> None:
        own = {
            "Content-Type": kind,
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        for name, value in (own | headers).items():
            self.send_header(name, value)
        self.end_headers()

    def _send_events(self) -> None:
        """Send the news as they come, and a heartbeat, by which a browser that has gone is noticed."""
        self.send_response(HTTPStatus.OK)
        self._send_headers("text/event-stream; charset=utf-8", {})
        if self.command == "HEAD":
            return
        self.wfile.write(b"retry: 1000\n\n")
        known = None
        while not self._versions.is_closed:
            news = self._versions.wait_for_news(known, HEARTBEAT_S)
            known = news or known
            text = f"data: {format_news(news, self._root)}\n\n" if news else ": still here\n\n"
            self.wfile.write(text.encode())
