"""The ledger of the last build and the disk become what need not be done again: all of it, or all but some clients."""

import hashlib
import os
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime

from sitegen.memory.config import find_work_folder
from sitegen.memory.inputs import Inputs, compare_inputs, compare_touched, walk_inputs
from sitegen.memory.ledger import Ground, Ledger, load_ledger
from sitegen.memory.lock import alone
from sitegen.memory.looking import Looking
from sitegen.memory.outputs import Outputs, compare_outputs
from sitegen.memory.program import digest_program, stamp_program
from sitegen.memory.record import is_recorded
from sitegen.memory.request import WHOLE, Request
from sitegen.value import value

SECRET = "SITEGEN_SECRET"


@value
class Recalled:
    """What is known before a site is read."""

    started_s: float
    """When the build began, by a clock that is never set."""
    started_ns: int
    """The same by the disk's clock; earlier, where not all files were looked at."""
    ended_ns: int | None = None
    """When the last build had written all files, where not all of them were looked at."""
    program_stamp: str
    program: str
    """The hash of the program."""
    secret: str
    """The fingerprint of SITEGEN_SECRET."""
    ledger: Ledger | None = None
    """None where nothing is known that could be of use."""
    inputs: Inputs | None = None
    """The files that the last build read, as they are now."""
    outputs: Outputs | None = None
    """The files that it wrote."""
    clients: frozenset[str] | None = None
    """The clients whose pages may have to become others; None where anything may."""
    projects: frozenset[str] = frozenset()
    """Their projects, `client/project`, whose files are others, which are gone or new."""

    @property
    def was_read(self) -> bool:
        """Tell whether files had to be read to know that they are the same."""
        if not self.ledger or not self.inputs or not self.outputs:
            return True
        is_known = self.ledger.ground.program_stamp == self.program_stamp
        return self.inputs.was_read or self.outputs.was_read or not is_known

    @property
    def stands(self) -> bool:
        """Tell whether nothing is to be done."""
        return self.clients is not None and not self.clients


@contextmanager
def recalling(
    request: Request,
    tell: Callable[[], None] = lambda: None,
    touched: Collection[str] | None = None,
    ledger: Ledger | None = None,
) -> Iterator[Recalled]:
    """Keep other builds of the site away, and tell what is still as it was; `tell` is called where one is at work.

    Somebody who watches the disk may know which files were `touched` since the last build: then only these are looked
    at. That is a hint, as quick as it is unsure: all is to be looked at later. `ledger` is that of the last build, for
    who has it at hand.
    """
    started_s = time.monotonic()
    with alone(request.record.parent if request.record else find_work_folder(request.config), tell) as started_ns:
        yield _recall(request, started_s, started_ns, touched, ledger)


def _recall(
    request: Request, started_s: float, started_ns: int, touched: Collection[str] | None, ledger: Ledger | None
) -> Recalled:
    """Look at what the last build left and at the disk."""
    if ledger is None and not request.is_clean:
        ledger = load_ledger(request)
    known = _know_program(started_s, started_ns, ledger)
    if ledger is None or ledger.ground.program != known.program:
        return known  # another program's ledger is in a form of its own
    root = request.config.parent
    inputs = compare_touched(ledger, root, touched) if touched else None
    if inputs:
        outputs = Outputs(stock=ledger.outputs, damaged=frozenset(), was_read=False)
        # The rest was looked at when the last build was: what is younger than that may not have been seen.
        known = replace(known, started_ns=ledger.started_ns, ended_ns=ledger.ended_ns)
    else:
        inputs, outputs = _look(request, ledger)
    known = replace(known, ledger=ledger, inputs=inputs, outputs=outputs)
    if not _is_same_ground(known, request, ledger.ground) or not is_recorded(ledger, request):
        return known
    clients = _find_clients(ledger, inputs, outputs.damaged, request)
    projects = frozenset(
        project for name in inputs.changed if clients and (project := _find_project(name, ledger.ground.content))
    )
    return replace(known, clients=clients, projects=projects)


def _look(request: Request, ledger: Ledger) -> tuple[Inputs, Outputs]:
    """Look at all files that the last build wrote and read: at the ones in another process, at the others in this."""
    root = request.config.parent
    folder = os.path.join(root, ledger.ground.output)
    may_fork = (request.jobs or find_cores()) > 1
    looking = Looking(folder, ledger.outputs, may_fork=may_fork)
    inputs = compare_inputs(ledger, root, walk_inputs(ledger, root))
    return inputs, compare_outputs(ledger, folder, looking.finish())


def find_cores() -> int:
    """Return how many cores are ours."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def find_day(asked: date | None, timezone: str) -> date:
    """Return the day that was asked for, else today in the site's time zone."""
    if asked:
        return asked
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(timezone)).date()


def _know_program(started_s: float, started_ns: int, ledger: Ledger | None) -> Recalled:
    stamp = stamp_program()
    ground = ledger.ground if ledger else None
    program = ground.program if ground and ground.program_stamp == stamp else digest_program()
    secret = os.environ.get(SECRET, "")
    fingerprint = hashlib.sha256(f"sitegen memory {secret}".encode(errors="surrogateescape")).hexdigest()
    return Recalled(
        started_s=started_s, started_ns=started_ns, program_stamp=stamp, program=program, secret=fingerprint
    )


def _is_same_ground(known: Recalled, request: Request, ground: Ground) -> bool:
    day = find_day(request.day, ground.timezone).isoformat()
    if ground.last_update:
        day = max(day, ground.last_update)
    return (known.secret, request.options, day) == (
        ground.secret,
        ground.options,
        ground.day,
    )


def _find_clients(ledger: Ledger, inputs: Inputs, damaged: frozenset[int], request: Request) -> frozenset[str] | None:
    """Return the clients that something was changed of; None where it may be all, or where they are not known apart."""
    if not ledger.is_complete:
        return None
    if not inputs.changed and not damaged:
        return frozenset()
    is_whole = not request.clients and request.shard == WHOLE
    if request.audience != "client" or not is_whole:
        return None
    projects = [_find_project(name, ledger.ground.content) for name in inputs.changed]
    owners = {project and project.split("/")[0] for project in projects} | set(_find_owners(ledger, damaged))
    found = frozenset(owner for owner in owners if owner and owner in ledger.clients)
    return found if len(found) == len(owners) else None


def _find_project(name: str, content: str) -> str | None:
    """Return the project, `client/project`, that a file is in; None for any other, which more may depend on."""
    parts = name.removeprefix(f"{content}/").split("/")
    is_project = name.startswith(f"{content}/") and len(parts) > 3 and parts[0] == "clients"
    return f"{parts[1]}/{parts[2]}" if is_project else None


def _find_owners(ledger: Ledger, places: frozenset[int]) -> Iterator[str | None]:
    """Go through the clients whose units made some of the outputs."""
    for unit in ledger.units.values() if places else ():
        if not places.isdisjoint(range(unit.first, unit.first + unit.count)):
            yield unit.client
