"""A theme's asset files in: the same under names that change with their content; style sheets follow, compressed."""

import marshal
import posixpath
import re
from collections.abc import Sequence
from dataclasses import field, replace
from urllib.parse import quote, unquote

from sitegen.errors import ThemeError
from sitegen.memory import Kept
from sitegen.pages import name_asset
from sitegen.problems import Position, Problem, suggest
from sitegen.theme.chain import ThemeFolder, digest_chain
from sitegen.theme.compress import compress_css
from sitegen.value import value

_LINK = re.compile(
    r"""/\*.*?\*/                                    # a comment is passed over
    | (?P<head>url\(\s*(?P<quote>['"]?) | @import\s+(?P<mark>['"]))
      (?P<target>[^'")?\#\s][^'")?\#]*?) (?P<rest>[?\#][^'")\s]*)? (?=\s*['")])""",
    re.VERBOSE | re.DOTALL,
)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/")


@value
class Asset:
    """A file that pages use, by the name that templates call it and the name that it is published under."""

    name: str
    hashed_name: str
    data: bytes = field(repr=False)


def make_asset(name: str, data: bytes) -> Asset:
    """Return the asset of this name and content: `style.css` becomes `style.3f2a1b9c.css`."""
    return Asset(name=name, hashed_name=name_asset(name, data), data=data)


def load_assets(chain: Sequence[ThemeFolder], kept: Kept) -> tuple[Asset, ...]:
    """Gather the assets as `gather_assets` does, or as they were kept."""
    key = digest_chain([replace(theme, options={}, templates={}, catalogues={}) for theme in chain], {})
    found = kept.find("assets", key)
    if found is None:
        assets = gather_assets(chain)
        kept.keep("assets", key, marshal.dumps([(asset.name, asset.data) for asset in assets]))
        return assets
    return tuple(make_asset(name, data) for name, data in marshal.loads(found))


def gather_assets(chain: Sequence[ThemeFolder]) -> tuple[Asset, ...]:
    """Return the assets of a chain of themes by name; of two with one name the nearest theme's counts.

    Links between style sheets, fonts and pictures follow the new names; a `ThemeError` where one leads nowhere.
    """
    owners = {name: theme for theme in reversed(chain) for name in theme.assets}
    made: dict[str, Asset] = {}
    for name in sorted(owners):
        _make(name, owners, made, ())
    return tuple(made[name] for name in sorted(made))


def _make(name: str, owners: dict[str, ThemeFolder], made: dict[str, Asset], open_: tuple[str, ...]) -> Asset:
    """Make one asset, after those it links to."""
    if name not in made:
        data = owners[name].assets[name]
        if name.endswith(".css"):
            data = _rewrite(name, data, owners, made, (*open_, name))
        made[name] = make_asset(name, data)
    return made[name]


def _rewrite(
    name: str, data: bytes, owners: dict[str, ThemeFolder], made: dict[str, Asset], open_: tuple[str, ...]
) -> bytes:
    """Let a style sheet's links follow the new names, and leave out what only its author needs."""
    source = data.decode("utf-8", "replace")
    folder = posixpath.dirname(name)

    def follow(match: re.Match[str]) -> str:
        target = match["target"]
        if target is None or _ELSEWHERE.match(target):
            return match[0]
        wanted = posixpath.normpath(posixpath.join(folder, unquote(target)))
        if wanted not in owners or wanted in open_:
            line = source.count("\n", 0, match.start("target")) + 1
            start = source.rfind("\n", 0, match.start("target")) + 1
            position = Position(
                path=owners[name].asset_path(name),
                line=line,
                column=match.start("target") - start + 1,
                source=source.splitlines()[line - 1],
            )
            message = (
                f"'{target}' leads back to this style sheet, in a loop; drop one of the links"
                if wanted in open_
                else f"'{target}' is no asset of this theme{suggest(wanted, owners)}"
            )
            raise ThemeError(Problem(rule="theme", message=message, position=position))
        hashed = _make(wanted, owners, made, open_).hashed_name
        return f"{match['head']}{quote(posixpath.relpath(hashed, folder or '.'))}{match['rest'] or ''}"

    return compress_css(_LINK.sub(follow, source)).encode()
