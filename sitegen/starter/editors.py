"""A file's place becomes the line at its top that tells editors which schema it follows."""

import json
import os
from pathlib import Path, PurePath

from sitegen.model import FILE_KINDS, describe_schema

SCHEMA_FOLDER = ".schemas"


def format_schemas() -> dict[str, str]:
    """Return the schema of every kind of file, by its path in the site's folder."""
    return {
        f"{SCHEMA_FOLDER}/{kind}.json": json.dumps(describe_schema(kind), indent=2, ensure_ascii=False) + "\n"
        for kind in FILE_KINDS
    }


def add_schema_line(text: str, kind: str, path: PurePath, root: PurePath) -> str:
    """Name the schema in a comment: first in a YAML file, or first in an update's front matter."""
    schema = PurePath(os.path.relpath(root / SCHEMA_FOLDER / f"{kind}.json", path.parent)).as_posix()
    line = f"# yaml-language-server: $schema={schema}\n"
    return text.replace("---\n", f"---\n{line}", 1) if path.suffix == ".md" else line + text


def has_schemas(root: Path) -> bool:
    """Tell whether a site keeps schemas for editors."""
    return (root / SCHEMA_FOLDER).is_dir()
