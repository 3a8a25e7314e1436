"""Pages with forms, in each of their states, are whole for everybody: by eye, by ear, by keyboard, by thumb."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.asked import DAY, STATUS, SURVEY, Asked, ask
from tests.browser.sites import THEMES
from tests.browser.tab import OF_LOOKS, PROBE, Tab
from tests.collector.running import Collector

THUMB_PX = 44


@pytest.fixture(scope="module", params=THEMES)
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    with ask(tmp_path_factory.mktemp("asked"), request.param) as found:
        yield found


@pytest.fixture(scope="module")
def collector(asked: Asked) -> Iterator[Collector]:
    with asked.collect() as running:
        yield running


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab with nothing remembered."""
    found = Tab.make(browser)
    yield found
    found.page.context.close()


def leave(page: Page) -> None:
    """Leave the page as it is opened."""


def fail(page: Page) -> None:
    """Give answers that will not do, to every question that is asked under a condition too."""
    page.locator('[name="q.recommend"][value="3"]').check()
    page.locator('[name="q.call"][value="yes"]').check()
    page.locator('[name="q.phone"]').fill("0" * 30)
    page.locator('[name="q.support"][value="3"]').check()
    page.locator("[type=submit]").click()
    expect(page.locator(".faults")).to_be_focused()


def thank(page: Page) -> None:
    """Answer what has to be answered, and send it."""
    for name, value in (("recommend", "9"), ("judged.dates", "good"), ("judged.budget", "fair")):
        page.locator(f'[name="q.{name}"][value="{value}"]').check()
    page.locator("[type=submit]").click()
    expect(page.locator(".sent")).to_be_visible()


def unfold(page: Page) -> None:
    """Open the form of every need, and send one of them without a word."""
    for each in page.locator(".answering > summary").all():
        each.click()
    page.locator(".answering [type=submit]").first.click()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A page, and what was done on it."""

    path: str
    act: Callable[[Page], None]
    client: str = "acme"


SCENES = (
    Scene(path=SURVEY, act=leave),
    Scene(path=SURVEY, act=fail),
    Scene(path=SURVEY, act=thank),
    Scene(path=SURVEY, act=fail, client="arabic"),
    Scene(path=STATUS, act=unfold),
    Scene(path="index.html", act=unfold),
)


@pytest.mark.parametrize(
    "scene", SCENES, ids=lambda scene: f"{scene.client}-{scene.path.split('/')[-2:]}-{scene.act.__name__}"
)
def test_a_form_has_no_barriers_and_fits_in_every_state(
    asked: Asked, collector: Collector, tab: Tab, scene: Scene
) -> None:
    tab.open(asked.page(scene.path, scene.client), DAY, 360)
    scene.act(tab.page)
    assert tab.find_barriers() == []
    assert tab.ask("structure()") == []
    for width_px in (320, 360, 768, 1280):
        tab.resize(width_px)
        assert tab.ask("layout()") == [], f"at {width_px} px"
    tab.page.emulate_media(color_scheme="dark")
    assert tab.find_barriers(OF_LOOKS) == []
    assert tab.noise == []


@pytest.mark.parametrize("client", ["acme", "arabic"])
def test_what_the_collector_shows_has_no_barriers_and_fits(
    asked: Asked, collector: Collector, tab: Tab, client: str
) -> None:
    """The survey with faults, thanks, a need with faults, and a refusal; posted from disk, so that they are shown."""

    def look() -> None:
        tab.page.evaluate(f"() => {{ globalThis.probe = {PROBE}; }}")
        assert tab.find_barriers() == []
        assert tab.ask("structure()") == []
        for width_px in (320, 1280):
            tab.resize(width_px)
            assert tab.ask("layout()") == [], f"at {width_px} px"
        tab.page.emulate_media(color_scheme="dark")
        assert tab.find_barriers(OF_LOOKS) == []

    tab.open(asked.file(SURVEY, client), DAY)
    tab.page.evaluate(
        "() => document.querySelectorAll('[data-required]').forEach((each) => delete each.dataset.required)"
    )
    tab.page.locator('[name="q.recommend"][value="3"]').check()
    tab.page.locator("[type=submit]").click()
    tab.page.wait_for_url(f"{collector.url}/responses")
    expect(tab.page.locator(".faults")).to_be_focused()
    look()
    tab.page.locator('[name="q.why"]').fill("Late")
    for row in ("dates", "budget"):
        tab.page.locator(f'[name="q.judged.{row}"][value="good"]').check()
    tab.page.locator("[type=submit]").click()
    expect(tab.page.locator(".sent")).to_be_visible()

    tab.open(asked.file(STATUS, client), DAY)
    form = tab.page.locator(".need form").first
    form.locator("xpath=ancestor::details").evaluate("(details) => { details.open = true; }")
    form.locator("[name=choice]").first.evaluate("(choice) => { choice.value = 'never'; choice.checked = true; }")
    form.locator("[type=submit]").click()
    tab.page.wait_for_url(f"{collector.url}/answers")
    look()
    tab.page.locator("[name=choice]").first.check()
    tab.page.goto(f"{collector.url}/thanks/nothing")
    look()
    signed = re.findall(
        r'name="context" value="([^"]+)"', Path(asked.root / "site" / client / SURVEY).read_text("utf-8")
    )
    tab.page.goto(f"{collector.url}/thanks/{signed[0]}")
    look()


@pytest.mark.parametrize("path", [SURVEY, STATUS])
def test_everything_is_as_large_as_a_thumb_on_the_smallest_phone(asked: Asked, tab: Tab, path: str) -> None:
    tab.open(asked.page(path), DAY, 320)
    if path == STATUS:
        unfold(tab.page)
    else:
        tab.page.locator('[name="q.support"][value="3"]').check()
    aims = tab.page.locator("form :is(label:has(input), button, textarea, .field), .answering > summary")
    boxes = [box for each in aims.all() if each.is_visible() and (box := each.bounding_box())]
    assert len(boxes) > 10
    assert [box for box in boxes if round(box["height"], 1) < THUMB_PX] == []
    marks = [box for each in tab.page.locator(".grade").all() if (box := each.bounding_box())]
    assert [box for box in marks if round(box["width"], 1) < THUMB_PX] == []


def test_a_survey_is_answered_by_keyboard_alone(asked: Asked, collector: Collector, tab: Tab) -> None:
    tab.open(asked.page(SURVEY), DAY)
    press = tab.page.keyboard.press
    tab.page.locator('[name="q.recommend"][value="0"]').focus()
    for key in ("Space", "ArrowRight", "ArrowRight"):
        press(key)
    expect(tab.page.locator('[name="q.recommend"][value="2"]')).to_be_checked()
    press("Tab")
    tab.page.keyboard.type("Not on time")
    seen = []
    while (name := tab.page.evaluate("document.activeElement.name")) != "q.judged.dates":
        seen.append(name)
        press("Tab")
    press("Space")
    press("Tab")
    press("Space")
    while tab.page.evaluate("document.activeElement.type") != "submit":
        press("Tab")
    assert seen == [
        *("q.why", "q.satisfied", "q.effort", "q.support", "q.informed", "q.informed.other"),
        *("q.worked", "q.worked", "q.worked", "q.worked", "q.worked.other"),
    ]
    press("Enter")
    expect(tab.page.locator(".sent")).to_be_focused()


def test_a_screen_reader_hears_each_question_before_its_answers(asked: Asked, tab: Tab) -> None:
    tab.open(asked.page(SURVEY), DAY)
    tab.page.locator('[name="q.call"][value="yes"]').check()
    heard = [
        line.strip().replace("- '", "- ").rstrip("'") for line in tab.page.locator("form").aria_snapshot().splitlines()
    ]
    told = [line for line in heard if line.startswith(("- radiogroup", "- group", "- textbox", "- spin"))]
    assert told == [
        '- radiogroup "How likely are you to recommend us?":',
        '- radiogroup "How satisfied are you? (if you like)":',
        '- radiogroup "Working with us was easy. (if you like)":',
        '- radiogroup "How good was our support? (if you like)":',
        '- radiogroup "Did we tell you in time? (if you like)":',
        '- textbox "Something else: what?"',
        '- group "What worked well? (if you like)":',
        '- textbox "Something else: what?"',
        '- group "How was …":',
        '- radiogroup "Keeping dates":',
        '- radiogroup "The budget":',
        '- radiogroup "Shall we call you? (if you like)":',
        '- textbox "Which number? (if you like)"',
        '- textbox "Where may we write? (if you like)"',
        '- spinbutton "How many hours does it save? (if you like)"',
        '- textbox "When did you begin to use it? (if you like)"',
    ]
    spoken = "\n".join(heard)
    assert 'radio "0 : Not at all likely"' in spoken or 'radio "0: Not at all likely"' in spoken
    assert 'radio "7: I agree"' in spoken or 'radio "7 : I agree"' in spoken
    assert spoken.index('radio "Good"') < spoken.index('radio "Fair"') < spoken.index('radio "Bad"')


def test_nobody_meets_the_field_for_robots(asked: Asked, tab: Tab) -> None:
    tab.open(asked.page(SURVEY), DAY)
    field = tab.page.locator("[name=website]")
    expect(field).to_have_count(1)
    expect(field).to_be_hidden()
    assert field.evaluate("(each) => { each.focus(); return document.activeElement === each; }") is False
    assert "Leave this empty" not in tab.page.locator("form").aria_snapshot()


def test_a_page_reaches_its_collector_and_nobody_else(asked: Asked, tab: Tab) -> None:
    origin = f"http://127.0.0.1:{asked.port}"
    tab.open(asked.page(SURVEY), DAY)
    policy = tab.page.locator("meta[http-equiv]").get_attribute("content") or ""
    assert f"form-action {origin}; connect-src {origin}" in policy
    tab.open(asked.page("shop/updates/2026-02-02/index.html"), DAY)
    policy = tab.page.locator("meta[http-equiv]").get_attribute("content") or ""
    assert "form-action 'none'" in policy and origin not in policy
