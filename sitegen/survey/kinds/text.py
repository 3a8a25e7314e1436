"""Free text: `text`."""

from sitegen.model import TextQuestion
from sitegen.survey.kinds.kind import AnswerError, Single


class FreeText(Single[TextQuestion]):
    """Lines end in one character; where one line is expected, there is one."""

    def parse(self, question: TextQuestion, text: str) -> str:
        """Read text of at most `max_length` characters."""
        found = text if question.long else " ".join(text.split("\n"))
        if len(found) > question.max_length:
            raise AnswerError("too-long", question.max_length)
        return found

    def format(self, value: str) -> str:
        """Write text."""
        return value
