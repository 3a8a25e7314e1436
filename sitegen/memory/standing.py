"""A build that had nothing to do becomes the same report as the one before."""

import time
from contextlib import suppress
from dataclasses import replace

from sitegen.memory.disk import replace_file
from sitegen.memory.ledger import Totals, find_ledger, format_ledger, write_head, write_stock
from sitegen.memory.recall import Recalled
from sitegen.memory.record import find_record
from sitegen.memory.report import BuildReport
from sitegen.memory.request import Request
from sitegen.memory.stock import stamp
from sitegen.memory.warned import Warned


def make_report(
    totals: Totals,
    recalled: Recalled,
    warned: Warned,
    written: tuple[str, ...] = (),
    removed: tuple[str, ...] = (),
    unknown: tuple[str, ...] = (),
) -> BuildReport:
    """Return what a build did."""
    return BuildReport(
        projects=totals.projects,
        pages=totals.pages,
        written=written,
        stood=totals.files - len(written),
        removed=removed,
        left_out=totals.left_out,
        seconds=time.monotonic() - recalled.started_s,
        warned=warned,
        unknown=unknown,
    )


def report_standing(recalled: Recalled, request: Request) -> BuildReport:
    """Return the report of a build that had nothing to do."""
    ledger = recalled.ledger
    assert ledger
    if recalled.was_read:
        _refresh(recalled, request)
    return make_report(ledger.totals, recalled, ledger.warned)


def _refresh(recalled: Recalled, request: Request) -> None:
    """Remember the new stamps of files that had to be read to know them, so that the next build need not do so."""
    ledger, inputs, outputs = recalled.ledger, recalled.inputs, recalled.outputs
    assert ledger and inputs and outputs
    ground = replace(ledger.ground, program_stamp=recalled.program_stamp)
    head = write_head(
        ground,
        # All were looked at after the build began: what changes from now on is younger.
        recalled.started_ns,
        recalled.started_ns,
        ledger.totals,
        stamp(str(find_record(request))),
        ledger.private,
        is_complete=ledger.is_complete,
    )
    outputs_digests = bytes(ledger.sections["outputs digests"])
    sections = {
        **{name: bytes(section) for name, section in ledger.sections.items()},
        **head,
        **write_stock("inputs", inputs.stock, inputs.digests),
        **write_stock("outputs", outputs.stock, outputs_digests),
    }
    with suppress(OSError):
        replace_file(find_ledger(request), *format_ledger(sections))
