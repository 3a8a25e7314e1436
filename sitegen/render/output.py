"""What rendering returns and writing writes: a path and its bytes."""

from sitegen.value import value


@value
class Output:
    """One file to be; `path` is relative to the output folder."""

    path: str
    data: bytes
