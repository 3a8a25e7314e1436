"""A prepared site becomes the list of what its preview shows, and of which updates nobody else sees yet."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote, urlsplit

from sitegen.build import ClientWork, Edition, Prepared, Request
from sitegen.model import Audience, Project
from sitegen.state import State
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


def make_shown(prepared: Prepared, request: Request) -> Shown:
    """Return what a prepared site shows."""
    settings = prepared.loaded.site.settings
    today = request.day or prepared.loaded.today
    base = urlsplit(settings.url or "").path.strip("/")
    return Shown(
        firm=settings.name,
        day=prepared.day,
        today=today,
        base=f"/{base}/" if base else "/",
        readers=tuple(_make_reader(each, today) for each in prepared.editions),
    )


def _make_reader(edition: Edition, today: date) -> ShownReader:
    reader = edition.reader
    projects = (_make_project(project, state, work, today) for work in edition.works for project, state in work.states)
    return ShownReader(
        name=reader.name,
        href=_address(reader.index),
        is_agency=reader.audience is Audience.AGENCY,
        projects=tuple(projects),
    )


def _make_project(project: Project, state: State, work: ClientWork, today: date) -> ShownProject:
    urls = work.publication.urls.project(project.id)
    home = _address(urls.index)
    updates = (report.update for report in state.reports)
    marks = (
        Mark(
            update=f"{project.path}/{update.id}",
            href=_address(urls.update(update.id)),
            project_href=home,
            day=update.day,
            is_draft=update.is_draft,
        )
        for update in updates
        if update.is_draft or update.day > today
    )
    return ShownProject(name=state.plan.name, href=home, marks=tuple(marks))


def _address(path: str) -> str:
    """Return the address of a page in the preview; a folder stands for its index.html."""
    return quote(f"/{path.removesuffix('index.html')}")
