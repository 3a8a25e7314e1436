"""No text, however it is meant, puts anything on the page that could run, load or imitate."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.markup.sanitise import ATTRIBUTES, BLOCKS, INLINE
from tests.markup.rendering import ENGINES, render

OURS = {"class", "role", "aria-label", "tabindex", "rel", "scope", "loading", "href", "src", "alt", "id"}
TAGS = (INLINE | BLOCKS) - {"input"}
CLASSES = {"", "scroll", "footnotes", "task", "task-done", "task-open", "align-left", "align-center", "align-right"}
ATTRIBUTE_NAMES = OURS.union(*ATTRIBUTES.values()) - {"type", "checked", "align", "name"}

VECTORS = r"""
<script>alert(1)</script>
<ScRiPt src=//evil.example/x.js></sCrIpT>
<scr<script>ipt>alert(1)</scr</script>ipt>
<img src=x onerror=alert(1)>
<img/src="x"/onerror=alert(1)>
<img src="javascript:alert(1)">
<img src="data:image/svg+xml,<svg onload=alert(1)>">
<img src="x` `<script>alert(1)</script>"` `>
<img alt="<script>alert(1)</script>" src="shot.png" title="'><script>alert(1)</script>">
<img src=https://evil.example/pixel.gif>
<a href="javascript:alert(1)">x</a>
<a href="JaVaScRiPt:alert(1)">x</a>
<a href=" &#14; javascript:alert(1)">x</a>
<a href="java&#x09;script:alert(1)">x</a>
<a href="java&#10;script:alert(1)">x</a>
<a href="&#106;avascript:alert(1)">x</a>
<a href="vbscript:msgbox(1)">x</a>
<a href="data:text/html,<script>alert(1)</script>">x</a>
<a href="file:///etc/passwd">x</a>
<a href="x" onclick="alert(1)" style="position:fixed" class="button" target="_blank">x</a>
<a href="a&quot; onclick=&quot;alert(1)">x</a>
<a title='"><img src=x onerror=alert(1)>' href="../files/brief.pdf">x</a>
<a id='"><script>alert(1)</script>' name="x onclick=alert(1)">x</a>
<h1 id='x" onclick="alert(1)'>x</h1>
[x](javascript:alert(1))
[x](JAVASCRIPT:alert(1))
[x](<java script:alert(1)>)
[x](javascript&colon;alert(1))
[x](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A&#x61)
[x](data:text/html;base64,PHNjcmlwdD4=)
![x](javascript:alert(1))
![x](data:image/png;base64,AAAA)
[x]: javascript:alert(1)
<javascript:alert(1)>
![x" onerror="alert(1)](shot.png)
[x](../files/brief.pdf "t\" onclick=\"alert(1)")
[a](#x"onclick="alert(1))
# x" onclick="alert(1)
# <img src=x onerror=alert(1)>
```x" onclick="alert(1)
<iframe src="https://evil.example"></iframe>
<iframe srcdoc="<script>alert(1)</script>">
<object data="x.swf"></object><embed src="x.swf">
<form action="https://evil.example"><input name=q><button formaction="javascript:alert(1)">x</button></form>
<input type=checkbox onfocus=alert(1) autofocus>
<input type=image src=x onerror=alert(1)>
<style>@import url(https://evil.example/x.css);</style>
<link rel=stylesheet href=//evil.example/x.css>
<meta http-equiv=refresh content="0;url=https://evil.example">
<base href="https://evil.example/">
<svg onload=alert(1)><script>alert(1)</script></svg>
<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>
<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">
<math href="javascript:alert(1)">x</math>
<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<textarea><p title="</textarea><img src=x onerror=alert(1)>">
<title><p title="</title><img src=x onerror=alert(1)>">
<xmp><p title="</xmp><img src=x onerror=alert(1)>">
<plaintext><img src=x onerror=alert(1)>
<template><script>alert(1)</script></template>
<select><option><style></option></select><img src=x onerror=alert(1)></style>
<table><td background="javascript:alert(1)" style="x:expression(alert(1))">x</td></table>
<table><caption><a href=javascript:alert(1)>x</a></caption></table>
<a href=1><table><td><a href="javascript:alert(1)">x</a></td></table></a>
<div style="background:url(javascript:alert(1))" class="modal" onmouseover=alert(1)>x</div>
<details open ontoggle=alert(1)><summary>x</summary></details>
<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>
<marquee onstart=alert(1)>x</marquee>
<body onload=alert(1)>
<!--><img src=x onerror=alert(1)>-->
<!--[if IE]><script>alert(1)</script><![endif]-->
<![CDATA[<script>alert(1)</script>]]>
<?php echo '<script>alert(1)</script>' ?>
<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>
<b/onclick=alert(1)//
<b onclick="alert(1)"
<img src="x" alt="a>b<c" onerror=alert(1)>
{{ "<script>alert(1)</script>" }} {% raw %}
""".strip().splitlines()


class Reader(HTMLParser):
    """Reads HTML as another program would, and notes what should not be there."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        for name, value in attrs:
            allowed = name in ATTRIBUTE_NAMES and value is not None
            if name == "class":
                allowed = value in CLASSES
            if name in ("href", "src"):
                scheme = re.match(r"[\s\x00-\x20]*([a-z][a-z0-9+.-]*):", value or "", re.IGNORECASE)
                allowed = scheme is None or (name == "href" and scheme[1] in ("http", "https", "mailto", "tel"))
            if not allowed:
                self.faults.append(f"{tag} {name}={value}")

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"declaration {decl}")


def find_faults(html: str) -> list[str]:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.faults


def test_the_reader_of_these_tests_sees_faults() -> None:
    bad = '<script><a href="javascript:1" class="x" onclick="1"><img src="http://x">'
    assert len(find_faults(bad.replace("<script>", "<iframe>"))) == 5


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("vector", VECTORS)
def test_attacks_leave_only_harmless_html(vector: str, engine: str) -> None:
    for text in (vector, f"text {vector} text", f"> - {vector}", f"|a|\n|-|\n|{vector}|", f"[x]({vector})"):
        assert find_faults(render(text, engine=engine).html) == []


WORDS = re.findall(
    r"\S+",
    r"""
[x]( ) ![ ]( " ' < > & &#0; &#x1; * ** ~~ ` ```x [^1] [^1]: - [x] |a|b| |-|:-:| # ###### <b> </b> <td> <th> <tr> <table>
<a href= <a id=x> <a href=#x> </a> <pre> <h2> <h4> </h2> <summary> <input type=checkbox> <li> <section class=footnotes>
""",
)

SNIPPETS = st.sampled_from([*VECTORS, *WORDS, *WORDS, "\n", "\n\n", "    ", "> ", " ", "\x00", "\u202e", "\r"])


@pytest.mark.parametrize("engine", ENGINES)
@given(text=st.lists(SNIPPETS | st.text(max_size=8), max_size=12).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_text_renders_to_harmless_html(engine: str, text: str) -> None:
    fragment = render(text, engine=engine)
    assert find_faults(fragment.html) == []
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", fragment.html)
    for link in fragment.broken:
        assert 1 <= link.line <= len(re.split("\r\n?|\n", text))
        assert link.column >= 1


@given(text=st.lists(SNIPPETS, max_size=12).map("".join))
@settings(max_examples=100, deadline=None)
def test_ids_are_given_once_and_prefixed(text: str) -> None:
    reader = Reader()
    reader.feed(render(text).html)
    ids = reader.ids
    assert len(ids) == len(set(ids))
    assert all(name.startswith("t-") for name in ids)
