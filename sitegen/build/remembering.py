"""What a build read, made and said becomes the ledger, from which the next one knows what it need not do."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from functools import reduce
from operator import add
from pathlib import Path

from sitegen.build.columns import Columns
from sitegen.build.frame import Frame
from sitegen.build.ground import make_ground
from sitegen.build.harvest import Harvest
from sitegen.build.places import find_asked, find_output, find_place
from sitegen.build.tree import Keep, Written
from sitegen.memory import (
    NOTHING,
    WHOLE,
    BuildReport,
    ClientEntry,
    Inputs,
    Ledger,
    LeftOut,
    Recalled,
    Request,
    Totals,
    digest,
    fill_inputs,
    find_ledger,
    find_record,
    format_ledger,
    make_report,
    make_warned,
    replace_file,
    stamp,
    write_head,
    write_json,
    write_stock,
    write_units,
)
from sitegen.problems import Problem
from sitegen.value import value


@value
class Finished:
    """A build whose files are all in their place."""

    frame: Frame
    request: Request
    """As it was asked for, though only a part of it was to be made."""
    harvest: Harvest
    keeps: Keep
    """Tells of a path that was made by none of its units whether it was left as it is."""
    written: Written
    warnings: tuple[Problem, ...]
    inputs: Inputs
    """The files that it was made from, as they were before."""

    @property
    def is_part(self) -> bool:
        """Tell whether only a part of the site was made, so that the rest is as the last build left it."""
        is_asked = bool(self.request.clients) or self.request.shard != WHOLE
        return is_asked or self.frame.heads.part is not None


@value
class Remembered:
    """What a build did, and what the next one is to know of it."""

    report: BuildReport
    """Of the whole site, though only a part of it was made."""
    store: Path
    sections: Mapping[str, bytes | memoryview]

    @property
    def ledger(self) -> Ledger:
        """The ledger, as the next build would load it."""
        return Ledger(self.sections)

    def keep(self) -> None:
        """Write the ledger; one that cannot be written costs time and nothing else."""
        with suppress(OSError):
            self.store.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self.store, *format_ledger(self.sections))


def remember(finished: Finished, recalled: Recalled) -> Remembered:
    """Return what is to be remembered of a build."""
    is_same_place = recalled.ledger and recalled.ledger.ground.output == find_place(
        finished.frame.heads, finished.request
    )
    former = recalled.ledger if is_same_place else None
    columns = _gather(finished, recalled, former)
    clients = _list_clients(finished, former)
    totals = _count(finished, columns, clients)
    inputs = fill_inputs(finished.inputs, _list_digests(finished.harvest))
    # Where a password locks anything, all is made anew, and no line of its text is to be found here.
    is_complete = not any(folder.lock or folder.guard for folder in finished.frame.folders.own.values())
    ground = make_ground(finished.frame, finished.request, recalled)
    warned = make_warned(finished.warnings, ground.content)
    if part := finished.frame.heads.part:
        warned = part.warned.add(warned)
    sections = {
        **write_head(
            ground,
            recalled.started_ns,
            finished.written.ended_ns if recalled.ended_ns is None else recalled.ended_ns,
            totals,
            stamp(str(find_record(finished.request))),
            _find_private(finished),
            is_complete=is_complete,
        ),
        **write_stock("inputs", inputs.stock, inputs.digests),
        **write_stock("outputs", columns.stock, bytes(columns.digests)),
        **write_units(columns.units),
        "clients": write_json({name: asdict(entry) for name, entry in clients.items()}),
        **(warned if is_complete else NOTHING).write(),
    }
    written = finished.written
    report = make_report(totals, recalled, warned, written.written, written.removed, written.unknown)
    return Remembered(report=report, store=find_ledger(finished.request), sections=sections)


def _find_private(finished: Finished) -> dict[str, str]:
    """Return the hashes of what was written besides and is not published."""
    root = finished.frame.heads.root
    file = find_asked(root)
    return {file.relative_to(root).as_posix(): digest(str(file)).hex()} if not finished.request.is_open else {}


def _list_digests(harvest: Harvest) -> dict[str, str]:
    return {path: known for result in harvest.results for path, known in result.digests.items()}


def _gather(finished: Finished, recalled: Recalled, former: Ledger | None) -> Columns:
    """Gather the units that were made, and those that stand from the last build where only a part was made."""
    output = find_output(finished.frame.heads, finished.request.audience, finished.request.output)
    made = tuple(finished.harvest.units)
    columns = Columns(output, made)
    if former and finished.is_part and (outputs := recalled.outputs):
        names = {unit.name for unit in made}
        for entry in former.units.values():
            # A unit's files stay or go together.
            if entry.name not in names and finished.keeps(former.outputs.names[entry.first]):
                columns.add_former(entry, former, outputs)
    return columns


def _list_clients(finished: Finished, former: Ledger | None) -> dict[str, ClientEntry]:
    """Return what the next build is to know of every client without reading it."""
    read = {name: entry for result in finished.harvest.results for name, entry in result.clients.items()}
    return {**former.clients, **read} if finished.frame.heads.part and former else read


def _count(finished: Finished, columns: Columns, clients: dict[str, ClientEntry]) -> Totals:
    """Count what the line at the build's end tells: of the whole site, though only a part was made."""
    counts_others = finished.frame.heads.part is not None
    units = columns.units if counts_others else tuple(finished.harvest.units)
    return Totals(
        projects=sum(entry.projects for entry in clients.values()),
        pages=sum(unit.pages for unit in units),
        left_out=reduce(add, (entry.left_out for entry in clients.values()), LeftOut()),
        files=len(set(columns.names)) if counts_others else len(finished.harvest.files),
    )
