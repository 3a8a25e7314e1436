"""A sitegen.yml becomes the folders that its site is made from."""

import os
from pathlib import Path

from sitegen.model import decode_settings
from sitegen.problems import Problems
from sitegen.source import SourceFile, read_document
from sitegen.theme import builtin_themes_folder


def find_roots(config: Path) -> tuple[Path, ...] | None:
    """Return the folders of the content and of the themes, there or not; None where the settings cannot be read."""
    problems = Problems()
    document = read_document(SourceFile(location=str(config), path=config.name), problems)
    settings = decode_settings(document, problems) if document else None
    if settings is None:
        return None
    folders = (config.parent / settings.content, config.parent / settings.themes, builtin_themes_folder())
    return tuple(Path(os.path.normpath(folder)) for folder in folders)
