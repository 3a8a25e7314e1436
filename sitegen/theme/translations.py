"""A chain of themes and a language in: what its templates' words are in that language."""

from collections.abc import Sequence

from sitegen.memory import Kept
from sitegen.theme.catalogues import Catalogue, load_catalogue
from sitegen.theme.chain import ThemeFolder
from sitegen.theme.languages import fall_back
from sitegen.theme.words import Word

SOURCE_LANGUAGE = "en"
"""The language of the templates' own words."""

NOTHING_KEPT = Kept()


class Translations:
    """The translations of one language, nearest theme first; what none of them has is said in English."""

    def __init__(self, catalogues: Sequence[Catalogue]) -> None:
        self._catalogues = tuple(catalogues)

    def gettext(self, text: str) -> str:
        """Return the translation of `text`."""
        return self._say(None, text) or text

    def pgettext(self, context: str, text: str) -> str:
        """Return the translation of `text` as it is meant in `context`."""
        return self._say(context, text) or text

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the translation whose plural form fits `count`."""
        return self._say(None, one, count) or (one if count == 1 else many)

    def npgettext(self, context: str, one: str, many: str, count: int) -> str:
        """Return the translation whose plural form fits `count`, as it is meant in `context`."""
        return self._say(context, one, count) or (one if count == 1 else many)

    def has(self, word: Word) -> bool:
        """Tell whether the word is translated."""
        return self._say(word.context, word.text) is not None

    def _say(self, context: str | None, text: str, count: int | None = None) -> str | None:
        for catalogue in self._catalogues:
            if forms := catalogue.texts.get((context, text)):
                at = 0 if count is None else catalogue.choose_plural(count)
                return forms[min(at, len(forms) - 1)]
        return None


def load_translations(chain: Sequence[ThemeFolder], language: str, kept: Kept = NOTHING_KEPT) -> Translations:
    """Gather the translations of a language and its wider parents over a chain of themes, nearest first."""
    found = []
    for theme in chain:
        names = {_normal(name): name for name in theme.catalogues}
        for tag in fall_back(language):
            if name := names.get(_normal(tag)):
                found.append(load_catalogue(theme.catalogues[name], theme.catalogue_path(name), kept))
    return Translations(found)


def list_languages(chain: Sequence[ThemeFolder]) -> tuple[str, ...]:
    """Return the BCP 47 tags of all languages that a chain of themes speaks, English included."""
    return tuple(sorted({SOURCE_LANGUAGE} | {name.replace("_", "-") for theme in chain for name in theme.catalogues}))


def _normal(tag: str) -> str:
    return tag.replace("_", "-").casefold()
