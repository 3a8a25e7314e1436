"""The prepared mail: any mail program opens it, and it says where it was cut."""

from urllib.parse import parse_qs, unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import SurveyHead, decode_survey
from sitegen.survey import MAX_MAIL_LENGTH, make_mail
from tests.survey.definitions import heads


def read_body(mail: str) -> str:
    return parse_qs(urlsplit(mail).query, strict_parsing=True)["body"][0]


def make_head(*texts: str) -> SurveyHead:
    questions = {f"q{number}": {"type": "text", "text": text} for number, text in enumerate(texts)}
    return decode_survey({"title": "Pulse & more", "questions": questions})


def test_a_mail_holds_the_questions_and_room_for_answers() -> None:
    head = decode_survey(
        {
            "title": "Pulse",
            "questions": {
                "score": {"type": "nps", "text": "How likely?", "low": "Not at all", "high": "Very"},
                "goals": {
                    "type": "choice",
                    "text": "Goals met?",
                    "options": {"a": "All", "b": "Some"},
                    "other": "true",
                },
                "told": {
                    "type": "matrix",
                    "text": "In time?",
                    "rows": {"d": "Dates"},
                    "columns": {"y": "Yes", "n": "No"},
                },
            },
        }
    )

    assert read_body(make_mail(head, "Shop", "ann@example.com")).split("\r\n") == [
        "1. How likely? (0–10)",
        "0 = Not at all",
        "10 = Very",
        "",
        "",
        "2. Goals met?",
        "[ ] All",
        "[ ] Some",
        "[ ] …",
        "",
        "",
        "3. In time?",
        "Dates (Yes / No):",
        "",
        "",
        "",
    ]


def test_whatever_stands_in_a_mail_is_encoded() -> None:
    mail = make_mail(make_head("50 % & more? #1"), "A + B", "ann+pm&x@example.com")

    assert mail.startswith(
        "mailto:ann%2Bpm%26x@example.com?subject=Pulse%20%26%20more%3A%20A%20%2B%20B&body=1.%2050%20%25"
    )
    assert urlsplit(mail).path == "ann%2Bpm%26x@example.com"
    assert urlsplit(mail).fragment == ""


def test_options_go_before_questions_do() -> None:
    options = {f"o{number}": "x" * 60 for number in range(30)}
    questions = {"a": {"type": "choice", "text": "Which?", "options": options}, "b": {"type": "text", "text": "Why?"}}

    body = read_body(make_mail(decode_survey({"title": "P", "questions": questions}), "Shop", "ann@example.com"))

    assert body == "1. Which?\r\n\r\n\r\n2. Why?\r\n\r\n\r\n"


def test_a_mail_that_was_cut_says_so() -> None:
    mail = make_mail(make_head(*("Що варто змінити в наступному етапі?" for _ in range(20))), "Крамниця", "a@b.example")

    assert len(mail) <= MAX_MAIL_LENGTH
    assert read_body(mail).startswith("1. Що варто змінити в наступному етапі?\r\n")
    assert unquote(mail).endswith("…")


@given(heads(), st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_no_mail_is_too_long(head: SurveyHead, project: str) -> None:
    mail = make_mail(head, project, "ann@example.com")

    assert len(mail) <= MAX_MAIL_LENGTH
    assert mail.isascii()
    assert set(parse_qs(urlsplit(mail).query, keep_blank_values=True)) == {"subject", "body"}
