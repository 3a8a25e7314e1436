"""A language that is set and that the theme does not speak is told where it is set; what falls back is spoken."""

from pathlib import Path

import pytest

from sitegen.build import Request, build, check
from sitegen.problems import Level, Problem
from tests.cases import DEFAULTS, part_files, write_files

SITE = """\
-- sitegen.yml --
name: Firm
url: https://status.example.org
language: {language}
theme: ours
-- themes/ours/theme.yml --
extends: default
-- themes/ours/templates/404.html --
{{% extends "default/404.html" %}}
{{% block description %}}{{{{ _('Lost?') }}}}{{% endblock %}}
-- themes/ours/locales/de.po --
msgid "Lost?"
msgstr "Verirrt?"
-- content/agencies/north.yml --
name: North
language: {agency}
-- content/clients/acme/client.yml --
name: Acme
language: {client}
-- content/clients/acme/shop/project.yml --
name: Shop
start: 2026-01-05
"""


def write_site(root: Path, *, language: str = "en", agency: str = "en", client: str = "en") -> Request:
    """Write a site in these languages, and return what builds it."""
    text = SITE.format(language=language, agency=agency, client=client)
    write_files({**DEFAULTS, **part_files(text)}, root)
    return Request(config=root / "sitegen.yml", jobs=1)


def find_told(request: Request) -> list[Problem]:
    """Return what `check` says of the theme."""
    return [problem for problem in check(request) if problem.rule == "theme"]


@pytest.mark.parametrize("language", ["en", "en-GB", "de", "de-AT"])
def test_spoken_languages_are_not_told(tmp_path: Path, language: str) -> None:
    assert find_told(write_site(tmp_path, language=language, agency=language, client=language)) == []


def test_a_language_without_words_is_told_with_those_that_have_them(tmp_path: Path) -> None:
    (told,) = find_told(write_site(tmp_path, client="sv"))
    assert told.message == (
        "the theme 'ours' has no words in 'sv', so it says them in English; it speaks ar, de, en, es, fr, pl, uk"
    )
    position = told.position
    assert (position.path, position.line, position.column) == ("content/clients/acme/client.yml", 2, 11)
    assert told.level is Level.WARNING


def test_an_incomplete_language_is_told_with_what_it_lacks(tmp_path: Path) -> None:
    (told,) = find_told(write_site(tmp_path, agency="uk-UA"))
    assert told.message.startswith("1 of ")
    assert told.message.endswith(
        " words of the theme 'ours' are not translated into 'uk-UA': 'Lost?'; add them to its locales/uk-UA.po"
    )
    assert told.position.path == "content/agencies/north.yml"


def test_the_site_s_own_language_is_told_once(tmp_path: Path) -> None:
    (told,) = find_told(write_site(tmp_path, language="sv", agency="de", client="de"))
    assert (told.position.path, told.position.line) == ("sitegen.yml", 3)


def test_builds_warn_of_it_and_strict_ones_refuse(tmp_path: Path) -> None:
    request = write_site(tmp_path, client="sv")
    assert [problem.rule for problem in build(request).warnings if problem.rule == "theme"] == ["theme"]
    strict = Request(config=request.config, is_strict=True)
    assert [problem.level for problem in find_told(strict)] == [Level.ERROR]
