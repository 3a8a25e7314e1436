"""A theme renders views, finds what it extends, and names the line of whatever is wrong."""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from sitegen.errors import ThemeError
from sitegen.memory import Kept
from sitegen.theme import Theme, extract_words, load_theme, make_asset
from sitegen.theme.words import MARKUP_WORDS, TO_BE_AGREED


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a view's dates need of its head."""

    year: int = 2026
    as_of: date = date(2026, 11, 16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A small view."""

    head: Head = Head()
    title: str = "Shop"
    due: date | None = date(2026, 12, 4)
    count: object = 5


def write_theme(folder: Path, name: str, files: Mapping[str, str]) -> Path:
    """Write a theme's folder below `folder`, and return `folder`."""
    for path, text in {"theme.yml": f"name: {name}\n", **files}.items():
        target = folder / name / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


def render(theme: Theme, template: str = "page.html", *, view: object = Page(), language: str = "en") -> str:
    """Render as a page that stands one folder deep."""
    return theme.render(template, view, language=language, assets_url="../assets/", page="shop/index.html")


def fault_of(theme: Theme, template: str = "page.html", *, view: object = Page()) -> ThemeError:
    """Return what went wrong while a template was rendered."""
    with pytest.raises(ThemeError) as caught:
        render(theme, template, view=view)
    return caught.value


def test_theme_of_one_file_takes_the_rest_from_what_it_extends(tmp_path: Path) -> None:
    builtin = write_theme(
        tmp_path / "builtin",
        "default",
        {
            "templates/base.html": "<main>{% block body %}{% endblock %}</main>",
            "templates/page.html": '{% extends "base.html" %}{% block body %}{{ page.title }}{% endblock %}',
        },
    )
    firm = write_theme(
        tmp_path / "firm",
        "ours",
        {
            "theme.yml": "extends: default\n",
            "templates/base.html": '{% extends "default/base.html" %}{% block body %}<b>ours</b>{% endblock %}',
        },
    )
    assert render(load_theme("default", [firm, builtin])) == "<main>Shop</main>"
    assert render(load_theme("ours", [firm, builtin])) == "<main>Shop</main>"
    assert render(load_theme("ours", [firm, builtin]), "base.html") == "<main><b>ours</b></main>"


def test_theme_survives_pickling(tmp_path: Path) -> None:
    theme = load_theme("one", [write_theme(tmp_path, "one", {"templates/page.html": "{{ page.title }}"})])
    again = pickle.loads(pickle.dumps(theme))
    assert render(again) == render(theme) == "Shop"
    assert again.digest == theme.digest


def test_compiled_templates_are_kept_and_speak_every_language(tmp_path: Path) -> None:
    files = {"templates/page.html": "{{ 14 | days }}{% if 14 | days == '14 days' %} English{% endif %}"}
    folder, code = write_theme(tmp_path, "one", files), tmp_path / "cache" / "code"
    assert render(load_theme("one", [folder], kept=Kept(code))) == "14 days English"
    kept = [path.name for path in code.glob("*.code")]
    assert len(kept) == 1
    assert render(load_theme("one", [folder], kept=Kept(code)), language="de") == "14 Tage"
    assert [path.name for path in code.glob("*.code")] == kept


def test_extra_assets_are_found_by_name(tmp_path: Path) -> None:
    theme = load_theme("one", [write_theme(tmp_path, "one", {"templates/page.html": "{{ asset('brand.css') }}"})])
    brand = make_asset("brand.css", b"a{}")
    html = theme.render("page.html", Page(), language="en", assets_url="a/", extra_assets=[brand])
    assert html == f"a/{brand.hashed_name}"
    assert "'brand.css' is no asset of this theme" in str(fault_of(theme))


def test_words_of_templates_are_listed(tmp_path: Path) -> None:
    source = '{{ _("Done") }}\n{% trans n=page.count %}{{ n }} day{% pluralize %}{{ n }} days{% endtrans %}'
    theme = load_theme("one", [write_theme(tmp_path, "one", {"templates/page.html": source})])
    words = [(word.text, word.plural) for word in extract_words(theme)]
    of_engine = [(text, None) for text in (TO_BE_AGREED, *MARKUP_WORDS.values())]
    assert words == [*of_engine, ("Done", None), ("%(n)s day", "%(n)s days")]
