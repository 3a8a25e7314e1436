"""The options of a command become the site and its open store."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli.messages import told_to_people

if TYPE_CHECKING:
    from sitegen.build import Loaded
    from sitegen.collector import Store

SNAPSHOT = "/feedback.yml"
"""Holds nothing that these commands go by: one of them writes it anew."""


def find_store(root: Path) -> str:
    """Return the store that a site has by default: a file beside sitegen.yml."""
    return f"sqlite:///{root / 'responses.db'}"


@contextmanager
def standing_before(
    config: Path | None, store: str | None, *, is_strict: bool = False, may_make: bool = False
) -> "Iterator[tuple[Loaded, Store]]":
    """Read the site and open its store; what the library raises meanwhile is told to people.

    Commands import what needs the store after this, so that a missing extra is told here.

    Faults in the content matter only where it is strict: what was answered can be read without them. A file that is
    not there is no store without answers, but a mistake, unless one may be made.
    """
    from sitegen.build import load_site
    from sitegen.errors import ContentError, WorkError
    from sitegen.memory import find_config
    from sitegen.problems import Problems

    with told_to_people(None):
        found = find_config(config, Path.cwd())
    with told_to_people(found.parent, "nothing was done"):
        problems = Problems()
        loaded = load_site(found, problems)
        if is_strict and any(not problem.position.path.endswith(SNAPSHOT) for problem in problems.errors):
            raise ContentError(problems)
        try:
            from sitegen.collector import Store
        except ImportError as error:
            raise WorkError(f"the store needs '{error.name}'; install sitegen-status[collect]") from error
        url = store or find_store(found.parent)
        file = url.partition("?")[0].removeprefix("sqlite:///")
        if not may_make and url.startswith("sqlite:///") and not Path(file).exists():
            raise WorkError(f"there is no store '{file}'; 'sitegen collect' makes one, '--store' names another")
        with Store(url) as opened:
            yield loaded, opened
