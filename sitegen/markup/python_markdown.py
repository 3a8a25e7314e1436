"""Markdown becomes HTML by Python-Markdown, with the extensions that the site names."""

import re
from typing import Any

from markdown import Markdown
from markdown.util import get_installed_extensions

from sitegen.markup.engine import MarkupError
from sitegen.problems import suggest

TABLES: dict[str, Any] = {"use_align_attribute": True}
CONFIGS: dict[str, dict[str, Any]] = {
    "tables": TABLES,
    "markdown.extensions.tables": TABLES,
    "extra": {"tables": TABLES},
    "markdown.extensions.extra": {"tables": TABLES},
}
"""Alignment as an attribute, since a style would not pass the sanitiser."""

SWALLOWING = re.compile(
    r"<(?=/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)\b)", re.ASCII | re.IGNORECASE
)
"""Tags after which HTML reads no tags any more; they are shown as text, as GitHub does, so that nothing is lost."""


class PythonMarkdown:
    """The engine `python-markdown`."""

    def __init__(self, extensions: tuple[str, ...] = ()) -> None:
        for name in extensions:
            _check_extension(name)
        self._extensions = extensions
        self._configs = {name: CONFIGS[name] for name in extensions if name in CONFIGS}
        try:
            self._make()
        except Exception as error:
            names = ", ".join(extensions)
            raise MarkupError(f"the extensions {names} of python-markdown do not work together: {error}") from error

    def render(self, text: str) -> str:
        """Return raw HTML; raise MarkupError where the text is nested too deeply, or an extension fails on it."""
        try:
            html = self._make().convert(text)
        except RecursionError as error:
            raise MarkupError("the text is nested too deeply for python-markdown; use fewer levels") from error
        except Exception as error:
            raise MarkupError(f"python-markdown failed on this text: {error}; try the gfm engine") from error
        return SWALLOWING.sub("&lt;", html)

    def makes_all(self, text: str) -> bool:
        """Return False: an extension may write anything."""
        return False

    def _make(self) -> Markdown:
        """Make a converter for one text: after a failure its state is not to be trusted, and making one is cheap."""
        return Markdown(extensions=list(self._extensions), extension_configs=self._configs)


def _check_extension(name: str) -> None:
    """Load an extension alone, so that the message can name it."""
    try:
        Markdown(extensions=[name])
    except Exception as error:
        known = sorted({entry.name for entry in get_installed_extensions()})
        advice = suggest(name, known) or "; name one of Markdown's own or an installed one"
        raise MarkupError(f"'{name}' is no extension of python-markdown{advice}") from error
