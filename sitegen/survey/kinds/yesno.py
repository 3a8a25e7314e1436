"""Yes or no: `yesno`."""

from sitegen.model import PlainQuestion
from sitegen.survey.kinds.kind import AnswerError, Single


class YesNo(Single[PlainQuestion]):
    """The controls send `yes` and `no`."""

    def parse(self, question: PlainQuestion, text: str) -> bool:
        """Read `yes` or `no`."""
        if text not in {"yes", "no"}:
            raise AnswerError("not-an-option")
        return text == "yes"

    def format(self, value: bool) -> str:
        """Write `yes` or `no`."""
        return "yes" if value else "no"
