"""A request becomes a running preview: a folder of its own, a watch, a builder and a server, all gone when it ends."""

import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from sitegen.build import Request
from sitegen.errors import WorkError
from sitegen.serve.catalogue import CATALOGUE
from sitegen.serve.outcome import Outcome
from sitegen.serve.rebuild import Rebuilder
from sitegen.serve.reload import Versions
from sitegen.serve.server import PreviewServer
from sitegen.serve.watch import Watch

END_S = 0.7
"""How long the end waits for a build that is reading a large site; rendering stops by itself."""


class Preview:
    """A live preview of a site; used with `with`, at whose end nothing of it is left.

    `tell` hears of every build; the catalogue of the theme is built where it is asked for. Raise `WorkError` where the
    port cannot be used.
    """

    def __init__(
        self,
        request: Request,
        port: int,
        tell: Callable[[Outcome], None] = lambda outcome: None,
        *,
        with_catalogue: bool = False,
    ) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="sitegen-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name).resolve()
        self.versions = Versions()
        """What the pages are told."""
        self._watch = Watch(request.config, self.versions.want)
        try:
            self._server = PreviewServer(port, folder / "site", request.config.parent, self.versions)
        except BaseException:
            self._folder.cleanup()
            raise
        # Browsers compare versions only for being the same: those of a preview started later are others.
        first_version = time.time_ns() // 1_000_000
        self._rebuilder = Rebuilder(
            _make_private(request, folder),
            self.versions,
            self._watch,
            tell,
            first_version,
            with_catalogue=with_catalogue,
        )
        self._threads = (
            threading.Thread(target=self._rebuilder.run, name="sitegen-rebuild", daemon=True),
            threading.Thread(target=self._server.serve_forever, args=(0.1,), name="sitegen-serve"),
        )

    @property
    def url(self) -> str:
        """Where it stands."""
        return self._server.url

    @property
    def catalogue_url(self) -> str:
        """Where the theme's catalogue stands, if it is built."""
        return f"{self.url}{CATALOGUE}/"

    @property
    def is_polling(self) -> bool:
        """Tell whether changes are looked for once a second, since the system watches no more folders."""
        return self._watch.is_polling

    def __enter__(self) -> "Preview":
        try:
            self.versions.want()
            self._rebuilder.begin()
        except BaseException:
            self._server.server_close()
            self._watch.stop()
            self._folder.cleanup()
            raise
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.versions.close()
        self._server.close()
        for thread in self._threads:
            thread.join(END_S)
        self._watch.stop()
        self._folder.cleanup()

    def wait(self) -> None:
        """Wait until somebody interrupts; raise `WorkError` where nothing is built any more."""
        builder = self._threads[0]
        while builder.is_alive():
            builder.join(0.5)
        raise WorkError("the content can no longer be watched; start the preview again")


def _make_private(request: Request, folder: Path) -> Request:
    """Return the request as a preview builds it: all that is written, elsewhere, and everything that is not public.

    Once there are several threads, one process does the work, since then it must not fork.
    """
    return replace(
        request,
        output=folder / "site",
        record=folder / "outputs.json",
        jobs=1,
        with_drafts=True,
        with_future=True,
        is_open=True,
    )
