"""Theme folders in: the chain of themes, nearest first, each with its settings and the files it holds."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from sitegen.errors import ThemeError
from sitegen.problems import Position, Problem, suggest

SETTINGS = "theme.yml"
KEYS = ("name", "extends", "options")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFolder:
    """One theme of the chain, read whole, so that nothing changes under a build."""

    name: str
    """The folder's name, by which `extends` and templates call it."""
    path: str
    title: str
    options: Mapping[str, object]
    templates: Mapping[str, str] = field(repr=False)
    assets: Mapping[str, bytes] = field(repr=False)
    catalogues: Mapping[str, bytes] = field(repr=False)
    """The catalogue of each language, by its BCP 47 tag."""

    @property
    def settings_path(self) -> str:
        """Where its theme.yml stands."""
        return f"{self.path}/{SETTINGS}"

    def template_path(self, name: str) -> str:
        """Return where the template `name` stands."""
        return f"{self.path}/templates/{name}"

    def asset_path(self, name: str) -> str:
        """Return where the asset `name` stands."""
        return f"{self.path}/assets/{name}"

    def catalogue_path(self, language: str) -> str:
        """Return where the catalogue of `language` stands."""
        return f"{self.path}/locales/{language}.po"

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Yield all that the theme is made of, in a fixed order, for its hash."""
        yield self.name, repr(sorted(self.options.items())).encode()
        for kind in (
            {name: source.encode() for name, source in self.templates.items()},
            self.assets,
            self.catalogues,
        ):
            yield from sorted(kind.items())
            yield "", b""


def builtin_themes_folder() -> Path:
    """Return the folder of the themes that come with sitegen: in the installed package, else in the checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "themes"
    return inside if inside.is_dir() else package.parent / "themes"


def read_chain(name: str, folders: Sequence[Path]) -> tuple[ThemeFolder, ...]:
    """Read the theme `name` and those it extends, nearest first; a `ThemeError` where one is missing or in a loop.

    A theme that extends one of its own name means the one in a later folder.
    """
    chain: list[ThemeFolder] = []
    seen: dict[str, int] = {}
    asked_at = Position(path=SETTINGS)
    wanted: str | None = name
    while wanted is not None:
        start = seen.get(wanted, -1) + 1
        found = next((at for at in range(start, len(folders)) if (folders[at] / wanted / SETTINGS).is_file()), None)
        if found is None:
            raise ThemeError(_missing(wanted, folders, asked_at, is_loop=start > 0, is_root=not chain))
        seen[wanted] = found
        theme, wanted, asked_at = _read_folder(folders[found] / wanted)
        chain.append(theme)
    return tuple(chain)


def digest_chain(chain: Sequence[ThemeFolder], options: Mapping[str, object]) -> str:
    """Return the hash of all that a chain of themes holds, as hex."""
    digest = hashlib.sha256(repr(sorted(options.items())).encode())
    for theme in chain:
        for name, data in theme.parts():
            digest.update(f"{len(name)}:{name}:{len(data)}:".encode() + data)
    return digest.hexdigest()


def _missing(name: str, folders: Sequence[Path], asked_at: Position, *, is_loop: bool, is_root: bool) -> Problem:
    """Say that there is no theme of that name, or that the chain leads back to it."""
    if is_loop:
        message = f"'{name}' extends itself, in a loop; let one theme of the chain extend nothing"
    else:
        known = sorted({path.parent.name for folder in folders for path in folder.glob(f"*/{SETTINGS}")})
        places = " or ".join(f"{folder.as_posix()}/" for folder in folders)
        message = f"'{name}' is no theme in {places}{suggest(name, known)}"
    position = Position(path=(folders[0] / name / SETTINGS).as_posix()) if is_root and folders else asked_at
    return Problem(rule="theme", message=message, position=position)


def _read_folder(path: Path) -> tuple[ThemeFolder, str | None, Position]:
    """Read one theme's folder; return it, what it extends, and where it says so."""
    settings, lines = _read_settings(path / SETTINGS)
    where = (path / SETTINGS).as_posix()

    def at(key: str) -> Position:
        line = next((at for at, text in enumerate(lines, 1) if re.match(rf"{re.escape(key)}\s*:", text)), 1)
        return Position(path=where, line=line, source=lines[line - 1] if lines else "")

    for key in settings:
        if key not in KEYS:
            raise ThemeError(
                Problem(rule="theme", message=f"'{key}' is no key of {SETTINGS}{suggest(key, KEYS)}", position=at(key))
            )
    title, extends, options = settings.get("name", path.name), settings.get("extends"), settings.get("options") or {}
    for key, fits in (
        ("name", isinstance(title, str)),
        ("extends", extends is None or isinstance(extends, str)),
        ("options", isinstance(options, dict) and all(isinstance(option, str) for option in options)),
    ):
        if not fits:
            wanted = "a map of names to defaults" if key == "options" else "text"
            raise ThemeError(Problem(rule="theme", message=f"'{key}' must be {wanted}", position=at(key)))
    theme = ThemeFolder(
        name=path.name,
        path=path.as_posix(),
        title=title,
        options=options,
        templates={name: _decode(data, path / "templates" / name) for name, data in _files(path / "templates")},
        assets=dict(_files(path / "assets")),
        catalogues={name.removesuffix(".po"): data for name, data in _files(path / "locales") if name.endswith(".po")},
    )
    return theme, extends, at("extends")


def _read_settings(path: Path) -> tuple[dict[str, Any], list[str]]:
    """Read a theme.yml; return its mapping and its lines."""
    text = _decode(path.read_bytes(), path)
    lines = text.splitlines()
    try:
        settings = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        position = Position(
            path=path.as_posix(), line=line, column=column, source=lines[line - 1] if line <= len(lines) else ""
        )
        raise ThemeError(Problem(rule="theme", message=f"{error.problem or 'no YAML'}", position=position)) from None
    if settings is None:
        settings = {}
    if not isinstance(settings, dict) or not all(isinstance(key, str) for key in settings):
        position = Position(path=path.as_posix(), source=lines[0])
        raise ThemeError(
            Problem(rule="theme", message=f"{SETTINGS} must be a map of keys to values", position=position)
        )
    return settings, lines


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files below a folder, hidden ones aside, by name with forward slashes."""
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in inner.parts):
            yield inner.as_posix(), path.read_bytes()


def _decode(data: bytes, path: Path) -> str:
    """Read UTF-8 text, with or without a byte order mark."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        position = Position(path=path.as_posix(), line=data[: error.start].count(b"\n") + 1)
        raise ThemeError(
            Problem(rule="theme", message="the file is not UTF-8 text; save it as UTF-8", position=position)
        ) from None
