"""A parcel becomes its result: read, folded, checked, planned; where nothing is wrong, rendered and written aside."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sitegen.build.editions import ClientWork, Edition, make_edition
from sitegen.build.findings import check_content
from sitegen.build.frame import Frame
from sitegen.build.keys import Keys
from sitegen.build.known import Known
from sitegen.build.left_out import count_left_out
from sitegen.build.loading import Loaded, load_projects
from sitegen.build.parcels import Parcel
from sitegen.build.publish import check_project_paths
from sitegen.build.published import find_published, list_projects
from sitegen.build.rendering import make_unit, plan_unit
from sitegen.build.result import MadeUnit, ParcelResult
from sitegen.build.shown import tell_shown
from sitegen.build.staging import Staging
from sitegen.build.units import list_units
from sitegen.build.workshop import Workshop
from sitegen.errors import ThemeError
from sitegen.memory import ClientEntry
from sitegen.model import Audience
from sitegen.pages import PortfolioEntry, describe_asked_projects, list_portfolio_entries
from sitegen.problems import Problem, Problems
from sitegen.value import value


@value
class Read:
    """A parcel that was read, folded and checked."""

    loaded: Loaded
    edition: Edition | None
    findings: tuple[Problem, ...]


def read_parcel(frame: Frame, parcel: Parcel, problems: Problems) -> Read:
    """Read, fold and check the projects of a parcel; what is wrong with them is gathered."""
    loaded = load_projects(frame.heads, parcel.reads, problems)
    check_project_paths(loaded, problems)
    edition = make_edition(frame, loaded, parcel)
    findings = check_content(loaded, edition, frame, problems) if parcel.is_own else ()
    return Read(loaded=loaded, edition=edition, findings=findings)


class Maker:
    """Makes parcels, in whatever process; nothing is written where there is no place to write to."""

    def __init__(self, frame: Frame, known: Known, staging: Staging | None) -> None:
        self._frame = frame
        self._known = known
        self._staging = staging

    def make(self, parcel: Parcel) -> ParcelResult:
        """Make one parcel; where its texts have errors, nothing of it."""
        frame, problems = self._frame, Problems()
        read = read_parcel(frame, parcel, problems)
        units: tuple[MadeUnit, ...] = ()
        fault = None
        if read.edition and frame.workshop and parcel.is_made:
            try:
                units = tuple(self._make_units(read.edition, read, frame.workshop, problems))
            except ThemeError as error:
                fault = error
        is_firm = parcel.audience is Audience.INTERNAL
        return ParcelResult(
            entries=self._list_entries(read, problems) if is_firm else (),
            pictures=read.edition.pictures if is_firm and read.edition else (),
            problems=tuple(problems),
            units=units,
            clients=_describe_clients(frame, read, units) if parcel.is_own else {},
            digests=_digest_files(read.loaded),
            published=find_published(list_projects(read.loaded.site), frame.folders.secrets),
            asked=self._describe_asked(read.edition) if read.edition else {},
            shown=tell_shown(read.edition) if read.edition and frame.request.is_open else None,
            fault=fault,
        )

    def _make_units(self, edition: Edition, read: Read, workshop: Workshop, problems: Problems) -> Iterator[MadeUnit]:
        """Make the units of an edition; with an error they are only planned, to tell what else is wrong."""
        units = list_units(edition, workshop, problems)
        if self._staging is None or problems.errors:
            for unit in units:
                plan_unit(unit)
            return
        keys = Keys(self._frame, read.loaded, workshop)
        for unit in units:
            made = make_unit(unit, workshop, keys, self._known, self._staging, problems)
            if made:
                yield made

    def _describe_asked(self, edition: Edition) -> Mapping[str, Any]:
        """Return what a collector is told of an edition; without one nobody is told."""
        if not edition.reader.settings.surveys.endpoint:
            return {}
        return describe_asked_projects((work.publication, work.states) for work in edition.works)

    def _list_entries(self, read: Read, problems: Problems) -> tuple[PortfolioEntry, ...]:
        workshop, edition = self._frame.workshop, read.edition
        if workshop is None or edition is None:
            return ()
        writing = workshop.write_for(edition.reader)
        works = ((work.publication, work.states) for work in edition.works)
        return tuple(
            entry
            for publication, states in works
            for entry in list_portfolio_entries(states, publication, writing, read.findings, problems)
        )


def _describe_clients(frame: Frame, read: Read, units: Iterable[MadeUnit]) -> dict[str, ClientEntry]:
    """Return what the next build is to know of a parcel's client without reading it."""
    (work,) = read.edition.works if read.edition and read.edition.works else (None,)
    linked = _count_linked(work, units) if work else 0
    return {
        client.id: ClientEntry(
            agency=client.head.agency,
            projects=len(work.states) if work else 0,
            left_out=count_left_out(client, work, frame, linked),
            files=tuple(file.path for file in client.files),
        )
        for client in read.loaded.site.clients
    }


def _count_linked(work: ClientWork, units: Iterable[MadeUnit]) -> int:
    """Count the attachments that something links to: those that were published."""
    folders = tuple(f"{work.publication.urls.project(project.id).folder}/files/" for project, _ in work.states)
    return len({file.path for unit in units for file in unit.files if file.path.startswith(folders)})


def _digest_files(loaded: Loaded) -> dict[str, str]:
    """Return the hashes of a parcel's plans and updates, as they were read."""
    projects = (project for client in loaded.site.clients for project in client.projects)
    return {document.path: document.digest for project in projects for document in project.documents}
