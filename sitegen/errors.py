"""The exceptions, divided by who must act.

    SitegenError
    ├── ContentError      an author: the content has errors; it carries them all
    ├── ThemeError        a theme maker: a template or a theme folder is wrong
    ├── WorkError         an operator: a disk, a secret, a port, another process
    └── UsageError        whoever typed the command: wrong words (exit code 2)

Faults of authors are values (`Problem`) and are gathered; an exception is only the way out once they are complete.
"""

from collections.abc import Iterable

from sitegen.problems import Problem


class SitegenError(Exception):
    """Whatever sitegen raises on purpose."""


class ContentError(SitegenError):
    """The content has errors, so nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return f"{len(self.problems)} errors in the content"


class ThemeError(SitegenError):
    """A theme is wrong; `problem` names the template and line, `trail` the templates and the page that led there."""

    def __init__(self, problem: Problem, trail: tuple[str, ...] = ()) -> None:
        self.problem = problem
        self.trail = trail
        super().__init__(problem, trail)

    def __str__(self) -> str:
        return self.problem.message


class WorkError(SitegenError):
    """The work itself failed: a folder that cannot be written, a port in use, a secret that is missing."""


class UsageError(SitegenError):
    """The command was used wrongly: no such project, a bad date, no sitegen.yml."""
