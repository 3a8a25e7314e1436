"""A mark on a scale: `nps`, `csat`, `ces`, `rating`."""

import re

from sitegen.model import RatingQuestion, ScaleQuestion, find_scale
from sitegen.survey.kinds.kind import AnswerError, Single

_MARK = re.compile(r"[0-9]{1,2}")


class Scale(Single[ScaleQuestion | RatingQuestion]):
    """Marks are whole numbers, both ends included."""

    def parse(self, question: ScaleQuestion | RatingQuestion, text: str) -> int:
        """Read a mark."""
        lowest, highest = find_scale(question) or (0, 0)
        if not _MARK.fullmatch(text):
            raise AnswerError("not-a-number")
        if not lowest <= int(text) <= highest:
            raise AnswerError("out-of-range")
        return int(text)

    def format(self, value: int) -> str:
        """Write a mark."""
        return str(value)
