"""One of several options: `choice`."""

from sitegen.model import ChoiceQuestion
from sitegen.survey.kinds.kind import AnswerError, Found, Kind, Sent, read_part, require
from sitegen.survey.kinds.other import OTHER, list_choice_parts, list_options, read_other


class Choice(Kind[ChoiceQuestion]):
    """An option's id; text beside it chooses `other` where nothing else is chosen, and is kept where something is."""

    def list_parts(self, question: ChoiceQuestion) -> tuple[str, ...]:
        """Return the choice, and the text beside it."""
        return list_choice_parts(question)

    def read(self, question: ChoiceQuestion, sent: Sent) -> Found:
        """Read what was chosen."""

        def parse(text: str) -> str:
            if text not in list_options(question):
                raise AnswerError("not-an-option")
            return text

        chosen, faults = read_part(sent, "", parse)
        beside, too_long = read_other(sent)
        if chosen is None and not faults and beside:
            chosen = OTHER
        if chosen is None:
            return Found(beside, faults + too_long or require(question, ""))
        return Found({"": chosen, **beside}, too_long)

    def write(self, value: str) -> Sent:
        """Return the chosen option."""
        return {"": (value,)}
