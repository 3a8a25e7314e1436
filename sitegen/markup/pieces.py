"""The HTML being written: pieces in order, and the elements whose start tag waits for what they hold."""

from dataclasses import dataclass
from html import escape

from sitegen.markup.tags import is_blank


@dataclass(slots=True, kw_only=True)
class Element:
    """An element that is still open."""

    name: str
    at: int
    """Where its start tag is to stand among the pieces."""
    attributes: str
    """As they are written."""


class Pieces:
    """Takes the fragment's HTML piece by piece; a start tag can be put in once its element is known whole."""

    def __init__(self) -> None:
        self.list: list[str] = []
        self._open: list[Element] = []
        self._unread: list[int] = []
        """Where text stands that may show something, or be blank."""
        self._shown = -1
        """Where something was shown last: an image with a text, a mark, or text that has been looked at."""

    def add(self, html: str) -> None:
        """Add what is HTML already."""
        self.list.append(html)

    def show(self, html: str) -> None:
        """Add HTML whose tags stay as they are; it counts as shown unless it is blank."""
        self._unread.append(len(self.list))
        self.list.append(html)

    def show_plain(self, text: str) -> None:
        """Add text that is not escaped."""
        self.show(escape(text, quote=False))

    def show_as(self, html: str, text: str) -> None:
        """Add HTML that shows, or says, the text."""
        if text.strip():
            self._shown = len(self.list)
        self.list.append(html)

    def show_known(self, html: str) -> None:
        """Add HTML that is known to show something."""
        self._shown = len(self.list)
        self.list.append(html)

    def is_blank_since(self, at: int) -> bool:
        """Tell whether nothing was shown since a place among the pieces; no text is looked at twice."""
        while self._shown < at and self._unread:
            index = self._unread.pop()
            if not is_blank(self.list[index]):
                self._shown = max(index, self._shown)
                self._unread.clear()
        return self._shown < at

    def enter(self, name: str, attributes: str) -> None:
        """Open an element and leave room for its start tag."""
        self._open.append(Element(name=name, at=len(self.list), attributes=attributes))
        self.list.append("")

    def leave(self, name: str) -> Element | None:
        """Close the element of that name, if it is the one open."""
        if self._open and self._open[-1].name == name:
            return self._open.pop()
        return None

    def is_empty(self, element: Element) -> bool:
        """Tell whether nothing was shown since the element began."""
        return self.is_blank_since(element.at)

    def nearest(self, name: str) -> Element | None:
        """Return the innermost open element of that name."""
        return next((element for element in reversed(self._open) if element.name == name), None)

    def written_since(self, element: Element) -> str:
        """Return the HTML written since the element began."""
        return "".join(self.list[element.at :])
