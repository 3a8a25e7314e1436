"""A prepared site becomes the list of what its preview shows, and of which updates nobody else sees yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlsplit

from sitegen.build import Prepared, Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An update that is not public yet; addresses begin with a slash."""

    href: str
    project_href: str
    day: date
    is_draft: bool
    """Else it is dated after today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProject:
    """A project with its address."""

    name: str
    href: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClient:
    """A client with its address."""

    name: str
    href: str
    projects: tuple[ShownProject, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """All that a preview shows."""

    firm: str
    day: date
    """The day that the pages show: that of the last update, where it lies ahead."""
    today: date
    base: str
    """The path under which the site will stand on its host: `/`, or `/status/`."""
    clients: tuple[ShownClient, ...]

    @property
    def marks(self) -> Iterator[Mark]:
        """The updates that are not public yet."""
        return (mark for client in self.clients for project in client.projects for mark in project.marks)


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
        clients=tuple(_make_clients(prepared, today)),
    )


def _make_clients(prepared: Prepared, today: date) -> Iterator[ShownClient]:
    for work in prepared.work:
        projects = []
        for project, state in work.states:
            urls = work.publication.urls.project(project.id)
            home = _address(urls.index)
            marks = tuple(
                Mark(
                    href=_address(urls.update(update.id)),
                    project_href=home,
                    day=update.day,
                    is_draft=update.is_draft,
                )
                for update in (report.update for report in state.reports)
                if update.is_draft or update.day > today
            )
            projects.append(ShownProject(name=state.plan.name, href=home, marks=marks))
        publication = work.publication
        name, href = publication.client.head.name, _address(publication.reader.index)
        yield ShownClient(name=name, href=href, projects=tuple(projects))


def _address(path: str) -> str:
    """Return the address of a page in the preview; a folder stands for its index.html."""
    return quote(f"/{path.removesuffix('index.html')}")
