"""The attributes an author wrote become those the page has: its own ids, its own classes."""

from functools import lru_cache

from sitegen.markup.ids import Ids
from sitegen.markup.tags import ALIGNMENTS, format_attributes, read_attributes


def adopt(attributes: dict[str, str], ids: Ids) -> dict[str, str]:
    """Return the attributes with the id as it is called on the page, and alignment as a class."""
    if not attributes:
        return {}
    own = {key: value for key, value in attributes.items() if key not in ("id", "class", "align")}
    name = ids.take(attributes.get("id", ""))
    if name:
        own["id"] = name
    if attributes.get("align") in ALIGNMENTS:
        own["class"] = f"align-{attributes['align']}"
    return own


def rewrite_attributes(written: str, ids: Ids) -> str:
    """Return attributes as they are written on the page."""
    if "id=" in written:
        return format_attributes(adopt(read_attributes(written), ids))
    return _rewrite_plain(written) if written else ""


@lru_cache(maxsize=256)
def _rewrite_plain(written: str) -> str:
    """Return attributes without an id, which are the same in every text, and often in every row of a table."""
    return format_attributes(adopt(read_attributes(written), Ids("")))
