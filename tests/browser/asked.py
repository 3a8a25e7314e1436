"""A site whose forms go to a collector, served where the collector expects it, and the collector while it runs."""

import contextlib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request, build
from sitegen.collector import Store
from sitegen.survey import NeedAnswer, Response
from tests.browser.server import serve
from tests.cases import part_files, write_files
from tests.collector.running import SECRET, Collector, find_port, running

DAY = date(2026, 2, 10)
PASSWORD = "gova-luje-zuge-gogu"
SURVEY = "shop/feedback/step/index.html"
STATUS = "shop/index.html"
SITE = (Path(__file__).parent / "asked.txt").read_text("utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The site of `asked.txt`."""

    root: Path
    url: str
    """Where the site stands, without a slash at its end."""
    port: int
    """Where its collector listens."""

    @property
    def store(self) -> str:
        """The database's URL."""
        return f"sqlite:///{self.root}/responses.db"

    def page(self, path: str, client: str = "acme") -> str:
        """Return the address of a client's page."""
        return f"{self.url}/{client}/{path}"

    def file(self, path: str, client: str = "acme") -> str:
        """Return the same page's address on disk."""
        return (self.root / "site" / client / path).as_uri()

    def collect(self, *words: str) -> AbstractContextManager[Collector]:
        """Run the collector while in the block."""
        return running(self.root, self.store, "--rate", "0", *words, port=self.port)

    def list_kept(self) -> frozenset[str]:
        """Return the ids of all that is kept."""
        return frozenset((*(each.id for each in self.read()), *(each.id for each in self.read_answers())))

    def read(self, before: frozenset[str] = frozenset()) -> list[Response]:
        """Return the responses that are kept, but for those kept before."""
        with Store(self.store) as store:
            return [each for each in store.read_responses() if each.id not in before]

    def read_answers(self, before: frozenset[str] = frozenset()) -> list[NeedAnswer]:
        """Return the answers to needs that are kept, but for those kept before."""
        with Store(self.store) as store:
            return [each for each in store.read_answers() if each.id not in before]


@contextlib.contextmanager
def ask(root: Path, theme: str = "default") -> Iterator[Asked]:
    """Build the site and serve it while in the block."""
    site, port = root / "site", find_port()
    site.mkdir(parents=True)
    with serve(site) as url:
        files = part_files(SITE.replace("{site}", url).replace("{port}", str(port)).replace("{theme}", theme))
        write_files(files, root)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITEGEN_SECRET", SECRET)
            patch.setenv("SITEGEN_PASSWORD_VAULT", PASSWORD)
            build(Request(config=root / "sitegen.yml", day=DAY, jobs=1))
        yield Asked(root=root, url=url, port=port)
