"""An e-mail address: `email`."""

import re

from sitegen.model import PlainQuestion
from sitegen.survey.kinds.kind import AnswerError, Single

MAX_EMAIL_LENGTH = 254
"""Longer ones cannot be delivered to: RFC 5321, 4.5.3.1.3, less the two brackets."""

_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\.]+(\.[^\s@<>,;:\"()\[\]\\.]+)+")


class Email(Single[PlainQuestion]):
    """One address, that somebody could write to; whether anybody reads there only a mail can tell."""

    def parse(self, question: PlainQuestion, text: str) -> str:
        """Read an address."""
        if len(text) > MAX_EMAIL_LENGTH:
            raise AnswerError("too-long", MAX_EMAIL_LENGTH)
        if not _EMAIL.fullmatch(text):
            raise AnswerError("not-an-email")
        return text

    def format(self, value: str) -> str:
        """Write an address."""
        return value
