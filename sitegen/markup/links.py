"""The target of a link becomes what the page links to, or is found to lead nowhere."""

import re
from collections.abc import Callable
from enum import Enum, auto
from urllib.parse import unquote

from sitegen.markup.sanitise import SCHEMES
from sitegen.value import value

LinkResolver = Callable[[str], str | None]
"""Gives the new href for a path, percent-decoded, without query and fragment; None where nothing is there."""

IGNORED = re.compile(r"[\t\n\r]")
"""What browsers leave out of a URL before they read it."""

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE | re.ASCII)

BLANK = "".join(map(chr, range(33)))
"""What browsers leave out around it."""

_PLAIN = "[!#-%(-;=?-~]*"
"""Visible ASCII without the signs of HTML."""
WEB = rf"https?://{_PLAIN}"
CONTACT = rf"(?:mailto|tel):{_PLAIN}"
"""Targets elsewhere that are read, and written in HTML, as they are."""

CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class Kind(Enum):
    """Where a target leads."""

    EXTERNAL = auto()
    CONTACT = auto()
    INSIDE = auto()
    """To a place in the same text."""
    RELATIVE = auto()
    FORBIDDEN = auto()


@value
class Target:
    """A target as a browser would read it, and its kind."""

    href: str
    kind: Kind


def parse_target(written: str) -> Target:
    """Read a target as browsers do, who pass over white space and take `\\` for `/`."""
    href = IGNORED.sub("", written).strip(BLANK)
    scheme = SCHEME.match(href)
    if scheme:
        name = scheme[1].lower()
        if name not in SCHEMES:
            return Target(href="", kind=Kind.FORBIDDEN)
        return Target(href=href, kind=Kind.EXTERNAL if name.startswith("http") else Kind.CONTACT)
    if re.match(r"[/\\]{2}", href):
        return Target(href="https://" + href.lstrip("/\\"), kind=Kind.EXTERNAL)
    return Target(href=href, kind=Kind.INSIDE if href.startswith("#") else Kind.RELATIVE)


def resolve(href: str, resolver: LinkResolver) -> str | None:
    """Ask the resolver for a relative target; query and fragment are put back, unless the resolver gave its own."""
    rest, mark, fragment = href.partition("#")
    path, query_mark, query = rest.partition("?")
    path = unquote(path)
    if not path or CONTROL.search(path):
        return None
    found = resolver(path)
    if found is None:
        return None
    if "?" not in found:
        before, own_mark, own = found.partition("#")
        found = before + query_mark + query + own_mark + own
    return found if "#" in found else found + mark + fragment
