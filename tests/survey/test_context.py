"""Contexts: what the site signed comes back as it was; nothing else does."""

import pytest

from sitegen.survey import ContextError, NeedContext, Signer, SurveyContext

SECRET = "a secret of at least thirty-two bytes"
PULSE = SurveyContext(
    client="acme",
    project="shop",
    survey="pulse",
    version="0123456789abcdef",
    reader="acme",
    language="en",
    page="acme/shop/feedback/pulse/",
    milestone="beta",
)
CHOICE = NeedContext(
    client="acme",
    project="shop",
    kind="issue",
    item="slow",
    choices=("buy", "wait"),
    reader="acme",
    language="en",
    page="acme/shop/",
)


def test_what_was_signed_is_read_back() -> None:
    signer = Signer(SECRET)

    assert signer.read_survey(signer.sign(PULSE)) == PULSE
    assert signer.read_need(signer.sign(CHOICE)) == CHOICE


def test_the_same_context_is_signed_alike() -> None:
    assert Signer(SECRET).sign(PULSE) == Signer(SECRET).sign(PULSE)


def test_a_context_may_stand_in_a_url() -> None:
    assert set(Signer(SECRET).sign(PULSE)) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")


def test_a_context_for_one_use_does_not_serve_another() -> None:
    signer = Signer(SECRET)

    with pytest.raises(ContextError):
        signer.read_survey(signer.sign(CHOICE))
    with pytest.raises(ContextError):
        signer.read_need(signer.sign(PULSE))


@pytest.mark.parametrize("text", ["", ".", "a.b", "é", "\ud800", "e30.x", "x" * 100_000])
def test_what_nobody_signed_is_refused(text: str) -> None:
    with pytest.raises(ContextError):
        Signer(SECRET).read_survey(text)


def test_a_changed_character_is_noticed() -> None:
    signed = Signer(SECRET).sign(PULSE)
    for place in range(0, len(signed), 7):
        changed = signed[:place] + ("A" if signed[place] != "A" else "B") + signed[place + 1 :]
        with pytest.raises(ContextError):
            Signer(SECRET).read_survey(changed)


def test_another_secret_is_another_site() -> None:
    with pytest.raises(ContextError):
        Signer(SECRET + "!").read_survey(Signer(SECRET).sign(PULSE))
