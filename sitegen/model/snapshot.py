"""What clients' answers came to, as figures alone: the file through which the store's numbers reach the portfolio."""

import re
from typing import Annotated, Literal

from sitegen.model.fields import AnyNumber, Count, Day, Id, reading
from sitegen.model.shape import shape
from sitegen.source import Document
from sitegen.value import value

_QUARTER = re.compile(r"[0-9]{4}-Q[1-4]")


def _read_quarter(text: str) -> str:
    if not _QUARTER.fullmatch(text):
        raise ValueError(text)
    return text


Quarter = Annotated[
    str,
    reading(_read_quarter, "a quarter, as 2026-Q4", {"type": "string", "pattern": f"^{_QUARTER.pattern}$"}),
]


@shape
class FigureEntry:
    """One figure: what a question's marks came to in a quarter."""

    client: Id
    """The client who answered."""
    project: Id | None = None
    """The project that it is about; without one it is over all of the client's."""
    survey: Id
    """The survey."""
    quarter: Quarter
    """The quarter in which they answered."""
    question: Id
    """The question."""
    type: Literal["nps", "NPS-like", "csat", "ces", "rating"]
    """What kind of figure it is."""
    n: Count
    """How many answers it is over."""
    value: AnyNumber
    """A score from -100 to 100, a share from 0 to 1, or a mean."""
    low: AnyNumber | None = None
    """Where its 95 % interval begins."""
    high: AnyNumber | None = None
    """Where its 95 % interval ends."""
    median: AnyNumber | None = None
    """The median of the marks."""


@shape
class FeedbackHead:
    """The keys of feedback.yml."""

    as_of: Day
    """The day on which the answers were counted."""
    figures: tuple[FigureEntry, ...] = ()
    """The figures, in order."""


@value
class Snapshot:
    """The figures, and the file that they stand in."""

    head: FeedbackHead
    document: Document
