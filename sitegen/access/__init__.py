"""Who may read: the tokens of unguessable folders."""

from sitegen.access.tokens import explain_secret, make_token

__all__ = ["explain_secret", "make_token"]
