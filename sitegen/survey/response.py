"""What came back: a response to a survey, an answer to a need, and the firm's reply to either."""

from collections.abc import Mapping
from datetime import date, datetime

from sitegen.value import value

Value = bool | int | float | str | tuple[str, ...] | Mapping[str, str]
"""An answer: a mark, a text or an option's id, several options' ids, or a column's id by row."""

Answers = Mapping[str, Value]
"""By question; the text beside a choice stands at `<question>.other`. A question without an answer is absent."""


@value
class Response:
    """One survey, answered once."""

    id: str
    """Known by it: the same one sent twice is stored once."""
    client: str
    project: str
    survey: str
    version: str
    """Of the definition that was answered; empty for what came from elsewhere."""
    received: datetime
    """In UTC, to the second."""
    answers: Answers
    reader: str = ""
    """The id of the client, or the agency, whose page it was."""
    milestone: str | None = None
    update: str | None = None
    source: str = "collector"
    """`collector`, or the name of the file that it was imported from."""


@value
class NeedAnswer:
    """What a reader answered to something that waited for them."""

    id: str
    client: str
    project: str
    kind: str
    """`action`, `issue`, `change` or `deliverable`."""
    item: str
    received: datetime
    """In UTC, to the second."""
    choice: str | None
    """One of the need's choices; None for a question or a comment alone."""
    comment: str | None = None
    reader: str = ""


@value
class Reply:
    """What the firm did about a response or an answer."""

    entry: str
    """The id of the response or the answer."""
    done: str
    """What was done, in a sentence."""
    by: str
    """A person's id, or a name."""
    on: date
