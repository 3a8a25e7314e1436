"""An update and an item become the answer whether the one speaks of the other.

To mention an item is to name its id in the front matter, or its id or title in the prose.
"""

import re
from collections.abc import Iterator, Mapping
from string import ascii_lowercase, digits

from sitegen.model import Audience, Register, Registers, Update
from sitegen.value import value

_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
"""What no reader sees."""
_EMPHASIS = re.compile("[*`_]")
_OF_A_WORD = ascii_lowercase + digits
_OF_AN_ID = f"{_OF_A_WORD}-"


@value
class Speech:
    """What an update says, as an audience reads it, made ready to look for items in."""

    registers: Registers
    prose: str
    texts: tuple[str, ...]
    """The values of its front matter that are text."""

    def mentions(self, register: Register, item_id: str, title: str) -> bool:
        """Tell whether it speaks of an item."""
        if item_id in self.registers.get(register, {}):
            return True
        # Only a-z and 0-9 make a longer word of a title: in many languages an ending is added to it, and in some no
        # space parts one word from the next.
        return (
            _names(self.prose, _level(title), _OF_A_WORD)
            or _names(self.prose, item_id, _OF_AN_ID)
            or any(_names(text, item_id, _OF_AN_ID) for text in self.texts)
        )


def listen(update: Update, audience: Audience) -> Speech:
    """Return what an update says to an audience."""
    data = {key: value for key, value in update.document.data.items() if key != "internal"}
    prose = f"{update.headline or ''}\n{update.document.body}"
    if audience is Audience.INTERNAL:
        prose = f"{prose}\n{update.internal or ''}"
    shown = _COMMENT.sub(" ", prose)
    return Speech(registers=update.registers, prose=_level(shown), texts=tuple(map(_level, _texts(data))))


def _level(text: str) -> str:
    """Return a text without what makes no difference: upper case, emphasis, and how its lines are broken."""
    return " ".join(_EMPHASIS.sub("", text.casefold()).split())


def _names(text: str, name: str, parts: str) -> bool:
    """Tell whether a text holds a name that is not part of a longer one, as the characters `parts` make."""
    at = text.find(name)
    while at >= 0:
        before, after = text[max(at - 1, 0) : at], text[at + len(name) : at + len(name) + 1]
        if not (before and before in parts) and not (after and after in parts):
            return True
        at = text.find(name, at + 1)
    return False


def _texts(data: object) -> Iterator[str]:
    """Go through all values of a front matter that are text; its keys are names of fields and of other items."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for inner in data.values():
            yield from _texts(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from _texts(inner)
