"""A document's data becomes a typed value, or problems in our words at the place of each fault."""

from typing import Any

from sitegen.model.faults import FaultsError, tell_fault
from sitegen.model.reading import find_reader
from sitegen.problems import Problems
from sitegen.source import Document


def decode(shape: Any, document: Document, problems: Problems, *, keeps_nulls: bool = False) -> Any | None:
    """Read a document as a shape; None where it has faults, which are told all at once.

    In an update null clears (`keeps_nulls`); elsewhere a key without a value is one that was not filled in.
    """
    try:
        return find_reader(shape, keeps_nulls=keeps_nulls)(document.data)
    except FaultsError as error:
        for fault in error.faults:
            tell_fault(fault, document, problems)
        return None
