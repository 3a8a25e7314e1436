"""Several of several options: `choices`."""

from sitegen.model import ChoiceQuestion
from sitegen.survey.kinds.kind import Fault, Found, Kind, Sent, require
from sitegen.survey.kinds.other import OTHER, list_choice_parts, list_options, read_other


class Choices(Kind[ChoiceQuestion]):
    """Options' ids in the order of the definition; text beside them chooses `other` too."""

    def list_parts(self, question: ChoiceQuestion) -> tuple[str, ...]:
        """Return the choices, and the text beside them."""
        return list_choice_parts(question)

    def read(self, question: ChoiceQuestion, sent: Sent) -> Found:
        """Read what was chosen; nothing at all is too few only where an answer is required."""
        known = list_options(question)
        beside, faults = read_other(sent)
        wanted = {*sent.get("", ()), *([OTHER] if beside else [])}
        if wanted - set(known):
            return Found(beside, (Fault(control="", rule="not-an-option"), *faults))
        if not wanted:
            return Found({}, faults or require(question, ""))
        chosen = tuple(option for option in known if option in wanted)
        return Found({"": chosen, **beside}, (*_count(question, len(chosen)), *faults))

    def write(self, value: tuple[str, ...]) -> Sent:
        """Return the chosen options."""
        return {"": value}


def _count(question: ChoiceQuestion, chosen: int) -> tuple[Fault, ...]:
    """Return the fault of having chosen too few or too many."""
    if question.min and chosen < question.min:
        return (Fault(control="", rule="too-few", limit=question.min),)
    if question.max and chosen > question.max:
        return (Fault(control="", rule="too-many", limit=question.max),)
    return ()
