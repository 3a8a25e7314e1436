"""A day: `date`."""

from sitegen.model import PlainQuestion, parse_day
from sitegen.survey.kinds.kind import AnswerError, Single


class Day(Single[PlainQuestion]):
    """As `2026-11-16`, which is how a browser's own control sends it."""

    def parse(self, question: PlainQuestion, text: str) -> str:
        """Read a day of the calendar."""
        try:
            return parse_day(text).isoformat()
        except ValueError:
            raise AnswerError("not-a-date") from None

    def format(self, value: str) -> str:
        """Write a day."""
        return value
