"""What passes without the sanitiser reads on the page as if it had not, and nothing passes that it would judge."""

import re
from html.entities import html5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.markup import Engine, Fragment, make_engine, render_markdown
from sitegen.markup.gfm import GitHubMarkdown
from sitegen.markup.harmless import pass_harmless
from tests.markup.rendering import FILES, WORDS
from tests.markup.test_safety import VECTORS

GFM = make_engine("gfm")

ALL_KINDS = """
# A "head" & *more*

Two\\
lines, `a < 5` of <5 __b__ ~~c~~ [d](../files/brief.pdf 'e')
![f & g](shot.png "h") https://i.example.org/?j=1&k=2 l@m.de

1. n
2. o
   - [x] p
   - [ ] q

   r

3) s

> t&nbsp;u

---

| v | w |
| :- | -: |
| x\\|y | **z** |

```python
if a & b: "c"
```
"""
"""One of each that passes."""

PIECES = re.findall(
    r"\S+",
    r"""
- * ** *** _ __ ~~ ~ ` `` # ## > | |-| |:-:| |a|b| 1. 7) \ [ ] ( ) ]( ![ <5 < " ' & a bc é
&quot; &lt; &nbsp; &Tab; &NewLine; &bogus; [x](gone.md) [x](a%20plan.md) [x](#h) [x]() ![x](shot.png) ![x](gone.png)
[x](//h/x) [x](\\\\h) [x](/y) [x](y:z) [x](&Tab;y) [x](mailto:a@b.de) [x](mailto://[) [x](tel:+49) [x](tel:)
https://a.example.org/x?y=1&z www.ab.de m@x.de xmpp:a@b.de HTTP://A.de ftp://a.de/ javascript:a [x](javascript:a)
[x](http://xn--a.de) [x](http://[::1]/) [x](http://1.2.3) [x](http://1.2.3.0x7) [x](http://p.de:99999) [x](http://u@p.de)
[x](https://a--b.de) [x](https://ab.1c) [x](http:/p.de) [x](https://p.de?x) [x](https://p.de\x) [x](https://ü.de)
[x](https://-a-.de) [x](https://p.de/\\"'<>%zz) ![x](mailto:a) ![x](https://a.de/x.png) [x][x] [^x] [^x]:
""",
)

SPACED = [
    "[x](gone.md 'a')",
    "[x](#h 'a \"q\" b')",
    "![a\"b](shot.png '&nbsp;')",
    "- [x] ",
    "- [ ] ",
    "```x y\n",
    '~~~ a"b\n',
    "|a|b|\n|:-|-:|\n|c|d|\n",
    "\n|||\n|-|-|\n|x|\n",
    "[x]: http://q.de 'T'\n\n",
    "[x]: javascript:x\n\n",
    "---\n",
    "===\n",
]
BLANKS = [" ", "  ", "    ", "\n", "\n\n", "\t", "\u00a0", "\ufeff", "\u2028"]
NAMED = [f"&{name}" for name in html5 if name.endswith(";")]

NASTY = st.sampled_from([*PIECES, *SPACED, *BLANKS, *BLANKS]) | st.sampled_from([*VECTORS, *NAMED])


class Judged(GitHubMarkdown):
    """The same engine, of whose HTML nothing passes unseen."""

    def makes_all(self, text: str) -> bool:
        return False


def render(text: str, engine: Engine) -> Fragment:
    return render_markdown(text, engine=engine, links=FILES.get, heading_level=3, id_prefix="t-", words=WORDS)


@given(text=st.lists(NASTY | st.text(max_size=3), max_size=20).map("".join))
@settings(max_examples=500, deadline=None)
def test_what_passes_reads_as_if_it_had_been_sanitised(text: str) -> None:
    assert render(text, GFM) == render(text, Judged())


@pytest.mark.parametrize("piece", [*PIECES, *SPACED, *NAMED[::25]])
def test_each_piece_alone_and_in_each_block_reads_as_if_it_had_been_sanitised(piece: str) -> None:
    for text in (
        piece,
        f"a {piece} b",
        f"> - {piece}",
        f"|a|\n|-|\n|{piece}|",
        f"# {piece}",
        f"**_{piece}_**",
        f"[{piece}](c)",
    ):
        assert render(text, GFM) == render(text, Judged())


def test_deep_nesting_reads_as_if_it_had_been_sanitised() -> None:
    for text in ("**" * 40 + "a" + "**" * 40, "*a **b " * 9 + "c** d*" * 9, "> - " * 60 + "a", "- 1. " * 40 + "# a"):
        assert GFM.makes_all(text)
        assert pass_harmless(GFM.render(text)) is not None
        assert render(text, GFM) == render(text, Judged())


def test_every_kind_of_element_passes() -> None:
    assert GFM.makes_all(ALL_KINDS)
    assert pass_harmless(GFM.render(ALL_KINDS)) is not None
    assert render(ALL_KINDS, GFM) == render(ALL_KINDS, Judged())


@pytest.mark.parametrize(
    "text", ["<b>", "a</b", "<!-- a", "<?a", "<!A", "<![CDATA[", "<https://a.de>", "&#1;", "&#x41;"]
)
def test_a_text_with_tags_or_numbered_characters_is_judged(text: str) -> None:
    assert not GFM.makes_all(text)


@pytest.mark.parametrize("engine", ["markdown.extensions.extra", "markdown.extensions.toc"])
def test_what_python_markdown_writes_is_always_judged(engine: str) -> None:
    assert not make_engine("python-markdown", (engine,)).makes_all("a")


@pytest.mark.parametrize("vector", [vector for vector in VECTORS if "<" in vector])
def test_no_attack_passes(vector: str) -> None:
    assert pass_harmless(vector) is None
    assert pass_harmless(f"<p>a</p>\n{vector}\n<p>b</p>") is None


@pytest.mark.parametrize(
    "html",
    [
        '<a href="javascript:a">',
        '<a href="JavaScript&amp;colon;a:b">',
        '<a href="&#106;avascript:a">',
        '<a href="\tdata:a">',
        '<a href="http://a">',
        '<a href="http://[">',
        '<a href="http://a.de:1">',
        '<a href="http://a@b.de">',
        '<a href="http://xn--a.de">',
        '<a href="http://1.2.3.4">',
        '<a href="mailto://a">',
        '<a href="a" onclick="b">',
        '<a href="a" title="b" id="c">',
        '<a href="a"title="b">',
        "<a href='a'>",
        "<a>",
        '<img src="data:a" alt="" />',
        '<img src="a" alt="" onerror="b" />',
        '<img src="a" alt="">',
        '<p class="a">',
        "<p/>",
        "<p ",
        "<P>",
        "<",
        "<//p>",
        "<input>",
        '<td align="right" style="a">',
        '<code class="language-a" id="b">',
        '<ol start="1" onclick="a">',
        '<section class="footnotes" data-footnotes>',
        "<script>",
        "<h7>",
    ],
)
def test_a_tag_that_is_not_plainly_harmless_does_not_pass(html: str) -> None:
    assert pass_harmless(html) is None
    assert pass_harmless(f"<p>a{html}b</p>\n") is None


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://a.example/b?c=1&amp;d=2" title="e &lt;f&gt; &amp; g">',
        '<a href="b&amp;c">',
        '<img src="a-b.png" alt="c &#x27;d&#x27;" title="e" />',
        '<input type="checkbox" checked="" disabled="" />',
        '<code class="language-c&amp;d">',
        "</blockquote>",
    ],
)
def test_what_only_begins_as_a_harmless_tag_does_not_pass(html: str) -> None:
    assert pass_harmless(html) is not None
    for end in range(1, len(html)):
        assert pass_harmless(html[:end]) is None
        assert pass_harmless(f"<p>a</p>\n{html[:end]}") is None
        assert pass_harmless(f"{html[:end]}<p>a</p>") is None
