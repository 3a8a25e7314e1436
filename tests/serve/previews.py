"""A small site on disk, a real preview of it on a free port, and what a browser does with it: requests and a stream."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sitegen.build import Request
from sitegen.serve import Outcome, Preview
from tests.cases import write_files

DAY = date(2026, 3, 9)
PROJECT = "content/clients/acme/shop"
UPDATE = f"{PROJECT}/updates/2026-03-02.md"
PAGE = "/acme/shop/"
PATIENCE_S = 10
FILES = {
    "sitegen.yml": "name: Firm\n",
    "content/clients/acme/client.yml": "name: Acme\n",
    f"{PROJECT}/project.yml": "name: Shop\nstart: 2026-01-05\nmilestones: {beta: {title: Beta, due: 2026-04-01}}\n",
    UPDATE: "---\nheadline: All is well\nhealth: on-track\n---\nWe began.\n",
}


def make_site(root: Path, **files: str) -> Path:
    """Put a site into a folder; return the folder."""
    write_files(FILES | files, root)
    return root


def write_headline(root: Path, headline: str, name: str = "2026-03-02") -> None:
    """Write an update in place, as a plain editor does."""
    (root / f"{PROJECT}/updates/{name}.md").write_text(f"---\nheadline: {headline}\n---\n")


class Visitor:
    """What a browser does."""

    def __init__(self, url: str) -> None:
        self.host, self.port = urlsplit(url).hostname or "", urlsplit(url).port or 0

    def ask(self, path: str, method: str = "GET", **headers: str) -> HTTPResponse:
        """Send one request; the answer is read whole."""
        connection = HTTPConnection(self.host, self.port, timeout=PATIENCE_S)
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        response.text = response.read().decode()  # type: ignore[attr-defined]
        connection.close()
        return response

    def read(self, path: str) -> str:
        """Return the text of a page."""
        return str(self.ask(path).text)  # type: ignore[attr-defined]

    @contextmanager
    def listen(self) -> Iterator["Stream"]:
        """Follow the news, as an open page does."""
        connection = HTTPConnection(self.host, self.port, timeout=PATIENCE_S)
        connection.request("GET", "/__sitegen/events")
        try:
            yield Stream(connection.getresponse())
        finally:
            connection.close()


class Stream:
    """News as they come."""

    def __init__(self, response: HTTPResponse) -> None:
        self.response = response

    def wait_for(self, condition: Callable[[Any], bool]) -> Any:
        """Return the first news for which a condition holds; a stream that ends or stays silent fails."""
        while line := self.response.readline():
            if line.startswith(b"data: ") and condition(news := json.loads(line[6:])):
                return news
        raise AssertionError("the stream ended")


def is_broken(news: Any) -> bool:
    """Tell whether the last build failed."""
    return news["is_broken"] is True


def is_settled(news: Any) -> bool:
    """Tell whether all that was wanted is visible, and good."""
    return not news["is_broken"] and news["wanted"] == news["visible"]


@contextmanager
def preview_of(root: Path, tell: Callable[[Outcome], None] = lambda outcome: None) -> Iterator[tuple[Preview, Visitor]]:
    """Run a preview of the site in a folder."""
    with Preview(Request(config=root / "sitegen.yml", day=DAY), 0, tell) as preview:
        yield preview, Visitor(preview.url)
