"""Engines are made by name, say clearly what they cannot do, and cost only what is used."""

import gc
import pickle
import subprocess
import sys

import pytest

from sitegen.markup import MarkupError, make_engine
from tests.markup.rendering import render

TEXT = "A *word*, a [link](x.md), a note[^1].\n\n| a |\n| - |\n| b |\n\n- [x] c\n\n[^1]: d\n" * 4


@pytest.mark.parametrize(
    ("name", "extensions", "message"),
    [
        ("gmf", (), "'gmf' is no Markdown engine; use gfm or python-markdown; did you mean 'gfm'?"),
        ("gfm", ("toc",), "'toc' cannot be added to gfm; set `engine: python-markdown` for extensions"),
        ("python-markdown", ("tabels",), "'tabels' is no extension of python-markdown; did you mean 'tables'?"),
        (
            "python-markdown",
            ("no.such.module",),
            "'no.such.module' is no extension of python-markdown; name one of Markdown's own or an installed one",
        ),
        (
            "python-markdown",
            ("json",),
            "'json' is no extension of python-markdown; name one of Markdown's own or an installed one",
        ),
    ],
)
def test_an_engine_that_cannot_be_made_says_why(name: str, extensions: tuple[str, ...], message: str) -> None:
    with pytest.raises(MarkupError) as caught:
        make_engine(name, extensions)
    assert str(caught.value) == message
    assert str(pickle.loads(pickle.dumps(caught.value))) == message


def test_extensions_change_how_python_markdown_reads() -> None:
    text = "a | b\n- | -\n1 | 2"
    assert "<table>" not in make_engine("python-markdown").render(text)
    assert "<table>" in make_engine("python-markdown", ("markdown.extensions.tables",)).render(text)


def test_a_text_too_deep_for_python_markdown_is_an_error_and_spoils_nothing() -> None:
    engine = make_engine("python-markdown")
    deep = "\n".join("    " * level + "- a" for level in range(500))
    with pytest.raises(MarkupError, match="nested too deeply"):
        engine.render(deep)
    assert engine.render("- a") == "<ul>\n<li>a</li>\n</ul>"


def test_gfm_loads_no_other_engine() -> None:
    code = "import sys, sitegen.markup as m; m.make_engine('gfm').render('x'); print('markdown' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout.strip() == b"False"


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_rendering_with_gfm_keeps_no_memory() -> None:
    code = f"""
from pathlib import Path
from sitegen.markup import make_engine
engine = make_engine("gfm")
pages = lambda: int(Path("/proc/self/statm").read_text().split()[1])
for _ in range(100):
    engine.render({TEXT!r})
before = pages()
for _ in range(1500):
    engine.render({TEXT!r})
print(pages() - before)
"""
    grown = int(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout)
    assert grown < 1000, "pages of memory"


def test_rendering_leaves_no_garbage() -> None:
    render(TEXT)
    gc.collect()
    gc.disable()
    try:
        render(f"{TEXT}\n\nMore.")
        assert gc.collect() == 0, "objects that hold each other"
    finally:
        gc.enable()


NESTED_LIST = "\n".join("  " * level + "- a" for level in range(300))


@pytest.mark.parametrize(
    "text", [">", "[", "![](", "*a **b ", "<b><p>", "<div>", "[^a]", "# a\n", "<tr><th>", "<", "|a"]
)
def test_hostile_nesting_is_rendered(text: str) -> None:
    assert render(text * 10_000).broken == ()
    assert render(f"{text * 1_000}\n\n{NESTED_LIST}").broken == ()


def test_five_mebibytes_are_rendered() -> None:
    line = "A word **in** a [link](../files/brief.pdf).\n\n"
    count = 5 * 2**20 // len(line)
    assert render(line * count).html.count('href="files/brief.pdf"') == count
