"""HTML of the usual kind is written by replacements as the rewriter would write it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sitegen.markup import make_engine
from sitegen.markup.harmless import pass_harmless
from sitegen.markup.rewrite import Rewriter
from sitegen.markup.usual import is_usual, write_usual
from tests.markup.rendering import FILES, WORDS

GFM = make_engine("gfm")

ALL_KINDS = """
# A "head" & *more*

Two `a < 5` of __b__ [c](../files/brief.pdf#d) and [*e*](https://example.com/f?g=h)
or [d](mailto:e@example.com?f=g#h), i@example.com, https://example.com/j

## **A** [head](2026-11-09.md?x=y) & `more`

###### A "head" & *more*

1. i
2. j
   - k

> l

| m | *n* | | |
| -- | :-: | - | -: |
| o  | p   |
|    | q   | r | s |

```python
r
```
"""

PIECES = [
    "# ",
    "## Head\n\n",
    "### Head\n\n",
    "#### Head [c](../files/brief.pdf)\n\n",
    "a *b* `c` ",
    "\n\n",
    "> ",
    "- ",
    "- [x] ",
    "\n|a|*b*|\n|:-|-|\n|c|\n\n",
    "\n|a||\n|-:|-|\n|c|<td align='left'>|\n\n",
    "```\na\n```\n",
    "[a](https://example.com/?a#b) ",
    "[*a*](https://example.com/) ",
    "[](https://example.com/) ",
    "[a](http://example.com/&amp;) ",
    "[a](a%20plan.md) ",
    "[a](../files/brief.pdf?a=b#c) ",
    "[a](gone.md) ",
    "[a](#head) ",
    "[a](//example.com) ",
    "[a](/a) ",
    "[a](mailto:a@example.com) ",
    "[](tel:1) ",
    "a@example.com ",
    "[&Tab;](2026-11-09.md) ",
    "![a](shot.png) ",
    "\u2028",
    "\u3000",
    "\xa0",
    '"<table>" ',
    "&lt;th> ",
]


def read(text: str) -> str:
    """Return the HTML of a text; none where it is not harmless and usual."""
    html = pass_harmless(GFM.render(text)) if GFM.makes_all(text) else None
    return html if html is not None and is_usual(html) else ""


def write(html: str) -> str | None:
    return write_usual(html, FILES.get, 3, "t-", WORDS.table)


def rewrite(html: str) -> str | None:
    """Return what the rewriter writes; None where a link leads nowhere."""
    rewriter = Rewriter(resolver=FILES.get, heading_level=3, id_prefix="t-", words=WORDS)
    written = rewriter.rewrite(html)
    return None if rewriter.broken else written


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=2), max_size=20).map("".join))
def test_usual_html_is_written_as_the_rewriter_writes_it(text: str) -> None:
    html = read(text)
    assume(html)
    assert write(html) == rewrite(html)


@pytest.mark.parametrize("piece", PIECES)
def test_each_piece_is_written_as_the_rewriter_writes_it_or_is_unusual(piece: str) -> None:
    for text in (piece, f"# {piece}", f"> {piece}", f"**{piece.strip()}**", f"# Head\n\n{piece}\n\n# Head"):
        html = read(text)
        assert write(html) == rewrite(html)


def test_every_kind_of_usual_element_is_usual() -> None:
    html = read(ALL_KINDS)
    assert html
    assert write(html) == rewrite(html) is not None


@pytest.mark.parametrize(
    "text",
    [
        "![a](shot.png)",
        "- [ ] a",
        "[](https://example.com/)",
        "[&nbsp;](https://example.com/)",
        "[a](#b)",
        "[a](//example.com/)",
        "[a](xmpp:a@example.com)",
        "[a](mailto:a&b@example.com)",
        "[a](b 'c')",
        "[a](b&c)",
        "#",
        "# &Tab;",
        "# \u2028",
        "# \u3000",
        "# **&nbsp;**",
        "|a|&Tab;|\n|-|-|",
        "|a|**&nbsp;**|\n|-|-|",
    ],
)
def test_what_takes_more_than_a_replacement_is_unusual(text: str) -> None:
    assert not read(text)


def test_a_link_that_leads_nowhere_is_left_to_the_rewriter() -> None:
    html = read("# a\n\n[b](gone.md)")
    assert html
    assert write(html) is None
