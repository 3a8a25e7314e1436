"""Links and images become links and images that lead somewhere, may be loaded, and have a name."""

import re
from urllib.parse import unquote

from sitegen.markup.attributes import adopt
from sitegen.markup.ids import Ids
from sitegen.markup.links import WEB, Kind, LinkResolver, Target, parse_target, resolve
from sitegen.markup.pieces import Pieces
from sitegen.markup.tags import format_attributes, format_tag, is_blank, read_attributes
from sitegen.markup.words import Words
from sitegen.value import value

EXTERNAL = {"rel": "noopener noreferrer"}
OF_EXTERNAL = format_attributes(EXTERNAL)

ELSEWHERE = re.compile(f' href="{WEB}"')
"""The attributes of a link to another site that are read and written as they are."""

TOP = ("#", "#top")
"""Every page has these."""

NOTE = re.compile(r"#fn[-:]")
NOTE_BACK = re.compile(r"#fnref[-:\d]")
"""How the engines link to footnotes, and back."""


@value
class InnerLink:
    """A link to a place in the same text, which may come later."""

    start: int
    end: int
    """Where its tags are to stand among the pieces."""
    number: int
    written: str
    attributes: dict[str, str]


class Anchors:
    """Writes the links and images of a text, and remembers those that lead nowhere."""

    def __init__(self, pieces: Pieces, ids: Ids, resolver: LinkResolver, words: Words) -> None:
        self._pieces = pieces
        self._ids = ids
        self._resolver = resolver
        self._words = words
        self._count = 0
        self._numbers: list[int] = []
        self._inner: list[InnerLink] = []
        self._broken: list[tuple[int, str]] = []

    @property
    def broken(self) -> tuple[str, ...]:
        """The targets that lead nowhere, as the engine wrote them, in the text's order."""
        return tuple(written for _, written in sorted(self._broken))

    def start_link(self, name: str, attributes: str) -> None:
        """Open a link."""
        self._count += 1
        self._numbers.append(self._count)
        self._pieces.enter(name, attributes)

    def end_link(self, name: str) -> None:
        """Close a link; where it leads nowhere or shows nothing, its text and its id stay."""
        link = self._pieces.leave(name)
        if link is None:
            return
        number = self._numbers.pop()
        attributes = read_attributes(link.attributes)
        own = adopt({"id": attributes.pop("name", "")} | attributes, self._ids)
        written = own.pop("href", None)
        end = len(self._pieces.list)
        self._pieces.add("")
        target = None if written is None else parse_target(written)
        shows = not self._pieces.is_empty(link) and self._pieces.nearest("a") is None
        if shows and target and target.kind is Kind.INSIDE and target.href not in TOP:
            inner = InnerLink(start=link.at, end=end, number=number, written=written or "", attributes=own)
            self._inner.append(inner)
            return
        href = self._find_href(target, written or "", number) if target else None
        if target and target.kind is Kind.EXTERNAL:
            own |= EXTERNAL
        self._put_tags(link.at, end, href if shows else None, own)

    def write_link(self, name: str, attributes: str, text: str) -> None:
        """Write a link that holds nothing but text, as if it were opened and closed.

        The usual one, which leads to another site, only gets what every such link gets.
        """
        if ELSEWHERE.fullmatch(attributes) and not is_blank(text) and self._pieces.nearest("a") is None:
            self._pieces.show_known(f"<{name}{attributes}{OF_EXTERNAL}>{text}</{name}>")
            return
        self.start_link(name, attributes)
        self._pieces.show(text)
        self.end_link(name)

    def image(self, _name: str, attributes: str) -> None:
        """Write an image; one from elsewhere becomes a link to it, since the page may load nothing foreign."""
        self._count += 1
        read = read_attributes(attributes)
        alt = read.pop("alt", "").strip()
        written = read.pop("src", None)
        if written is None:
            self._pieces.show_plain(alt)
            return
        target = parse_target(written)
        if target.kind is Kind.EXTERNAL:
            self._show_remote(target.href, alt)
        elif target.kind is not Kind.RELATIVE or (href := self._find_href(target, written, self._count)) is None:
            self._pieces.show_plain(alt)
        else:
            own = {"src": href, "alt": alt} | adopt(read, self._ids) | {"loading": "lazy"}
            self._pieces.show_as(format_tag("img", own), alt)

    def finish(self) -> None:
        """Put in the links to places in the text, all of which are known now."""
        for link in self._inner:
            fragment = parse_target(link.written).href[1:]
            name = self._ids.find(fragment) or self._ids.find(unquote(fragment))
            own = link.attributes
            if name is None:
                self._broken.append((link.number, link.written))
            elif NOTE.match(link.written):
                own = own | {"role": "doc-noteref"}
            elif NOTE_BACK.match(link.written):
                own = own | {"role": "doc-backlink", "aria-label": self._words.back}
                own.pop("title", None)
            self._put_tags(link.start, link.end, None if name is None else f"#{name}", own)

    def _find_href(self, target: Target, written: str, number: int) -> str | None:
        if target.kind is not Kind.RELATIVE:
            return target.href or None
        href = resolve(target.href, self._resolver)
        if href is None:
            self._broken.append((number, written))
        return href

    def _show_remote(self, href: str, alt: str) -> None:
        text = alt or self._words.image
        if self._pieces.nearest("a"):
            self._pieces.show_plain(text)
            return
        self._pieces.add(format_tag("a", {"href": href} | EXTERNAL))
        self._pieces.show_plain(text)
        self._pieces.add("</a>")

    def _put_tags(self, start: int, end: int, href: str | None, own: dict[str, str]) -> None:
        """Write the tags of a link, or of what is left of it."""
        if href is not None:
            tags = format_tag("a", {"href": href} | own), "</a>"
        elif "id" in own:
            tags = format_tag("span", {"id": own["id"]}), "</span>"
        else:
            tags = "", ""
        self._pieces.list[start], self._pieces.list[end] = tags
