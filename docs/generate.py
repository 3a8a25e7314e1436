"""The code's own declarations become the reference: `python -m docs.generate` writes docs/reference/ anew."""

from collections.abc import Callable, Mapping
from pathlib import Path

from docs.generator.commands import describe_commands
from docs.generator.keys import describe_keys
from docs.generator.limits import describe_limits
from docs.generator.rules import describe_rules
from docs.generator.views import describe_views

REFERENCE = Path(__file__).resolve().parent / "reference"

PAGES: Mapping[str, Callable[[], str]] = {
    "keys.md": describe_keys,
    "commands.md": describe_commands,
    "rules.md": describe_rules,
    "views.md": describe_views,
    "limits.md": describe_limits,
}
"""What is generated; the other pages of the reference are written by hand."""


def write_reference(folder: Path) -> None:
    """Write every generated page into a folder."""
    for name, describe in PAGES.items():
        (folder / name).write_text(describe(), encoding="utf-8")


if __name__ == "__main__":
    write_reference(REFERENCE)
