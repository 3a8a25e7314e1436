"""A text of the content becomes one whose relative links lead from the project's folder, where `status.json` stands."""

import posixpath
import re
from collections.abc import Mapping

ARCHIVE = "updates/index.html"
"""Where links to an update lead that has no page for the reader; its name is not told."""

_LINK = re.compile(r'(\]\(<?|^ {0,3}\[[^\]]+\]:\s*<?|\b(?:href|src)=")([^\s()<>"#]+)', re.MULTILINE)
_UPDATE = re.compile(r"(?:updates/)?(\d{4}-\d{2}-\d{2}[a-z0-9-]*)\.md")


def turn_links(text: str, updates: Mapping[str, str]) -> str:
    """Turn the links of a Markdown text; `updates` are the URLs of the updates' pages, by id."""
    if "]" not in text and "=" not in text:
        return text
    return _LINK.sub(lambda found: found[1] + turn_link(found[2], updates), text)


def turn_link(target: str, updates: Mapping[str, str]) -> str:
    """Turn one relative link, as written in project.yml or in an update; other links stay as they are."""
    path = posixpath.normpath(target).removeprefix("../")
    if update := _UPDATE.fullmatch(path):
        return updates.get(update[1], ARCHIVE)
    if path == "project.yml":
        return "index.html"
    return path if path.startswith("files/") else target
