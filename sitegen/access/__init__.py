"""Who may read: tokens of unguessable folders, passwords and what they seal, and what a reader must not find."""

from sitegen.access.encryption import Lock, Sealed, make_lock, seal, tidy_password
from sitegen.access.htpasswd import Guard, format_htpasswd, make_guard
from sitegen.access.leaks import Leak, Search, Term
from sitegen.access.passwords import (
    explain_password,
    explain_server_password,
    make_password,
    make_secret,
    name_password,
)
from sitegen.access.readable import read_text
from sitegen.access.tokens import TOKEN_LENGTH, explain_secret, make_token
from sitegen.access.unsealing import Opened, is_sealed, unseal

__all__ = [
    "TOKEN_LENGTH",
    "Guard",
    "Leak",
    "Lock",
    "Opened",
    "Sealed",
    "Search",
    "Term",
    "explain_password",
    "explain_secret",
    "explain_server_password",
    "format_htpasswd",
    "is_sealed",
    "make_guard",
    "make_lock",
    "make_password",
    "make_secret",
    "make_token",
    "name_password",
    "read_text",
    "seal",
    "tidy_password",
    "unseal",
]
