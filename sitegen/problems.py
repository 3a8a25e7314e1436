"""What is wrong with the content, and where: positions, problems, and the list that gathers them."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from sitegen.value import value

WINDOW = 110
"""How many characters of a long source line are shown around the caret."""


class Level(StrEnum):
    """How bad a problem is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@value
class Position:
    """A place in a source file; `path` is relative to the site's folder, lines and columns count from 1."""

    path: str
    line: int = 1
    column: int = 1
    source: str = ""
    """The text of that line, for the caret."""


@value
class Problem:
    """One fault, at one place, by one named rule."""

    rule: str
    message: str
    position: Position
    level: Level = Level.ERROR
    project: str | None = None
    """`client/project`, where the problem belongs to one."""
    item: str | None = None
    """`register.id`, where the problem is about one item."""

    @property
    def order(self) -> tuple[str, int, int, str]:
        """The order in which problems are reported: by place."""
        return (self.position.path, self.position.line, self.position.column, self.rule)


class Problems:
    """The list that gathers the problems of a whole site, so that all are told at once."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found, key=lambda problem: problem.order))

    def __len__(self) -> int:
        return len(self._found)

    def add(self, problem: Problem) -> None:
        """Take a problem in; the same one twice counts once."""
        self._found[problem] = None

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take several problems in."""
        for problem in problems:
            self.add(problem)

    def error(self, rule: str, message: str, position: Position) -> None:
        """Add an error of form, the most common kind."""
        self.add(Problem(rule=rule, message=message, position=position))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Those that stop the build."""
        return self._list(Level.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Those that do not."""
        return self._list(Level.WARNING)

    def _list(self, level: Level) -> tuple[Problem, ...]:
        found = (problem for problem in self._found if problem.level is level)
        return tuple(sorted(found, key=lambda problem: problem.order))


def suggest(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean 'x'?` with the nearest known word, and what sets it apart if one can't see it; or nothing.

    Neither capitals nor how accents are written make a word less near.
    """
    from difflib import get_close_matches
    from unicodedata import normalize

    plain = {normalize("NFC", name).casefold(): name for name in sorted(known, reverse=True)}
    wanted = normalize("NFC", word).casefold()
    near = get_close_matches(wanted, plain, n=1, cutoff=0.6)
    if not near:
        return ""
    found = plain[near[0]]
    return f"; did you mean '{found}'?{_tell_apart(word, found)}"


def _tell_apart(word: str, found: str) -> str:
    """Say what sets two words apart where it is easily overlooked."""
    from unicodedata import normalize

    composed, wanted = normalize("NFC", word), normalize("NFC", found)
    if composed == wanted and word != found:
        form = "NFC" if found == wanted else "NFD"
        return f" it looks the same, but its accents are written in another Unicode form ({form}); copy it from there"
    if composed.casefold() == wanted.casefold() and composed != wanted:
        return " capital and small letters differ"
    strange = (char for char in word if found.isascii() and not normalize("NFKD", char)[0].isascii())
    return next((f" '{word}' has the character U+{ord(char):04X} in it" for char in strange), "")


def format_problem(problem: Problem, *, path: str | None = None) -> str:
    """Write a problem as compilers do: place, level, message, rule, then the source line with a caret.

    `path` stands in for the position's own path, where the working folder is not the site's.
    """
    position = problem.position
    shown = position.path if path is None else path
    head = f"{shown}:{position.line}:{position.column}: {problem.level}: {problem.message} [{problem.rule}]"
    if not position.source.strip():
        return head
    source, column = _window(position.source, position.column)
    before = source[: column - 1]
    caret = "".join("\t" if char == "\t" else " " for char in before) if "\t" in before else " " * len(before)
    return f"{head}\n    {source}\n    {caret}^"


def _window(source: str, column: int) -> tuple[str, int]:
    """Cut a long line to what stands around the column, and make unprintable characters visible."""
    start = max(0, column - 1 - WINDOW // 2) if len(source) > WINDOW else 0
    cut = source[start : start + WINDOW].rstrip()
    if not cut.isprintable():
        cut = "".join(char if char.isprintable() or char == "\t" else "\N{REPLACEMENT CHARACTER}" for char in cut)
    return cut, column - start
