"""Harmless HTML of the usual kind becomes a fragment by a few replacements, as the rewriter would make it."""

import re
from collections.abc import Mapping
from functools import lru_cache

from sitegen.markup.anchors import OF_EXTERNAL
from sitegen.markup.blocks import SCROLLABLE
from sitegen.markup.ids import Ids
from sitegen.markup.links import CONTACT, WEB, LinkResolver, resolve
from sitegen.markup.outline import Outline
from sitegen.markup.tables import open_box
from sitegen.markup.tags import ALIGNMENTS, format_tag

NEAR = r"(?a:[\w.%-][\w.%/-]*(?:[?#][\w.%/?=-]*)?)"
"""A relative target without a sign that a browser might read as another, or that is written otherwise in HTML."""

SHOWS = r"(?=(?:<(?:strong|em|code|del)>)*[^\s<&])"
"""What follows the tag of an element that is not blank: the first of its characters stands for itself."""

UNUSUAL = re.compile(
    rf"""<(?: img\  | input\  | (?= a\  | h[1-6] | th[\ >] )
        (?! (?: a\ href="(?:{WEB}|{CONTACT}|{NEAR})" | h[1-6] | th(?:\ align="[a-z]+")? )> {SHOWS}
          | th(?:\ align="[a-z]+")?></th> ) )""",
    re.VERBOSE,
)

LINK = re.compile(r'<a href="([^"]*)">')
HEADING = re.compile(r"<h([1-6])>(.*?)</h[1-6]>", re.DOTALL)
TAG = re.compile("<(?:pre|/?table|td [^>]*|th(?: [^>]*)?(?:></th)?)>")


class BrokenError(Exception):
    """Ends the writing of a text at a link that leads nowhere; the rewriter knows what is left of it."""


def is_usual(html: str) -> bool:
    """Tell whether harmless HTML holds no image and no box, and no link, heading or header cell of an unusual kind."""
    return not UNUSUAL.search(html)


def write_usual(html: str, resolver: LinkResolver, heading_level: int, id_prefix: str, table: str) -> str | None:
    """Return the fragment's HTML, as the rewriter would make it; None where a link in it leads nowhere.

    What stands in such HTML comes from an engine alone: no ids, no links to places in the text, header cells only in a
    table's head. Of the elements that are dropped or changed when they are blank, only header cells may be so, and are
    empty then. What looks like a tag is one, since texts and values hold no `<`. So each tag can be written anew where
    it stands, whatever is around it.
    """
    if "<a " in html:
        try:
            html = LINK.sub(lambda link: _open_link(link, resolver), html)
        except BrokenError:
            return None
    if "<h" in html:
        ids, outline = Ids(id_prefix), Outline(heading_level)
        html = HEADING.sub(lambda heading: outline.write(int(heading[1]), heading[2], ids), html)
    tags = _list_tags(table)
    return TAG.sub(lambda tag: tags[tag[0]], html)


def _open_link(link: re.Match[str], resolver: LinkResolver) -> str:
    href = link[1]
    if href.startswith(("http:", "https:")):
        return f'<a href="{href}"{OF_EXTERNAL}>'
    if ":" in href:
        return link[0]
    found = resolve(href, resolver)
    if found is None:
        raise BrokenError
    return format_tag("a", {"href": found})


@lru_cache(maxsize=16)
def _list_tags(table: str) -> Mapping[str, str]:
    """Return the tags that are always written in the same way, and as what; `table` names a table's box."""
    tags = {
        "<pre>": f"<pre{SCROLLABLE}>",
        "<table>": f"{open_box(table)}<table>",
        "</table>": "</table></div>",
        "<th>": '<th scope="col">',
        "<th></th>": "<td></td>",
    }
    for alignment in ALIGNMENTS:
        written, own = f' align="{alignment}"', f' class="align-{alignment}"'
        tags |= {
            f"<td{written}>": f"<td{own}>",
            f"<th{written}>": f'<th scope="col"{own}>',
            f"<th{written}></th>": f"<td{own}></td>",
        }
    return tags
