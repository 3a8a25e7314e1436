"""A token is the spec's formula, and a secret is long enough to be one."""

import base64
import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.access import explain_secret, make_token

SECRET = "correct-horse-battery-staple-0123456789"


def test_a_token_is_the_one_that_was_handed_out() -> None:
    """These stand in clients' mailboxes: a change would break every link."""
    assert make_token(SECRET, "acme", 1) == "m2e4o27xtkhmmuevyxgo2zcsdd"
    assert make_token(SECRET, "acme", 2) == "2qignrnyorxckibr3db4s2p3z7"
    assert make_token(SECRET, "mid", 1) == "qgststcbvffn5i2fmyzaeftczr"


@given(st.text(min_size=1), st.from_regex(r"[a-z0-9][a-z0-9-]{0,63}", fullmatch=True), st.integers(1, 99))
def test_a_token_follows_the_formula(secret: str, owner_id: str, version: int) -> None:
    key = secret.encode("utf-8", "replace")
    digest = hmac.digest(key, f"{owner_id}:{version}".encode(), hashlib.sha256)
    expected = base64.b32encode(digest).decode().lower()[:26]
    assert make_token(key.decode(), owner_id, version) == expected


def test_client_version_and_secret_each_change_the_token() -> None:
    tokens = {make_token(SECRET + s, owner, version) for s in ("", "x") for owner in ("a", "b") for version in (1, 2)}
    assert len(tokens) == 8


@pytest.mark.parametrize(
    ("secret", "is_good"),
    [(None, False), ("", False), ("x" * 31, False), ("x" * 32, True), ("é" * 15, False), ("é" * 16, True)],
)
def test_a_secret_has_32_bytes(secret: str | None, is_good: bool) -> None:
    assert (explain_secret(secret) is None) is is_good
