"""Where a build reads and writes: the folders, which must not lie in one another."""

import os
import shutil
from pathlib import Path

from sitegen.build.loading import Loaded
from sitegen.build.record import Record
from sitegen.errors import UsageError
from sitegen.memory import WORK_FOLDER, Request, find_record
from sitegen.model import Audience, Settings
from sitegen.problems import Problems
from sitegen.render import ROBOTS
from sitegen.theme import builtin_themes_folder

ASKED_NAME = "surveys.json"
INDEX = "index.html"


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


def check_output(loaded: Loaded, request: Request, problems: Problems) -> None:
    """Refuse an output folder that lies in what it is made from, or in what others read or keep, or holds them."""
    output = find_output(loaded, request.audience, request.output)
    shown = str(request.output) if request.output else loaded.site.settings.output
    if fault := _find_overlap(output, loaded, request.audience) or _find_home(output, shown):
        message = f"the output folder '{shown}' {fault}"
        if request.output:
            raise UsageError(message)
        problems.error("bad-value", message, loaded.site.document.position_of("output"))
        return
    if not output.is_dir():
        _check_way(output, shown)
    elif (output / INDEX).exists() and not _is_ours(output, find_record(request)):
        named = f"{output.name}/{INDEX}"
        raise UsageError(f"'{named}' is not sitegen's and would be lost; move it away, or name another output folder")


def _find_overlap(output: Path, loaded: Loaded, audience: str) -> str | None:
    """Tell which of the folders that an output folder must keep away from it lies in, is, or holds."""
    settings = loaded.site.settings
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
        if target == source:
            return f"is {name}; choose another"
        if target.is_relative_to(source):
            return f"lies in {name}; choose another"
        if source.is_relative_to(target):
            return f"holds {name}; choose another"
    return None


def _find_home(output: Path, shown: str) -> str | None:
    """Tell of a home folder, and of a `~` that no shell has put one in the place of."""
    if shown.startswith("~"):
        return "begins with '~', of which a folder of that name would be made here; write your home folder in full"
    if output == Path(os.path.expanduser("~")):  # noqa: PTH111  a machine may know of no home
        return "is your home folder; name a folder in it"
    return None


def _check_way(output: Path, shown: str) -> None:
    """Refuse an output folder that cannot be made, since a file stands there or on the way."""
    for place in (output, *output.parents):
        if place.is_dir():
            return
        if place.exists():
            told = "is a file" if place == output else f"lies in a file, '{place.name}'"
            raise UsageError(f"the output folder '{shown}' {told}; choose another")


def _is_ours(output: Path, record: Path) -> bool:
    """Tell a folder into which a site was built, perhaps on another machine, from one that holds somebody's pages."""
    try:
        if (output / "robots.txt").read_bytes() == ROBOTS:
            return True
    except OSError:
        pass
    return (output / "portfolio.json").exists() or INDEX in Record(record, output).files


def _resolve(folder: Path) -> Path:
    """Return where a folder really is; raise `UsageError` where it is a link that leads in a circle."""
    try:
        return folder.resolve()
    except (OSError, RuntimeError):
        raise UsageError(f"'{folder}' is a link that leads in a circle") from None
