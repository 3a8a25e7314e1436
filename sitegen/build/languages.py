"""A site and its theme in: a warning for each language that is set and that the theme does not speak in full."""

from collections.abc import Iterator

from sitegen.model import Agency, Client, Site
from sitegen.problems import Level, Position, Problem
from sitegen.theme import Theme, extract_words

SHOWN = 3
"""How many missing words are named, so that one knows where to look."""


def find_untranslated(site: Site, theme: Theme, *, is_strict: bool = False) -> Iterator[Problem]:
    """Find the languages that are set and in which some of the theme's words would be said in English."""
    for language, position in _list_languages(site):
        if missing := theme.missing_words(language):
            yield Problem(
                rule="theme",
                message=_say_missing(theme, language, missing),
                position=position,
                level=Level.ERROR if is_strict else Level.WARNING,
            )


def _list_languages(site: Site) -> Iterator[tuple[str, Position]]:
    """Go through the languages that files set, each with its place."""
    yield site.settings.language, site.document.position_of("language")
    owners: tuple[Agency | Client, ...] = (*site.agencies.values(), *site.clients)
    for owner in owners:
        if owner.head.language:
            yield owner.head.language, owner.document.position_of("language")


def _say_missing(theme: Theme, language: str, missing: tuple[str, ...]) -> str:
    """Say that a language is missing, or how much of it."""
    total = len(extract_words(theme))
    if len(missing) == total:
        spoken = ", ".join(theme.languages)
        return f"the theme '{theme.name}' has no words in '{language}', so it says them in English; it speaks {spoken}"
    named = ", ".join(f"'{word}'" for word in missing[:SHOWN])
    more = ", …" if len(missing) > SHOWN else ""
    what = f"{len(missing)} of {total} words of the theme '{theme.name}'"
    return f"{what} are not translated into '{language}': {named}{more}; add them to its locales/{language}.po"
