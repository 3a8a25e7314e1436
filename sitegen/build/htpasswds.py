"""Editions that a web server guards become files beside the site: whom it lets into each folder."""

from collections.abc import Callable, Iterable

from sitegen.access import Guard, format_htpasswd
from sitegen.build.frame import Frame
from sitegen.build.parcels import Parcel
from sitegen.build.places import find_htpasswds
from sitegen.build.tree import Tree
from sitegen.errors import WorkError
from sitegen.model import Audience
from sitegen.render import Output

FOLDER_MODE = 0o750
MODE = 0o640
"""For the owner, and the group that a server may be given."""


def write_htpasswds(frame: Frame, parcels: Iterable[Parcel], keep: Callable[[str], bool]) -> None:
    """Write whom a web server lets in, a file for each folder, and remove what is no longer wanted.

    `keep` tells of a published path whether a build of a part of the site leaves it as it is.
    """
    if frame.request.audience != Audience.CLIENT or frame.request.is_open:
        return
    folder = find_htpasswds(frame.heads)
    record = folder.with_suffix(".json")
    guards = _find_guards(frame, parcels)
    if not guards and not record.exists():
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor() as pool:
        made = pool.map(format_htpasswd, guards.values())
        outputs = [Output(path=name, data=data) for name, data in zip(guards, made, strict=True)]
    try:
        folder.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
    except OSError as error:
        raise WorkError(f"{folder} cannot be written: {error.strerror}") from error
    Tree(folder, record, MODE).write(outputs, lambda name: keep(f"{name}/"))


def _find_guards(frame: Frame, parcels: Iterable[Parcel]) -> dict[str, Guard]:
    """Return the guards by folder: of a part of the site, that part's."""
    folders = [frame.folders.own.get(parcel.owner_id) for parcel in parcels]
    return {folder.name: folder.guard for folder in folders if folder and folder.guard}
