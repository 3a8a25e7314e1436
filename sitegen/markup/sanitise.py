"""Raw HTML becomes HTML that holds only allowed tags and attributes, written in one normal form."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import nh3

INLINE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "cite",
    "code",
    "del",
    "dfn",
    "em",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "mark",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
    "var",
    "wbr",
}
"""`input` stays only until the task lists are rewritten."""

BLOCKS = {
    "blockquote",
    "br",
    "caption",
    "col",
    "colgroup",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
}

ATTRIBUTES = {
    "*": {"id", "lang", "dir"},
    "a": {"href", "name", "title"},
    "abbr": {"title"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime"},
    "details": {"open"},
    "img": {"src", "alt", "title", "width", "height"},
    "input": {"type", "checked"},
    "ins": {"datetime"},
    "li": {"value"},
    "ol": {"start", "reversed"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
    "time": {"datetime"},
}

SCHEMES = {"http", "https", "mailto", "tel"}

ENGINES_CLASSES = {"section": {"footnotes"}, "div": {"footnote"}}
"""How the engines mark their footnotes; rewritten later."""


def sanitise(html: str) -> str:
    """Return the HTML without whatever could run, load, imitate or hide something."""
    return _cleaner().clean(html)


@cache
def _cleaner() -> "nh3.Cleaner":
    import nh3

    return nh3.Cleaner(
        tags=INLINE | BLOCKS,
        clean_content_tags={"script", "style"},
        attributes=ATTRIBUTES,
        tag_attribute_values={"th": {"scope": {"col", "row", "colgroup", "rowgroup"}}},
        allowed_classes=ENGINES_CLASSES,
        url_schemes=SCHEMES,
        link_rel=None,
    )
