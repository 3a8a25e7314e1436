"""The view of a feed becomes Atom (RFC 4287): stable ids, absolute links, HTML as escaped text."""

import re
from collections.abc import Callable, Iterator
from html import escape
from urllib.parse import urljoin

from sitegen.pages import FeedEntry, FeedView

NAMESPACE = "http://www.w3.org/2005/Atom"

Say = Callable[[FeedEntry], tuple[str, str]]
"""Gives an entry's title as text and its content as HTML, whose links are still relative to the entry's page."""

_LINKED_TAG = re.compile(r"<(?:a|img)\b[^>]*>")
_TARGET = re.compile(r'\b(href|src)="([^"]*)"')
_WHOLE = re.compile(r"https?://[a-z\d.-]+(?:/[^\s?#;]*)?(?:\?[^\s?#;]+)?(?:#[^\s?#;]+)?")
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


def format_atom(view: FeedView, say: Say) -> bytes:
    """Write a feed."""
    return ("\n".join(_write_feed(view, say)) + "\n").encode()


def make_links_absolute(html: str, base: str) -> str:
    """Resolve the links and pictures of a text against the page it stands on; drawings, which need styles, go."""

    def resolve(tag: re.Match[str]) -> str:
        return _TARGET.sub(lambda found: f'{found[1]}="{resolve_link(base, found[2])}"', tag[0])

    return _LINKED_TAG.sub(resolve, _DRAWING.sub("", html))


def resolve_link(base: str, target: str) -> str:
    """Return what `urljoin` does; a plain address with a host of its own stays as it is (RFC 3986, 5.2.2)."""
    return target if _WHOLE.fullmatch(target) else urljoin(base, target)


def _write_feed(view: FeedView, say: Say) -> Iterator[str]:
    yield "<?xml version='1.0' encoding='utf-8'?>"
    yield f'<feed xmlns="{NAMESPACE}" xml:lang="{_quote(view.language)}">'
    yield f" <id>{_escape(view.id)}</id>"
    yield f" <title>{_escape(view.title)}</title>"
    yield f" <updated>{view.updated.isoformat()}</updated>"
    yield f' <link rel="alternate" type="text/html" href="{_quote(view.url)}" />'
    yield f' <link rel="self" type="application/atom+xml" href="{_quote(view.self_url)}" />'
    yield f" <author>\n  <name>{_escape(view.author)}</name>\n </author>"
    for entry in view.entries:
        yield from _write_entry(entry, say)
    yield "</feed>"


def _write_entry(entry: FeedEntry, say: Say) -> Iterator[str]:
    title, html = say(entry)
    moment = entry.updated.isoformat()
    yield " <entry>"
    yield f"  <id>{_escape(entry.id)}</id>"
    yield f"  <title>{_escape(title)}</title>"
    yield f"  <updated>{moment}</updated>\n  <published>{moment}</published>"
    yield f'  <link rel="alternate" type="text/html" href="{_quote(entry.url)}" />'
    if entry.author:
        yield f"  <author>\n   <name>{_escape(entry.author)}</name>\n  </author>"
    yield f'  <content type="html">{_escape(make_links_absolute(html, entry.url).strip())}</content>'
    yield " </entry>"


def _quote(text: str) -> str:
    """Escape a text for an attribute."""
    return _escape(text).replace('"', "&quot;")


def _escape(text: str) -> str:
    """Escape a text for an element."""
    return escape(text, quote=False)
