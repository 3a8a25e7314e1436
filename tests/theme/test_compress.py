"""Style sheets lose what only their authors need, and nothing else."""

import pytest

from sitegen.theme import builtin_themes_folder
from sitegen.theme.compress import compress_css


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a {\n  color: red;\n  margin: 0 auto;\n}\n", "a{color:red;margin:0 auto}"),
        ("/* why */ a, b > c { d: e }", "a,b > c{d:e}"),
        ("a :hover { b: calc(1px + 2px) }", "a :hover{b:calc(1px + 2px)}"),
        ("@media (min-width: 4rem), print {\n a { b: c; }\n}", "@media (min-width:4rem),print{a{b:c}\n}"),
        ("a{b:c}/* one */\n/* two */d{e:f}", "a{b:c}\nd{e:f}"),
        ("a/**/b{c:d}", "a b{c:d}"),
        ('a::after { content: " ; /* no */ { "; }', 'a::after{content:" ; /* no */ { "}'),
        ("a { b: 'it\\'s ; here' }", "a{b:'it\\'s ; here'}"),
        ('a { b: ";}" }', 'a{b:";}"}'),
        ('a { b: url( "x )  y.svg" ) }', 'a{b:url( "x )  y.svg" )}'),
        ("a { b: url( x; y.svg ) }", "a{b:url( x; y.svg )}"),
        ("/*! Licence: keep; me */\na { b: c }", "/*! Licence: keep; me */ a{b:c}"),
        ('@charset "utf-8";\na { b: c }', '@charset "utf-8";a{b:c}'),
        (" \n/* nothing */\n", ""),
    ],
)
def test_only_what_an_author_needs_goes(source: str, expected: str) -> None:
    assert compress_css(source) == expected


@pytest.mark.parametrize("theme", ["default", "letter"])
def test_compressing_twice_changes_nothing_more(theme: str) -> None:
    source = (builtin_themes_folder() / theme / "assets" / "style.css").read_text("utf-8")
    once = compress_css(source)
    assert len(once) < 0.9 * len(source)
    assert compress_css(once) == once
