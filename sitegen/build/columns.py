"""Units, with the files that they became, become the columns of a ledger: names, stamps and hashes, in order."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from sitegen.build.result import MadeUnit
from sitegen.memory import DIGEST_BYTES, WIDTH, Ledger, Outputs, Stock, UnitEntry, take_stock


class Columns:
    """Gathers what units became: first those that were made, then those that were left as they are."""

    def __init__(self, output: Path, made: Iterable[MadeUnit]) -> None:
        self.units: list[UnitEntry] = []
        self.names: list[str] = []
        self.digests = bytearray()
        for unit in made:
            self._add_made(unit)
        self._stamps = take_stock(os.fspath(output), self.names).stamps

    @property
    def stock(self) -> Stock:
        """The files in the order in which they were added."""
        return Stock(names=self.names, stamps=self._stamps)

    def _add_made(self, unit: MadeUnit) -> None:
        """Add a unit that was made, or that would have become the same."""
        self.units.append(
            UnitEntry(
                name=unit.name,
                key=unit.key,
                client=unit.client,
                pages=unit.pages,
                first=len(self.names),
                count=len(unit.files),
            )
        )
        self.names += [file.path for file in unit.files]
        self.digests += bytes.fromhex("".join([file.digest for file in unit.files]))

    def add_former(self, entry: UnitEntry, ledger: Ledger, outputs: Outputs) -> None:
        """Add a unit as the last build left it.

        A file that is not what it was keeps its old stamp, so that the next build sees that it is another.
        """
        first, last = entry.first, entry.first + entry.count
        self.units.append(replace(entry, first=len(self.names)))
        self.names += outputs.stock.names[first:last]
        stamps = outputs.stock.stamps[first * WIDTH : last * WIDTH]
        for place in outputs.damaged.intersection(range(first, last) if outputs.damaged else ()):
            at = (place - first) * WIDTH
            stamps[at : at + WIDTH] = ledger.outputs.stamps[place * WIDTH : (place + 1) * WIDTH]
        self._stamps += stamps
        self.digests += ledger.sections["outputs digests"][first * DIGEST_BYTES : last * DIGEST_BYTES]
