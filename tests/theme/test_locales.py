"""Catalogues keep up with their templates, and every built-in theme says every word in every language it speaks."""

import shutil
from pathlib import Path

import pytest

from sitegen.theme import builtin_themes_folder, load_theme
from sitegen.theme.locales import update_locales
from tests.theme.test_themes import Page, render, write_theme

BUILTIN = sorted(path.parent.name for path in builtin_themes_folder().glob("*/theme.yml"))
LANGUAGES = load_theme("default", [builtin_themes_folder()]).languages

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def test_builtin_catalogues_are_up_to_date(tmp_path: Path) -> None:
    themes = Path(shutil.copytree(builtin_themes_folder(), tmp_path / "themes"))
    stale = [path.relative_to(themes).as_posix() for path in update_locales(themes)]
    assert stale == [], "'make translations' brings them up to date"


@pytest.mark.parametrize("name", BUILTIN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_builtin_themes_say_every_word_in_every_language(name: str, language: str) -> None:
    assert load_theme(name, [builtin_themes_folder()]).missing_words(language) == ()


def test_update_adds_new_words_drops_old_ones_and_keeps_translations(tmp_path: Path) -> None:
    files = {
        "templates/page.html": "{{ _('Done') }}{{ _('Late') }}",
        "locales/de.po": HEADER + 'msgid "Done"\nmsgstr "Fertig"\n\nmsgid "Gone"\nmsgstr "Fort"\n',
    }
    path = write_theme(tmp_path, "one", files) / "one/locales/de.po"
    assert update_locales(tmp_path) == (path,)
    text = path.read_text("utf-8")
    assert 'msgid "Done"\nmsgstr "Fertig"' in text and 'msgid "Late"\nmsgstr ""' in text and "Gone" not in text
    assert update_locales(tmp_path) == ()


def test_catalogue_of_a_theme_that_extends_asks_only_for_its_own_words(tmp_path: Path) -> None:
    write_theme(tmp_path, "default", {"templates/page.html": "{{ _('Done') }}{{ _('Late') }}"})
    files = {
        "theme.yml": "extends: default",
        "templates/page.html": "{{ _('Done') }}{{ _('Late') }}{{ _('Ours') }}",
        "locales/de.po": HEADER + 'msgid "Late"\nmsgstr "Verspätet"\n',
    }
    path = write_theme(tmp_path, "ours", files) / "ours/locales/de.po"
    update_locales(tmp_path)
    text = path.read_text("utf-8")
    assert 'msgid "Ours"\nmsgstr ""' in text and "Done" not in text and "Table" not in text
    assert "#: templates/page.html\n" in text and tmp_path.as_posix() not in text
    assert render(load_theme("ours", [tmp_path]), view=Page(), language="de") == "DoneVerspätetOurs"
