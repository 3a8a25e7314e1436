"""Markdown that a slow engine has read becomes HTML that is kept by the hash of the text, for the next build.

What was used neither this month nor the last one is forgotten.
"""

import hashlib
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sitegen.markup import Engine
from sitegen.memory import Kept


class KeepingEngine:
    """An engine that is asked once for the HTML of a text, as long as neither it nor the program is another."""

    def __init__(self, engine: Engine, ground: str, folder: Path) -> None:
        self._engine = engine
        self._ground = ground
        today = datetime.now(UTC).date()
        months = (today, today.replace(day=1) - timedelta(days=1))
        self._now, self._before = (Kept(folder / f"{month:%Y-%m}") for month in months)
        _forget(folder, {f"{month:%Y-%m}" for month in months})

    def render(self, text: str) -> str:
        """Return raw HTML, which is sanitised each time; what the engine cannot read is never kept."""
        name = hashlib.sha256(f"{self._ground}\n{text}".encode(errors="surrogatepass")).hexdigest()
        data = self._now.find(name, name)
        if data is None:
            data = self._before.find(name, name)
            if data is None:
                data = self._engine.render(text).encode(errors="surrogatepass")
            self._now.keep(name, name, data)
        return data.decode(errors="surrogatepass")

    def makes_all(self, text: str) -> bool:
        """Tell what the engine tells."""
        return self._engine.makes_all(text)


def _forget(folder: Path, months: set[str]) -> None:
    for old in folder.iterdir() if folder.is_dir() else ():
        if old.name not in months:
            shutil.rmtree(old, ignore_errors=True)
