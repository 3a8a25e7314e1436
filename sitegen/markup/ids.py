"""Ids of a text become ids of the page: prefixed, each once."""

import re
from unicodedata import category

NO_PART_OF_A_SLUG = re.compile(r"[^\w\- ]")


class Ids:
    """Gives out ids, each once, and knows what a `#fragment` of the text is called on the page."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def take(self, wanted: str) -> str | None:
        """Return the id on the page for an id of the text, or None where it is taken or no id."""
        if not wanted or wanted in self._taken or any(char.isspace() for char in wanted):
            return None
        self._taken.add(wanted)
        return self._prefix + wanted

    def number(self, slug: str) -> str:
        """Return the id on the page for a heading's slug, numbered where it is taken."""
        free = slug
        while free in self._taken:
            self._counts[slug] = self._counts.get(slug, 0) + 1
            free = f"{slug}-{self._counts[slug]}"
        self._taken.add(free)
        return self._prefix + free

    def find(self, fragment: str) -> str | None:
        """Return what the text's `fragment` is called on the page."""
        for name in (fragment, fragment.lower()):
            if name in self._taken:
                return self._prefix + name
        return None


def slugify(heading: str) -> str:
    """Return the anchor that GitHub gives to a heading: letters of any script, digits, `-` and `_`."""
    text = heading.strip().lower()
    if text.isascii():
        kept = NO_PART_OF_A_SLUG.sub("", text)
    else:
        kept = "".join(char for char in text if not NO_PART_OF_A_SLUG.match(char) or category(char)[0] == "M")
        kept = kept.replace("\N{VARIATION SELECTOR-16}", "")
    return kept.replace(" ", "-") or "section"
