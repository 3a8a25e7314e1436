"""What Python's search for garbage costs the commands that build."""

import gc

LEAST_GARBAGE = 100_000
"""How many objects may be made before Python looks for circles among them: a build makes many, few circles."""


def collect_seldom() -> None:
    """Let Python look for circles among objects seldom."""
    gc.set_threshold(LEAST_GARBAGE, 20, 20)
