"""Forms elsewhere: each service finds the ids where its documentation says that it looks for them."""

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import SurveyHead, decode_survey
from sitegen.survey import About, list_hidden_fields, make_link

ABOUT: About = {"client": "acme", "project": "shop", "survey": "pulse", "milestone": None, "update": "2026-11-16"}


def make_head(action: str, service: str | None = None, **fields: str) -> SurveyHead:
    plain: dict[str, Any] = {"title": "Pulse", "provider": "link", "action": action, "fields": fields}
    return decode_survey(plain | ({"service": service} if service else {}))


@pytest.mark.parametrize(
    ("service", "action", "name", "link"),
    [
        (
            "google",
            "https://docs.google.com/forms/d/e/1FA/viewform",
            "entry.123",
            "https://docs.google.com/forms/d/e/1FA/viewform?usp=pp_url&entry.123=shop",
        ),
        (
            "microsoft",
            "https://forms.office.com/Pages/ResponsePage.aspx?id=T9sC4u",
            "rf840",
            "https://forms.office.com/Pages/ResponsePage.aspx?id=T9sC4u&rf840=shop",
        ),
        ("typeform", "https://firm.typeform.com/to/Q4L", "project", "https://firm.typeform.com/to/Q4L#project=shop"),
        ("tally", "https://tally.so/r/mRo", "project", "https://tally.so/r/mRo?project=shop"),
        (
            "limesurvey",
            "https://survey.example.com/index.php/48315?lang=de",
            "48315X2X22",
            "https://survey.example.com/index.php/48315?lang=de&newtest=Y&48315X2X22=shop",
        ),
        (
            "formbricks",
            "https://app.formbricks.com/s/clin3",
            "project",
            "https://app.formbricks.com/s/clin3?project=shop",
        ),
        ("other", "https://example.com/ask#top", "p", "https://example.com/ask?p=shop#top"),
        (None, "https://example.com/ask?a=%C3%A9+b", "p", "https://example.com/ask?a=%C3%A9+b&p=shop"),
    ],
    ids=lambda value: str(value)[:10],
)
def test_each_service_finds_the_ids(service: str | None, action: str, name: str, link: str) -> None:
    """The pages read: Google Docs Editors Help, "Send your form to people" (pre-filled links); Microsoft Support,
    "Enable pre-filled links for responses"; Typeform Help Center, "Use hidden fields"; Tally help, "Hidden fields";
    LimeSurvey Manual, "URL fields" and "Prefilling survey answers"; Formbricks Docs, "Hidden Fields".
    """
    assert make_link(make_head(action, service, project=name), ABOUT) == link


def test_a_copied_link_with_samples_in_it_gets_the_real_ids() -> None:
    action = "https://docs.google.com/forms/d/e/1FA/viewform?usp=sharing&entry.1=CLIENT&entry.9=kept&entry.2=PROJECT"

    link = make_link(make_head(action, "google", client="entry.1", project="entry.2"), ABOUT)

    assert link.partition("?")[2] == "entry.9=kept&usp=pp_url&entry.1=acme&entry.2=shop"


def test_what_is_not_known_is_left_out() -> None:
    head = make_head("https://example.com/", None, milestone="m", update="u")

    assert make_link(head, ABOUT) == "https://example.com/?u=2026-11-16"
    assert make_link(head, {}) == "https://example.com/"


@given(
    st.text(min_size=1, max_size=30).filter(lambda text: text.strip()),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
    st.sampled_from([None, "google", "typeform", "limesurvey"]),
)
def test_whatever_a_field_is_called_it_arrives(name: str, value: str, service: str | None) -> None:
    name = decode_survey({"title": name.encode("utf-8", "replace").decode()}).title
    link = make_link(make_head("https://example.com/f?a=1#b=2", service, project=name), {"project": value})

    parts = urlsplit(link)
    carried = parts.fragment if service == "typeform" else parts.query
    assert (name, value) in parse_qsl(carried, keep_blank_values=True)
    assert link.isascii()


def test_a_backend_is_sent_its_own_fields_and_the_ids() -> None:
    """The pages read: Netlify Docs, "Forms setup"; Formspree Help Center, "Special fields"; Web3Forms Docs, "API
    Reference".
    """
    head = decode_survey(
        {
            "title": "Pulse",
            "provider": "form",
            "action": "https://api.web3forms.com/submit",
            "hidden": {"access_key": "0000-1111", "subject": "Pulse"},
            "fields": {"client": "client", "project": "_project", "milestone": "milestone"},
        }
    )

    assert list_hidden_fields(head, ABOUT) == (
        ("access_key", "0000-1111"),
        ("subject", "Pulse"),
        ("client", "acme"),
        ("_project", "shop"),
    )
