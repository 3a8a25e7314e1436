"""An element that is written at once is written as if it were opened, filled and closed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup import make_engine
from sitegen.markup.fragment import LINE_END, UNPRINTABLE, is_plain
from sitegen.markup.rewrite import Rewriter
from sitegen.markup.sanitise import sanitise
from tests.markup.rendering import ENGINES, FILES, WORDS, read_cases
from tests.markup.test_safety import VECTORS

PIECES = [
    "<h1>",
    "</h1>",
    "<h3 id=x>",
    "</h3>",
    "<p>",
    "</p>",
    "<ul><li>",
    "</li></ul>",
    "<input type=checkbox>",
    "<table>",
    "<thead>",
    "</thead>",
    "<tr>",
    "</tr>",
    "<th>",
    "<th align=right>",
    "<th scope=row>",
    "</th>",
    "<td>",
    "<td align=left>",
    "<td align=right id=x>",
    "</td>",
    "</table>",
    "<pre>",
    "</pre>",
    "<a href=https://example.com/a?b#c>",
    "<a href='https://example.com/a?b&amp;c'>",
    "<a href='https://example.com/a b' title=t>",
    "<a href=//example.com>",
    "<a href=../files/brief.pdf>",
    "<a href=gone.md>",
    "<a href=#x id=y>",
    "</a>",
    "<b>",
    "</b>",
    "text",
    " ",
    "&nbsp;",
    '&lt;td align="left"&gt;',
]


def rewrite(html: str, *, is_at_once: bool) -> tuple[str, tuple[str, ...]]:
    rewriter = Rewriter(resolver=FILES.get, heading_level=3, id_prefix="t-", words=WORDS)
    if not is_at_once:
        rewriter._writes.clear()
    return rewriter.rewrite(html), rewriter.broken


KNOWN = [make_engine(case.engine, ENGINES[case.engine]).render(case.source) for case in read_cases()]


@pytest.mark.parametrize("html", [*KNOWN, *VECTORS])
def test_known_texts_are_written_at_once_as_piece_by_piece(html: str) -> None:
    clean = sanitise(html)
    assert rewrite(clean, is_at_once=True) == rewrite(clean, is_at_once=False)


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_any_html_is_written_at_once_as_piece_by_piece(pieces: list[str]) -> None:
    clean = sanitise("".join(pieces))
    assert rewrite(clean, is_at_once=True) == rewrite(clean, is_at_once=False)


@pytest.mark.parametrize(("name", "html"), [("h2", "<h2>A &amp; b</h2>"), ("a", '<a href="https://a.de">x</a>')])
def test_the_usual_elements_are_written_at_once(name: str, html: str) -> None:
    rewriter = Rewriter(resolver=FILES.get, heading_level=3, id_prefix="t-", words=WORDS)
    del rewriter._starts[name], rewriter._ends[name]
    assert rewriter.rewrite(html) == rewrite(html, is_at_once=False)[0]


@pytest.mark.parametrize("alignment", ["left", "center", "right"])
def test_the_alignment_of_a_cell_is_a_class_whatever_else_the_table_holds(alignment: str) -> None:
    table = f'<table><tbody><tr>{{}}<td align="{alignment}">1</td><td align="{alignment}"></td></tr></tbody></table>'
    cells = f'<td class="align-{alignment}">1</td><td class="align-{alignment}"></td>'
    assert f"<tr>{cells}</tr>" in rewrite(table.format(""), is_at_once=True)[0]
    assert f'<th scope="row">x</th>{cells}</tr>' in rewrite(table.format("<th>x</th>"), is_at_once=True)[0]


def test_a_heading_whose_cells_are_aligned_but_empty_is_dropped() -> None:
    html = '<h2><table><tbody><tr><td align="left"></td></tr></tbody></table></h2><p>x</p>'
    assert "<h3" not in rewrite(html, is_at_once=True)[0]


def test_a_plain_text_has_nothing_to_replace() -> None:
    wanted = [chr(code) for code in range(0x110000) if is_plain(chr(code))]
    assert "\n" in wanted
    assert "é" in wanted
    assert not UNPRINTABLE.search("".join(wanted))
    assert not LINE_END.search("".join(wanted))
