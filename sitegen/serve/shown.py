"""A site that was built becomes the list of what its preview shows, and of which updates nobody else sees yet."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote, urlsplit

from sitegen.build import Built, Request
from sitegen.build import ShownProject as Project
from sitegen.build import ShownReader as Reader
from sitegen.value import value


@value
class Mark:
    """An update that is not public yet; addresses begin with a slash."""

    update: str
    """`client/project/update`, the same in every reader's folder."""
    href: str
    project_href: str
    day: date
    is_draft: bool
    """Else it is dated after today."""


@value
class ShownProject:
    """A project with its address."""

    name: str
    href: str
    marks: tuple[Mark, ...]


@value
class ShownReader:
    """A reader's page, a client's or an agency's, and the projects in its folder."""

    name: str
    href: str
    is_agency: bool
    projects: tuple[ShownProject, ...]


@value
class Shown:
    """All that a preview shows."""

    firm: str
    day: date
    """The day that the pages show: that of the last update, where it lies ahead."""
    today: date
    base: str
    """The path under which the site will stand on its host: `/`, or `/status/`."""
    readers: tuple[ShownReader, ...]

    @property
    def marks(self) -> Iterator[Mark]:
        """The updates that are not public yet."""
        return (mark for reader in self.readers for project in reader.projects for mark in project.marks)


def make_shown(built: Built, request: Request, before: Shown | None) -> Shown:
    """Return what a site shows that was built; of a part of it, with what it showed `before`."""
    frame = built.frame
    settings = frame.heads.site.settings
    today = request.day or frame.heads.today
    base = urlsplit(settings.url or "").path.strip("/")
    readers = {reader.href: reader for reader in (before.readers if before and frame.heads.part else ())}
    readers |= {reader.href: reader for reader in (_make_reader(each, today) for each in built.harvest.shown)}
    return Shown(
        firm=settings.name,
        day=frame.day,
        today=today,
        base=f"/{base}/" if base else "/",
        readers=tuple(readers.values()),
    )


def _make_reader(reader: Reader, today: date) -> ShownReader:
    return ShownReader(
        name=reader.name,
        href=_address(reader.path),
        is_agency=reader.is_agency,
        projects=tuple(_make_project(project, today) for project in reader.projects),
    )


def _make_project(project: Project, today: date) -> ShownProject:
    home = _address(project.path)
    marks = (
        Mark(
            update=f"{project.id}/{update.id}",
            href=_address(update.path),
            project_href=home,
            day=update.day,
            is_draft=update.is_draft,
        )
        for update in project.updates
        if update.is_draft or update.day > today
    )
    return ShownProject(name=project.name, href=home, marks=tuple(marks))


def _address(path: str) -> str:
    """Return the address of a page in the preview; a folder stands for its index.html."""
    return quote(f"/{path.removesuffix('index.html')}")
