"""The headings of a text become an outline without gaps, each heading with an id."""

from functools import lru_cache

from sitegen.markup.attributes import adopt
from sitegen.markup.ids import Ids, slugify
from sitegen.markup.pieces import Pieces
from sitegen.markup.tags import format_tag, is_blank, read_attributes
from sitegen.markup.text import plain_text

LOWEST = 6


class Outline:
    """Gives each heading its level on the page: the text's own order of levels, from `top` on, without jumps."""

    def __init__(self, top: int) -> None:
        self._top = top
        self._open: list[int] = []

    def place(self, level: int) -> int:
        """Return the level on the page of the next heading, given its level in the text."""
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return min(self._top + len(self._open) - 1, LOWEST)

    def write(self, level: int, html: str, ids: Ids) -> str:
        """Write a heading without attributes, given its level in the text; it must show something."""
        name = f"h{self.place(level)}"
        return f"{format_tag(name, {'id': ids.number(_make_slug(html))})}{html}</{name}>"


class Headings:
    """Writes the headings of a text into the page's outline."""

    def __init__(self, pieces: Pieces, ids: Ids, top: int) -> None:
        self._pieces = pieces
        self._ids = ids
        self._outline = Outline(top)

    def start(self, name: str, attributes: str) -> None:
        """Open a heading."""
        self._pieces.enter(name, attributes)

    def end(self, name: str) -> None:
        """Close a heading, and drop one that shows nothing."""
        heading = self._pieces.leave(name)
        if heading is None or self._pieces.is_empty(heading):
            return
        start, end = self._make_tags(name, heading.attributes, self._pieces.written_since(heading))
        self._pieces.list[heading.at] = start
        self._pieces.add(end)

    def write(self, name: str, attributes: str, text: str) -> None:
        """Write a heading that holds nothing but text, as if it were opened and closed; a blank one is dropped."""
        if is_blank(text):
            self._pieces.show(text)
            return
        start, end = self._make_tags(name, attributes, text)
        self._pieces.show_known(f"{start}{text}{end}")

    def _make_tags(self, name: str, attributes: str, html: str) -> tuple[str, str]:
        """Return the tags of a heading that shows something."""
        own = adopt(read_attributes(attributes), self._ids)
        if "id" not in own:
            own["id"] = self._ids.number(_make_slug(html))
        level = self._outline.place(int(name[1]))
        return format_tag(f"h{level}", own), f"</h{level}>"


@lru_cache(maxsize=256)
def _make_slug(html: str) -> str:
    """Return the slug of a heading; the updates of a project often have the same ones."""
    return slugify(plain_text(html).replace("\n", " "))
