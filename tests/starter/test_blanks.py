"""Answers are put into files so that they are read as they were given."""

from sitegen.starter.blanks import fill_blanks


def test_a_blank_without_an_answer_becomes_a_comment_that_shows_how() -> None:
    assert fill_blanks("contact: <contact|anna>   # who\n", {}) == "# contact: anna   # who\n"
    assert fill_blanks("contact: <contact|anna>   # who\n", {"contact": "tom"}) == "contact: tom   # who\n"


def test_a_blank_with_a_default_takes_it() -> None:
    assert fill_blanks("title: <title=Pulse>\n", {"title": None}) == "title: Pulse\n"
    assert fill_blanks("title: <title=Pulse>\n", {"title": "A: b"}) == 'title: "A: b"\n'


def test_a_comment_takes_an_answer_as_it_is() -> None:
    assert fill_blanks("# surveys: {<id|ID>: …}\n", {"id": "on"}) == "# surveys: {on: …}\n"
