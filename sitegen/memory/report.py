"""What a build did becomes the one line that it ends in."""

from dataclasses import fields

from sitegen.memory.warned import Warned
from sitegen.problems import Problem
from sitegen.value import value

NAMED = 3
"""How many of many files are named."""


@value
class LeftOut:
    """What was read and has no page: nothing is skipped in silence."""

    drafts: int = 0
    future: int = 0
    """Updates dated after the day."""
    hidden: int = 0
    """Updates that the audience may not see."""
    unlinked: int = 0
    """Files that nothing links to."""
    ended: int = 0
    """Clients whose access has ended."""

    def __add__(self, other: "LeftOut") -> "LeftOut":
        return LeftOut(**{field.name: getattr(self, field.name) + getattr(other, field.name) for field in fields(self)})

    def __str__(self) -> str:
        parts = (
            (self.drafts, "draft", "drafts"),
            (self.future, "later update", "later updates"),
            (self.hidden, "update not for this audience", "updates not for this audience"),
            (self.unlinked, "file nobody links to", "files nobody links to"),
            (self.ended, "client whose access has ended", "clients whose access has ended"),
        )
        return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in parts if count)


@value
class BuildReport:
    """What a build did."""

    projects: int
    pages: int
    written: tuple[str, ...]
    stood: int
    removed: tuple[str, ...]
    left_out: LeftOut
    seconds: float
    warned: Warned
    """What it warned of."""
    unknown: tuple[str, ...] = ()
    """Files in the output folder that may be an earlier build's, whose record was lost, or anybody's."""

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What it warned of, one by one."""
        return self.warned.problems

    @property
    def doubt(self) -> str:
        """What to do about files that nobody knows, in words; nothing where there are none."""
        if not self.unknown:
            return ""
        named = ", ".join(self.unknown[:NAMED]) + (", …" if len(self.unknown) > NAMED else "")
        return (
            f"nothing was recorded of the output folder, and {_count(len(self.unknown), 'file')} in it "
            f"{'is' if len(self.unknown) == 1 else 'are'} none of this build: {named}; "
            "remove what an earlier build left there"
        )

    def __str__(self) -> str:
        counts = (
            f"{_count(self.projects, 'project')}, {_count(self.pages, 'page')}: "
            f"{len(self.written)} written, {self.stood} stood, {len(self.removed)} removed"
        )
        left_out = str(self.left_out)
        return f"{counts}; left out: {left_out or 'nothing'}; {self.seconds:.2f} s"


def _count(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
