"""Where a build reads and writes: the folders, which must not lie in one another."""

import os
from pathlib import Path

from sitegen.build.loading import Loaded
from sitegen.errors import UsageError
from sitegen.model import Audience
from sitegen.problems import Problems
from sitegen.theme import builtin_themes_folder

WORK_FOLDER = ".sitegen"


def find_output(loaded: Loaded, audience: Audience, asked: Path | None) -> Path:
    """Return the folder to write: as asked, else as set; for `internal` its name ends in `-internal`."""
    folder = asked.absolute() if asked else loaded.root / loaded.site.settings.output
    folder = Path(os.path.normpath(folder))
    return folder.with_name(f"{folder.name}-internal") if audience is Audience.INTERNAL else folder


def find_record(loaded: Loaded) -> Path:
    """Return the record of what was written."""
    return loaded.root / WORK_FOLDER / "outputs.json"


def find_code_folder(loaded: Loaded) -> Path:
    """Return the folder of compiled templates."""
    return loaded.root / WORK_FOLDER / "cache" / "templates"


def find_themes(loaded: Loaded) -> tuple[Path, ...]:
    """Return the folders of themes: the firm's own, then the built-in one."""
    own = loaded.root / loaded.site.settings.themes
    return (own, builtin_themes_folder()) if own.is_dir() else (builtin_themes_folder(),)


def check_output(loaded: Loaded, output: Path, asked: Path | None, problems: Problems) -> None:
    """Refuse an output folder that lies in the content or in a theme, or holds them."""
    settings = loaded.site.settings
    sources = {"content": loaded.root / settings.content, "themes": loaded.root / settings.themes}
    target = output.resolve()
    for name, folder in sources.items():
        source = folder.resolve()
        if target.is_relative_to(source) or source.is_relative_to(target):
            message = f"the output folder '{output.name}' and the {name} folder lie in one another; choose another"
            if asked:
                raise UsageError(message)
            problems.error("bad-value", message, loaded.site.document.position_of("output"))
    if output.exists() and not output.is_dir():
        raise UsageError(f"the output folder '{output}' is a file")
