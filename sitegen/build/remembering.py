"""What a build read, made and said becomes the ledger, from which the next one knows what it need not do."""

from contextlib import suppress
from dataclasses import asdict
from functools import reduce
from operator import add

from sitegen.build.columns import Columns
from sitegen.build.ground import make_ground
from sitegen.build.left_out import count_left_out
from sitegen.build.places import find_asked, find_output, find_place
from sitegen.build.rendering import Rendered
from sitegen.build.request import Prepared
from sitegen.build.tree import Written
from sitegen.memory import (
    WHOLE,
    BuildReport,
    ClientEntry,
    Ledger,
    LeftOut,
    Recalled,
    Request,
    Totals,
    digest,
    find_ledger,
    find_record,
    format_ledger,
    make_report,
    replace_file,
    stamp,
    write_head,
    write_json,
    write_stock,
    write_units,
    write_warnings,
)
from sitegen.problems import Problem, format_problem
from sitegen.value import value


@value
class Finished:
    """A build whose files are all in their place."""

    prepared: Prepared
    request: Request
    """As it was asked for, though only a part of it was to be made."""
    rendered: Rendered
    written: Written
    warnings: tuple[Problem, ...]
    recalled: Recalled

    @property
    def former(self) -> Ledger | None:
        """What was known of the same folder before."""
        ledger = self.recalled.ledger
        return ledger if ledger and ledger.ground.output == find_place(self.prepared.loaded, self.request) else None

    @property
    def is_part(self) -> bool:
        """Tell whether only a part of the site was made, so that the rest is as the last build left it."""
        is_asked = bool(self.request.clients) or self.request.shard != WHOLE
        return is_asked or self.prepared.loaded.part is not None


def remember(finished: Finished) -> BuildReport:
    """Write the ledger, and return what the build did; of the whole site, though only a part of it was made."""
    columns = _gather(finished)
    clients = _list_clients(finished)
    totals = _count(finished, columns, clients)
    inputs, recalled = finished.prepared.inputs, finished.recalled
    # Where a password locks anything, all is made anew, and no line of its text is to be found here.
    is_complete = not any(edition.reader.lock or edition.guard for edition in finished.prepared.editions)
    told = tuple((problem.position.path, format_problem(problem, path="")) for problem in finished.warnings)
    assert inputs
    sections = {
        **write_head(
            make_ground(finished.prepared, finished.request, recalled),
            recalled.started_ns,
            finished.written.ended_ns,
            totals,
            stamp(str(find_record(finished.request))),
            _find_private(finished),
            is_complete=is_complete,
        ),
        **write_stock("inputs", inputs.stock, inputs.digests),
        **write_stock("outputs", columns.stock, bytes(columns.digests)),
        **write_units(columns.units),
        "page keys": write_json(columns.keys),
        "clients": write_json({name: asdict(entry) for name, entry in clients.items()}),
        **(write_warnings(finished.warnings, told) if is_complete else write_warnings((), ())),
    }
    store = find_ledger(finished.request)
    with suppress(OSError):  # a ledger that cannot be written costs time and nothing else
        store.parent.mkdir(parents=True, exist_ok=True)
        replace_file(store, format_ledger(sections))
    written = finished.written
    return make_report(totals, recalled, written.written, written.removed, finished.warnings, told)


def _find_private(finished: Finished) -> dict[str, str]:
    """Return the hashes of what was written besides and is not published."""
    root = finished.prepared.loaded.root
    file = find_asked(root)
    return {file.relative_to(root).as_posix(): digest(str(file)).hex()} if not finished.request.is_open else {}


def _gather(finished: Finished) -> Columns:
    """Gather the units that were made, and those that stand from the last build where only a part was made."""
    output = find_output(finished.prepared.loaded, finished.request.audience, finished.request.output)
    former = finished.former
    columns = Columns(output, former, finished.recalled.outputs)
    for made in finished.rendered.made:
        columns.add_made(made, finished.written.digests)
    if former and finished.is_part:
        names = {made.name for made in finished.rendered.made}
        for entry in former.units.values():
            # A unit's files stay or go together.
            if entry.name not in names and former.outputs.names[entry.first] in finished.written.digests:
                columns.add_former(entry)
    return columns


def _list_clients(finished: Finished) -> dict[str, ClientEntry]:
    """Return what the next build is to know of every client without reading it."""
    prepared = finished.prepared
    left_out = count_left_out(prepared.loaded, prepared.editions, prepared.day, finished.rendered.linked)
    part, former = prepared.loaded.part, finished.former
    read = {
        client.id: ClientEntry(
            agency=client.head.agency,
            projects=sum(len(work.states) for work in prepared.work if work.publication.client is client),
            left_out=left_out[client.id],
            files=tuple(file.path for file in client.files),
        )
        for client in prepared.loaded.site.clients
        if part is None or client.id in part.made
    }
    return {**former.clients, **read} if part and former else read


def _count(finished: Finished, columns: Columns, clients: dict[str, ClientEntry]) -> Totals:
    """Count what the line at the build's end tells: of the whole site, though only a part was made."""
    whole = finished.prepared.loaded.part is not None
    return Totals(
        projects=sum(entry.projects for entry in clients.values()),
        pages=sum(unit.pages for unit in columns.units) if whole else finished.rendered.pages,
        left_out=reduce(add, (entry.left_out for entry in clients.values()), LeftOut()),
        files=len(set(columns.stock.names)) if whole else len(finished.rendered.paths),
    )
