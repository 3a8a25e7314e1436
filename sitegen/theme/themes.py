"""A theme's name in: the theme, which renders views, knows its assets and speaks its languages."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sitegen.errors import ThemeError
from sitegen.markup import Words
from sitegen.memory import Kept, find_program_folder
from sitegen.problems import Position, Problem, suggest
from sitegen.theme.assets import Asset, load_assets
from sitegen.theme.catalogues import format_catalogue, parse_catalogue
from sitegen.theme.chain import ThemeFolder, digest_chain, read_chain
from sitegen.theme.languages import find_locale
from sitegen.theme.translations import SOURCE_LANGUAGE, Translations, list_languages, load_translations
from sitegen.theme.words import MARKUP_WORDS, Key, Word, list_words, load_words

if TYPE_CHECKING:
    from jinja2 import Environment

    from sitegen.theme.environment import CodeCache

NO_OPTIONS: Mapping[str, object] = MappingProxyType({})


class Theme:
    """A theme with all that it extends. It pickles, and makes its environments anew in each process.

    The engine is loaded only once something is rendered.
    """

    def __init__(self, chain: Sequence[ThemeFolder], options: Mapping[str, object], kept: Kept | None = None) -> None:
        self.chain = tuple(chain)
        self.options = dict(options)
        # What is made of built-in themes alone is the program's, as its compiled modules are; a site's is the site's.
        is_builtin = all(theme.is_builtin for theme in chain)
        self._kept = kept.beside(find_program_folder(), is_first=is_builtin) if kept else Kept()
        self._given = kept
        self._environments: dict[str, Environment] = {}
        self._translations: dict[str, Translations] = {}

    def __reduce__(self) -> tuple[type["Theme"], tuple[Any, ...]]:
        return (Theme, (self.chain, self.options, self._given))

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.chain[0].name

    @cached_property
    def digest(self) -> str:
        """The hash of its templates, assets, catalogues and options, those of the themes it extends included."""
        return digest_chain(self.chain, self.options)

    @cached_property
    def assets(self) -> tuple[Asset, ...]:
        """All assets, by name; the nearest theme's count."""
        return load_assets(self.chain, self._kept)

    @cached_property
    def _places(self) -> dict[str, str]:
        """Where each asset stands in the folder of the assets, as a link says it."""
        return {asset.name: quote(asset.hashed_name) for asset in self.assets}

    @property
    def languages(self) -> tuple[str, ...]:
        """The BCP 47 tags of the languages it speaks, English included."""
        return list_languages(self.chain)

    def markup_words(self, language: str) -> Words:
        """Return what rendering adds to Markdown, in a language."""
        translations = self._translate(language)
        return Words(**{name: translations.gettext(text) for name, text in MARKUP_WORDS.items()})

    def compile(self) -> None:
        """Compile every template, so that what cannot be read is known before a page needs it; raise `ThemeError`."""
        environment = self._open(SOURCE_LANGUAGE)
        for name in environment.list_templates():
            try:
                environment.get_template(name)
            except Exception as fault:
                raise self._explain(fault, environment, name) from fault

    def _explain(self, fault: Exception, environment: "Environment", template: str, page: str = "") -> ThemeError:
        """Return the theme error for what went wrong in a template."""
        from sitegen.theme.faults import explain

        return explain(fault, environment, self.chain, template, page)

    def _open(self, language: str) -> "Environment":
        """Return the environment of a language, made once."""
        environment = self._environments.get(language)
        if environment is None:
            from sitegen.theme.environment import make_environment
            from sitegen.theme.formats import load_formats

            load_formats(find_locale(language), self._kept)
            words = self._translate(language)
            environment = make_environment(self.chain, self.options, language, words, self._code)
            self._environments[language] = environment
        return environment

    @cached_property
    def _code(self) -> "CodeCache":
        from sitegen.theme.environment import CodeCache

        return CodeCache(self._kept)

    def _translate(self, language: str) -> Translations:
        """Return the translations of a language, loaded once."""
        if language not in self._translations:
            self._translations[language] = load_translations(self.chain, language, self._kept)
        return self._translations[language]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every text that its templates and filters say."""
        return load_words(self.chain, self._kept)

    def missing_words(self, language: str) -> tuple[str, ...]:
        """Return the texts that are not translated into `language`; none for English."""
        if language.replace("_", "-").split("-")[0].lower() == SOURCE_LANGUAGE:
            return ()
        words = self._translate(language)
        return tuple(word.text for word in self.words if not words.has(word))

    def render(
        self,
        template: str,
        view: object,
        *,
        language: str,
        assets_url: str,
        extra_assets: Sequence[Asset] = (),
        page: str = "",
    ) -> str:
        """Render a view with a template; templates see it as `page`.

        `assets_url` leads from the page to the folder of the assets and ends in a slash; `extra_assets` are those that
        do not come from the theme; `page` is the page's path, for messages. Raise `ThemeError` for whatever fails.
        """
        environment = self._open(language)
        places = self._places
        if extra_assets:
            places = places | {asset.name: quote(asset.hashed_name) for asset in extra_assets}

        def find_asset(name: str) -> str:
            if name not in places:
                raise ValueError(f"'{name}' is no asset of this theme{suggest(name, places)}")
            return assets_url + places[name]

        try:
            return environment.get_template(template).render(page=view, asset=find_asset)
        except Exception as fault:
            raise self._explain(fault, environment, template, page) from fault


def load_theme(
    name: str,
    folders: Sequence[Path],
    options: Mapping[str, object] = NO_OPTIONS,
    *,
    kept: Kept | None = None,
) -> Theme:
    """Load a theme and those it extends from folders of themes, the first that has it; `options` override its own.

    Compiled templates are `kept`, where that is given, so that the next process need not compile; those of built-in
    themes beside the program's compiled modules, where it may write there.
    Raise `ThemeError` where a theme is missing, malformed or in a loop, or an option is not one of its own.
    """
    chain = read_chain(name, folders)
    known = {key: value for theme in reversed(chain) for key, value in theme.options.items()}
    for key in options:
        if key not in known:
            message = f"'{key}' is no option of the theme '{name}'{suggest(key, known)}"
            raise ThemeError(Problem(rule="theme", message=message, position=Position(path=chain[0].settings_path)))
    return Theme(chain, known | dict(options), kept)


def extract_words(theme: Theme) -> tuple[Word, ...]:
    """List every text that a theme's templates and filters say, for its translators."""
    return theme.words


def format_words(theme: Theme, language: str) -> bytes:
    """Write the PO file of a language for the theme itself, its present translations kept.

    It holds the words that the themes it extends do not say, and those of theirs that it says differently.
    """
    own, beneath = theme.chain[0], theme.chain[1:]
    data = own.catalogues.get(language, b"")
    said = {word.key for word in list_words(beneath)} if beneath else set[Key]()
    changed = parse_catalogue(data, own.catalogue_path(language)).texts if data else {}
    words = [word for word in list_words(theme.chain) if word.key not in said or word.key in changed]
    return format_catalogue(words, language, data, folder=own.path)
