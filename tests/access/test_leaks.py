"""Terms are found as whole words, as written, and where a reader may know them they are none."""

import pytest

from sitegen.access import Search, Term


def find(text: str, *terms: str, allowed: tuple[str, ...] = (), reader: str = "acme") -> list[tuple[str, int]]:
    """Return what is found, with its lines."""
    search = Search(Term(term, "a name") for term in terms)
    return [(leak.term.text, leak.line) for leak in search.find(text, reader, allowed)]


@pytest.mark.parametrize(
    "text", ["Beta", "by Beta.", "<b>Beta</b>", "beta/Beta-1", '"Beta"', "«Beta»", "ünd Beta,", "x='Beta'", "Beta’s"]
)
def test_whole_words_are_found(text: str) -> None:
    assert find(text, "Beta") == [("Beta", 1)]


@pytest.mark.parametrize("text", ["Betamax", "beta", "BETA", "alphaBeta", "Beta_1", "Betá", "Bet a"])
def test_parts_of_words_and_other_spellings_are_not(text: str) -> None:
    assert find(text, "Beta") == []


def test_names_of_several_words_are_found_across_lines() -> None:
    assert find("for Brown & Sons\nLtd.", "Brown & Sons Ltd.") == [("Brown & Sons Ltd.", 1)]
    assert find("for Brown & Daughters Ltd.", "Brown & Sons Ltd.") == []


@pytest.mark.parametrize("term", ["Житоярка", "株式会社山田", "مخبز", "Łódź-2", "A & B", "«Nova»", "c++1"])
def test_every_script_is_searched(term: str) -> None:
    assert find(f"one\ntwo {term} three", term) == [(term, 2)]


@pytest.mark.parametrize(("term", "is_found"), [("abc", False), ("abcd", True), ("!!!!", False)])
def test_terms_have_four_characters(term: str, is_found: bool) -> None:
    assert bool(find(f"x {term} y", term)) is is_found


def test_the_line_of_the_first_place_is_told() -> None:
    assert find("one\ntwo\nBeta\nBeta", "Beta") == [("Beta", 3)]


def test_all_terms_are_found_in_one_pass() -> None:
    assert sorted(find("Beta Alpha\nGamma", "Alpha", "Beta", "Gamma", "Delta")) == [
        ("Alpha", 1),
        ("Beta", 1),
        ("Gamma", 2),
    ]


def test_what_is_allowed_is_no_leak_nor_are_its_parts() -> None:
    assert find("Beta", "Beta", allowed=("Beta",)) == []
    assert find("North Beta Labs", "Beta", allowed=("North Beta Labs",)) == []
    assert find("North Beta Labs\nand Beta", "Beta", allowed=("North Beta Labs",)) == [("Beta", 2)]


def test_insiders_may_read_it() -> None:
    search = Search([Term("Beta", "a name", frozenset({"beta", "mid"}))])
    assert [len(list(search.find("Beta", reader, ()))) for reader in ("beta", "mid", "acme")] == [0, 0, 1]
