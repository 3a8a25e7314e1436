"""Who may read: the tokens of unguessable folders, the passwords of locked pages and what they are sealed with."""

from sitegen.access.encryption import Lock, Sealed, make_lock, seal, tidy_password
from sitegen.access.passwords import explain_password, make_password, make_secret, name_password
from sitegen.access.tokens import TOKEN_LENGTH, explain_secret, make_token

__all__ = [
    "TOKEN_LENGTH",
    "Lock",
    "Sealed",
    "explain_password",
    "explain_secret",
    "make_lock",
    "make_password",
    "make_secret",
    "make_token",
    "name_password",
    "seal",
    "tidy_password",
]
