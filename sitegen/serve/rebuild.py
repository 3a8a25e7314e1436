"""A wish for a new edition becomes one: once it is quiet, and never two builds at a time."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from sitegen.build import BuildReport, Request
from sitegen.serve.outcome import Outcome, attempt
from sitegen.serve.reload import Edition, Editions
from sitegen.serve.roots import find_roots
from sitegen.serve.watch import Watch

QUIET_S = 0.08
"""How long nothing may change before a build begins: an editor's save is several events."""
PATIENCE_S = 2.0
"""After how long a build begins even though it is never quiet."""
LOOK_S = 1.0
"""How often the watched folders are looked at: not every way in which one is replaced is an event."""
NAMED_BY_CONTENT = {".html", ".css", ".json", ".atom", ".ics"}
"""Files whose change a page shows in its own text, or not at all."""


class Rebuilder:
    """Builds whenever something is wanted, and publishes what came of it."""

    def __init__(
        self, request: Request, editions: Editions, watch: Watch, tell: Callable[[Outcome], None], first_version: int
    ) -> None:
        self._request = request
        self._editions = editions
        self._watch = watch
        self._tell = tell
        self._roots: tuple[Path, ...] = (request.config.parent / "content",)
        self._last = Edition(pages_version=first_version, files_version=first_version, outcome=Outcome(), shown=None)

    def run(self) -> None:
        """Build whatever is wanted until the preview ends."""
        while not self._editions.is_closed:
            if self._editions.wait_for_wish(LOOK_S):
                version = self._editions.wait_for_quiet(QUIET_S, PATIENCE_S)
                if not self._editions.is_closed:
                    self.rebuild(version)
            elif not self._watch.is_current:
                self._editions.want()

    def rebuild(self, version: int) -> None:
        """Build once; the last good pages stay where it fails."""
        self._roots = find_roots(self._request.config) or self._roots
        self._watch.follow(self._roots)
        outcome = attempt(self._request)
        self._watch.takes_scratch = not outcome.is_good
        self._last = replace(self._next(outcome), outcome=outcome)
        self._editions.show(version, self._last)
        self._tell(outcome)

    def _next(self, outcome: Outcome) -> Edition:
        if outcome.report is None:
            return self._last
        if not _list_changed(outcome.report):
            return replace(self._last, shown=outcome.shown)
        version = self._last.pages_version + 1
        files = version if _has_files(_list_changed(outcome.report)) else self._last.files_version
        return replace(self._last, pages_version=version, files_version=files, shown=outcome.shown)


def _list_changed(report: BuildReport) -> tuple[str, ...]:
    return (*report.written, *report.removed)


def _has_files(changed: Iterable[str]) -> bool:
    """Tell whether a file is among them, such as a picture, that pages show without a hash in its name."""
    paths = map(PurePosixPath, changed)
    return any(path.suffix not in NAMED_BY_CONTENT and "assets" not in path.parts[:2] for path in paths)
