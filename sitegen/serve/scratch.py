"""Paths in, whether the content could be meant by them out: hidden files never are, editors' own files hardly."""

import re
from pathlib import Path

SCRATCH = re.compile(r"^4913$|^#.*#$|~$|\.sw[a-z]$|\.tmp$|\.bak$|___jb_(?:tmp|old)___$")
"""What editors put beside the file that is being edited, and take away again."""


def is_hidden(path: Path, root: Path) -> bool:
    """Tell whether a path below a folder is hidden, itself or by a folder that it lies in."""
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def is_scratch(path: Path) -> bool:
    """Tell whether a file is an editor's own."""
    return SCRATCH.search(path.name) is not None
