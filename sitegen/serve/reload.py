"""Changes come in, sights go out to browsers: two version numbers, wanted and visible, and one condition."""

import threading
import time

from sitegen.serve.outcome import Outcome
from sitegen.serve.shown import Shown
from sitegen.value import value


@value
class Sight:
    """What browsers see after a build: the last good pages, and what is wrong now."""

    pages: int
    """The version of the pages; a page that carries an older one may be out of date."""
    files: int
    """The version in which a file changed that pages show but do not name by its content."""
    outcome: Outcome
    shown: Shown | None
    """What the last good build shows; None before there was one."""


@value
class News:
    """What a browser is told."""

    wanted: int
    visible: int
    sight: Sight

    @property
    def is_building(self) -> bool:
        """Tell whether something newer is on its way."""
        return self.wanted > self.visible


class Versions:
    """The version that is wanted, the version that is visible, and who waits for either."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._wanted = 0
        self._wanted_at = 0.0
        self._news: News | None = None
        self._is_closed = False

    @property
    def is_closed(self) -> bool:
        """Tell whether the preview ends."""
        return self._is_closed

    @property
    def news(self) -> News | None:
        """What a browser would be told now; None before the first build."""
        return self._news

    def want(self) -> None:
        """Ask for a new version."""
        with self._condition:
            self._wanted += 1
            self._wanted_at = time.monotonic()
            if self._news:
                self._news = News(wanted=self._wanted, visible=self._news.visible, sight=self._news.sight)
            self._condition.notify_all()

    def show(self, version: int, sight: Sight) -> None:
        """Make visible what a build of a version gave to see."""
        with self._condition:
            self._news = News(wanted=self._wanted, visible=version, sight=sight)
            self._condition.notify_all()

    def close(self) -> None:
        """Let everybody who waits go."""
        with self._condition:
            self._is_closed = True
            self._condition.notify_all()

    def wait_for_wish(self, timeout_s: float) -> bool:
        """Wait until a new version is wanted; tell whether one is."""
        with self._condition:
            self._condition.wait_for(lambda: self._is_closed or self._is_behind(), timeout_s)
            return self._is_behind() and not self._is_closed

    def wait_for_quiet(self, quiet_s: float, at_most_s: float) -> int:
        """Wait until nothing was wanted for a while, though not for ever; return the version wanted by then."""
        end = time.monotonic() + at_most_s
        with self._condition:
            while not self._is_closed:
                rest = min(self._wanted_at + quiet_s, end) - time.monotonic()
                if rest <= 0:
                    break
                self._condition.wait(rest)
            return self._wanted

    def was_calm_for(self, calm_s: float) -> bool:
        """Tell whether nothing was wanted for a while."""
        return time.monotonic() - self._wanted_at >= calm_s

    def wait_for_news(self, known: News | None, timeout_s: float) -> News | None:
        """Wait until a browser has something new to hear; None where nothing came or the preview ends."""
        with self._condition:
            self._condition.wait_for(lambda: self._is_closed or self._is_news(known), timeout_s)
            return self._news if self._is_news(known) and not self._is_closed else None

    def _is_behind(self) -> bool:
        return self._wanted > (self._news.visible if self._news else 0)

    def _is_news(self, known: News | None) -> bool:
        """A hundred quick edits are one piece of news, that a build is under way."""
        if known is None or self._news is None:
            return self._news is not known
        return (self._news.visible, self._news.is_building) != (known.visible, known.is_building)
