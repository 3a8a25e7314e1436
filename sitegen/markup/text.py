"""A fragment's HTML becomes plain text: for feeds, summaries and the search for mentions."""

from html import unescape

from sitegen.markup.sanitise import INLINE
from sitegen.markup.tags import read_attributes, read_tags

NOTE_LINKS = ('role="doc-noteref"', 'role="doc-backlink"')
"""Links to and from footnotes: signs, not words."""


def plain_text(html: str) -> str:
    """Return the words of HTML that `render_markdown` made, one block a line; not escaped."""
    pieces: list[str] = []
    in_note_link = False
    for text, slash, name, attributes in read_tags(html):
        if not in_note_link:
            pieces.append(" ".join(text.split("\n")))
        if name == "a":
            in_note_link = not slash and any(link in attributes for link in NOTE_LINKS)
        elif name == "img":
            pieces.append(read_attributes(attributes).get("alt", ""))
        elif name in ("td", "th"):
            pieces.append(" ")
        elif name and name not in INLINE:
            pieces.append("\n")
    lines = (" ".join(line.split()) for line in unescape("".join(pieces)).split("\n"))
    return "\n".join(line for line in lines if line)
