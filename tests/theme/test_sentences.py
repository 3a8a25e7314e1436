"""Sentences are said in the page's language, their fields filled in and escaped."""

import pytest
from jinja2 import TemplateRuntimeError
from markupsafe import Markup

from sitegen.theme.catalogues import parse_catalogue
from sitegen.theme.sentences import make_sayings, parse_sentence
from sitegen.theme.translations import Translations

POLISH = b"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "%(num)s day"
msgid_plural "%(num)s days"
msgstr[0] "%(num)s dzie\xc5\x84"
msgstr[1] "%(num)s dni"
msgstr[2] "%(num)s dni."

msgctxt "by hand"
msgid "By %(name)s"
msgstr "%(name)s r\xc4\x99cznie"
"""


def test_fields_are_escaped_and_the_text_is_not() -> None:
    say = parse_sentence("<b>%(name)s</b> & %(name)s: %(tag)s")
    assert say({"name": "A&B", "tag": Markup("<i>")}) == Markup("<b>A&amp;B</b> & A&amp;B: <i>")
    assert isinstance(say({"name": "", "tag": ""}), Markup)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Until %(day)s.", "Until <time>1 \u0440.</time>"),
        ("%(sum)s. Then %(sum)s!", "5 zl. Then 5 zl.!"),
        ("%(sum)s...", "5 zl...."),
        ("%(plain)s.", "x."),
    ],
)
def test_one_full_stop_serves_an_abbreviation_and_the_sentence(text: str, said: str) -> None:
    fields = {"day": Markup("<time>1 \u0440.</time>"), "sum": "5 zl.", "plain": "x"}
    assert parse_sentence(text)(fields) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("all", "all"), ("100 %%", "100 %"), ("%(n)s %%", "7 %"), ("%(n)d", "7"), ("%(n)s%(n)s", "77"), ("", "")],
)
def test_percent_signs_mean_what_they_mean_to_python(text: str, said: str) -> None:
    assert parse_sentence(text)({"n": 7}) == said == text % {"n": 7}


def test_field_that_is_not_given_is_an_error() -> None:
    with pytest.raises(KeyError, match="name"):
        parse_sentence("By %(name)s")({})


def test_nothing_is_never_said() -> None:
    with pytest.raises(TemplateRuntimeError, match="None"):
        parse_sentence("By %(name)s")({"name": None})


def test_plural_and_context_are_the_language_s() -> None:
    say = make_sayings(Translations([parse_catalogue(POLISH, "pl.po")]))
    assert [say["ngettext"]("%(num)s day", "%(num)s days", number) for number in (1, 3, 5)] == [
        "1 dzień",
        "3 dni",
        "5 dni.",
    ]
    assert say["pgettext"]("by hand", "By %(name)s", name="Ola") == "Ola ręcznie"
    assert say["_"]("By %(name)s", name="Ola") == "By Ola"
