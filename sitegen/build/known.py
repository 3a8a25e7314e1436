"""What the last build's units became, by their keys: a unit that would become the same again need not be rendered.

The output folder itself holds the bytes. What was recalled tells which of its files still hold what they held.
"""

from collections.abc import Mapping
from functools import cached_property

from sitegen.build.result import UnitResult
from sitegen.memory import Recalled, UnitEntry


class Known:
    """What is known of the units of one output folder."""

    def __init__(self, recalled: Recalled, output: str) -> None:
        ledger, outputs = recalled.ledger, recalled.outputs
        self._ledger = ledger if ledger and outputs and ledger.ground.output == output else None
        self._damaged = outputs.damaged if outputs else frozenset()

    def find(self, name: str, key: str) -> UnitEntry | None:
        """Return what a unit became, if its key is the same and all its files still stand as they were written."""
        entry = self._ledger.units.get(name) if self._ledger and key else None
        if entry is None or entry.key != key:
            return None
        places = range(entry.first, entry.first + entry.count)
        return entry if self._damaged.isdisjoint(places) else None

    def recall(self, entry: UnitEntry, project: str | None) -> UnitResult:
        """Return what came of a unit, as though it had been made again."""
        assert self._ledger
        names, keys = self._ledger.outputs.names, self._ledger.page_keys
        places = range(entry.first, entry.first + entry.count)
        return UnitResult(
            outputs=(),
            pages=entry.pages,
            files={project: entry.linked} if project else {},
            problems=(),
            standing={names[place]: self._ledger.output_digest(place).hex() for place in places},
            page_keys={names[place]: keys[place] for place in places if keys[place]},
        )

    def find_page(self, path: str, key: str) -> str | None:
        """Return the hash of a page, if it was made with the same key and still stands as it was written."""
        place = self._pages.get((path, key))
        return self._ledger.output_digest(place).hex() if self._ledger and place is not None else None

    @cached_property
    def _pages(self) -> Mapping[tuple[str, str], int]:
        if self._ledger is None:
            return {}
        pages = zip(self._ledger.outputs.names, self._ledger.page_keys, strict=True)
        return {page: place for place, page in enumerate(pages) if page[1] and place not in self._damaged}
