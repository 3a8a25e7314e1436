"""What compiled templates call is quick, and says what Jinja's own would say."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import Environment, Template, pass_context
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context
from markupsafe import Markup, escape

from sitegen.errors import ThemeError
from sitegen.serve.catalogue import render_catalogue
from sitegen.serve.catalogue.page import make_catalogue
from sitegen.theme import Theme, builtin_themes_folder, load_theme
from sitegen.theme.environment import make_environment
from sitegen.theme.translations import load_translations
from tests.theme.test_themes import Head, Page, fault_of, render, write_theme

LANGUAGES = ("en", "uk", "ar")
MODULE = """{% macro said(code) %}{{ code }} {{ page.head.audience }} {{ page.title }}{% endmacro %}"""
IMPORT = '{% import "m.html" as m with context %}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader(Head):
    """A head that tells who reads."""

    audience: str = "client"
    firm: object = None


def make_plain(theme: Theme, language: str) -> Environment:
    """Return an environment in which Jinja's own code and runtime are at work."""
    words = load_translations(theme.chain, language)
    environment = make_environment(theme.chain, theme.options, language, words)
    environment.code_generator_class = CodeGenerator
    environment.context_class = Context
    environment.template_class = Template
    environment.finalize = pass_context(lambda context, value: value)  # nothing is worked out early
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext, npgettext=words.npgettext
    )
    environment.globals["_"] = environment.globals["gettext"]
    return environment


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_says_what_jinja_itself_would_say(language: str) -> None:
    theme = load_theme("default", [builtin_themes_folder()])
    plain = make_plain(theme, language).get_template("catalogue.html")
    html = render_catalogue(theme, language).data.decode()
    asset = {asset.name: f"../assets/{asset.hashed_name}" for asset in theme.assets}.__getitem__
    assert html == plain.render(page=make_catalogue(language), asset=asset)


def test_macro_reads_each_page_s_own_values(tmp_path: Path) -> None:
    files = {"templates/m.html": MODULE, "templates/page.html": IMPORT + "{{ m.said('x') }}"}
    theme = load_theme("one", [write_theme(tmp_path, "one", files)])
    pages = [
        Page(head=Reader(), title="A"),
        Page(head=Reader(), title="B"),
        Page(head=Reader(audience="agency"), title="A"),
        Page(head=Reader(), title="A"),
    ]
    assert [render(theme, view=page) for page in pages] == ["x client A", "x client B", "x agency A", "x client A"]


def test_macro_reads_what_the_module_s_own_imports_and_parts_read(tmp_path: Path) -> None:
    files = {
        "templates/part.html": "{{ page.title }}",
        "templates/inner.html": "{% macro day() %}{{ page.due | date }}{% endmacro %}",
        "templates/m.html": '{% import "inner.html" as inner with context %}'
        '{% macro said() %}{% include "part.html" %} {{ inner.day() }}{% endmacro %}',
        "templates/page.html": IMPORT + "{{ m.said() }}",
    }
    theme = load_theme("one", [write_theme(tmp_path, "one", files)])
    assert render(theme, view=Page(title="A")) == "A Fri 4 Dec"
    assert render(theme, view=Page(title="B", head=Head(year=2025))) == "B Fri, 4 Dec 2026"


def test_macro_says_of_each_view_what_that_view_is(tmp_path: Path) -> None:
    files = {
        "templates/m.html": "{% macro said(view) %}{{ view.title }} {{ view.count }}{% endmacro %}",
        "templates/page.html": IMPORT + "{{ m.said(page) }}",
    }
    theme = load_theme("one", [write_theme(tmp_path, "one", files)])
    pages = [Page(count=1), Page(count=True), Page(count=1.0), Page(title="B", count=1)]
    said = ["Shop 1", "Shop True", "Shop 1.0", "B 1"]
    assert [render(theme, view=page) for page in (*pages, *pages)] == [*said, *said]


PART = "{% set head = page.head %}{{ head.audience }} {{ head.firm.name }} {{ head.firm.fields | join }} {{ dir }}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """Whose page it is."""

    name: object = "Firm"
    fields: object = ()


def test_part_that_reads_the_head_alone_is_written_for_each_head(tmp_path: Path) -> None:
    page = "{% include 'part.html' %}{% set dir = 'up' %} {% include 'part.html' %}"
    theme = load_theme(
        "one", [write_theme(tmp_path, "one", {"templates/part.html": PART, "templates/page.html": page})]
    )
    firms = [Firm(), Firm(name=1), Firm(name=True), Firm(name="<"), Firm(name=Markup("<")), Firm(fields=("a", 1))]
    firms += [Firm(name=1.0), Firm(fields=("a", True)), Firm(fields=["a"])]
    heads = [Reader(firm=firm) for firm in firms] + [Reader(firm=Firm(), audience="agency")]
    for head in (*heads, *heads):
        firm = head.firm
        assert isinstance(firm, Firm)
        said = f"{head.audience} {escape(firm.name)} {''.join(map(str, firm.fields))}"  # type: ignore[call-overload]
        assert render(theme, view=Page(head=head)) == f"{said} ltr {said} up"


def test_part_is_written_for_what_heads_share_and_for_what_they_do_not(tmp_path: Path) -> None:
    files = {"templates/part.html": PART, "templates/page.html": "{% include 'part.html' %}"}
    theme = load_theme("one", [write_theme(tmp_path, "one", files)])
    firm, fields = Firm(), ["a"]
    changing = Firm(fields=fields)
    for audience in ("client", "client", "agency", "client"):
        assert render(theme, view=Page(head=Reader(firm=firm, audience=audience))) == f"{audience} Firm  ltr"
        fields.append("b")
        said = render(theme, view=Page(head=Reader(firm=changing, audience=audience)))
        assert said == f"{audience} Firm {''.join(fields)} ltr"


def test_part_that_reads_more_than_the_head_is_written_for_each_page(tmp_path: Path) -> None:
    part = "{% set head = page.head %}{{ head.audience }}{% set head = page %}{{ head.title }}"
    theme = load_theme(
        "one",
        [
            write_theme(
                tmp_path, "one", {"templates/part.html": part, "templates/page.html": '{% include "part.html" %}'}
            )
        ],
    )
    pages = [Page(head=Reader(), title=title) for title in ("A", "B")]
    assert [render(theme, view=page) for page in pages] == ["clientA", "clientB"]


def test_macro_sees_the_names_of_the_template_that_imports_it(tmp_path: Path) -> None:
    page = "{% for word in ('a', 'b') %}{% import 'm.html' as m with context %}{{ m.said() }}{% endfor %}"
    files = {"templates/m.html": "{% macro said() %}<{{ word }}>{% endmacro %}", "templates/page.html": page}
    theme = load_theme("one", [write_theme(tmp_path, "one", files)])
    assert render(theme) == "<a><b>"


@pytest.mark.parametrize("state", ["namespace(n=0)", "[]", "cycler('1', '2')"])
def test_module_that_counts_begins_anew_with_each_import(tmp_path: Path, state: str) -> None:
    count = {
        "namespace(n=0)": "{% set state.n = state.n + 1 %}{{ state.n }}",
        "[]": "{% if state.append(1) is none %}{{ state | length }}{% endif %}",
        "cycler('1', '2')": "{{ state.next() }}",
    }[state]
    files = {
        "templates/m.html": f"{{% set state = {state} %}}{{% macro count() %}}{count}{{% endmacro %}}",
        "templates/page.html": IMPORT + "{{ m.count() }}{{ m.count() }}",
    }
    theme = load_theme("one", [write_theme(tmp_path, "one", files)])
    assert [render(theme), render(theme)] == ["12", "12"]


def test_equal_arguments_of_other_kinds_are_said_otherwise(tmp_path: Path) -> None:
    files = {
        "templates/m.html": "{% macro said(value, more=2) %}{{ value }}-{{ more }} {% endmacro %}",
        "templates/page.html": IMPORT + "{% for value in (1, true, 1.0, 0.0, -0.0, '<', '<' | safe) %}"
        "{{ m.said(value) }}{{ m.said(value, true) }}{% endfor %}",
    }
    theme = load_theme("one", [write_theme(tmp_path, "one", files)])
    said = "1-2 1-True True-2 True-True 1.0-2 1.0-True 0.0-2 0.0-True -0.0-2 -0.0-True &lt;-2 &lt;-True <-2 <-True "
    assert [render(theme), render(theme)] == [said, said]


def test_macro_is_called_in_every_way_that_jinja_knows(tmp_path: Path) -> None:
    files = {
        "templates/m.html": "{% macro one(a, b='B') %}{{ a }}{{ b }}{% endmacro %}"
        "{% macro many(a) %}{{ a }}{{ varargs | join }}{{ kwargs.c }}{% endmacro %}"
        "{% macro around(a) %}{{ a }}({{ caller('x') }}){% endmacro %}",
        "templates/page.html": IMPORT + "{{ m.one('a') }} {{ m.one('a', b='c') }} {{ m.many('a', 'b', c='c') }} "
        "{% call(word) m.around('a') %}{{ word }}{{ page.title }}{% endcall %}",
    }
    theme = load_theme("one", [write_theme(tmp_path, "one", files)])
    assert render(theme) == "aB ac abc a(xShop)"


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("m.one()", "parameter 'a' was not provided"),
        ("m.one(1, 2)", "macro 'one' takes not more than 1 argument(s)"),
        ("m.one(b=2)", "macro 'one' takes no keyword argument 'b'"),
    ],
)
def test_macro_called_wrongly_is_told_with_its_line(tmp_path: Path, call: str, told: str) -> None:
    files = {
        "templates/m.html": "{% macro one(a) %}{{ a }}{% endmacro %}",
        "templates/page.html": IMPORT + f"\n\n{{{{ {call} }}}}",
    }
    error = fault_of(load_theme("one", [write_theme(tmp_path, "one", files)]))
    assert told in error.problem.message
    page = (tmp_path / "one/templates/page.html").as_posix()
    assert f"{page}:3" in (*error.trail, f"{error.problem.position.path}:{error.problem.position.line}")


def test_import_that_fails_is_told_only_where_it_is_made(tmp_path: Path) -> None:
    files = {
        "templates/m.html": '{% macro bad() %}{% include "none.html" %}{% endmacro %}{% macro good() %}x{% endmacro %}',
        "templates/page.html": IMPORT + "{{ m.good() }}",
        "templates/bad.html": IMPORT + "{{ m.bad() }}",
    }
    theme = load_theme("one", [write_theme(tmp_path, "one", files)])
    assert render(theme) == "x"
    with pytest.raises(ThemeError, match=r"'none\.html' is no template of this theme"):
        render(theme, "bad.html")
