"""The nearest word that exists is found whatever its capitals and accents, and what sets it apart is said."""

import unicodedata

import pytest

from sitegen.problems import suggest

NFC, NFD = (unicodedata.normalize(form, "Büro.pdf") for form in ("NFC", "NFD"))
APART = "it looks the same, but its accents are written in another Unicode form"


@pytest.mark.parametrize(
    ("word", "known", "told"),
    [
        ("bta", ["alpha", "beta"], "; did you mean 'beta'?"),
        ("xyz", ["alpha", "beta"], ""),
        ("ACME", ["birch", "acme"], "; did you mean 'acme'? capital and small letters differ"),
        ("acme", ["ACME"], "; did you mean 'ACME'? capital and small letters differ"),
        ("ACNE", ["birch", "acme"], "; did you mean 'acme'?"),
        ("STRASSE", ["straße"], "; did you mean 'straße'? capital and small letters differ"),
        (NFC, [NFD], f"; did you mean '{NFD}'? {APART} (NFD); copy it from there"),
        (NFD, [NFC], f"; did you mean '{NFC}'? {APART} (NFC); copy it from there"),
        (NFD.upper(), [NFC], f"; did you mean '{NFC}'? capital and small letters differ"),
        ("b\u0435ta", ["beta"], "; did you mean 'beta'? 'b\u0435ta' has the character U+0435 in it"),
        ("be\u200bta", ["beta"], "; did you mean 'beta'? 'be\u200bta' has the character U+200B in it"),
        ("Büo.pdf", [NFC], f"; did you mean '{NFC}'?"),
        ("", ["a"], ""),
        ("a", [], ""),
    ],
)
def test_the_nearest_word_is_named_and_what_sets_it_apart(word: str, known: list[str], told: str) -> None:
    assert suggest(word, known) == told


def test_of_words_that_only_capitals_set_apart_the_nearer_is_named() -> None:
    assert suggest("Acme", ["ACME", "AcmE", "acme"]) == suggest("Acme", ["acme", "AcmE", "ACME"])
