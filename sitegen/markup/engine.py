"""The name of an engine becomes the engine: what turns Markdown into raw HTML, not yet safe."""

from collections.abc import Hashable
from typing import Protocol

from sitegen.errors import SitegenError
from sitegen.problems import suggest

ENGINES = ("gfm", "python-markdown")


class MarkupError(SitegenError):
    """An engine cannot be made (unknown name, unknown extension), or cannot read a text (nested too deeply)."""


class Engine(Hashable, Protocol):
    """Turns Markdown into HTML that nobody has checked yet."""

    def render(self, text: str) -> str:
        """Return raw HTML; raise MarkupError where the text is more than the engine can take."""
        ...

    def makes_all(self, text: str) -> bool:
        """Tell whether all tags of a text's HTML are the engine's own, well nested, and no character is unprintable."""
        ...


def make_engine(name: str, extensions: tuple[str, ...] = ()) -> Engine:
    """Make the engine of that name; raise MarkupError for an unknown engine or extension.

    Only `python-markdown` takes extensions: Markdown's own, by their short names, and any that can be imported.
    """
    if name == "python-markdown":
        from sitegen.markup.python_markdown import PythonMarkdown

        return PythonMarkdown(extensions)
    if name != "gfm":
        raise MarkupError(f"'{name}' is no Markdown engine; use {' or '.join(ENGINES)}{suggest(name, ENGINES)}")
    if extensions:
        raise MarkupError(f"'{extensions[0]}' cannot be added to gfm; set `engine: python-markdown` for extensions")
    from sitegen.markup.gfm import GitHubMarkdown

    return GitHubMarkdown()
