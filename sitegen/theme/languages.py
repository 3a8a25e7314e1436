"""A BCP 47 tag in: the CLDR locale that knows its dates, numbers and direction, and the tags it falls back to."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

HOME = {"en": "en-GB"}
"""Plain English is read outside the United States too, where '4 Dec' is the form that all understand."""


def is_known_language(language: str) -> bool:
    """Tell whether CLDR knows the language of a BCP 47 tag."""
    return any(_parse(tag) for tag in fall_back(language))


@cache
def find_locale(language: str) -> "Locale":
    """Return the nearest locale that CLDR knows; English where it knows none."""
    tags = (HOME.get(language, language), *fall_back(language), HOME["en"])
    return next(locale for tag in tags if (locale := _parse(tag)))


def find_direction(language: str) -> str:
    """Return `ltr` or `rtl`."""
    return find_locale(language).text_direction


def fall_back(language: str) -> tuple[str, ...]:
    """Return the tag and its ever wider parents: `uk-UA`, `uk`."""
    parts = language.replace("_", "-").split("-")
    return tuple("-".join(parts[:count]) for count in range(len(parts), 0, -1))


def _parse(tag: str) -> "Locale | None":
    """Return CLDR's locale of exactly this tag."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
