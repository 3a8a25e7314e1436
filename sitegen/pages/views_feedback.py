"""What answers came to: for the firm alone."""

from sitegen.model import Due
from sitegen.value import value


@value
class FeedbackFigure:
    """One figure over the answers of a quarter."""

    survey: str
    """The survey's title."""
    question: str
    """The question as it is put."""
    quarter: Due
    """The quarter in which they answered."""
    type: str
    """`nps`, `NPS-like`, `csat`, `ces` or `rating`."""
    unit: str
    """What the value is: `score`, from -100 to 100, `share`, from 0 to 1, or `mean`, of marks."""
    n: int
    """How many answers it is over."""
    value: float
    """The figure; a mean to one decimal."""
    low: float | None
    """Where its 95 % interval begins; none for a mean. A score's ends are whole numbers."""
    high: float | None
    """Where it ends."""
    is_small: bool
    """True where so few answers say little."""
    trend: str | None
    """`higher` or `lower` than in the quarter before; none unless the two intervals lie apart."""
    before: Due
    """The quarter before."""


@value
class ClientFeedback:
    """What one client's answers came to, over all of its projects."""

    client: str
    """The client's name."""
    figures: tuple[FeedbackFigure, ...]
    """The newest quarter first."""
