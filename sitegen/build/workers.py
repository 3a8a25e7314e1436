"""Units of work become their results, on as many cores as are asked for, in the order in which they were given."""

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from sitegen.errors import WorkError

Unit = TypeVar("Unit")
Result = TypeVar("Result")

LEAST_UNITS = 3
"""Fewer units are done sooner than processes start."""

_work: Callable[[Any], Any] | None = None


def run(
    work: Callable[[Unit], Result], units: Sequence[Unit], jobs: int, tell: Callable[[int, int], None]
) -> list[Result]:
    """Do the work of every unit; what a unit raises is raised here. `tell` hears how many of all are done."""
    results: list[Result] = []
    for result in _run(work, units, jobs):
        results.append(result)
        tell(len(results), len(units))
    return results


def _run(work: Callable[[Unit], Result], units: Sequence[Unit], jobs: int) -> Iterator[Result]:
    if jobs <= 1 or len(units) < LEAST_UNITS or not hasattr(os, "fork"):
        for unit in units:
            yield _do_undisturbed(work, unit)
        return
    import multiprocessing
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

    global _work  # noqa: PLW0603  a forked process finds the work here, so that the site need not be pickled
    _work = work
    context = multiprocessing.get_context("fork")
    gc.freeze()  # what all processes share is not looked through for rubbish, and so stays shared
    try:
        with ProcessPoolExecutor(jobs, context, _begin) as pool:
            places = range(len(units))
            _units[:] = units
            try:
                found = pool.map(_do, places, chunksize=max(1, len(units) // (jobs * 64)))
            except OSError as error:
                raise WorkError(f"the processes could not be started: {error.strerror}") from error
            yield from found
    except BrokenExecutor as error:
        raise WorkError("a process was ended from outside, perhaps for want of memory; try '--jobs 1'") from error
    finally:
        gc.unfreeze()
        _work = None
        _units.clear()


_units: list[Any] = []


def _begin() -> None:
    """Leave Ctrl-C, which every process of a terminal hears, to the one that started the work, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait until the process that started the work is no more; where it was killed, nobody else would end this one."""
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)


def _do(place: int) -> Any:
    assert _work is not None
    return _do_undisturbed(_work, _units[place])


def _do_undisturbed(work: Callable[[Unit], Result], unit: Unit) -> Result:
    """Do a unit's work without a search for rubbish in its midst: nearly all that it made goes by itself at its end."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return work(unit)
    finally:
        if was_enabled:
            gc.enable()
