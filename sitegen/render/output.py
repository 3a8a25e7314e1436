"""What rendering returns and writing writes: a path and its bytes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file to be; `path` is relative to the output folder."""

    path: str
    data: bytes
