"""Themes speak the reader's language, the nearest theme's words first, and know which are missing."""

from pathlib import Path

import pytest

from sitegen.errors import ThemeError
from sitegen.theme import format_words, is_known_language, load_theme
from sitegen.theme.languages import find_direction, find_locale
from sitegen.theme.words import MARKUP_WORDS, TO_BE_AGREED
from tests.theme.test_themes import Page, render, write_theme

UKRAINIAN = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; "
"plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Done"
msgstr "Готово"

msgctxt "month"
msgid "May"
msgstr "Травень"

msgid "%(n)s thing"
msgid_plural "%(n)s things"
msgstr[0] "%(n)s річ"
msgstr[1] "%(n)s речі"
msgstr[2] "%(n)s речей"

#, fuzzy
msgid "Late"
msgstr "Рано"
"""
TEMPLATE = (
    "{{ _('Done') }}, {{ pgettext('month', 'May') }}, {{ _('Late') }}, "
    "{% trans n=page.count %}{{ n }} thing{% pluralize %}{{ n }} things{% endtrans %}"
)


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [
        ("uk", 1, "Готово, Травень, Late, 1 річ"),
        ("uk-UA", 3, "Готово, Травень, Late, 3 речі"),
        ("uk", 5, "Готово, Травень, Late, 5 речей"),
        ("en", 1, "Done, May, Late, 1 thing"),
        ("fr", 5, "Done, May, Late, 5 things"),
    ],
)
def test_templates_speak_the_language(tmp_path: Path, language: str, count: int, text: str) -> None:
    files = {"templates/page.html": TEMPLATE, "locales/uk.po": UKRAINIAN}
    theme = load_theme("one", [write_theme(tmp_path, "one", files)])
    assert render(theme, view=Page(count=count), language=language) == text


def test_nearest_theme_has_the_word_and_the_rest_falls_back(tmp_path: Path) -> None:
    write_theme(tmp_path, "default", {"templates/page.html": TEMPLATE, "locales/uk.po": UKRAINIAN})
    words = 'msgid "Done"\nmsgstr "Зроблено"\n\nmsgctxt "month"\nmsgid "May"\nmsgstr ""\n'
    write_theme(tmp_path, "ours", {"theme.yml": "extends: default", "locales/uk.po": words})
    assert render(load_theme("ours", [tmp_path]), language="uk").startswith("Зроблено, Травень")


def test_missing_words_are_those_nobody_translated(tmp_path: Path) -> None:
    files = {"templates/page.html": TEMPLATE, "locales/uk.po": UKRAINIAN, "locales/pt_BR.po": ""}
    theme = load_theme("one", [write_theme(tmp_path, "one", files)])
    assert theme.languages == ("en", "pt-BR", "uk")
    of_engine = (TO_BE_AGREED, *MARKUP_WORDS.values())
    assert theme.missing_words("uk-UA") == (*of_engine, "Late")
    assert theme.missing_words("de") == (*of_engine, "Done", "May", "Late", "%(n)s thing")
    assert theme.missing_words("en-GB") == ()


@pytest.mark.parametrize(
    ("catalogue", "line", "message"),
    [
        ('msgid "a"\nmsgst "b"\n', 2, "this is no PO file"),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "%(n)s x"\nmsgstr "%(m)s y"\n', 4, "'%(m)s' is no field of '%(n)s x'; it has"),
        ('msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=n !== 1;\\n"\n', 3, "this is no PO file"),
    ],
)
def test_wrong_catalogue_is_told_with_its_line(tmp_path: Path, catalogue: str, line: int, message: str) -> None:
    theme = load_theme("one", [write_theme(tmp_path, "one", {"templates/page.html": "", "locales/de.po": catalogue})])
    with pytest.raises(ThemeError) as caught:
        render(theme, language="de")
    position = caught.value.problem.position
    assert caught.value.problem.message.startswith(message)
    assert (position.path, position.line) == ((tmp_path / "one/locales/de.po").as_posix(), line)


def test_catalogue_is_brought_up_to_date_without_losing_a_word(tmp_path: Path) -> None:
    old = UKRAINIAN + '\nmsgid "Gone"\nmsgstr "Зникло"\n'
    files = {"templates/page.html": TEMPLATE + "{{ _('New') }}", "locales/uk.po": old}
    theme = load_theme("one", [write_theme(tmp_path, "one", files)])
    fresh = format_words(theme, "uk")
    text = fresh.decode()
    assert "Gone" not in text and 'msgid "New"\nmsgstr ""' in text and "templates/page.html" in text
    again = load_theme("one", [write_theme(tmp_path, "one", {"locales/uk.po": text})])
    assert render(again, view=Page(count=5), language="uk") == "Готово, Травень, Late, 5 речейNew"
    assert format_words(again, "uk") == fresh


def test_new_catalogue_has_every_word_and_the_language_s_plurals(tmp_path: Path) -> None:
    theme = load_theme("one", [write_theme(tmp_path, "one", {"templates/page.html": TEMPLATE})])
    text = format_words(theme, "pl").decode()
    assert text.startswith('msgid ""\nmsgstr ""\n"Language: pl\\n"\n')
    assert [text.count(f"msgstr[{form}]") for form in range(4)] == [1, 1, 1, 0]
    again = load_theme("one", [write_theme(tmp_path, "one", {"locales/pl.po": text})])
    assert again.missing_words("pl") == theme.missing_words("pl")
    assert format_words(again, "pl").decode() == text


def test_translations_may_hold_markup_and_their_fields_are_escaped(tmp_path: Path) -> None:
    template = "{% trans who=page.title %}by <b>{{ who }}</b>{% endtrans %}"
    catalogue = 'msgid "by <b>%(who)s</b>"\nmsgstr "von <i>%(who)s</i>"\n'
    files = {"templates/page.html": template, "locales/de.po": catalogue}
    theme = load_theme("one", [write_theme(tmp_path, "one", files)])
    assert render(theme, view=Page(title="<x>"), language="de") == "von <i>&lt;x&gt;</i>"


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("he-IL", "rtl"), ("uk", "ltr"), ("xx", "ltr")])
def test_direction_is_the_language_s(tmp_path: Path, language: str, direction: str) -> None:
    theme = load_theme("one", [write_theme(tmp_path, "one", {"templates/page.html": "{{ language }} {{ dir }}"})])
    assert render(theme, language=language) == f"{language} {direction}"
    assert find_direction(language) == direction


def test_unknown_languages_are_known_as_such() -> None:
    assert is_known_language("uk-UA") and is_known_language("zh-Hant-TW") and is_known_language("de-XX")
    assert not is_known_language("xx") and not is_known_language("") and not is_known_language("klingon")
    assert str(find_locale("de-XX")) == "de"
    assert str(find_locale("xx")) == "en_GB"
