"""A number, fractions allowed: `number`."""

import re

from sitegen.model import Number, PlainQuestion
from sitegen.survey.kinds.kind import AnswerError, Single

MAX_NUMBER = 10**12
"""How far from zero an answer may lie."""

_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]+)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
_MAX_DIGITS = 40


class NumberKind(Single[PlainQuestion]):
    """As a browser writes it in any language, with a point; a comma means thousands to some and fractions to others."""

    def parse(self, question: PlainQuestion, text: str) -> Number:
        """Read a number, whole ones as `int`."""
        if len(text) > _MAX_DIGITS or not _NUMBER.fullmatch(text):
            raise AnswerError("not-a-number")
        number = float(text)
        if abs(number) > MAX_NUMBER:
            raise AnswerError("out-of-range")
        return int(number) if number.is_integer() else number

    def format(self, value: Number) -> str:
        """Write a number."""
        return str(value)
