"""Items of task lists get marks that can be read, instead of boxes that can be ticked."""

from sitegen.markup.attributes import adopt
from sitegen.markup.ids import Ids
from sitegen.markup.pieces import Pieces
from sitegen.markup.tags import format_tag, read_attributes
from sitegen.markup.words import Words

DONE, OPEN = "✓", "○"


class Items:
    """Writes the items of a text's lists, and their boxes."""

    def __init__(self, pieces: Pieces, ids: Ids, words: Words) -> None:
        self._pieces = pieces
        self._ids = ids
        self._words = words
        self._last: tuple[int, dict[str, str]] | None = None
        """Where the item stands that was opened last, and its attributes."""

    def start_item(self, name: str, attributes: str) -> None:
        """Open an item."""
        own = adopt(read_attributes(attributes), self._ids)
        self._last = (len(self._pieces.list), own)
        self._pieces.add(format_tag(name, own))

    def start_box(self, _name: str, attributes: str) -> None:
        """Write the box of a task list as a mark with a name; other controls are none of a text's."""
        read = read_attributes(attributes)
        if read.get("type", "").lower() != "checkbox":
            return
        if self._last and self._pieces.is_blank_since(self._last[0]):
            at, own = self._last
            self._pieces.list[at] = format_tag("li", own | {"class": "task"})
        done = "checked" in read
        mark, label = (DONE, self._words.done) if done else (OPEN, self._words.open)
        tag = format_tag("span", {"class": "task-done" if done else "task-open", "role": "img", "aria-label": label})
        self._pieces.show_as(f"{tag}{mark}</span>", mark)
