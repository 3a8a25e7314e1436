"""Surveys and needs become forms that say what they are about, and go nowhere but where answers are received."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from typing import get_args

import pytest

from sitegen.build import Request, build
from sitegen.collector.refused import Reason
from sitegen.model import Audience, decode_survey
from sitegen.pages import (
    fill_need_form,
    make_collector_form,
    make_need_page,
    make_receiver_head,
    make_refused_page,
    make_survey_page,
    make_thanks_page,
    views,
)
from sitegen.survey import Fault, Signer, find_version, read_answers
from sitegen.theme import builtin_themes_folder, load_theme
from tests.cases import write_files

SECRET = "0123456789abcdef0123456789abcdef"
ENDPOINT = "surveys: {endpoint: 'https://answers.firm.example/in/'}\n"
ORIGIN = "https://answers.firm.example"
PULSE = "title: Pulse\nthanks: We read it.\nquestions: {score: {type: nps, text: How likely?, required: true}}\n"
SHOP = "content/clients/acme/shop"
FILES = {
    "sitegen.yml": "name: Firm\nurl: https://status.firm.example/\n",
    "content/people.yml": "ann: {name: Ann, email: ann@firm.example}\n",
    "content/surveys/pulse.yml": PULSE,
    "content/agencies/north.yml": "name: North\n",
    "content/clients/acme/client.yml": "name: Acme\ncontact: ann\nagency: north\n",
    f"{SHOP}/project.yml": (
        "name: Shop\nstart: 2026-01-05\nsurveys: {pulse: {when: milestone}}\n"
        "milestones: {beta: {title: Beta, due: 2026-02-02, done: 2026-02-02}}\n"
        "actions:\n  texts: {title: Texts}\n  sums: {title: Sums, who: agency}\n  ours: {title: Ours, who: us}\n"
        "issues: {host: {title: Host, options: {move: {title: Move}, stay: {title: Stay}}}}\n"
    ),
    f"{SHOP}/updates/2026-02-03.md": "All is well.\n",
}


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was built."""

    root: Path

    def read(self, path: str) -> str:
        """Return a page's HTML."""
        return (self.root / path).read_text("utf-8")

    def policy(self, path: str) -> str:
        """Return a page's Content-Security-Policy."""
        found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', self.read(path))
        assert found
        return unescape(found[1])

    def contexts(self, path: str) -> list[str]:
        """Return what each form of a page says it is about."""
        return re.findall(r'name="context" value="([^"]+)"', self.read(path))


@pytest.fixture(autouse=True)
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_SECRET", SECRET)


def publish(root: Path, files: Mapping[str, str], **asked: object) -> Built:
    """Build a site, its settings added to those there are."""
    settings = {"sitegen.yml": FILES["sitegen.yml"] + files.get("sitegen.yml", "")}
    write_files({**FILES, **files, **settings}, root)
    request = Request(config=root / "sitegen.yml", day=date(2026, 2, 10), jobs=1, **asked)  # type: ignore[arg-type]
    build(request)
    return Built(root / ("site-internal" if request.audience == "internal" else "site"))


SURVEY = "acme/shop/feedback/pulse/index.html"


def test_a_survey_says_by_whom_and_about_what_it_is_answered(tmp_path: Path) -> None:
    built = publish(tmp_path, {"sitegen.yml": ENDPOINT})
    for reader, path in (("acme", SURVEY), ("north", f"north/{SURVEY}")):
        (signed,) = built.contexts(path)
        context = Signer(SECRET).read_survey(signed)
        assert (context.client, context.project, context.survey, context.reader) == ("acme", "shop", "pulse", reader)
        assert (context.milestone, context.update, context.language) == ("beta", "2026-02-03", "en")
        assert context.page == path.removesuffix("index.html")
        assert context.version == find_version(decode_survey(_plain()))
        assert f'action="{ORIGIN}/in/responses"' in built.read(path)


def _plain() -> dict[str, object]:
    question = {"type": "nps", "text": "How likely?", "required": "true"}
    return {"title": "Pulse", "thanks": "We read it.", "questions": {"score": question}}


def test_each_reader_answers_what_waits_for_it(tmp_path: Path) -> None:
    built = publish(tmp_path, {"sitegen.yml": ENDPOINT})
    signer = Signer(SECRET)
    for path, reader, action in (
        ("acme/shop/index.html", "acme", "texts"),
        ("acme/index.html", "acme", "texts"),
        ("north/acme/shop/index.html", "north", "sums"),
        ("north/index.html", "north", "sums"),
    ):
        needs = [signer.read_need(signed) for signed in built.contexts(path)]
        assert {(need.kind, need.item, need.choices) for need in needs} == {
            ("action", action, ("done",)),
            ("issue", "host", ("move", "stay")),
        }
        assert {(need.reader, need.page) for need in needs} == {(reader, path.removesuffix("index.html"))}


def test_pages_reach_the_collector_only_where_a_form_does(tmp_path: Path) -> None:
    built = publish(tmp_path, {"sitegen.yml": ENDPOINT})
    for path in (SURVEY, "acme/shop/index.html", "acme/index.html", "north/index.html"):
        assert built.policy(path).endswith(f"form-action {ORIGIN}; connect-src {ORIGIN}"), path
    for path in ("index.html", "acme/shop/updates/index.html", "acme/shop/updates/2026-02-03/index.html"):
        assert built.policy(path).endswith("form-action 'none'"), path
        assert "form.js" not in built.read(path)


@pytest.mark.parametrize("asked", [{"is_open": True}, {"audience": Audience.INTERNAL}], ids=["preview", "internal"])
def test_a_preview_and_the_firm_s_own_pages_show_the_form_and_send_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: dict[str, object]
) -> None:
    monkeypatch.delenv("SITEGEN_SECRET")
    form = "provider: form\naction: https://forms.example/1\n"
    built = publish(tmp_path, {"sitegen.yml": ENDPOINT, "content/surveys/pulse.yml": PULSE + form}, **asked)
    html = built.read(SURVEY)
    assert "Nothing is sent from here" in html and "action=" not in html
    assert re.search(r'<button class="button" type="submit" disabled>', html)
    for path in (SURVEY, "acme/shop/index.html"):
        assert built.policy(path).endswith("form-action 'none'")
        assert built.contexts(path) == []


def test_the_firm_answers_no_needs_of_its_own(tmp_path: Path) -> None:
    built = publish(tmp_path, {"sitegen.yml": ENDPOINT}, audience=Audience.INTERNAL)
    assert "<form" not in built.read("acme/shop/index.html")


def test_without_a_collector_there_is_a_prepared_mail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITEGEN_SECRET")
    built = publish(tmp_path, {})
    html = unescape(built.read(SURVEY))
    assert "<form" not in html and "How likely?" in html
    assert 'href="mailto:ann@firm.example?subject=Pulse%3A%20Shop&body=1.%20How%20likely%3F' in html
    assert "mailto:ann@firm.example?subject=Re" in built.read("acme/shop/index.html")


def test_a_survey_may_go_by_mail_though_there_is_a_collector(tmp_path: Path) -> None:
    built = publish(tmp_path, {"sitegen.yml": ENDPOINT, "content/surveys/pulse.yml": f"{PULSE}provider: mailto\n"})
    assert "<form" not in built.read(SURVEY) and "mailto:ann@firm.example?subject=Pulse" in built.read(SURVEY)


def test_a_form_goes_to_its_backend_with_what_that_wants(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITEGEN_SECRET")
    more = (
        "provider: form\naction: https://forms.example/1?a=b\nhidden: {access_key: k1}\nhoneypot: _gotcha\n"
        "fields: {client: who, milestone: step}\n"
    )
    built = publish(tmp_path, {"content/surveys/pulse.yml": PULSE + more})
    html = built.read(SURVEY)
    assert '<form class="poll poll-numbered" method="post" action="https://forms.example/1?a=b"' in html
    hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', html)
    assert hidden == [("access_key", "k1"), ("who", "acme"), ("step", "beta")]
    assert 'name="_gotcha"' in html and "website" not in html
    assert built.policy(SURVEY).endswith("form-action 'self' https://forms.example")


def test_a_survey_elsewhere_is_linked_with_what_it_is_about(tmp_path: Path) -> None:
    more = "provider: link\nservice: typeform\naction: https://firm.typeform.example/to/x\nfields: {client: client}\n"
    built = publish(tmp_path, {"content/surveys/pulse.yml": PULSE + more})
    assert 'href="https://firm.typeform.example/to/x#client=acme"' in built.read(SURVEY)
    assert built.policy(SURVEY).endswith("form-action 'none'")


def test_a_survey_is_invited_to_on_the_status_page_and_above_it(tmp_path: Path) -> None:
    built = publish(tmp_path, {})
    for path, href in (
        ("acme/shop/index.html", "feedback/pulse/index.html"),
        ("acme/index.html", "shop/feedback/pulse/index.html"),
        ("north/index.html", "acme/shop/feedback/pulse/index.html"),
    ):
        assert re.search(rf'invite-now.*<a class="button" href="{href}">Pulse</a>', built.read(path), re.DOTALL)


def test_a_form_can_be_filled_in_and_found_fault_with() -> None:
    survey = decode_survey(
        {
            "title": "Everything",
            "questions": {
                "score": {"type": "nps", "text": "Score"},
                "one": {"type": "choice", "text": "One", "options": {"a": "A", "b": "B"}, "other": "true"},
                "some": {"type": "choices", "text": "Some", "options": {"a": "A", "b": "B"}, "max": "1"},
                "table": {"type": "matrix", "text": "T", "rows": {"r": "Row"}, "columns": {"c": "Col", "d": "D"}},
                "sure": {"type": "yesno", "text": "Sure?"},
                "why": {"type": "text", "text": "Why", "long": "true", "show_if": {"sure": "= no"}},
                "mail": {"type": "email", "text": "Mail", "required": "true"},
            },
        }
    )
    given = {
        "q.score": ("7",),
        "q.one": ("other",),
        "q.one.other": ('A "third" <way>',),
        "q.some": ("a", "b"),
        "q.table.r": ("d",),
        "q.sure": ("no",),
        "q.why": ("First\n\nSecond",),
        "q.x": ("?",),
    }
    faults = read_answers(survey, given).faults
    assert {(fault.control, fault.rule) for fault in faults} == {
        ("q.some", "too-many"),
        ("q.mail", "required"),
        ("q.x", "unknown-field"),
    }
    form = make_collector_form("https://answers.example/responses", "signed", nonce="n" * 16)
    head = make_receiver_head(firm="Firm", language="en", day=date(2026, 2, 10), forms=[form])
    page = make_survey_page(
        head, survey, project=views.Link(text="Shop", href=""), form=form, given=given, faults=faults
    )
    html = render("survey.html", page)
    for checked in ("7", "other", "a", "b", "d", "no"):
        assert re.search(rf'value="{checked}"[^>]* checked\b', html), checked
    assert len(re.findall(r"<input[^>]* checked\b", html)) == 6
    assert 'value="A &#34;third&#34; &lt;way&gt;"' in html
    assert ">First\n\nSecond</textarea>" in html
    assert 'name="nonce" value="nnnnnnnnnnnnnnnn"' in html
    assert re.search(r'class="faults"[^>]* autofocus', html)
    assert re.search(r'id="q.mail~fault" data-fault="q.mail">.*Please answer this\.', html)
    assert "Too many are chosen: please choose at most 1." in html
    assert "The form sent something that nobody asked for." in html
    assert "form-action https://answers.example; connect-src https://answers.example" in html


def test_what_the_collector_says_is_said_in_the_reader_s_language() -> None:
    head = make_receiver_head(firm="Firm", language="de", day=date(2026, 2, 10))
    back = views.Link(text="Laden", href="https://status.firm.example/acme/shop/")
    said = views.Html(html="<p>Wir lesen es.</p>")
    thanks = render("thanks.html", make_thanks_page(head, title="Puls", said=said, back=back))
    assert "Wir lesen es." in thanks and "Ihre Antwort ist angekommen" in thanks
    assert 'href="https://status.firm.example/acme/shop/">Zurück zu „Laden“' in thanks
    assert "Sie können diese Seite schließen." in render("thanks.html", make_thanks_page(head, title="Puls"))
    reasons = get_args(Reason)
    pages = {reason: render("refused.html", make_refused_page(head, reason, back)) for reason in reasons}
    assert len(pages) >= 11
    assert all("Das wurde nicht angenommen" in page for page in pages.values())
    assert len(set(pages.values())) == 7


def test_a_need_is_asked_again_on_a_page_of_its_own() -> None:
    form = make_collector_form("https://answers.example/answers", "signed")
    head = make_receiver_head(firm="Firm", language="en", day=date(2026, 2, 10), forms=[form])
    answering = fill_need_form(
        form, ("accept", "reject"), choice="reject", faults=(Fault(control="comment", rule="required"),)
    )
    project = views.Link(text="Shop", href="")
    page = make_need_page(
        head, kind="deliverable", title="The design", project=project, options={}, answering=answering
    )
    html = render("need.html", page)
    assert re.search(r'value="reject" required checked>', html)
    assert re.search(r'name="comment"[^>]* aria-invalid="true"', html)
    assert "Please answer this." in html.split("<template")[0]


def render(template: str, view: views.SurveyPage | views.NeedPage | views.ThanksPage | views.RefusedPage) -> str:
    theme = load_theme("default", [builtin_themes_folder()])
    return theme.render(template, view, language=view.head.language, assets_url="assets/", page="page.html")
