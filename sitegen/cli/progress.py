"""How many units of a build are done becomes a bar on stderr, where that is a terminal and the build takes longer."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

PATIENCE_S = 1.0
"""Builds that take no longer show no bar."""


@contextmanager
def shown_progress(*, is_quiet: bool = False, patience_s: float = PATIENCE_S) -> Iterator[Callable[[int, int], None]]:
    """Give what is to be told how many of all units are done."""
    started = time.monotonic()
    is_shown = not is_quiet and sys.stderr.isatty()
    bar: ProgressBar[int] | None = None
    with ExitStack() as stack:

        def tell(done: int, total: int) -> None:
            nonlocal bar
            if bar is None and is_shown and done < total and time.monotonic() - started >= patience_s:
                bar = stack.enter_context(click.progressbar(length=total, label="building", file=sys.stderr))
            if bar is not None:
                bar.update(done - bar.pos)

        yield tell
