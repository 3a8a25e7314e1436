"""What is measured in the page finds what it is there to find: small pages with one fault each."""

import pytest

from tests.browser.paper import count_sides, find_titles
from tests.browser.tab import PROBE, Tab

FAULTS_OF_LAYOUT = {
    "<p style='width: 900px'>wide</p>": "the page is 900 px wide and scrolls sideways: p",
    "<p style='width: 3ch; overflow: hidden; white-space: nowrap'>a long word</p>": '"a long word" is cut off by p',
    "<p style='height: 1em; overflow: hidden'>one<br>two</p>": '"two" is cut off by p',
    "<p style='margin-left: -2em'>left</p>": '"left" in p leaves the page',
    "<p>one</p><p style='margin-top: -2em'>two</p>": '"one" and "two" overlap',
    "<svg><text y='20'>one</text><text y='22'>two</text></svg>": '"one" and "two" overlap',
}
FAULTS_OF_STRUCTURE = {
    "<i id='a'></i><i id='a'></i>": "the id a is there twice",
    "<b aria-labelledby='none'></b>": "aria-labelledby of b leads nowhere: none",
    "<a href='#none'>x</a>": "href of a leads nowhere: none",
    "<h3>deep</h3>": 'h3 "deep" skips a level',
    "<h1>another</h1>": "2 headings of the first level",
    "<main></main>": "not one main",
}
SOUND = """
<h1>Title</h1><h2>Part</h2><p>Some words<br>and more</p>
<p style="width: 5ch; overflow-x: auto; white-space: nowrap" tabindex="0">this scrolls in its own box</p>
<p style="position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden">for ears alone</p>
"""


def show(tab: Tab, body: str) -> Tab:
    """Show a small page."""
    tab.resize(360)
    tab.page.goto("about:blank")
    tab.page.set_content(f"<!doctype html><html lang=en><title>T</title><body style='margin: 0'><main>{body}</main>")
    tab.page.evaluate(f"() => {{ globalThis.probe = {PROBE}; }}")
    return tab


@pytest.mark.parametrize(("body", "fault"), FAULTS_OF_LAYOUT.items())
def test_faults_of_layout_are_found(tab: Tab, body: str, fault: str) -> None:
    assert fault in show(tab, body).ask("layout()")


@pytest.mark.parametrize(("body", "fault"), FAULTS_OF_STRUCTURE.items())
def test_faults_of_structure_are_found(tab: Tab, body: str, fault: str) -> None:
    assert fault in show(tab, f"<h1>Title</h1>{body}").ask("structure()")


def test_a_sound_page_has_no_faults(tab: Tab) -> None:
    show(tab, SOUND)
    assert tab.ask("layout()") == tab.ask("structure()") == []


def test_barriers_are_found(tab: Tab) -> None:
    barriers = show(tab, "<h1>Title</h1><p style='color: #bbb'>pale</p><img src='data:,'>").find_barriers()
    assert {barrier.split(":")[0] for barrier in barriers} == {"color-contrast", "image-alt"}


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<a href='#x' style='outline: none'>bare</a>", "shows no focus"),
        ("<a href='#x'>under</a><p style='position: fixed; inset: 0; margin: 0'>over</p>", "lies under p"),
        ("<a href='#x'>fine</a>", None),
    ],
)
def test_focus_that_cannot_be_seen_is_found(tab: Tab, body: str, fault: str | None) -> None:
    show(tab, body).page.keyboard.press("Tab")
    assert tab.ask("focus()")["fault"] == fault


def test_noise_is_heard(tab: Tab) -> None:
    show(tab, "")
    tab.noise.clear()
    tab.page.evaluate("() => { console.warn('hm'); new Image().src = 'http://elsewhere.example/x.png'; }")
    tab.page.wait_for_timeout(100)
    assert "warning: hm" in tab.noise
    assert "asks http://elsewhere.example/x.png" in tab.noise


def test_bookmarks_are_read_in_every_script(tab: Tab) -> None:
    show(tab, "<h1>Plan (new)</h1><h2>Звіт</h2><h2 style='display: none'>gone</h2><p style='break-before: page'>two")
    pdf = tab.page.pdf(tagged=True, outline=True)
    assert {"Plan (new)", "Звіт"} <= set(find_titles(pdf))
    assert "gone" not in find_titles(pdf)
    assert count_sides(pdf) == 2
