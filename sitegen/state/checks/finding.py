"""What a rule looks at, and what it finds."""

from sitegen.model import Person, Register, Update
from sitegen.state.state import State
from sitegen.value import value


@value
class Subject:
    """A project as a rule looks at it."""

    state: State
    """As the client sees it."""
    brief_digest: str | None
    """SHA-256 of the brief's file as it is now; None where there is no such file."""
    contact: Person | None = None
    """Whom the client asks."""
    mailed: tuple[str, ...] = ()
    """The project's surveys whose answers go to the contact by mail."""
    has_collector: bool = False
    """Whether the page itself takes the answers to what waits for the client."""


@value
class Finding:
    """One thing that would embarrass the firm; of the project, unless it names an item, an update or a survey.

    With both an item and an update it is about what that update says of the item.
    """

    message: str
    register: Register | None = None
    item: str = ""
    update: Update | None = None
    survey: str = ""


def about(register: Register, item_id: str, message: str) -> Finding:
    """Return a finding about one item."""
    return Finding(message=message, register=register, item=item_id)


def format_days(days: int) -> str:
    """Write a number of days."""
    return "1 day" if days == 1 else f"{days} days"
