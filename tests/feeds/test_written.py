"""JSON is written as Python's own writer writes it."""

import json
from enum import StrEnum
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sitegen.feeds.written import format_json


class Code(StrEnum):
    """A code that is text."""

    ONE = "one"


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(Code)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(Code), inner))


@given(VALUES)
def test_every_value_is_written_as_python_writes_it(value: Any) -> None:
    try:
        expected = (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
    except UnicodeEncodeError:
        return
    assert format_json(value) == expected
