"""The variables that passwords stand in, and what makes a password, or a secret, a good one."""

import secrets

from sitegen.access.encryption import tidy_password
from sitegen.access.htpasswd import MAX_PASSWORD_BYTES
from sitegen.access.tokens import is_utf8

MIN_PASSWORD_LENGTH = 12
SECRET_BYTES = 32
CONSONANTS = "bdfghjklmnprstvz"
VOWELS = "aeiou"
WORDS = 6
SYLLABLES = 2


def name_password(owner_id: str, person_id: str | None = None) -> str:
    """Return the variable of a reader's password, or of one person's: `SITEGEN_PASSWORD_ACME_ANN`."""
    parts = (owner_id, person_id) if person_id else (owner_id,)
    return "_".join(("SITEGEN_PASSWORD", *parts)).upper().replace("-", "_")


def explain_password(variable: str, password: str | None) -> str | None:
    """Tell what is wrong with the password of a variable, and how to mend it; None where nothing is."""
    if not password or not tidy_password(password):
        return f"{variable} is not set; 'sitegen secret --password' makes a password, set it in the environment"
    if not is_utf8(password):
        return f"{variable} is not UTF-8, so it cannot be typed; 'sitegen secret --password' makes a good one"
    if len(tidy_password(password)) < MIN_PASSWORD_LENGTH:
        return (
            f"{variable} is shorter than {MIN_PASSWORD_LENGTH} characters; 'sitegen secret --password' makes a good one"
        )
    return None


def explain_server_password(variable: str, password: str) -> str | None:
    """Tell what keeps browsers and servers from agreeing on a password; None where they do."""
    if password.isascii() and password.isprintable() and len(password) <= MAX_PASSWORD_BYTES:
        return None
    return (
        f"{variable} is not at most {MAX_PASSWORD_BYTES} letters, digits and signs of ASCII: beyond these, browsers "
        f"and servers do not agree; 'sitegen secret --password' makes a good one"
    )


def make_secret() -> str:
    """Return a new secret: 32 random bytes, as text."""
    return secrets.token_urlsafe(SECRET_BYTES)


def make_password() -> str:
    """Return a new password that can be said and remembered: six words of two syllables each, 75 bits."""
    return "-".join("".join(_make_syllable() for _ in range(SYLLABLES)) for _ in range(WORDS))


def _make_syllable() -> str:
    return secrets.choice(CONSONANTS) + secrets.choice(VOWELS)
