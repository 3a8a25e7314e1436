"""The closed sets of words that content uses, as enums whose questions are methods."""

from enum import StrEnum


class Audience(StrEnum):
    """Who reads: each sees what the ones before it see, and more. Also the width of an item's visibility."""

    CLIENT = "client"
    AGENCY = "agency"
    INTERNAL = "internal"

    def sees(self, visibility: "Audience") -> bool:
        """Tell whether this audience may see what has that visibility."""
        return _WIDTH[self] >= _WIDTH[visibility]


_WIDTH = {Audience.CLIENT: 0, Audience.AGENCY: 1, Audience.INTERNAL: 2}


class Health(StrEnum):
    """How a project, a milestone or an aspect of it stands."""

    NOT_STARTED = "not-started"
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    OFF_TRACK = "off-track"
    ON_HOLD = "on-hold"
    COMPLETE = "complete"

    @property
    def is_open(self) -> bool:
        """Tell whether work goes on."""
        return self not in {Health.ON_HOLD, Health.COMPLETE}

    @property
    def is_troubled(self) -> bool:
        """Tell whether it admits to trouble."""
        return self in {Health.AT_RISK, Health.OFF_TRACK}


class Side(StrEnum):
    """With whom the reason for a change lay."""

    US = "us"
    CLIENT = "client"
    AGENCY = "agency"
    THIRD_PARTY = "third-party"


class Register(StrEnum):
    """The named maps of items, in the order in which they are reported."""

    MILESTONES = "milestones"
    DELIVERABLES = "deliverables"
    ACTIONS = "actions"
    RISKS = "risks"
    ISSUES = "issues"
    CHANGES = "changes"
    DECISIONS = "decisions"
    REQUESTS = "requests"
    QUESTIONS = "questions"
    FEEDBACK = "feedback"

    @property
    def item(self) -> str:
        """What one of its items is called in a message."""
        return _ITEM_WORDS.get(self, self.value.removesuffix("s"))

    @property
    def an_item(self) -> str:
        """The same, with its article."""
        return f"{'an' if self.item[0] in 'aeiou' else 'a'} {self.item}"


_ITEM_WORDS = {Register.FEEDBACK: "feedback item", Register.CHANGES: "change request"}
