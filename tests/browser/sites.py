"""The sites that a browser visits, each built once for each theme that comes with sitegen."""

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

import pytest

from sitegen.build import Request, build
from sitegen.model import Audience
from sitegen.theme import builtin_themes_folder
from tests.browser.rough import write_rough_site
from tests.browser.server import serve
from tests.cases import write_files

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT.parent / "shared" / "real" / "tanf"
THEMES = tuple(sorted(path.parent.name for path in builtin_themes_folder().glob("*/theme.yml")))
DAYS = {"example": date(2026, 11, 20), "rough": date(2026, 11, 20), "reports": date(2025, 7, 20)}


def _write_example(folder: Path) -> None:
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "sitegen.yml", folder)


def _write_rough(folder: Path) -> None:
    write_files(write_rough_site(), folder)


def _write_reports(folder: Path) -> None:
    shutil.copytree(REPORTS / "content", folder / "content")
    shutil.copy(REPORTS / "sitegen.yml", folder)


SOURCES: dict[str, Callable[[Path], None]] = {
    "example": _write_example,
    "rough": _write_rough,
    "reports": _write_reports,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a built page stands."""

    file: Path
    url: str
    day: date
    """The day that it shows."""


class Sites:
    """All sites with all themes; each is built, and served at the root of a host, when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._hosts: dict[Path, str] = {}
        self._servers = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._servers.close()

    def find(self, theme: str, page: str) -> Place:
        """Return where a page stands, such as `example/index.html` or, of the firm's edition, `example-internal/…`."""
        edition, _, path = page.partition("/")
        name = edition.removesuffix("-internal")
        if name == "reports" and not REPORTS.is_dir():
            pytest.skip("the real reports are not at hand")
        root = self._folder / theme / name / edition
        if root not in self._hosts:
            if not root.is_dir():
                self._build(name, theme)
            self._hosts[root] = self._servers.enter_context(serve(root))
        return Place(file=root / path, url=f"{self._hosts[root]}/{path}", day=DAYS[name])

    def _build(self, name: str, theme: str) -> None:
        folder = self._folder / theme / name
        folder.mkdir(parents=True)
        SOURCES[name](folder)
        settings = folder / "sitegen.yml"
        settings.write_text(f"{settings.read_text('utf-8')}\ntheme: {theme}\n", "utf-8")
        for audience in (Audience.CLIENT, Audience.INTERNAL):
            build(Request(config=settings, day=DAYS[name], audience=audience, output=folder / name, jobs=1))
