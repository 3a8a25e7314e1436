"""The broken links of a text become places in its source."""

import re
from collections import defaultdict
from collections.abc import Sequence
from urllib.parse import unquote

from sitegen.markup.engine import Engine
from sitegen.markup.sanitise import sanitise
from sitegen.markup.tags import read_attributes, read_tags
from sitegen.value import value

BEFORE_TARGET = re.compile(
    r"""\]\(\s*<?                       # [text](target)
      | \]:[ \t]*(?:\n[ \t>]*)?<?       # [name]: target
      | \b(?:href|src)\s*=\s*["']?\s*   # <a href="target">
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What stands before the target of a link, if it is one."""


@value
class BrokenLink:
    """A link or image that leads nowhere, and where its target stands in the text."""

    target: str
    line: int
    column: int
    """Both count from 1."""


def find_places(text: str, targets: Sequence[str], engine: Engine) -> tuple[BrokenLink, ...]:
    """Return where the targets stand in the text, each place once; they are given in the order of the HTML.

    Every place that might hold a target gets a mark, and the text is rendered again: where a mark comes out in a link,
    there was one. So code, references and raw HTML are told apart by the engine itself.
    """
    places = _probe(text, engine)
    seen: dict[str, int] = defaultdict(int)
    links = []
    for target in targets:
        known = places.get(target) or [_guess(text, target)]
        at = known[min(seen[target], len(known) - 1)]
        seen[target] += 1
        line = text.count("\n", 0, at) + 1
        links.append(BrokenLink(target=target, line=line, column=at - text.rfind("\n", 0, at)))
    return tuple(dict.fromkeys(links))


def _guess(text: str, target: str) -> int:
    """Return where a target probably comes from that an extension has made: the longest of its words."""
    words = sorted(re.findall(r"\w+", unquote(target)), key=len, reverse=True)
    return next((at for word in (target, *words) if (at := text.find(word)) >= 0), 0)


def _probe(text: str, engine: Engine) -> dict[str, list[int]]:
    """Return where the targets of links and images stand, by target, in the order of the HTML."""
    mark = "zq"
    while mark in text.lower():
        mark += "q"
    starts: list[int] = []

    def put_mark(match: re.Match[str]) -> str:
        starts.append(match.end())
        return f"{match[0]}{mark}{len(starts) - 1}z"

    html = sanitise(engine.render(BEFORE_TARGET.sub(put_mark, text)))
    places: dict[str, list[int]] = defaultdict(list)
    marked = re.compile(f"{mark}(\\d+)z")
    for _, _, name, attributes, _ in read_tags(html):
        if name in ("a", "img") and attributes:
            written = read_attributes(attributes)
            target = written.get("href" if name == "a" else "src", "")
            if found := marked.search(target):
                places[target[: found.start()] + target[found.end() :]].append(starts[int(found[1])])
    return places
