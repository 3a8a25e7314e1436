"""The view of a feed becomes Atom (RFC 4287): stable ids, absolute links, HTML as escaped text."""

import re
from collections.abc import Callable
from urllib.parse import urljoin
from xml.etree import ElementTree

from sitegen.pages import FeedEntry, FeedView

NAMESPACE = "http://www.w3.org/2005/Atom"

Say = Callable[[FeedEntry], tuple[str, str]]
"""Gives an entry's title as text and its content as HTML, whose links are still relative to the entry's page."""

_LINKED_TAG = re.compile(r"<(?:a|img)\b[^>]*>")
_TARGET = re.compile(r'\b(href|src)="([^"]*)"')
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


def format_atom(view: FeedView, say: Say) -> bytes:
    """Write a feed."""
    ElementTree.register_namespace("", NAMESPACE)
    feed = ElementTree.Element(_name("feed"), {"xml:lang": view.language})
    _add(feed, "id", view.id)
    _add(feed, "title", view.title)
    _add(feed, "updated", view.updated.isoformat())
    _add(feed, "link", rel="alternate", type="text/html", href=view.url)
    _add(feed, "link", rel="self", type="application/atom+xml", href=view.self_url)
    _add(_add(feed, "author"), "name", view.author)
    for entry in view.entries:
        _add_entry(feed, entry, say)
    ElementTree.indent(feed, " ")
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def make_links_absolute(html: str, base: str) -> str:
    """Resolve the links and pictures of a text against the page it stands on; drawings, which need styles, go."""

    def resolve(tag: re.Match[str]) -> str:
        return _TARGET.sub(lambda found: f'{found[1]}="{urljoin(base, found[2])}"', tag[0])

    return _LINKED_TAG.sub(resolve, _DRAWING.sub("", html))


def _add_entry(feed: ElementTree.Element, entry: FeedEntry, say: Say) -> None:
    title, html = say(entry)
    element = _add(feed, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", title)
    _add(element, "updated", entry.updated.isoformat())
    _add(element, "published", entry.updated.isoformat())
    _add(element, "link", rel="alternate", type="text/html", href=entry.url)
    if entry.author:
        _add(_add(element, "author"), "name", entry.author)
    _add(element, "content", make_links_absolute(html, entry.url).strip(), type="html")


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, _name(name), attributes)
    element.text = text
    return element


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
