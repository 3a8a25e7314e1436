"""Each language of the default theme is spoken on every page, without an English leftover, and counts as it should."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sitegen.build import Request, build
from sitegen.model import Audience
from sitegen.theme import Theme, builtin_themes_folder, extract_words, load_theme
from sitegen.theme.catalogues import parse_catalogue
from sitegen.theme.translations import load_translations

ROOT = Path(__file__).resolve().parents[2]
THEME = load_theme("default", [builtin_themes_folder()])
LANGUAGES = [language for language in THEME.languages if language != "en"]
COUNTS = (0, 1, 2, 3, 5, 11, 21, 100)

KINDS = {"neutral", "client", "project", "updates", "one-update", "survey", "portfolio"}
"""The classes of the bodies of all kinds of pages; an agency's is a client's."""

FORMS = {
    "ar": ("لا بنود", "بند واحد", "بندان", "3 بنود", "5 بنود", "11 بندًا", "21 بندًا", "100 بند"),
    "de": ("0 Punkte", "1 Punkt", "2 Punkte", "3 Punkte", "5 Punkte", "11 Punkte", "21 Punkte", "100 Punkte"),
    "es": ("0 cosas", "1 cosa", "2 cosas", "3 cosas", "5 cosas", "11 cosas", "21 cosas", "100 cosas"),
    "fr": ("0 point", "1 point", "2 points", "3 points", "5 points", "11 points", "21 points", "100 points"),
    "pl": ("0 spraw", "1 sprawa", "2 sprawy", "3 sprawy", "5 spraw", "11 spraw", "21 spraw", "100 spraw"),
    "uk": ("0 справ", "1 справа", "2 справи", "3 справи", "5 справ", "11 справ", "21 справа", "100 справ"),
}
"""How things are counted, for each of `COUNTS`."""


class Texts(HTMLParser):
    """Gathers what a page says, piece by piece: its texts and the attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the attributes that people read or hear."""
        values = dict(attrs)
        for name in ("aria-label", "alt", "title", "placeholder"):
            self._take(values.get(name) or "")
        if tag == "meta" and values.get("name") == "description":
            self._take(values.get("content") or "")

    def handle_data(self, data: str) -> None:
        """Take a text."""
        self._take(data)

    def _take(self, text: str) -> None:
        self.found.update(split_text(text))


def split_text(text: str) -> Iterator[str]:
    """Part what a template joins: texts between dots, arrows, commas and colons."""
    return (piece.strip() for piece in re.split(r"[·→←\n]|, |: ", text) if piece.strip())


def find_english(theme: Theme, language: str) -> Iterator[re.Pattern[str]]:
    """Go through the pieces of the theme's English texts, but for those that read the same in a language."""
    texts = load_translations(theme.chain, language)
    for word in extract_words(theme):
        said = texts.pgettext(word.context, word.text) if word.context else texts.gettext(word.text)
        the_same = set(split_text(said)) if texts.has(word) else set()
        for piece in {*split_text(word.text), *split_text(word.plural or "")} - the_same:
            if re.search(r"[^\W\d]{4}", re.sub(r"%\(\w+\)s", "", piece)):
                yield re.compile(re.sub(r"%\\\(\w+\\\)s", "[^.]+", re.escape(piece)))


def build_example(root: Path, language: str) -> None:
    """Build one client of the example whose own texts are not English, for itself, its agency and the firm."""
    shutil.copytree(ROOT / "content", root / "content", ignore=shutil.ignore_patterns("thistlecombe", "zhytoyarka"))
    unset = re.compile(r"(?m)^language:.*\n")
    for path in [*root.rglob("client.yml"), *root.glob("content/agencies/*.yml")]:
        path.write_text(unset.sub("", path.read_text("utf-8")), encoding="utf-8")
    settings = unset.sub("", (ROOT / "sitegen.yml").read_text("utf-8"))
    (root / "sitegen.yml").write_text(f"{settings}\nlanguage: {language}\n", encoding="utf-8")
    for audience in (Audience.CLIENT, Audience.INTERNAL):
        build(Request(config=root / "sitegen.yml", day=date(2026, 11, 20), audience=audience, is_open=True, jobs=1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_an_english_leftover(tmp_path: Path, language: str) -> None:
    build_example(tmp_path, language)
    content = "\n".join(path.read_text("utf-8") for path in tmp_path.glob("content/**/*.[my]*"))
    kinds, texts = set(), Texts()
    for path in tmp_path.glob("site*/**/*.html"):
        page = path.read_text("utf-8")
        texts.feed(page)
        kinds |= set(re.findall(r'<body class="([\w-]+)', page))
    assert kinds == KINDS and (tmp_path / "site/trazonube/index.html").is_file()
    english = list(find_english(THEME, language))
    assert len(english) > 200
    left = {text for text in texts.found for pattern in english if pattern.fullmatch(text) and text not in content}
    assert left == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_things_are_counted_as_the_language_counts(language: str) -> None:
    translations = load_translations(THEME.chain, language)
    said = [translations.ngettext("%(num)s thing", "%(num)s things", count) % {"num": count} for count in COUNTS]
    assert tuple(said) == FORMS[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_all_forms_of_its_language(language: str) -> None:
    (catalogue, *_) = (
        parse_catalogue(theme.catalogues[language], theme.catalogue_path(language)) for theme in THEME.chain
    )
    wanted = {catalogue.choose_plural(count) for count in range(201)}
    plurals = [word for word in extract_words(THEME) if word.plural]
    assert plurals
    for word in plurals:
        assert set(range(len(catalogue.texts[word.key]))) == wanted, word.text
