"""A wish for a new version becomes one: once it is quiet, and never two builds at a time."""

import gc
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from sitegen.build import Request
from sitegen.errors import WorkError
from sitegen.memory import BuildReport, find_cores
from sitegen.serve.outcome import Outcome, attempt
from sitegen.serve.reload import Sight, Versions
from sitegen.serve.roots import find_roots
from sitegen.serve.watch import Watch

QUIET_S = 0.02
"""How long nothing may change before a build begins: an editor's save is several events."""
PATIENCE_S = 2.0
"""After how long a build begins even though it is never quiet."""
CALM_S = 3.0
"""How long nothing may be wanted before all files are looked at, where only those that were touched have been."""
LOOK_S = 1.0
"""How often the watched folders are looked at: not every way in which one is replaced is an event."""
FEEDS = {"status.json", "badge.svg"}
TEXTS = {".html", ".atom", ".ics"}
"""Files that no page shows, and pages themselves, which are compared one by one."""


class Rebuilder:
    """Builds whenever something is wanted, and publishes what came of it."""

    def __init__(
        self,
        request: Request,
        versions: Versions,
        watch: Watch,
        tell: Callable[[Outcome], None],
        first_version: int,
        *,
        with_catalogue: bool = False,
    ) -> None:
        self._request = request
        self._versions = versions
        self._watch = watch
        self._tell = tell
        self._with_catalogue = with_catalogue
        self._roots: tuple[Path, ...] = (request.config.parent / "content",)
        self._last = Sight(pages=first_version, files=first_version, outcome=Outcome(), shown=None)
        self._good: Outcome | None = None
        """What came of the last good build."""
        self._is_hinted = False
        """Whether the last build looked only at the files that were touched."""

    def run(self) -> None:
        """Build whatever is wanted until the preview ends."""
        while not self._versions.is_closed:
            if self._versions.wait_for_wish(LOOK_S):
                version = self._versions.wait_for_quiet(QUIET_S, PATIENCE_S)
                if not self._versions.is_closed:
                    self.rebuild(version)
            elif not self._watch.is_current:
                self._versions.want()
            elif self._is_hinted and self._versions.news and self._versions.was_calm_for(CALM_S):
                self.rebuild(self._versions.news.visible, is_hinted=False)

    def begin(self) -> None:
        """Build once on all cores, while there is no other thread yet, and begin to watch."""
        self._show(1, self._attempt(replace(self._request, jobs=find_cores()), None))
        self._follow()
        self._is_hinted = True  # nobody told what was touched meanwhile
        gc.freeze()  # what stays anyway is not looked through for rubbish at each edit

    def rebuild(self, version: int, *, is_hinted: bool = True) -> None:
        """Build once; the last good pages stay where it fails.

        Where the watch knows which files were touched, only these are looked at, so that an edit is seen at once. All
        are looked at once it is quiet, since not everything that happens to a disk is told.
        """
        touched = self._watch.take_touched() if is_hinted and self._good else None
        self._is_hinted = bool(touched)
        if not touched:
            self._follow()
        self._show(version, self._attempt(self._request, touched), is_news=is_hinted)

    def _follow(self) -> None:
        self._roots = find_roots(self._request.config) or self._roots
        self._watch.follow(self._roots)

    def _attempt(self, request: Request, touched: frozenset[str] | None) -> Outcome:
        return attempt(request, self._go_on, self._good, touched, with_catalogue=self._with_catalogue)

    def _show(self, version: int, outcome: Outcome, *, is_news: bool = True) -> None:
        """Make visible what came of a build; where it is no news, only what is not as before is told."""
        if self._versions.is_closed:
            return
        self._good = outcome if outcome.is_good else self._good
        self._watch.takes_scratch = not outcome.is_good
        before = self._last
        self._last = replace(self._next(outcome), outcome=outcome)
        self._versions.show(version, self._last)
        if outcome.built:
            outcome.built.remembered.keep()
        if is_news or _tell_apart(self._last) != _tell_apart(before):
            self._tell(outcome)

    def _go_on(self, done: int, total: int) -> None:
        """End a build that nobody will see."""
        if self._versions.is_closed:
            raise WorkError(f"the preview ended when {done} of {total} parts were done")

    def _next(self, outcome: Outcome) -> Sight:
        if outcome.report is None:
            return self._last
        if not _list_changed(outcome.report):
            return replace(self._last, shown=outcome.shown)
        version = self._last.pages + 1
        files = version if _has_files(_list_changed(outcome.report)) else self._last.files
        return replace(self._last, pages=version, files=files, shown=outcome.shown)


def _tell_apart(sight: Sight) -> tuple[object, ...]:
    """Return what tells a sight from another for who reads of it."""
    return sight.pages, sight.outcome.problems, sight.outcome.fault


def _list_changed(report: BuildReport) -> tuple[str, ...]:
    return (*report.written, *report.removed)


def _has_files(changed: Iterable[str]) -> bool:
    """Tell whether a file is among them, such as a picture, that pages show without a hash in its name."""
    paths = map(PurePosixPath, changed)
    others = (path for path in paths if path.suffix not in TEXTS and path.name not in FEEDS)
    return any("assets" not in path.parts[:2] for path in others)
