"""Units, with the files that they became, become the columns of a ledger: names, stamps and hashes, in order."""

import os
from dataclasses import replace
from pathlib import Path

from sitegen.build.result import MadeUnit
from sitegen.memory import DIGEST_BYTES, WIDTH, Ledger, Outputs, Stock, UnitEntry, take_stock


class Columns:
    """Gathers what units became, those that were made and those that were left as they are."""

    def __init__(self, output: Path, ledger: Ledger | None, outputs: Outputs | None) -> None:
        self.units: list[UnitEntry] = []
        self.digests = bytearray()
        self._output = os.fspath(output)
        self._ledger = ledger
        self._outputs = outputs
        self._names: list[str] = []
        self._stamps = take_stock("", ()).stamps

    @property
    def stock(self) -> Stock:
        """The files in the order in which they were added."""
        return Stock(names=self._names, stamps=self._stamps)

    def add_made(self, unit: MadeUnit) -> None:
        """Add a unit that was made, or that would have become the same."""
        count = len(unit.files)
        self.units.append(
            UnitEntry(
                name=unit.name,
                key=unit.key,
                client=unit.client,
                pages=unit.pages,
                first=len(self._names),
                count=count,
            )
        )
        self._names += (file.path for file in unit.files)
        self._stamps += take_stock(self._output, [file.path for file in unit.files]).stamps
        self.digests += b"".join(bytes.fromhex(file.digest) for file in unit.files)

    def add_former(self, entry: UnitEntry) -> None:
        """Add a unit as the last build left it."""
        assert self._ledger and self._outputs
        first, last = entry.first, entry.first + entry.count
        self.units.append(replace(entry, first=len(self._names)))
        self._names += self._outputs.stock.names[first:last]
        self._stamps += self._outputs.stock.stamps[first * WIDTH : last * WIDTH]
        self.digests += self._ledger.sections["outputs digests"][first * DIGEST_BYTES : last * DIGEST_BYTES]
