"""Themes are found, read and chained, and what is wrong with their folders is told with its place."""

from pathlib import Path

import pytest

from sitegen.errors import ThemeError
from sitegen.problems import Problem
from sitegen.theme import builtin_themes_folder, load_theme
from tests.theme.test_themes import render, write_theme


def problem_of(name: str, *folders: Path) -> Problem:
    """Return what is wrong with a theme."""
    with pytest.raises(ThemeError) as caught:
        load_theme(name, folders)
    return caught.value.problem


def test_nearest_folder_wins(tmp_path: Path) -> None:
    near = write_theme(tmp_path / "near", "one", {"templates/page.html": "near"})
    far = write_theme(tmp_path / "far", "one", {"templates/page.html": "far"})
    assert render(load_theme("one", [near, far])) == "near"
    assert render(load_theme("one", [far, near])) == "far"


def test_theme_may_extend_one_of_its_own_name_in_a_later_folder(tmp_path: Path) -> None:
    firm = write_theme(
        tmp_path / "firm",
        "default",
        {
            "theme.yml": "extends: default\n",
            "templates/page.html": '{% extends "default/page.html" %}{% block b %}ours{% endblock %}',
        },
    )
    builtin = write_theme(
        tmp_path / "builtin", "default", {"templates/page.html": "<p>{% block b %}theirs{% endblock %}</p>"}
    )
    assert render(load_theme("default", [firm, builtin])) == "<p>ours</p>"


def test_loop_is_told_where_it_closes(tmp_path: Path) -> None:
    write_theme(tmp_path, "one", {"theme.yml": "extends: two\n"})
    write_theme(tmp_path, "two", {"theme.yml": "name: Two\nextends: one\n"})
    problem = problem_of("one", tmp_path)
    assert problem.message == "'one' extends itself, in a loop; let one theme of the chain extend nothing"
    assert (problem.position.path, problem.position.line) == ((tmp_path / "two/theme.yml").as_posix(), 2)


def test_missing_theme_names_the_nearest(tmp_path: Path) -> None:
    write_theme(tmp_path, "default", {})
    write_theme(tmp_path, "ours", {"theme.yml": "extends: defualt\n"})
    problem = problem_of("ours", tmp_path)
    assert "'defualt' is no theme" in problem.message
    assert problem.message.endswith("did you mean 'default'?")
    assert (problem.position.line, problem.position.column) == (1, 10)
    assert problem_of("our", tmp_path).message.endswith("did you mean 'ours'?")


@pytest.mark.parametrize(
    ("settings", "line", "message"),
    [
        ("name: x\nextend: y\n", 2, "'extend' is no key of theme.yml; did you mean 'extends'?"),
        ("name: x\noptions: [a]\n", 2, "'options' must be a map of names to defaults"),
        ("extends: [a]\n", 1, "'extends' must be the name of a theme"),
        ("name: {a: b}\n", 1, "'name' must be text"),
        ("name: a\nname: b\n", 2, "'name' is there twice, first on line 1; keep one"),
    ],
)
def test_wrong_settings_are_told_with_their_line(tmp_path: Path, settings: str, line: int, message: str) -> None:
    problem = problem_of("one", write_theme(tmp_path, "one", {"theme.yml": settings}))
    assert problem.position.line == line
    assert problem.message == message
    assert problem.rule == "theme"


def test_options_are_inherited_overridden_and_checked(tmp_path: Path) -> None:
    write_theme(tmp_path, "default", {"theme.yml": "options: {figures: true, columns: 2, tone: calm}\n"})
    write_theme(
        tmp_path,
        "ours",
        {
            "theme.yml": "extends: default\noptions: {columns: 3}\n",
            "templates/page.html": "{{ options.figures is true }} {{ options.columns + 1 }} {{ options.tone }}",
        },
    )
    assert render(load_theme("ours", [tmp_path], {"tone": "warm"})) == "True 4 warm"
    with pytest.raises(ThemeError, match="'tune' is no option of the theme 'ours'; did you mean 'tone'"):
        load_theme("ours", [tmp_path], {"tune": "warm"})


def test_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    write_theme(tmp_path, "one", {"templates/page.html": ""})
    (tmp_path / "one/templates/page.html").write_bytes(b"fine\n\xff")
    problem = problem_of("one", tmp_path)
    assert problem.position.path.endswith("one/templates/page.html")
    assert problem.position.line == 2


def test_hidden_files_are_no_assets(tmp_path: Path) -> None:
    theme = load_theme("one", [write_theme(tmp_path, "one", {"assets/.DS_Store": "x", "assets/a.js": "y"})])
    assert [asset.name for asset in theme.assets] == ["a.js"]


@pytest.mark.parametrize("path", ["templates/page.html", "assets/a.css", "locales/de.po", "theme.yml"])
def test_digest_changes_with_every_file(tmp_path: Path, path: str) -> None:
    files = {"templates/page.html": "a", "assets/a.css": "a", "locales/de.po": "# a\n", "theme.yml": "options: {a: 1}"}
    digest = load_theme("one", [write_theme(tmp_path / "old", "one", files)]).digest
    assert load_theme("one", [write_theme(tmp_path / "same", "one", files)]).digest == digest
    changed = {**files, path: files[path].replace("a", "b")}
    assert load_theme("one", [write_theme(tmp_path / "new", "one", changed)]).digest != digest


def test_digest_knows_the_options_that_were_chosen(tmp_path: Path) -> None:
    write_theme(tmp_path, "one", {"theme.yml": "options: {tone: calm}"})
    assert load_theme("one", [tmp_path]).digest != load_theme("one", [tmp_path], {"tone": "warm"}).digest


def test_builtin_themes_stand_where_sitegen_does() -> None:
    assert builtin_themes_folder().name == "themes"
    assert builtin_themes_folder().is_dir()
