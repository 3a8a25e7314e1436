"""The folder that was built becomes what stands in it and must not: names of others, and what is not for its reader."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from sitegen.access import Opened, Search, Term, is_sealed, read_text, unseal
from sitegen.build.editions import Edition, make_edition
from sitegen.build.frame import Frame
from sitegen.build.loading import Loaded, load_projects
from sitegen.build.parcels import list_parcels
from sitegen.build.places import find_output
from sitegen.build.terms import NOBODY, list_allowed, list_hidden, list_names
from sitegen.errors import UsageError, WorkError
from sitegen.model import Audience
from sitegen.pages import LOCKED
from sitegen.problems import Position, Problem, Problems

ROOT_NAME = "everybody"


def check_built(frame: Frame) -> Path:
    """Return the folder of the site; raise `UsageError` where it was not built."""
    output = find_output(frame.heads, Audience.CLIENT, None)
    if not output.is_dir():
        name = frame.heads.site.settings.output
        raise UsageError(f"there is nothing in '{name}' to search; run 'sitegen build' first")
    return output


def find_leaks(frame: Frame) -> Iterator[Problem]:
    """Search the site as it was built; raise `UsageError` where it was not."""
    output = check_built(frame)
    loaded = load_projects(frame.heads, frame.heads.clients, Problems())
    editions = tuple(_make_editions(frame, loaded))
    names = Search(list_names(loaded, editions))
    neutral = [path for path in output.iterdir() if path.is_file()] + _list_files(output / "assets")
    yield from _search(neutral, output, loaded, [names], None)
    for edition in editions:
        hidden = Search(list_hidden(loaded, edition))
        folder = output / edition.reader.root
        yield from _search(_list_files(folder), folder, loaded, [names, hidden], edition)


def _make_editions(frame: Frame, loaded: Loaded) -> Iterator[Edition]:
    """Go through the editions of all readers, each with its own clients alone."""
    for parcel in list_parcels(frame):
        own = tuple(client for client in loaded.site.clients if client.id in parcel.reads)
        edition = make_edition(frame, replace(loaded, site=replace(loaded.site, clients=own)), parcel)
        if edition:
            yield edition


def _list_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _search(
    files: Iterable[Path], folder: Path, loaded: Loaded, searches: Iterable[Search], edition: Edition | None
) -> Iterator[Problem]:
    """Search some files of a folder, and their names."""
    owner = edition.reader.owner.id if edition and edition.reader.owner else NOBODY
    allowed = list_allowed(loaded, edition)
    for file in sorted(files):
        name = file.relative_to(folder).as_posix()
        place = Path(os.path.relpath(file, loaded.root)).as_posix()
        data = _read(file)
        opened = _open(data, edition)
        if opened is None and is_sealed(data):
            yield _make_unread(place)
        text, inside = read_text(name, data), _read_inside(name, opened)
        for search in searches:
            told: set[Term] = set()
            for leak in search.find(text, owner, allowed):
                told.add(leak.term)
                yield _make_problem(leak.term, owner, Position(path=place, line=leak.line))
            for leak in search.find(inside, owner, allowed):
                if leak.term not in told:
                    told.add(leak.term)
                    yield _make_problem(leak.term, owner, Position(path=place))
            for leak in search.find(name, owner, allowed):
                if leak.term not in told:
                    yield _make_problem(leak.term, owner, Position(path=place))


def _open(data: bytes, edition: Edition | None) -> Opened | None:
    lock = edition.reader.lock if edition else None
    return unseal(data, lock) if lock else None


def _read_inside(name: str, opened: Opened | None) -> str:
    """Return what can be read of a page or an attachment once a password has opened it."""
    if opened is None:
        return ""
    return read_text(name.removesuffix(LOCKED) if opened.is_file else name, opened.text)


def _make_unread(place: str) -> Problem:
    message = "this page was locked with other passwords, so that nobody can search it; run 'sitegen build' first"
    return Problem(rule="leak", message=message, position=Position(path=place))


def _make_problem(term: Term, owner: str, position: Position) -> Problem:
    reader = f"'{owner}'" if owner else ROOT_NAME
    message = (
        f"'{term.text}', {term.what}, can be read here by {reader}; take it out, "
        f"or name it under 'leaks: {{allow: […]}}' if it is an everyday word"
    )
    return Problem(rule="leak", message=message, position=position)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise WorkError(f"{file} cannot be read: {error.strerror}") from error
