"""A text of the content becomes one whose relative links lead from the project's folder, where `status.json` stands."""

import posixpath
import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import unquote

ARCHIVE = "updates/index.html"
"""Where links to an update lead that has no page for the reader; its name is not told."""

_LINK = re.compile(r'(\]\(<?|^ {0,3}\[[^\]]+\]:\s*<?|\b(?:href|src)=")([^\s()<>"#]+)', re.MULTILINE)
_NAMED = re.compile(r"""(?:(?:\.\./)*updates(?:/|%2[fF])|(?<=\]\()|(?<==)|(?<==["']))\d{4}-\d{2}-\d{2}[^\s()<>"'\]]*""")
"""What may lead to an update, however it is written; a name in the midst of words is none of ours."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
"""What pages do not show either."""
_UPDATE = re.compile(r"(?:updates/)?(\d{4}-\d{2}-\d{2}[a-z0-9-]*)\.md")


def turn_links(text: str, updates: Mapping[str, str]) -> str:
    """Turn the links of a Markdown text, without its comments; `updates` are the URLs of the updates' pages, by id."""
    if "<!--" in text:
        text = _COMMENT.sub("", text)
    if "]" not in text and "=" not in text:
        return text
    turned = _LINK.sub(lambda found: found[1] + turn_link(found[2], updates), text)
    return _NAMED.sub(lambda found: _hide(found[0], updates), turned)


def _hide(written: str, updates: Mapping[str, str]) -> str:
    """Return the archive for what names an update that has no page, in whatever way that is written."""
    update = _UPDATE.search(unescape(unquote(written)).replace("\\", ""))
    return ARCHIVE if update and update[1] not in updates else written


def turn_link(target: str, updates: Mapping[str, str]) -> str:
    """Turn one relative link, as written in project.yml or in an update; other links stay as they are."""
    path = posixpath.normpath(target).removeprefix("../")
    if update := _UPDATE.fullmatch(path):
        return updates.get(update[1], ARCHIVE)
    if path == "project.yml":
        return "index.html"
    return path if path.startswith("files/") else target
