"""Markdown becomes a fragment: HTML that is safe, fits the page, and can be read by everyone."""

import re
from functools import lru_cache

from sitegen.markup.engine import Engine
from sitegen.markup.harmless import pass_harmless
from sitegen.markup.links import LinkResolver
from sitegen.markup.places import BrokenLink, find_places
from sitegen.markup.rewrite import Rewriter
from sitegen.markup.sanitise import sanitise
from sitegen.markup.text import plain_text
from sitegen.markup.usual import is_usual, write_usual
from sitegen.markup.words import Words
from sitegen.value import value

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What neither HTML nor XML may hold, and what cannot be encoded."""

LINE_END = re.compile("\r\n?")


@value
class Fragment:
    """A rendered text."""

    html: str
    broken: tuple[BrokenLink, ...] = ()
    """The links and images that lead nowhere; of these the HTML holds only the text."""

    @property
    def text(self) -> str:
        """The words alone."""
        return plain_text(self.html)


def render_markdown(
    text: str, *, engine: Engine, links: LinkResolver, heading_level: int, id_prefix: str, words: Words
) -> Fragment:
    """Render Markdown as a part of a page; raise MarkupError where the engine cannot.

    The text's top heading gets `heading_level`; every id starts with `id_prefix`, so that fragments can share a page.
    """
    source = text if is_plain(text) else UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", LINE_END.sub("\n", text))
    safe, has_usual_tags = _render_safely(source, engine)
    if has_usual_tags and (html := write_usual(safe, links, heading_level, id_prefix, words.table)) is not None:
        return Fragment(html=html)
    rewriter = Rewriter(resolver=links, heading_level=heading_level, id_prefix=id_prefix, words=words)
    html = rewriter.rewrite(safe)
    broken = find_places(source, rewriter.broken, engine) if rewriter.broken else ()
    return Fragment(html=html, broken=broken)


def is_plain(text: str) -> bool:
    """Tell whether a text has only characters that Python calls printable, and `\\n`: none of them is to be replaced.

    Controls, surrogates and what is no character are not printable.
    """
    return text.replace("\n", "").isprintable()


@lru_cache(maxsize=256)
def _render_safely(source: str, engine: Engine) -> tuple[str, bool]:
    """Return sanitised HTML, and whether it is harmless and usual.

    It is kept for a while, since an update stands on several pages, each with links of its own.
    """
    html = engine.render(source)
    if engine.makes_all(source) and (harmless := pass_harmless(html)) is not None:
        return harmless, is_usual(harmless)
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", sanitise(html)), False
