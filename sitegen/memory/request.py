"""What a build is asked for: the words of a command, before anything of the site is read."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen.value import value


@dataclass(frozen=True, slots=True)
class Shard:
    """One of several parts of a site."""

    index: int
    """From 1."""
    count: int

    @property
    def is_first(self) -> bool:
        """Tell whether it is the one that writes the root's pages."""
        return self.index == 1

    def __str__(self) -> str:
        return f"{self.index}/{self.count}"


WHOLE = Shard(1, 1)


def parse_shard(text: str) -> Shard:
    """Read `I/N`, counted from 1; raise `ValueError` for anything else."""
    match = re.fullmatch(r"([0-9]{1,4})/([0-9]{1,4})", text)
    if not match or not 1 <= int(match[1]) <= int(match[2]):
        raise ValueError(text)
    return Shard(int(match[1]), int(match[2]))


@value
class Request:
    """What a build is asked for."""

    config: Path
    day: date | None = None
    """None for today, in the site's time zone."""
    audience: str = "client"
    """`client` or `internal`."""
    clients: tuple[str, ...] = ()
    """Only these; empty for all."""
    output: Path | None = None
    jobs: int | None = None
    with_drafts: bool = False
    with_future: bool = False
    """The day becomes that of the last update."""
    is_strict: bool = False
    is_clean: bool = False
    """Nothing that an earlier build kept is used."""
    shard: Shard = WHOLE
    """Which part of the site, where several machines build it."""
    is_open: bool = False
    """Every client at a plain address and unlocked: a preview that stays on this machine needs no secrets."""
    record: Path | None = None
    """Where to keep the list of what was written; None for beside sitegen.yml."""

    @property
    def options(self) -> list[str]:
        """What, besides the files and the day, decides what is written, and what is told of it."""
        flags = {
            "drafts": self.with_drafts,
            "future": self.with_future,
            "strict": self.is_strict,
            "open": self.is_open,
        }
        return [self.audience, str(self.shard), *(f"client={name}" for name in self.clients),
                *(name for name, is_set in flags.items() if is_set)]  # fmt: skip
