"""An edition becomes what a preview tells of it: the reader, the projects, and the updates that it sees."""

from sitegen.build.editions import ClientWork, Edition
from sitegen.build.result import ShownProject, ShownReader, ShownUpdate
from sitegen.model import Audience, Project
from sitegen.state import State


def tell_shown(edition: Edition) -> ShownReader:
    """Return what the reader of an edition sees."""
    reader = edition.reader
    return ShownReader(
        name=reader.name,
        path=reader.index,
        is_agency=reader.audience is Audience.AGENCY,
        projects=tuple(_tell_project(project, state, work) for work in edition.works for project, state in work.states),
    )


def _tell_project(project: Project, state: State, work: ClientWork) -> ShownProject:
    urls = work.publication.urls.project(project.id)
    updates = (report.update for report in state.reports)
    return ShownProject(
        id=project.path,
        name=state.plan.name,
        path=urls.index,
        updates=tuple(
            ShownUpdate(update.id, urls.update(update.id), update.day, update.is_draft) for update in updates
        ),
    )
