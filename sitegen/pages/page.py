"""What a stage plans and the next one makes: a page is one file to be, with its path, its template and its view."""

from pathlib import Path

from sitegen.value import value


@value
class Page:
    """One file to be made of a view; `path` is relative to the output folder."""

    path: str
    template: str
    """A theme's template, or the name of a feed such as `status.json`."""
    view: object
    language: str = "en"
    assets_url: str = "assets/"
    """From the page to the folder of its assets."""


@value
class Copy:
    """One file to be copied as it is."""

    path: str
    source: Path


@value
class Plan:
    """All files of one unit of work."""

    pages: tuple[Page, ...]
    copies: tuple[Copy, ...] = ()
