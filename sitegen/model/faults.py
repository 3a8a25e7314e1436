"""What a reader finds wrong in the data of a file becomes a problem, named by its key and at its place."""

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum, auto

from sitegen.problems import Problems
from sitegen.source import Document
from sitegen.value import value

Path = tuple[str | int, ...]


class Form(Enum):
    """How the message of a fault names the key that it is about."""

    VALUE = auto()
    """`due: …`, at the value."""
    CHOICE = auto()
    """The same, of a value that is none of some words."""
    OWNER = auto()
    """`'due' …`, at the value."""
    LACK = auto()
    """`… in 'launch'`, at the key of what lacks something."""
    KEY = auto()
    """Not at all, since the message does; at the key."""


@value(kw_only=False)
class Fault:
    """One thing that is wrong, and the steps that lead there from where it was read."""

    rule: str
    message: str
    form: Form = Form.VALUE
    path: Path = ()


class FaultsError(ValueError):
    """A value cannot be read; tells all that is wrong in it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def under(self, step: str | int) -> list[Fault]:
        """Return the faults as they are seen from one step further out."""
        return [replace(fault, path=(step, *fault.path)) for fault in self.faults]

    def at_key(self, key: str) -> list[Fault]:
        """Return the faults of a key; that it is none of some words is told at its value."""
        forms = (fault.form if fault.form is Form.CHOICE else Form.KEY for fault in self.faults)
        return [replace(fault, form=form, path=(key,)) for fault, form in zip(self.faults, forms, strict=True)]

    def at_top(self) -> "FaultsError":
        """Return the faults of what a short form stands for: no step inside it is in the file."""
        return FaultsError(replace(fault, path=()) for fault in self.faults)


def fault(rule: str, message: str, form: Form = Form.VALUE) -> FaultsError:
    """Return the error that tells one fault."""
    return FaultsError([Fault(rule, message, form)])


def tell_fault(fault: Fault, document: Document, problems: Problems) -> None:
    """Tell a fault as a problem of a document."""
    name = next((step for step in reversed(fault.path) if isinstance(step, str)), "")
    message = fault.message
    if fault.form in {Form.VALUE, Form.CHOICE} and name:
        message = f"{name}: {message}"
    elif fault.form is Form.OWNER:
        message = f"'{name}' {message}"
    elif fault.form is Form.LACK and name:
        message = f"{message} in '{name}'"
    is_at_key = fault.form in {Form.LACK, Form.KEY}
    where = document.position_of_key(*fault.path) if is_at_key else document.position_of(*fault.path)
    problems.error(fault.rule, message, where)
