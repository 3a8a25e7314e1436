"""What the last build's units became, by their keys: a unit that would become the same again need not be rendered.

The output folder itself holds the bytes. What was recalled tells which of its files still hold what they held.
"""

from sitegen.build.result import MadeFile, MadeUnit
from sitegen.memory import Recalled, UnitEntry


class Known:
    """What is known of the units of one output folder."""

    def __init__(self, recalled: Recalled | None, output: str) -> None:
        ledger, outputs = (recalled.ledger, recalled.outputs) if recalled else (None, None)
        self._ledger = ledger if ledger and outputs and ledger.ground.output == output else None
        self._damaged = outputs.damaged if outputs else frozenset()

    def find(self, name: str, key: str) -> UnitEntry | None:
        """Return what a unit became, if its key is the same and all its files still stand as they were written."""
        entry = self._ledger.units.get(name) if self._ledger and key else None
        if entry is None or entry.key != key:
            return None
        places = range(entry.first, entry.first + entry.count)
        return entry if self._damaged.isdisjoint(places) else None

    def recall(self, entry: UnitEntry) -> MadeUnit:
        """Return what came of a unit, as though it had been made again."""
        return MadeUnit(
            name=entry.name,
            key=entry.key,
            client=entry.client,
            pages=entry.pages,
            files=tuple(map(self._recall_file, range(entry.first, entry.first + entry.count))),
        )

    def _recall_file(self, place: int) -> MadeFile:
        assert self._ledger
        outputs = self._ledger.outputs
        digest, size = self._ledger.output_digest(place).hex(), outputs.stamp(place)[0]
        return MadeFile(outputs.names[place], digest, size)
