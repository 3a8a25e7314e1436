"""Where a build reads and writes: the folders, which must not lie in one another."""

import os
import shutil
from pathlib import Path

from sitegen.build.loading import Loaded
from sitegen.errors import UsageError
from sitegen.memory import WORK_FOLDER, Request
from sitegen.model import Audience, Settings
from sitegen.problems import Problems
from sitegen.theme import builtin_themes_folder

ASKED_NAME = "surveys.json"


def find_output(loaded: Loaded, audience: str, asked: Path | None) -> Path:
    """Return the folder to write: as asked, else as set; for `internal` its name ends in `-internal`."""
    return place_output(loaded.root, loaded.site.settings.output, audience, asked)


def place_output(root: Path, set_folder: str, audience: str, asked: Path | None) -> Path:
    """Return the folder to write, by what is set for the site whose sitegen.yml stands in a folder."""
    folder = asked.absolute() if asked else root / set_folder
    suffix = "-internal" if audience == Audience.INTERNAL else ""
    return Path(f"{os.path.normpath(folder)}{suffix}")


def find_place(loaded: Loaded, request: Request) -> str:
    """Return the output folder as it is remembered, relative to the site's."""
    return Path(os.path.relpath(find_output(loaded, request.audience, request.output), loaded.root)).as_posix()


def find_htpasswds(loaded: Loaded) -> Path:
    """Return the folder of the files by which a web server lets readers in; what is published is elsewhere."""
    return loaded.root / WORK_FOLDER / "htpasswd"


def find_asked(root: Path) -> Path:
    """Return what the collector of a site reads, whose sitegen.yml stands in a folder."""
    return root / WORK_FOLDER / ASKED_NAME


def find_cache(loaded: Loaded) -> Path:
    """Return the folder of what saves time; deleting it loses nothing else."""
    return loaded.root / WORK_FOLDER / "cache"


def find_staging(request: Request) -> Path:
    """Return where files wait for their place: beside sitegen.yml, or beside a preview's own record."""
    folder = request.record.parent if request.record else request.config.parent / WORK_FOLDER
    return folder / "staging"


def clear_cache(loaded: Loaded) -> None:
    """Forget all that earlier builds kept to save time; the record of what was written stays."""
    shutil.rmtree(find_cache(loaded), ignore_errors=True)


def find_code_folder(loaded: Loaded) -> Path:
    """Return the folder of compiled templates."""
    return find_cache(loaded) / "templates"


def find_themes(root: Path, settings: Settings) -> tuple[Path, ...]:
    """Return the folders of themes: the firm's own, then the built-in one."""
    own = root / settings.themes
    return (own, builtin_themes_folder()) if own.is_dir() else (builtin_themes_folder(),)


def check_output(loaded: Loaded, audience: str, asked: Path | None, problems: Problems) -> None:
    """Refuse an output folder that lies in what it is made from, or in what another audience reads, or holds them."""
    settings = loaded.site.settings
    output = find_output(loaded, audience, asked)
    others = [other for other in (Audience.CLIENT, Audience.INTERNAL) if other != audience]
    folders = {
        "the content folder": loaded.root / settings.content,
        "the themes folder": loaded.root / settings.themes,
        "the built-in themes": builtin_themes_folder(),
        f"the folder '{WORK_FOLDER}'": loaded.root / WORK_FOLDER,
        **{f"the output for '{other}'": find_output(loaded, other, None) for other in others},
    }
    target = _resolve(output)
    for name, folder in folders.items():
        source = _resolve(folder)
        if target.is_relative_to(source) or source.is_relative_to(target):
            message = f"the output folder '{output.name}' and {name} lie in one another; choose another"
            if asked:
                raise UsageError(message)
            problems.error("bad-value", message, loaded.site.document.position_of("output"))
            return
    if output.exists() and not output.is_dir():
        raise UsageError(f"the output folder '{output}' is a file")


def _resolve(folder: Path) -> Path:
    """Return where a folder really is; raise `UsageError` where it is a link that leads in a circle."""
    try:
        return folder.resolve()
    except (OSError, RuntimeError):
        raise UsageError(f"'{folder}' is a link that leads in a circle") from None
