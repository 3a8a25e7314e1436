"""Who may read: the tokens of unguessable folders."""

from sitegen.access.tokens import TOKEN_LENGTH, explain_secret, make_token

__all__ = ["TOKEN_LENGTH", "explain_secret", "make_token"]
