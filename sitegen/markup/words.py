"""What a fragment says in the page's own language."""

from sitegen.value import value


@value
class Words:
    """The words that rendering adds to a text; plain text, in the page's language."""

    table: str
    """Names a table that can be scrolled."""
    done: str
    open: str
    """Name the marks of a task list."""
    image: str
    """Stands for an image that is elsewhere and has no text of its own."""
    footnotes: str
    """Names the footnotes of a text."""
    back: str
    """Names the way from a footnote back to the text."""
