"""Passwords stand in variables of their own, and good ones are easily made."""

import math
import re

import pytest

from sitegen.access import explain_password, explain_secret, make_password, make_secret, name_password
from sitegen.access.passwords import CONSONANTS, SYLLABLES, VOWELS, WORDS


def test_a_variable_is_named_after_its_reader_and_person() -> None:
    assert name_password("acme") == "SITEGEN_PASSWORD_ACME"
    assert name_password("acme-labs-2", "ann-b") == "SITEGEN_PASSWORD_ACME_LABS_2_ANN_B"


@pytest.mark.parametrize(
    ("password", "is_good"),
    [
        (None, False),
        ("", False),
        ("            ", False),
        ("elevenchars", False),
        ("twelve chars", True),
        (" elevenchars \n", False),
        ("дванадцять12", True),
        ("latin-1 pass\udcff", False),
    ],
)
def test_a_password_has_twelve_characters(password: str | None, is_good: bool) -> None:
    assert (explain_password("SITEGEN_PASSWORD_ACME", password) is None) is is_good


def test_what_is_wrong_is_said_without_the_password() -> None:
    told = explain_password("SITEGEN_PASSWORD_ACME", "hunter2")
    assert told and "hunter2" not in told
    assert told.startswith("SITEGEN_PASSWORD_ACME is shorter than 12 characters; ")


def test_bytes_that_are_no_text_are_told() -> None:
    told = explain_password("SITEGEN_PASSWORD_ACME", "hunter2hunter2\udcff")
    assert told and told.startswith("SITEGEN_PASSWORD_ACME is not UTF-8") and "hunter2" not in told
    assert (explain_secret("x" * 40 + "\udcff") or "").startswith("SITEGEN_SECRET is not UTF-8")


def test_what_is_made_is_good_and_never_the_same() -> None:
    passwords = {make_password() for _ in range(200)}
    secrets = {make_secret() for _ in range(200)}
    assert len(passwords) == len(secrets) == 200
    assert all(explain_password("X", password) is None for password in passwords)
    assert all(explain_secret(secret) is None for secret in secrets)


def test_a_password_can_be_said_and_is_worth_75_bits() -> None:
    assert re.fullmatch(r"([a-z]{4}-){5}[a-z]{4}", make_password())
    assert math.log2(len(CONSONANTS) * len(VOWELS)) * SYLLABLES * WORDS > 75
