"""What the last build read, made and said, as it is kept on disk: the whole of it, or nothing."""

import json
import os
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from functools import cached_property
from hashlib import sha256
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

from sitegen.memory.config import find_work_folder
from sitegen.memory.report import LeftOut
from sitegen.memory.request import Request
from sitegen.memory.sections import Bytes, join_sections, part_sections
from sitegen.memory.stock import Names, Stock, join_names
from sitegen.memory.warned import Warned, read_warned
from sitegen.value import value

VERSION = 4
DIGEST_BYTES = 32


@value
class Ground:
    """What a build stands on besides the files of the site: where any of it is another, all is to be looked at anew."""

    options: list[str]
    program: str
    """The hash of the program and its libraries."""
    program_stamp: str
    """What is known of them without reading them."""
    secret: str
    """The fingerprint of SITEGEN_SECRET."""
    day: str
    last_update: str | None
    """The date of the last update, where it can become the day."""
    timezone: str
    output: str
    """The output folder, relative to the site's."""
    content: str
    """The name that the content folder goes by."""
    folders: dict[str, str]
    """The folders that were read, by the name they go by: absolute, or relative to the site's."""
    files: dict[str, str]
    """Single files besides them."""


@value
class UnitEntry:
    """What one unit became."""

    name: str
    key: str
    client: str | None
    """Whose project it is, or whose own page; None for an agency's, the firm's and the root's."""
    pages: int
    first: int
    """The place of its first file in the outputs."""
    count: int


UNIT_FIELDS = [field.name for field in fields(UnitEntry)]


@value
class ClientEntry:
    """What is known of a client without reading it."""

    agency: str | None
    projects: int
    left_out: LeftOut
    files: tuple[str, ...]
    """What stands in its folder besides its projects, such as a logo."""


@value
class Totals:
    """What the line at a build's end counts."""

    projects: int
    pages: int
    files: int
    left_out: LeftOut


class Ledger:
    """What the last build read, made and said. Its parts are read from the file's bytes once they are asked for."""

    def __init__(self, sections: Mapping[str, bytes | memoryview]) -> None:
        self.sections = sections
        head = _read(sections["head"])
        self.ground = Ground(**head["ground"])
        self.started_ns: int = head["started_ns"]
        """When the build began, by the disk's clock: what was changed later may not have been read."""
        self.ended_ns: int = head["ended_ns"]
        """When it had written all files."""
        self.totals = Totals(**head["totals"] | {"left_out": LeftOut(**head["totals"]["left_out"])})
        self.record_stamp = tuple(head["record_stamp"])
        """What is known of the record of what was written without reading it."""
        self.private: Mapping[str, str] = head["private"]
        """The hashes of what was written besides and is not published, by path."""
        self.is_complete: bool = head["is_complete"]
        """Whether every unit is known: nothing of what a password locks is."""

    @cached_property
    def inputs(self) -> Stock:
        """What was read."""
        return _read_stock(self.sections, "inputs")

    @cached_property
    def outputs(self) -> Stock:
        """What was written."""
        return _read_stock(self.sections, "outputs")

    def output_digest(self, index: int) -> bytes:
        """Return the SHA-256 of a file that was written."""
        return bytes(self.sections["outputs digests"][index * DIGEST_BYTES : (index + 1) * DIGEST_BYTES])

    @cached_property
    def units(self) -> Mapping[str, UnitEntry]:
        """The units, by name."""
        columns = _read(self.sections["units"])
        rows = zip(*(columns[name] for name in UNIT_FIELDS), strict=True)
        return {row[0]: UnitEntry(**dict(zip(UNIT_FIELDS, row, strict=True))) for row in rows}

    @cached_property
    def clients(self) -> Mapping[str, ClientEntry]:
        """The clients, by id."""
        return {
            name: ClientEntry(**entry | {"left_out": LeftOut(**entry["left_out"]), "files": tuple(entry["files"])})
            for name, entry in _read(self.sections["clients"]).items()
        }

    @cached_property
    def warned(self) -> Warned:
        """What it warned of."""
        return read_warned(self.sections)


def write_stock(name: str, stock: Stock, digests: Bytes) -> dict[str, Bytes]:
    """Return a stock as sections."""
    return {
        f"{name} names": join_names(stock.names),
        f"{name} stamps": stock.stamps.tobytes(),
        f"{name} digests": digests,
    }


def write_head(
    ground: Ground,
    started_ns: int,
    ended_ns: int,
    totals: Totals,
    record_stamp: tuple[int, ...],
    private: Mapping[str, str],
    *,
    is_complete: bool,
) -> dict[str, bytes]:
    """Return what is asked first as a section."""
    head = {
        "ground": asdict(ground),
        "started_ns": started_ns,
        "ended_ns": ended_ns,
        "totals": asdict(totals),
        "record_stamp": record_stamp,
        "private": private,
        "is_complete": is_complete,
    }
    return {"head": write_json(head)}


def write_units(units: Sequence[UnitEntry]) -> dict[str, bytes]:
    """Return units as a section."""
    return {"units": write_json({name: [getattr(unit, name) for unit in units] for name in UNIT_FIELDS})}


def write_json(value: object) -> bytes:
    """Return a value as JSON, as dense as it can be."""
    return json.dumps(value, separators=(",", ":")).encode()


def find_ledger(request: Request) -> Path:
    """Return where the ledger is kept: beside sitegen.yml, or beside a preview's own record."""
    if request.record:
        return request.record.with_suffix(".ledger")
    folder = "" if request.output is None else f"-{sha256(os.fsencode(request.output.absolute())).hexdigest()[:12]}"
    return find_work_folder(request.config) / "cache" / f"build-{request.audience}{folder}.ledger"


def load_ledger(request: Request) -> Ledger | None:
    """Load the ledger; None where there is none that can be used."""
    try:
        sections = part_sections(_map(find_ledger(request)))
        if sections is None or bytes(sections["version"]) != _version():
            return None
        return Ledger(sections)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _map(file: Path) -> Bytes:
    """Return the bytes of a file, read only where they are looked at: it is replaced, and never changed."""
    if os.name == "nt":  # where a file that is mapped cannot be replaced
        return file.read_bytes()
    with file.open("rb") as handle:
        return memoryview(mmap(handle.fileno(), 0, access=ACCESS_READ))


def format_ledger(sections: Mapping[str, Bytes]) -> list[Bytes]:
    """Return the bytes of a ledger's file, piece by piece."""
    return join_sections({"version": _version(), **sections})


def _version() -> bytes:
    """Return what tells one form of a ledger from another: ours, and the machine's numbers."""
    return f"{VERSION} {array('q', [1]).tobytes().hex()}".encode()


def _read(section: bytes | memoryview) -> Any:
    return json.loads(bytes(section))


def _read_stock(sections: Mapping[str, bytes | memoryview], name: str) -> Stock:
    stamps = array("q")
    stamps.frombytes(sections[f"{name} stamps"])
    return Stock(names=Names(sections[f"{name} names"]), stamps=stamps)
