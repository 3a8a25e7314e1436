"""Places of a drawing in: SVG's attributes for them, and the texts that stand there."""

from functools import lru_cache

from markupsafe import Markup

from sitegen.theme.paths import format_px, mark
from sitegen.theme.runtime import show
from sitegen.timeline import Anchor, Box, Label, Point, Room, TextLine

_format_whole_px = lru_cache(8192)("{:.0f}".format)
"""Write a number of px for a text, which stands at whole ones."""

_ANCHORS = {anchor: f' text-anchor="{anchor}"' for anchor in Anchor} | {Anchor.START: ""}


def format_place(place: Point | Box) -> Markup:
    """Write where a point lies, or where a rectangle does and how large it is."""
    where = f'x="{format_px(place.x)}" y="{format_px(place.y)}"'
    if isinstance(place, Box):
        where += f' width="{format_px(place.width)}" height="{format_px(place.height)}"'
    return mark(where)


def format_room(room: Room, words: str, kind: str = "") -> Markup:
    """Write words into the room for them; `kind` is their class."""
    return mark(f"<text{_name(kind)}{_stand(room)}{_ANCHORS[room.anchor]}>{show(words)}</text>")


def format_label(label: Label, kind: str = "") -> Markup:
    """Write a text of one line or more; `kind` is its class."""
    anchor = _ANCHORS[label.anchor]
    if len(label.lines) == 1:
        (line,) = label.lines
        return mark(f"<text{_name(kind)}{_stand(line)}{anchor}>{show(line.text)}</text>")
    # Read as one text, lines need spaces between them; where they end at x, a space would push them from it.
    between = " </tspan>" if label.anchor is Anchor.START else "</tspan>"
    lines = between.join([f"<tspan{_stand(line)}>{show(line.text)}" for line in label.lines])
    return mark(f"<text{_name(kind)}{anchor}>{lines}{'</tspan>' if label.lines else ''}</text>")


@lru_cache(256)
def _name(kind: str) -> str:
    return f' class="{show(kind)}"' if kind else ""


def _stand(text: Room | TextLine) -> str:
    return f' x="{_format_whole_px(text.x)}" y="{_format_whole_px(text.y)}"'
