"""The attributes an author wrote become those the page has: its own ids, its own classes."""

from sitegen.markup.ids import Ids

ALIGNMENTS = ("left", "center", "right")


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
