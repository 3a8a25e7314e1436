"""Surveys and needs are answered in a real browser, received by a real collector, and nothing typed is ever lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.asked import DAY, PASSWORD, STATUS, SURVEY, Asked, ask
from tests.browser.server import serve
from tests.browser.tab import Tab
from tests.collector.running import Collector

BRIEF = "shop/feedback/brief/index.html"
THANKS = "We read every word of it."


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    with ask(tmp_path_factory.mktemp("asked")) as found:
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


@pytest.fixture
def plain_tab(browser: Browser) -> Iterator[Tab]:
    """The same without scripts."""
    found = Tab.make(browser, scripts=False)
    yield found
    found.page.context.close()


def fill_in(page: Page) -> None:
    """Answer what has to be answered, and a little more."""
    page.get_by_role("group", name="How likely").or_(page.get_by_role("radiogroup", name="How likely")).get_by_role(
        "radio", name="4", exact=True
    ).check()
    page.get_by_label("What fell short?").fill("Dates that moved")
    page.get_by_role("radiogroup", name="Keeping dates").get_by_label("Good").check()
    page.get_by_role("radiogroup", name="The budget").get_by_label("Bad").check()
    page.get_by_role("textbox", name="Something else: what?").last.fill("The coffee")
    page.get_by_label("News came early").check()
    page.get_by_label("How many hours").fill("2.5")


ANSWERS = {
    "recommend": 4,
    "why": "Dates that moved",
    "judged": {"dates": "good", "budget": "bad"},
    "worked": ("news", "other"),
    "worked.other": "The coffee",
    "hours": 2.5,
}


def send(page: Page) -> None:
    page.get_by_role("button", name="Send").last.click()


def test_a_survey_is_filled_in_sent_and_thanked_for_in_place(asked: Asked, collector: Collector, tab: Tab) -> None:
    before = asked.list_kept()
    tab.open(asked.page(SURVEY), DAY, 360)
    fill_in(tab.page)
    send(tab.page)

    thanks = tab.page.get_by_role("status").filter(has_text=THANKS)
    expect(thanks).to_be_visible()
    expect(thanks).to_be_focused()
    expect(tab.page.locator("form")).to_be_hidden()
    assert tab.page.url == asked.page(SURVEY)
    (kept,) = asked.read(before)
    assert dict(kept.answers) == ANSWERS
    assert (kept.client, kept.project, kept.survey, kept.reader, kept.update) == (
        *("acme", "shop", "step", "acme"),
        "2026-02-02",
    )
    assert tab.noise == []
    assert tab.page.evaluate("localStorage.length") == 0


def test_without_scripts_the_collector_itself_says_thanks(asked: Asked, collector: Collector, plain_tab: Tab) -> None:
    before = asked.list_kept()
    plain_tab.page.goto(asked.page(SURVEY))
    expect(plain_tab.page.get_by_text("Only if you answer question 1 with at most 6")).to_be_visible()
    fill_in(plain_tab.page)
    send(plain_tab.page)

    expect(plain_tab.page.get_by_text(THANKS)).to_be_visible()
    assert plain_tab.page.url.startswith(f"{collector.url}/thanks/")
    (kept,) = asked.read(before)
    assert dict(kept.answers) == ANSWERS


def test_without_scripts_faults_are_told_on_the_form_as_it_was_filled_in(
    asked: Asked, collector: Collector, plain_tab: Tab
) -> None:
    before = asked.list_kept()
    page = plain_tab.page
    page.goto(asked.page(SURVEY))
    fill_in(page)
    page.get_by_label("How many hours").fill("7")
    page.get_by_label("What fell short?").fill("")
    page.get_by_label("Dates held").check()
    send(page)

    summary = page.get_by_role("group", name="Please look at these answers again")
    expect(summary).to_be_focused()
    assert page.url == f"{collector.url}/responses"
    assert summary.get_by_role("listitem").all_inner_texts() == [
        "What fell short?: Please answer this.",
        "What worked well?: Too many are chosen: please choose at most 2.",
    ]
    expect(page.get_by_label("What fell short?")).to_have_accessible_description("Please answer this.")
    expect(page.get_by_label("How many hours")).to_have_value("7")
    assert asked.read(before) == []

    page.get_by_label("What fell short?").fill("Dates that moved")
    page.get_by_label("Dates held").uncheck()
    send(page)
    expect(page.get_by_text(THANKS)).to_be_visible()
    (kept,) = asked.read(before)
    assert dict(kept.answers) == ANSWERS | {"hours": 7}
    page.get_by_role("link", name="Back to Shop").click()
    page.wait_for_url(asked.page("shop/feedback/step/"))


def test_a_double_tap_is_one_answer(asked: Asked, collector: Collector, tab: Tab) -> None:
    before = asked.list_kept()
    tab.open(asked.page(BRIEF), DAY)
    tab.page.get_by_label("What would you say?").fill("Twice")
    tab.page.get_by_role("button", name="Send").dblclick()

    expect(tab.page.get_by_text("Your answers have arrived")).to_be_visible()
    assert [dict(each.answers) for each in asked.read(before)] == [{"word": "Twice"}]


def test_a_double_tap_without_scripts_is_one_answer(asked: Asked, collector: Collector, plain_tab: Tab) -> None:
    before = asked.list_kept()
    plain_tab.page.goto(asked.page(BRIEF))
    plain_tab.page.get_by_label("What would you say?").fill("Twice and plain")
    plain_tab.page.get_by_role("button", name="Send").dblclick()

    plain_tab.page.wait_for_url(f"{collector.url}/thanks/**")
    assert [dict(each.answers) for each in asked.read(before)] == [{"word": "Twice and plain"}]


def test_where_nothing_answers_nothing_is_lost(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser, tab: Tab
) -> None:
    with ask(tmp_path_factory.mktemp("deaf")) as asked:
        tab.open(asked.page(SURVEY), DAY, 360)
        fill_in(tab.page)
        send(tab.page)
        told = tab.page.get_by_role("status").filter(has_text="This could not be sent. Nothing is lost")
        expect(told).to_be_visible()
        expect(tab.page.get_by_label("What fell short?")).to_have_value("Dates that moved")

        tab.page.reload()
        expect(tab.page.get_by_text("This is what you had filled in on this device.")).to_be_visible()
        expect(tab.page.get_by_label("What fell short?")).to_have_value("Dates that moved")
        expect(tab.page.get_by_label("News came early")).to_be_checked()
        with asked.collect():
            send(tab.page)
            expect(tab.page.get_by_text(THANKS)).to_be_visible()
        assert [dict(each.answers) for each in asked.read()] == [ANSWERS]


@pytest.mark.parametrize(("change", "kept"), [("Once", ["Once"]), ("Twice", ["Once", "Twice"])])
def test_an_answer_whose_acknowledgement_was_lost_is_kept_once_unless_it_is_changed(
    asked: Asked, collector: Collector, tab: Tab, change: str, kept: list[str]
) -> None:
    """The network ends after the collector has kept it."""
    before = asked.list_kept()
    tab.open(asked.page(BRIEF), DAY)
    tab.page.get_by_label("What would you say?").fill("Once")
    tab.page.route(
        "**/responses",
        lambda route: (route.fetch(), route.abort()) if route.request.method == "POST" else route.abort(),
    )
    send(tab.page)
    expect(tab.page.get_by_text("This could not be sent.")).to_be_visible()
    assert len(asked.read(before)) == 1
    tab.page.unroute("**/responses")
    tab.page.reload()
    word = tab.page.get_by_label("What would you say?")
    expect(word).to_have_value("Once")
    if change != "Once":
        word.fill(change)
    send(tab.page)
    expect(tab.page.get_by_text("Your answers have arrived")).to_be_visible()
    assert sorted(str(each.answers["word"]) for each in asked.read(before)) == kept


def test_what_is_kept_on_the_device_can_be_thrown_away(asked: Asked, tab: Tab) -> None:
    tab.open(asked.page(SURVEY), DAY)
    fill_in(tab.page)
    expect(tab.page.get_by_text("is kept on this device until you send it")).to_be_visible()
    tab.page.reload()
    tab.page.get_by_role("button", name="Start afresh").click()
    expect(tab.page.get_by_label("How many hours")).to_have_value("")
    expect(tab.page.get_by_label("What fell short?")).to_be_hidden()
    assert tab.page.evaluate("localStorage.length") == 0


def test_what_will_not_do_is_told_beside_it_and_listed_above(asked: Asked, collector: Collector, tab: Tab) -> None:
    before = asked.list_kept()
    tab.open(asked.page(SURVEY), DAY, 360)
    tab.page.get_by_label("Where may we write?").fill("nobody")
    for name in ("Dates held", "News came early", "The people"):
        tab.page.get_by_label(name).check()
    tab.page.get_by_label("Yes").check()
    tab.page.get_by_label("Which number?").fill("0" * 21)
    send(tab.page)

    summary = tab.page.get_by_role("group", name="Please look at these answers again")
    expect(summary).to_be_focused()
    assert [each.split(": ") for each in summary.get_by_role("listitem").all_inner_texts()] == [
        ["How likely are you to recommend us?", "Please answer this."],
        ["What worked well?", "Too many are chosen", "please choose at most 2."],
        ["How was … Keeping dates", "Please answer this."],
        ["How was … The budget", "Please answer this."],
        ["Which number?", "This is too long", "at most 20 characters fit in."],
        ["Where may we write?", "Please write a whole e-mail address, such as name@example.com."],
    ]
    mail = tab.page.get_by_label("Where may we write?")
    expect(mail).to_have_attribute("aria-invalid", "true")
    expect(mail).to_have_accessible_description("Please write a whole e-mail address, such as name@example.com.")
    assert asked.read(before) == []

    summary.get_by_role("link", name="Where may we write?").click()
    expect(mail).to_be_focused()
    mail.fill("ann@client.example")
    expect(mail).not_to_have_attribute("aria-invalid", "true")
    expect(mail).to_have_accessible_description("")


def test_what_the_collector_does_not_accept_is_told_beside_it(asked: Asked, collector: Collector, tab: Tab) -> None:
    """A page that was altered, or a browser that checks less than the collector does."""
    tab.open(asked.page(SURVEY), DAY)
    tab.page.evaluate(
        "() => document.querySelectorAll('[data-required]').forEach((each) => delete each.dataset.required)"
    )
    tab.page.get_by_label("Where may we write?").fill("a@b")
    send(tab.page)

    summary = tab.page.get_by_role("group", name="Please look at these answers again")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("listitem")).to_have_count(4)
    expect(tab.page.get_by_label("Where may we write?")).to_have_attribute("aria-invalid", "true")


def test_questions_come_and_go_and_what_is_not_asked_is_not_sent(asked: Asked, collector: Collector, tab: Tab) -> None:
    before = asked.list_kept()
    tab.open(asked.page(SURVEY), DAY)
    why = tab.page.get_by_label("What fell short?")
    expect(why).to_be_hidden()
    expect(tab.page.get_by_text("Only if you answer")).to_have_count(2)
    assert not any(each.is_visible() for each in tab.page.get_by_text("Only if you answer").all())
    fill_in(tab.page)
    tab.page.get_by_role("radiogroup", name="How likely").get_by_role("radio", name="9", exact=True).check()
    expect(why).to_be_hidden()
    send(tab.page)
    expect(tab.page.get_by_text(THANKS)).to_be_visible()
    (kept,) = asked.read(before)
    assert "why" not in kept.answers and kept.answers["recommend"] == 9


def test_an_answer_that_need_not_be_given_can_be_taken_back(asked: Asked, tab: Tab) -> None:
    tab.open(asked.page(SURVEY), DAY)
    group = tab.page.get_by_role("radiogroup", name="How satisfied are you?")
    group.get_by_role("radio", name="3", exact=True).check()
    group.get_by_role("button", name="Clear this answer").click()
    expect(group.get_by_role("radio", checked=True)).to_have_count(0)
    expect(group.get_by_role("button")).to_be_hidden()


def test_characters_are_counted_as_people_count_them(asked: Asked, tab: Tab) -> None:
    tab.open(asked.page(SURVEY), DAY)
    tab.page.get_by_label("Yes").check()
    number = tab.page.get_by_label("Which number?")
    number.fill("😀" * 3)
    expect(number).to_have_accessible_description("Characters left: 17")
    number.fill("😀" * 25)
    expect(number).to_have_accessible_description("Characters too many: 5")


def test_too_much_from_one_network_is_told(tmp_path_factory: pytest.TempPathFactory, tab: Tab) -> None:
    with ask(tmp_path_factory.mktemp("strict")) as asked, asked.collect("--rate", "1"):
        for told in ("Your answers have arrived", "Too much came from your network at once. Nothing is lost"):
            tab.open(asked.page(BRIEF), DAY)
            tab.page.get_by_label("What would you say?").fill("Again")
            send(tab.page)
            expect(tab.page.get_by_text(told)).to_be_visible()
        expect(tab.page.get_by_label("What would you say?")).to_have_value("Again")
        assert len(asked.read()) == 1


def test_from_disk_and_from_another_host_a_form_is_posted_plainly(
    asked: Asked, collector: Collector, browser: Browser
) -> None:
    with serve(asked.root / "site") as elsewhere:
        for place in (asked.file(BRIEF), f"{elsewhere}/acme/{BRIEF}"):
            tab = Tab.make(browser)
            before = asked.list_kept()
            tab.open(place, DAY)
            tab.page.get_by_label("What would you say?").fill(f"From {place}")
            send(tab.page)
            tab.page.wait_for_url(f"{collector.url}/thanks/**")
            assert [dict(each.answers) for each in asked.read(before)] == [{"word": f"From {place}"}]
            tab.page.context.close()


def test_a_backend_of_another_firm_is_sent_what_it_wants(asked: Asked, tab: Tab) -> None:
    """The backend is the only thing here that is not real: nothing leaves this machine."""
    sent: list[str | None] = []

    def receive(route: Route) -> None:
        sent.append(route.request.post_data)
        route.fulfill(body="received", content_type="text/plain")

    tab.page.route("https://forms.example/1", receive)
    tab.open(asked.page("shop/feedback/away/index.html"), DAY)
    send(tab.page)
    expect(tab.page.get_by_role("group", name="Please look at these answers again")).to_be_focused()
    tab.page.get_by_label("What would you say?").fill("A word")
    send(tab.page)
    tab.page.wait_for_url("https://forms.example/1")
    assert sent == ["access_key=k-1&who=acme&_gotcha=&q.word=A+word"]


def test_a_locked_page_sends_what_is_filled_in(asked: Asked, collector: Collector, tab: Tab) -> None:
    before = asked.list_kept()
    for path, label in ((BRIEF, "What would you say?"), (STATUS, None)):
        tab.open(asked.page(path, "vault"), DAY)
        tab.page.get_by_label("Password", exact=True).fill(PASSWORD)
        tab.page.get_by_role("button", name="Open").click()
        if label:
            tab.page.get_by_label(label).fill("Behind a door")
        else:
            tab.page.locator("summary").filter(has_text="Answer").click()
            tab.page.get_by_label("It is done").check()
        send(tab.page)
        expect(tab.page.get_by_role("status").filter(has_text="arrived")).to_be_visible()
    assert [(each.client, dict(each.answers)) for each in asked.read(before)] == [("vault", {"word": "Behind a door"})]
    assert [(each.client, each.item, each.choice) for each in asked.read_answers(before)] == [
        ("vault", "texts", "done")
    ]
    assert tab.noise == []


NEEDS = {
    "Send us the texts": ("It is done", "done"),
    "A newsletter": ("We decline it", "decline"),
    "The host is too slow": ("Move", "move"),
    "The design": ("We accept it", "accept"),
}


@pytest.mark.parametrize("path", [STATUS, "index.html"])
def test_each_need_is_answered_where_it_stands(asked: Asked, collector: Collector, tab: Tab, path: str) -> None:
    before = asked.list_kept()
    tab.open(asked.page(path), DAY, 360)
    for title, (label, _) in NEEDS.items():
        need = tab.page.locator(".need").filter(has_text=title)
        need.locator("summary").click()
        need.get_by_label(label, exact=False).first.check()
        need.get_by_role("button", name="Send").click()
        expect(need.get_by_text("Your answer has arrived.")).to_be_visible()
    answers = asked.read_answers(before)
    assert {each.choice for each in answers} == {choice for _, choice in NEEDS.values()}
    assert tab.noise == []


def test_a_deliverable_is_not_turned_down_without_a_reason(asked: Asked, collector: Collector, tab: Tab) -> None:
    before = asked.list_kept()
    tab.open(asked.page(STATUS), DAY)
    need = tab.page.locator(".need").filter(has_text="The design")
    need.locator("summary").click()
    need.get_by_label("We do not accept it yet").check()
    need.get_by_role("button", name="Send").click()
    comment = need.get_by_label("What you want to say about it")
    expect(comment).to_be_focused()
    expect(comment).to_have_attribute("aria-invalid", "true")
    comment.fill("The logo is not ours")
    need.get_by_role("button", name="Send").click()
    expect(need.get_by_text("Your answer has arrived.")).to_be_visible()
    (kept,) = asked.read_answers(before)
    assert (kept.kind, kept.choice, kept.comment) == ("deliverable", "reject", "The logo is not ours")


def test_a_question_is_asked_without_scripts(asked: Asked, collector: Collector, plain_tab: Tab) -> None:
    before = asked.list_kept()
    plain_tab.page.goto(asked.page(STATUS))
    need = plain_tab.page.locator(".need").filter(has_text="A newsletter")
    need.locator("summary").click()
    need.get_by_label("I have a question first").check()
    need.get_by_label("What you want to say about it").fill("In which languages?")
    need.get_by_role("button", name="Send").click()
    plain_tab.page.wait_for_url(f"{collector.url}/thanks/**")
    (kept,) = asked.read_answers(before)
    assert (kept.item, kept.choice, kept.comment) == ("letter", None, "In which languages?")
