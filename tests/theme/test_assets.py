"""Assets get names that change with their content, and style sheets follow."""

import re
from pathlib import Path

import pytest

from sitegen.errors import ThemeError
from sitegen.theme import load_theme, make_asset
from tests.theme.test_themes import render, write_theme


def sheet(folder: Path, css: str, name: str = "assets/style.css") -> str:
    """Return what becomes of a style sheet that stands beside a font and a picture."""
    files = {name: css, "assets/fonts/a b.woff2": "font", "assets/dot.svg": "<svg/>", "assets/print.css": "p{}"}
    theme = load_theme("one", [write_theme(folder, "one", files)])
    return next(asset.data.decode() for asset in theme.assets if f"assets/{asset.name}" == name)


DOT = make_asset("dot.svg", b"<svg/>").hashed_name
PRINT = make_asset("print.css", b"p{}").hashed_name
FONT = make_asset("fonts/a b.woff2", b"font").hashed_name.replace(" ", "%20")


def test_hashed_name_keeps_folder_and_extension() -> None:
    asset = make_asset("fonts/inter.var.woff2", b"font")
    assert re.fullmatch(r"fonts/inter\.var\.[0-9a-f]{8}\.woff2", asset.hashed_name)
    assert make_asset("fonts/inter.var.woff2", b"other").hashed_name != asset.hashed_name


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a{b:url(dot.svg)}", f"a{{b:url({DOT})}}"),
        ("a{b:url( 'dot.svg' )}", f"a{{b:url( '{DOT}' )}}"),
        ('a{b:url("./dot.svg#part")}', f'a{{b:url("{DOT}#part")}}'),
        ('a{b:url("fonts/a b.woff2")}', f'a{{b:url("{FONT}")}}'),
        ("a{b:url(fonts/a%20b.woff2?v=1)}", f"a{{b:url({FONT}?v=1)}}"),
        ('@import "print.css";', f'@import "{PRINT}";'),
        ("@import url(print.css);", f"@import url({PRINT});"),
        ("/* url(gone.png) */", ""),
        ("a{b:url(data:image/png;base64,AA==)}", "a{b:url(data:image/png;base64,AA==)}"),
        ("a{b:url(#part)}", "a{b:url(#part)}"),
    ],
)
def test_links_of_style_sheets_follow(tmp_path: Path, css: str, expected: str) -> None:
    assert sheet(tmp_path, css) == expected


def test_links_are_relative_to_their_own_style_sheet(tmp_path: Path) -> None:
    assert sheet(tmp_path, "a{b:url(../dot.svg)}", "assets/css/style.css") == f"a{{b:url(../{DOT})}}"


def test_changed_picture_renames_the_style_sheet_that_uses_it(tmp_path: Path) -> None:
    def name_with(picture: str) -> str:
        files = {"assets/style.css": "a{b:url(dot.svg)}", "assets/dot.svg": picture}
        assets = load_theme("one", [write_theme(tmp_path / picture, "one", files)]).assets
        return next(asset.hashed_name for asset in assets if asset.name == "style.css")

    assert name_with("red") != name_with("blue")


def test_link_to_nothing_is_an_error_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match=r"'dut\.svg' is no asset of this theme; did you mean 'dot\.svg'") as caught:
        sheet(tmp_path, "/* one\ntwo */\na{b:url(dut.svg)}")
    position = caught.value.problem.position
    assert (position.line, position.column, position.source) == (3, 9, "a{b:url(dut.svg)}")


def test_style_sheets_in_a_loop_are_an_error(tmp_path: Path) -> None:
    write_theme(tmp_path, "one", {"assets/a.css": '@import "b.css";', "assets/b.css": '@import "a.css";'})
    with pytest.raises(ThemeError, match=r"'a\.css' leads back to this style sheet"):
        _ = load_theme("one", [tmp_path]).assets


def test_nearest_theme_replaces_an_asset_and_links_reach_the_others(tmp_path: Path) -> None:
    write_theme(tmp_path, "default", {"assets/style.css": "a{b:url(dot.svg)}", "assets/dot.svg": "theirs"})
    write_theme(tmp_path, "ours", {"theme.yml": "extends: default", "assets/dot.svg": "ours"})
    by_name = {asset.name: asset for asset in load_theme("ours", [tmp_path]).assets}
    assert by_name["dot.svg"].data == b"ours"
    assert by_name["dot.svg"].hashed_name in by_name["style.css"].data.decode()


def test_templates_get_the_way_to_an_asset(tmp_path: Path) -> None:
    files = {"templates/page.html": "{{ asset('fonts/a b.woff2') }}", "assets/fonts/a b.woff2": "font"}
    assert render(load_theme("one", [write_theme(tmp_path, "one", files)])) == f"../assets/{FONT}"
