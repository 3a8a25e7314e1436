"""Theme folders in: the chain of themes, nearest first, each with its settings and the files it holds."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from sitegen.errors import ThemeError
from sitegen.problems import Position, Problem, Problems, suggest
from sitegen.source import Document, Value, parse_yaml_document, read_bytes
from sitegen.value import value

SETTINGS = "theme.yml"
KEYS = ("name", "extends", "options")
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?", re.ASCII)


@value
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
    def is_builtin(self) -> bool:
        """Tell whether it comes with sitegen."""
        return Path(self.path).resolve().is_relative_to(builtin_themes_folder())

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
    for folder in folders:
        if (path := folder / name / SETTINGS).is_dir():
            return _misplaced(path, "this must be a file, and is a folder; rename it")
    if is_loop:
        message = f"'{name}' extends itself, in a loop; let one theme of the chain extend nothing"
    else:
        known = sorted({path.parent.name for folder in folders for path in folder.glob(f"*/{SETTINGS}")})
        places = " or ".join(f"{folder.as_posix()}/" for folder in folders)
        message = f"'{name}' is no theme in {places}{suggest(name, known)}"
    position = Position(path=(folders[0] / name / SETTINGS).as_posix()) if is_root and folders else asked_at
    return Problem(rule="theme", message=message, position=position)


def _misplaced(path: Path, message: str) -> Problem:
    return Problem(rule="theme", message=message, position=Position(path=path.as_posix()))


def _read_folder(path: Path) -> tuple[ThemeFolder, str | None, Position]:
    """Read one theme's folder; return it, what it extends, and where it says so."""
    settings = _read_settings(path / SETTINGS)
    for key in settings.data:
        if key not in KEYS:
            raise ThemeError(_problem(f"'{key}' is no key of {SETTINGS}{suggest(key, KEYS)}", settings, key))
    title, extends, options = (settings.data.get(key) for key in KEYS)
    if not isinstance(title, str | None):
        raise ThemeError(_problem("'name' must be text", settings, "name"))
    if not isinstance(extends, str | None):
        raise ThemeError(_problem("'extends' must be the name of a theme", settings, "extends"))
    if not isinstance(options, dict | None):
        raise ThemeError(_problem("'options' must be a map of names to defaults", settings, "options"))
    theme = ThemeFolder(
        name=path.name,
        path=path.as_posix(),
        title=title or path.name,
        options={key: _parse_option(value) for key, value in (options or {}).items()},
        templates={name: _decode(data, path / "templates" / name) for name, data in _files(path / "templates")},
        assets=dict(_files(path / "assets")),
        catalogues={name.removesuffix(".po"): data for name, data in _files(path / "locales") if name.endswith(".po")},
    )
    return theme, extends, settings.position_of("extends")


def _read_settings(path: Path) -> Document:
    """Read a theme.yml."""
    problems = Problems()
    document = parse_yaml_document(read_bytes(path), path.as_posix(), problems)
    for problem in problems:
        raise ThemeError(replace(problem, rule="theme"))
    if document is None:
        raise ThemeError(Problem(rule="theme", message="the file cannot be read", position=Position(path=str(path))))
    return document


def _problem(message: str, settings: Document, key: str) -> Problem:
    """Say what is wrong with one key of a theme.yml."""
    return Problem(rule="theme", message=message, position=settings.position_of_key(key))


def _parse_option(value: Value) -> object:
    """Read `true`, `false` and numbers; anything else stays as it is."""
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return value


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files below a folder, hidden ones aside, by name with forward slashes."""
    if folder.is_file():
        raise ThemeError(_misplaced(folder, "this must be a folder, and is a file; rename it"))
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in inner.parts):
            yield inner.as_posix(), read_bytes(path)


def _decode(data: bytes, path: Path) -> str:
    """Read UTF-8 text, with or without a byte order mark."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        position = Position(path=path.as_posix(), line=data[: error.start].count(b"\n") + 1)
        raise ThemeError(
            Problem(rule="theme", message="the file is not UTF-8 text; save it as UTF-8", position=position)
        ) from None
