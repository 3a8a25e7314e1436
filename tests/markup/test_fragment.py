"""A fragment fits the page it stands on, and tells where its broken links are."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup import begin_text, make_engine, plain_text, render_markdown
from tests.markup.rendering import ENGINES, WORDS, render

REAL = Path(__file__).parents[3] / "shared" / "real"

LINKS = {
    "[x]({})": 4,
    "[x](<{}>)": 5,
    "![x]({} 't')": 5,
    '<a href="{}">x</a>': 9,
    "see <img alt=x src='{}'>": 20,
    "[x]( {} )": 5,
}
"""How a link can be written, and how far into it the target stands; a tag alone on a line would begin a block."""

NOISE = [
    "`[x](gone0.md)`",
    "*a*",
    "gone0.md",
    "\\[x](y",
    "\n- b",
    "\n\n> c",
    "\r\n\r\n",
    "é🎉",
    "[gone1.md]",
    '(href="gone1.md")',
]


@pytest.mark.parametrize("engine", ENGINES)
@given(parts=st.lists(st.sampled_from([*LINKS, *NOISE]), max_size=10), data=st.data())
def test_broken_links_are_found_where_they_stand(engine: str, parts: list[str], data: st.DataObject) -> None:
    text, expected = "", []
    for part in parts:
        target = f"gone{data.draw(st.integers(0, 2))}.md"
        if part in LINKS:
            before = (text + " ").replace("\r\n", "\n")
            at = len(before) + LINKS[part]
            expected.append((target, before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1))
        text += " " + part.format(target)
    assert [(link.target, link.line, link.column) for link in render(text, engine=engine).broken] == expected


def test_an_extension_that_makes_its_own_links_is_answered_for_too() -> None:
    engine = make_engine("python-markdown", ("wikilinks",))
    fragment = render_markdown(
        "a\nb [[Gone]]", engine=engine, links=lambda _: None, heading_level=2, id_prefix="", words=WORDS
    )
    assert [(link.target, link.line, link.column) for link in fragment.broken] == [("/Gone/", 2, 5)]


def test_fragments_on_one_page_share_no_id() -> None:
    text = "# A\n\nB[^1] [c](#a)\n\n[^1]: D"
    first, second = render(text, id_prefix="one-").html, render(text, id_prefix="two-").html
    assert first.replace("one-", "two-") == second
    assert first.count("one-") == 6


def test_a_resolver_may_lead_to_a_place_of_its_own() -> None:
    fragment = render_markdown(
        "[a](b.md#c) [d](b.md?e)",
        engine=make_engine("gfm"),
        links=lambda _: "page.html#b",
        heading_level=2,
        id_prefix="",
        words=WORDS,
    )
    assert 'href="page.html#b"' in fragment.html
    assert 'href="page.html?e#b"' in fragment.html


def test_a_resolver_is_never_asked_for_what_no_file_can_be_called() -> None:
    asked: list[str] = []
    for target in ("a%00b.md", "", "?a", "#b", "a%0Ab"):
        render_markdown(
            f"[x]({target})",
            engine=make_engine("gfm"),
            links=asked.append,
            heading_level=2,
            id_prefix="",
            words=WORDS,
        )
    assert asked == []


def test_words_and_prefixes_are_escaped() -> None:
    html = render("- [x] a\n\n# b", id_prefix='"><b>').html
    assert '<h3 id="&quot;&gt;&lt;b&gt;b">' in html


def test_control_characters_and_lone_surrogates_become_visible() -> None:
    assert render("a\x00b\x1b\ud800").html == "<p>a\ufffdb\ufffd\ufffd</p>\n"


def test_plain_text_has_the_words_one_block_a_line() -> None:
    text = "# A &amp; *b*\n\nC[^1]\nd ![e](shot.png)\n\n- f\n- [x] g\n\n| h | i |\n| - | - |\n| j | k |\n\n[^1]: l"
    fragment = render(text)
    assert fragment.text == "A & b\nC d e\nf\n✓ g\nh i\nj k\nl"
    assert plain_text(fragment.html) == fragment.text
    assert plain_text("") == ""


BLOCKS = [
    "|a|b|\n|:-|-|\n|c||\n\n",
    "- d\n- e\n\n",
    "<table><thead><tr><th>f<th></thead><tr id=g><td align=right>h<tfoot><tr><td>i</table>\n\n",
    "<ul id=j><li id=k>l</ul>\n\n",
    "> 1. m\n\n",
]
SIDE_HEADERS_AND_BOXES = "<table><tr><th>y<td>z</table>\n\n- [x] z\n"
"""What makes the rewriting look at every row, cell and item."""


@given(text=st.lists(st.sampled_from(BLOCKS)).map("".join))
def test_rows_and_items_read_the_same_whether_they_are_looked_at_or_not(text: str) -> None:
    assert render(text + SIDE_HEADERS_AND_BOXES).html == render(text).html + render(SIDE_HEADERS_AND_BOXES).html


TEXTS = [
    "a &amp; b\n\n",
    "# c\n\n",
    "- d\n- [x] e\n",
    "[^1] ",
    "\n\n[^1]: f\n\n",
    "![g](shot.png) ",
    "|h|i|\n|-|-|\n|j|k|\n\n",
    "*l*",
]


@given(text=st.lists(st.sampled_from(TEXTS), max_size=12).map("".join), length=st.integers(1, 40))
def test_the_beginning_of_a_text_is_whole_lines_and_long_enough(text: str, length: int) -> None:
    fragment = render(text)
    begun = begin_text(fragment.html, length)
    lines, whole = begun.split("\n"), fragment.text.split("\n")
    assert lines == whole[: len(lines)]
    assert lines == whole or len("".join(lines[:-1])) < length <= len("".join(lines))


def test_plain_text_is_what_was_written_not_markup() -> None:
    assert render("`<b>` &lt;i&gt;").text == "<b> <i>"


@pytest.mark.skipif(not REAL.is_dir(), reason="no real reports here")
@pytest.mark.parametrize("engine", ENGINES)
def test_real_reports_keep_every_word_and_every_table(engine: str) -> None:
    reports = [*REAL.glob("*/raw/*.md"), *REAL.glob("*/content/**/updates/*.md")]
    assert reports
    for path in reports:
        text = path.read_text("utf-8").rpartition("\n---\n")[2]
        fragment = render(text, engine=engine)
        assert fragment.html.count('<div class="scroll"') == fragment.html.count("<table") >= text.count("<table")
        assert fragment.broken == ()
        for sentence in (line for line in text.splitlines() if line.replace(" ", "").isalnum()):
            assert sentence.strip() in fragment.text
