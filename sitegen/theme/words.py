"""Catalogues in: the words of a theme in one language, and which are used and not yet translated."""

import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from gettext import c2py

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import PoFileError, read_po
from jinja2 import TemplateSyntaxError

from sitegen.errors import ThemeError
from sitegen.problems import Position, Problem
from sitegen.theme.chain import ThemeFolder
from sitegen.theme.languages import fall_back

SOURCE_LANGUAGE = "en"
"""The language of the templates' own words."""

TO_BE_AGREED = "to be agreed"
_FIELD = re.compile(r"%\((\w+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One text that a theme says, and where it says it."""

    text: str
    plural: str | None = None
    context: str | None = None
    notes: tuple[str, ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    """Paths of templates, and lines."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One parsed file of translations, with its rule for plurals."""

    texts: dict[tuple[str | None, str], tuple[str, ...]]
    choose_plural: Callable[[int], int]


class Words:
    """The translations of one language, nearest theme first; what none of them has is said in English."""

    def __init__(self, catalogues: Sequence[Catalogue]) -> None:
        self._catalogues = tuple(catalogues)

    def gettext(self, text: str) -> str:
        """Return the translation of `text`."""
        return self.pgettext(None, text)

    def pgettext(self, context: str | None, text: str) -> str:
        """Return the translation of `text` as it is meant in `context`."""
        found = self._find(context, text)
        return found[0][0] if found else text

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the translation whose plural form fits `count`."""
        return self.npgettext(None, one, many, count)

    def npgettext(self, context: str | None, one: str, many: str, count: int) -> str:
        """Return the translation whose plural form fits `count`, as it is meant in `context`."""
        if found := self._find(context, one):
            texts, choose_plural = found
            return texts[min(choose_plural(count), len(texts) - 1)]
        return one if count == 1 else many

    def has(self, word: Word) -> bool:
        """Tell whether the word is translated."""
        return self._find(word.context, word.text) is not None

    def _find(self, context: str | None, text: str) -> tuple[tuple[str, ...], Callable[[int], int]] | None:
        for catalogue in self._catalogues:
            if texts := catalogue.texts.get((context, text)):
                return texts, catalogue.choose_plural
        return None


def load_words(chain: Sequence[ThemeFolder], language: str) -> Words:
    """Gather the translations of a language and its wider parents over a chain of themes, nearest first."""
    tags = [tag.casefold() for tag in fall_back(language)]
    found = []
    for theme in chain:
        by_tag = {name.replace("_", "-").casefold(): name for name in theme.catalogues}
        for tag in tags:
            if name := by_tag.get(tag):
                found.append(parse_catalogue(theme.catalogues[name], theme.catalogue_path(name)))
    return Words(found)


def list_languages(chain: Sequence[ThemeFolder]) -> tuple[str, ...]:
    """Return the BCP 47 tags of all languages that a chain of themes speaks, English included."""
    return tuple(sorted({SOURCE_LANGUAGE} | {name.replace("_", "-") for theme in chain for name in theme.catalogues}))


@lru_cache(maxsize=256)
def parse_catalogue(data: bytes, path: str) -> Catalogue:
    """Read a PO file; a `ThemeError` where it is malformed, or a translation has a field that its text has not.

    What is empty or marked fuzzy counts as not translated.
    """
    try:
        catalog = read_po(io.BytesIO(data), abort_invalid=True)
        choose_plural = c2py(catalog.plural_expr)
    except PoFileError as error:
        raise ThemeError(_problem(f"no PO catalogue: {error}", path, data, error.lineno + 1)) from None
    except (ValueError, LookupError) as error:
        raise ThemeError(_problem(f"no PO catalogue: {error}", path, data, 1)) from None
    return Catalogue(_texts(catalog, path, data), choose_plural)


def _texts(catalog: Catalog, path: str, data: bytes) -> dict[tuple[str | None, str], tuple[str, ...]]:
    texts: dict[tuple[str | None, str], tuple[str, ...]] = {}
    for message in catalog:
        ids, strings = _tuple(message.id), _tuple(message.string)
        if not ids or not ids[0] or message.fuzzy or not strings or not all(strings):
            continue
        known = set(_FIELD.findall(" ".join(ids)))
        for field in _FIELD.findall(" ".join(strings)):
            if field not in known:
                text = f"'%({field})s' is no field of '{ids[0]}'; it has {', '.join(sorted(known)) or 'none'}"
                raise ThemeError(_problem(text, path, data, message.lineno or 1))
        texts[(message.context, ids[0])] = strings
    return texts


def _tuple(text: str | Iterable[str] | None) -> tuple[str, ...]:
    if text is None:
        return ()
    return (text,) if isinstance(text, str) else tuple(text)


def _problem(message: str, path: str, data: bytes, line: int) -> Problem:
    lines = data.decode("utf-8", "replace").splitlines()
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    return Problem(rule="theme", message=message, position=Position(path=path, line=line, source=source))


def list_words(chain: Sequence[ThemeFolder]) -> tuple[Word, ...]:
    """List every text that the templates and filters of a chain of themes say, by template and line."""
    words: dict[tuple[str | None, str], Word] = {(None, TO_BE_AGREED): Word(text=TO_BE_AGREED)}
    for theme in reversed(chain):
        for name, source in sorted(theme.templates.items()):
            path = theme.template_path(name)
            for word in _extract(source, path):
                key = (word.context, word.text)
                known = words.get(key)
                words[key] = word if known is None else _merge(known, word)
    return tuple(words.values())


def _merge(known: Word, more: Word) -> Word:
    """Join two uses of one text."""
    return Word(
        text=known.text,
        plural=known.plural or more.plural,
        context=known.context,
        notes=tuple(dict.fromkeys((*known.notes, *more.notes))),
        places=(*known.places, *more.places),
    )


def _extract(source: str, path: str) -> Iterable[Word]:
    """Yield the texts of one template; those that say `Translators:` in a comment before keep it as a note."""
    options = {
        "silent": "false",
        "trimmed": "true",
        "trim_blocks": "true",
        "lstrip_blocks": "true",
        "newstyle_gettext": "true",
    }
    found: Iterable[tuple[int, str | tuple[str, ...], list[str], str | None]] = extract(
        "jinja2.ext:babel_extract", io.BytesIO(source.encode()), DEFAULT_KEYWORDS, ["Translators:"], options, True
    )
    try:
        found = list(found)
    except TemplateSyntaxError as fault:
        raise ThemeError(_problem(f"{fault.message}", path, source.encode(), fault.lineno)) from None
    for line, message, comments, context in found:
        ids = _tuple(message)
        yield Word(
            text=ids[0],
            plural=ids[1] if len(ids) > 1 else None,
            context=context,
            notes=tuple(comments),
            places=((path, line),),
        )
