"""A request and a site become the ground that a build stands on: what would make another site of the same files."""

import os
import re
from pathlib import Path

from sitegen.build.frame import Frame
from sitegen.build.places import find_place
from sitegen.memory import Ground, Inputs, Recalled, Request, take_inputs
from sitegen.model import Settings
from sitegen.theme import builtin_themes_folder

BUILTIN = "the built-in themes"


def make_ground(frame: Frame, request: Request, recalled: Recalled) -> Ground:
    """Return what a build stands on."""
    settings = frame.heads.site.settings
    asked = request.day or frame.heads.today
    return Ground(
        options=request.options,
        program=recalled.program,
        program_stamp=recalled.program_stamp,
        secret=recalled.secret,
        day=frame.day.isoformat(),
        last_update=frame.day.isoformat() if frame.day > asked else None,
        timezone=settings.timezone,
        output=find_place(frame.heads, request),
        content=_name(settings.content),
        folders=_list_folders(settings),
        files=_list_files(request.config, settings),
    )


def find_inputs(request: Request, settings: Settings, recalled: Recalled) -> Inputs:
    """Return the files that are about to be read: those that were looked at already, where they are the same ones.

    Plans and updates are hashed as they are read.
    """
    folders, files = _list_folders(settings), _list_files(request.config, settings)
    ledger = recalled.ledger
    if recalled.inputs and ledger and (ledger.ground.folders, ledger.ground.files) == (folders, files):
        return recalled.inputs
    document = re.compile(
        rf"{re.escape(_name(settings.content))}/clients/[^/]+/[^/]+/(?:project\.yml|updates/[^/]+\.md)"
    )
    return take_inputs(request.config.parent, folders, files, is_later=lambda name: bool(document.fullmatch(name)))


def _list_folders(settings: Settings) -> dict[str, str]:
    """Return the folders that a site is made from, by the names that they go by."""
    own = {_name(folder): folder for folder in (settings.content, settings.themes)}
    return {**own, BUILTIN: str(builtin_themes_folder())}


def _list_files(config: Path, settings: Settings) -> dict[str, str]:
    """Return the files besides: sitegen.yml, and the firm's logo, which may stand beside it."""
    logo = settings.brand.logo if settings.brand else None
    path = os.path.normpath(logo) if logo else ""
    files = {config.name: config.name}
    return files if not path or path.startswith("..") else {**files, path: path}


def _name(folder: str) -> str:
    """Return a folder's name as the paths of documents begin."""
    return Path(folder).as_posix()
