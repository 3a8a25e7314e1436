"""What was worked out from a theme's files is found again, and only where it is still right."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.memory import Kept
from sitegen.theme import builtin_themes_folder, load_theme
from tests.theme.test_themes import render, write_theme

PAGE = {"templates/page.html": "{{ _('Done') }} {{ ngettext('%(num)s day', '%(num)s days', 5) }}"}
POLISH = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Done"
msgstr "{done}"

msgid "%(num)s day"
msgid_plural "%(num)s days"
msgstr[0] "%(num)s dzień"
msgstr[1] "%(num)s dni"
msgstr[2] "%(num)s dni."
"""


def test_what_is_kept_is_found_for_the_same_sources_alone(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "new" / "folder")
    kept.keep("words", "a", b"\n1\n")
    assert kept.find("words", "a") == b"\n1\n"
    assert kept.find("words", "b") is None
    assert kept.find("other", "a") is None
    assert Kept(tmp_path / "new" / "folder", program="another").find("words", "a") is None
    kept.keep("nothing", "a", b"")
    assert kept.find("nothing", "a") == b""
    (tmp_path / "new" / "folder" / "nothing").unlink()
    kept.keep("words", "b", b"2")
    assert (kept.find("words", "a"), kept.find("words", "b")) == (None, b"2")
    assert [path.name for path in (tmp_path / "new" / "folder").iterdir()] == ["words"]


def test_nothing_is_kept_where_there_is_no_folder_or_none_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for kept in (Kept(None), Kept(tmp_path / "file")):
        kept.keep("words", "a", b"1")
        assert kept.find("words", "a") is None


@given(st.data())
def test_what_is_damaged_is_not_found(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("kept")
    Kept(folder).keep("words", "a", b"some words")
    whole = (folder / "words").read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    damaged = data.draw(
        st.sampled_from([whole[:place], whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :], whole + b" "])
    )
    (folder / "words").write_bytes(damaged)
    assert Kept(folder).find("words", "a") is None


def test_words_and_code_of_a_theme_follow_its_files(tmp_path: Path) -> None:
    code = tmp_path / "code"
    folder = write_theme(tmp_path, "one", {**PAGE, "locales/pl.po": POLISH.format(done="Gotowe")})
    said = [render(load_theme("one", [folder], kept=Kept(code)), language="pl") for _ in range(2)]
    assert said == ["Gotowe 5 dni."] * 2
    assert "Done" not in load_theme("one", [folder], kept=Kept(code)).missing_words("pl")
    write_theme(tmp_path, "one", {"locales/pl.po": POLISH.format(done="Zrobione")})
    assert render(load_theme("one", [folder], kept=Kept(code)), language="pl") == "Zrobione 5 dni."
    write_theme(tmp_path, "one", {"templates/page.html": "{{ _('New') }}"})
    assert render(load_theme("one", [folder], kept=Kept(code)), language="pl") == "New"
    assert "New" in load_theme("one", [folder], kept=Kept(code)).missing_words("pl")


def test_theme_says_the_same_with_all_that_was_kept(tmp_path: Path) -> None:
    plain = load_theme("default", [builtin_themes_folder()])
    for _ in range(2):
        theme = load_theme("default", [builtin_themes_folder()], kept=Kept(tmp_path))
        assert theme.words == plain.words
        assert theme.missing_words("fr-CA") == plain.missing_words("fr-CA")
        assert theme.markup_words("uk") == plain.markup_words("uk")


def test_assets_that_were_kept_are_those_that_are_made_anew(tmp_path: Path) -> None:
    sheet = tmp_path / "one/assets/style.css"
    folders = [write_theme(tmp_path, "one", {"assets/a.png": "picture", "assets/style.css": "a { b: url(a.png) }"})]
    for text in ("a { b: url(a.png) }", "a { c: url(a.png) }"):
        sheet.write_text(text, encoding="utf-8")
        made = load_theme("one", folders).assets
        for _ in range(2):
            assert load_theme("one", folders, kept=Kept(tmp_path / "kept")).assets == made
