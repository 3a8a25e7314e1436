"""What a build warned of becomes what is kept of it, by project, to be told again and mended where one changed."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sitegen.problems import Level, Position, Problem, format_problem
from sitegen.value import value


class Group(NamedTuple):
    """The warnings about one project, or about one file outside of projects."""

    rows: bytes
    """As JSON."""
    told: bytes
    """As they are printed in the site's folder."""
    number: int
    """How many there are."""


@value
class Warned:
    """What a build warned of."""

    groups: Mapping[str, Group]
    """By the folder of a project, which ends in a slash, or by the path of a file."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The warnings, by place."""
        return tuple(self._read())

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(group.number for group in self.groups.values())

    def take_first(self, most: int) -> tuple[Problem, ...]:
        """Return the first of the warnings, by place, and read no more of them."""
        return tuple(islice(self._read(), most))

    def _read(self) -> Iterator[Problem]:
        return (problem for key in sorted(self.groups) for problem in _read_rows(self.groups[key].rows))

    @property
    def told(self) -> str:
        """The warnings, by place, as they are printed in the site's folder: whoever is elsewhere mends their paths."""
        return b"".join(self.groups[key].told for key in sorted(self.groups)).decode()

    def keep(self, is_kept: Callable[[str], bool]) -> "Warned":
        """Return those of some groups."""
        return Warned(groups={key: group for key, group in self.groups.items() if is_kept(key)})

    def add(self, other: "Warned") -> "Warned":
        """Return these and others, of other groups."""
        return Warned(groups={**self.groups, **other.groups})

    def write(self) -> dict[str, bytes]:
        """Return them as sections."""
        return {
            "warned": _format_index(self.groups),
            "warned rows": b"".join(group.rows for group in self.groups.values()),
            "warned told": b"".join(group.told for group in self.groups.values()),
        }


NOTHING = Warned(groups={})


def make_warned(warnings: Iterable[Problem], content: str) -> Warned:
    """Return warnings, which are in order, by project; `content` is what the content folder is called."""
    found: dict[str, list[Problem]] = {}
    for problem in warnings:
        found.setdefault(_find_key(problem.position.path, content), []).append(problem)
    return Warned(groups={key: _make_group(problems) for key, problems in found.items()})


def read_warned(sections: Mapping[str, bytes | memoryview]) -> Warned:
    """Return the warnings that sections hold."""
    index: Any = json.loads(bytes(sections["warned"]))
    rows, told = bytes(sections["warned rows"]), bytes(sections["warned told"])
    groups: dict[str, Group] = {}
    row = word = 0
    for key, rows_size, told_size, count in index:
        groups[key] = Group(rows[row : row + rows_size], told[word : word + told_size], count)
        row, word = row + rows_size, word + told_size
    return Warned(groups=groups)


def _format_index(groups: Mapping[str, Group]) -> bytes:
    return json.dumps([[key, len(group.rows), len(group.told), group.number] for key, group in groups.items()]).encode()


def _find_key(path: str, content: str) -> str:
    parts = path.removeprefix(f"{content}/").split("/")
    is_project = path.startswith(f"{content}/clients/") and len(parts) > 3
    return f"{content}/{'/'.join(parts[:3])}/" if is_project else path


def _make_group(problems: Sequence[Problem]) -> Group:
    rows = [
        [
            problem.rule,
            problem.message,
            problem.position.path,
            problem.position.line,
            problem.position.column,
            problem.position.source,
            problem.level.value,
            problem.project,
            problem.item,
        ]
        for problem in problems
    ]
    told = "".join(f"{format_problem(problem)}\n" for problem in problems)
    return Group(json.dumps(rows, separators=(",", ":")).encode(), told.encode(errors="surrogateescape"), len(rows))


def _read_rows(data: bytes) -> Iterable[Problem]:
    for rule, message, path, line, column, source, level, project, item in json.loads(data):
        position = Position(path=path, line=line, column=column, source=source)
        yield Problem(rule=rule, message=message, position=position, level=Level(level), project=project, item=item)
