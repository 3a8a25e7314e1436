"""What Python's search for garbage costs the commands that build."""

import gc

LEAST_GARBAGE = 1_000_000
"""How many objects may be made before Python looks for circles among them: a build makes many, few circles.

Those of 10,000 updates are some 120,000 objects, while to look through all that such a build holds takes 0.1 s.
"""


def collect_seldom() -> None:
    """Let Python look for circles among objects seldom."""
    gc.set_threshold(LEAST_GARBAGE, 20, 20)
