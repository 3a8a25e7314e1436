"""Whom a web server lets in is written so that each password fits its user alone, and the same each time."""

import bcrypt
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.access import explain_server_password, format_htpasswd, make_guard

ANN, BOB = "gova-luje-zuge", "fife-mano-tibu"
PASSWORDS = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=12, max_size=72)


def read_lines(users: dict[str, str], firm: str = "Firm", owner: str = "acme") -> dict[str, str]:
    """Return the hash of each user."""
    text = format_htpasswd(make_guard(firm, owner, users)).decode()
    assert text.endswith("\n")
    return dict(line.split(":") for line in text.splitlines())


@settings(deadline=None, max_examples=5)
@given(PASSWORDS)
def test_a_password_fits_its_line_and_no_other_does(password: str) -> None:
    (found,) = read_lines({"ann": password}).values()
    assert bcrypt.checkpw(password.encode(), found.encode())
    assert not bcrypt.checkpw(password[:-1].encode(), found.encode())


def test_these_bytes_were_written() -> None:
    """A change here makes every server read new files."""
    assert read_lines({"ann": ANN}) == {"ann": "$2y$10$kiwmbFk.iIayH1o4s4Ba/uc0DSwaKthLsDTFcN54RFk5U9o7bX1v6"}


def test_the_salt_tells_nothing_of_the_password_and_is_nobody_else_s() -> None:
    """What were made of a password would let it be guessed past the work that guessing shall cost."""
    salts = {text[:29] for text in read_lines({"ann": ANN, "bob": ANN}).values()}
    assert {read_lines({"ann": BOB})["ann"][:29], read_lines({"bob": BOB})["bob"][:29]} == salts
    assert len(salts) == 2
    assert not salts & {read_lines({"ann": ANN}, owner="beta")["ann"][:29], read_lines({"ann": ANN}, "F")["ann"][:29]}


def test_neither_password_shows() -> None:
    guard = make_guard("Firm", "acme", {"ann": ANN})
    assert ANN not in repr(guard) and ANN.encode() not in format_htpasswd(guard)


def test_what_browsers_and_servers_read_differently_is_told() -> None:
    assert explain_server_password("NAME", "x" * 72) is None
    for password in ("x" * 73, "gova-lujé-zuge", "gova\tluje\tzuge"):
        told = explain_server_password("NAME", password)
        assert told and told.startswith("NAME is not at most 72 letters") and password not in told
