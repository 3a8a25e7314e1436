"""Units, with the files that they became, become the columns of a ledger: names, stamps, hashes and keys, in order."""

import os
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from sitegen.build.rendering import Made
from sitegen.build.units import Unit
from sitegen.memory import DIGEST_BYTES, WIDTH, Ledger, Outputs, Stamps, Stock, UnitEntry, take_stock
from sitegen.model import Client


class Columns:
    """Gathers what units became, those that were made and those that were left as they are."""

    def __init__(self, output: Path, ledger: Ledger | None, outputs: Outputs | None) -> None:
        self.units: list[UnitEntry] = []
        self.digests = bytearray()
        self.keys: list[str] = []
        self._output = output
        self._ledger = ledger
        self._outputs = outputs
        self._names: list[str] = []
        self._stamps = take_stock("", ()).stamps

    @property
    def stock(self) -> Stock:
        """The files in the order in which they were added."""
        return Stock(names=self._names, stamps=self._stamps)

    def add_made(self, made: Made, digests: Mapping[str, str]) -> None:
        """Add a unit that was made, or that would have become the same."""
        paths = (*made.result.standing, *(output.path for output in made.result.outputs))
        self.units.append(
            UnitEntry(
                name=made.name,
                key=made.key,
                client=find_client(made.unit) if made.unit else None,
                pages=made.result.pages,
                linked=sum(made.result.files.values()),
                first=len(self._names),
                count=len(paths),
            )
        )
        for path in paths:
            self._names.append(path)
            self._stamps += self._find_stamp(path, is_standing=path in made.result.standing)
            self.digests += bytes.fromhex(digests[path])
            self.keys.append(made.result.page_keys.get(path, ""))

    def add_former(self, entry: UnitEntry) -> None:
        """Add a unit as the last build left it."""
        assert self._ledger and self._outputs
        first, last = entry.first, entry.first + entry.count
        self.units.append(replace(entry, first=len(self._names)))
        self._names += self._outputs.stock.names[first:last]
        self._stamps += self._outputs.stock.stamps[first * WIDTH : last * WIDTH]
        self.digests += self._ledger.sections["outputs digests"][first * DIGEST_BYTES : last * DIGEST_BYTES]
        self.keys += self._ledger.page_keys[first:last]

    def _find_stamp(self, path: str, *, is_standing: bool) -> Stamps:
        place = self._places.get(path) if is_standing else None
        if place is None or self._outputs is None:
            return take_stock(os.fspath(self._output), (path,)).stamps
        return self._outputs.stock.stamps[place * WIDTH : (place + 1) * WIDTH]

    @cached_property
    def _places(self) -> dict[str, int]:
        names = self._outputs.stock.names if self._outputs else ()
        return {name: place for place, name in enumerate(names)}


def find_client(unit: Unit) -> str | None:
    """Return the client whose project or own page a unit makes; None for the pages of others."""
    if unit.work:
        return unit.work.publication.client.id
    owner = unit.edition.reader.owner
    return owner.id if isinstance(owner, Client) else None
