"""Markdown becomes safe HTML: the engines, and what makes their HTML fit for a page."""

from sitegen.markup.engine import ENGINES, Engine, MarkupError, make_engine
from sitegen.markup.fragment import Fragment, render_markdown
from sitegen.markup.links import LinkResolver
from sitegen.markup.places import BrokenLink
from sitegen.markup.sections import drop_empty_sections
from sitegen.markup.text import begin_text, plain_text
from sitegen.markup.words import Words

__all__ = [
    "ENGINES",
    "BrokenLink",
    "Engine",
    "Fragment",
    "LinkResolver",
    "MarkupError",
    "Words",
    "begin_text",
    "drop_empty_sections",
    "make_engine",
    "plain_text",
    "render_markdown",
]
