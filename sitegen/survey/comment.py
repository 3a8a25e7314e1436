"""What an answer to a need says besides its choice."""

MAX_COMMENT_LENGTH = 4000
"""How many characters a comment may have."""

REASONED = frozenset({"reject"})
"""Choices that need a comment: nobody can mend what is only turned down."""
