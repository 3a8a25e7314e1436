"""An update and an item become the answer whether the one speaks of the other.

To mention an item is to name its id in the front matter, or its id or title in the prose.
"""

import re
from collections.abc import Iterator, Mapping

from sitegen.model import Audience, Register, Update


def is_mentioned(update: Update, register: Register, item_id: str, title: str, audience: Audience) -> bool:
    """Tell whether an update, as the audience reads it, speaks of an item."""
    if item_id in update.registers.get(register, {}):
        return True
    data = {key: value for key, value in update.document.data.items() if key != "internal"}
    prose = update.document.body
    if audience is Audience.INTERNAL:
        prose = f"{prose}\n{update.internal or ''}"
    pattern = re.compile(rf"(?<![a-z0-9-]){re.escape(item_id)}(?![a-z0-9-])", re.IGNORECASE)
    return any(pattern.search(text) for text in (*_texts(data), prose)) or _names_title(prose, title)


def _names_title(prose: str, title: str) -> bool:
    """Tell whether prose holds a title, in whichever case and however its lines are broken.

    Only a-z and 0-9 make a longer word of it: in many languages an ending is added to a title, and in some no space
    parts one word from the next.
    """
    words = r"\s+".join(re.escape(word) for word in title.split())
    return re.search(rf"(?<![a-z0-9]){words}(?![a-z0-9])", prose, re.IGNORECASE) is not None


def _texts(value: object) -> Iterator[str]:
    """Go through all values of a front matter that are text; its keys are names of fields and of other items."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
