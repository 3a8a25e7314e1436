"""Files that wait aside become files in their places: all of them, or none where the disk would refuse one."""

import errno
import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from sitegen.errors import WorkError
from sitegen.memory import write_part

MODE = 0o644


def check_places(folder: str, target: str, going: Collection[str], ours: Collection[str] | None) -> None:
    """Raise `WorkError` for all that stands in the way of a folder's files, before the first of them is moved.

    `going` are the paths of files that are removed first, `ours` those that may be replaced; None where nobody knows.
    """
    found = tuple(_find_obstacles(folder, target, "", going, ours))
    if found:
        raise WorkError("; ".join(found))


def _find_obstacles(
    folder: str, target: str, above: str, going: Collection[str], ours: Collection[str] | None
) -> Iterator[str]:
    """Go through what would refuse the files of a folder; where there is no such folder yet, nothing does."""
    if not os.path.isdir(target):
        if os.path.lexists(target) and above[:-1] not in going:
            yield f"'{target}' is no folder, and one is to stand there; move it away"
        return
    if not os.access(target, os.W_OK | os.X_OK):
        yield f"'{target}' cannot be written to: {os.strerror(errno.EACCES)}"
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            path, place = f"{above}{entry.name}", f"{target}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _find_obstacles(entry.path, place, f"{path}/", going, ours)
            elif os.path.isdir(place) and not os.path.islink(place):
                if not _goes_whole(place, path, going):
                    yield f"'{place}' is a folder, and a file is to stand there; move it away"
            elif ours is not None and path not in ours and os.path.lexists(place):
                yield f"'{place}' was not written by sitegen and would be lost; move it away"


def _goes_whole(folder: str, path: str, going: Collection[str]) -> bool:
    """Tell whether nothing is left of a folder once the files that go are gone."""
    with os.scandir(folder) as entries:
        found = [(entry, f"{path}/{entry.name}") for entry in entries]
    return bool(found) and all(
        _goes_whole(entry.path, inside, going) if entry.is_dir(follow_symlinks=False) else inside in going
        for entry, inside in found
    )


def move_into(folder: str, target: str) -> None:
    """Move all that a folder holds into another: whole folders, where there are none of their names yet.

    On another disk every file is written beside its place before the first one comes into it.
    """
    os.makedirs(target, exist_ok=True)
    if _is_on_one_disk(folder, target):
        _rename_into(folder, target)
    else:
        _copy_into(folder, target)


def _is_on_one_disk(folder: str, target: str) -> bool:
    """Tell whether a file can be moved from one folder to the other; a disk that is mounted twice counts as two."""
    probe = write_part(Path(folder, "probe"))
    moved = os.path.join(target, os.path.basename(probe))
    try:
        os.replace(probe, moved)
    except OSError as error:
        os.unlink(probe)
        if error.errno != errno.EXDEV:
            raise
        return False
    os.unlink(moved)
    return True


def _rename_into(folder: str, target: str) -> None:
    with os.scandir(folder) as entries:
        found = list(entries)
    for entry in found:
        place = f"{target}/{entry.name}"
        if entry.is_dir(follow_symlinks=False) and os.path.isdir(place):
            _rename_into(entry.path, place)
            continue
        try:
            os.replace(entry.path, place)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            _copy_into(folder, target)  # a disk of its own begins here
            return


def _copy_into(folder: str, target: str) -> None:
    """Copy all files of a folder into another; where one cannot be written, none comes into its place."""
    parts: list[tuple[str, Path]] = []
    made: list[Path] = []
    try:
        for inside, _, names in os.walk(folder):
            place = Path(target, os.path.relpath(inside, folder))
            if not place.is_dir():
                place.mkdir()
                made.append(place)
            for name in names:
                part = write_part(place / name, Path(inside, name).read_bytes(), mode=MODE)
                parts.append((part, place / name))
    except BaseException:
        for part, _ in parts:
            os.unlink(part)
        for place in reversed(made):
            with suppress(OSError):
                place.rmdir()
        raise
    for part, whole in parts:
        os.replace(part, whole)
