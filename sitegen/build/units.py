"""An edition becomes its units of work: one project each, and the reader's own page."""

from sitegen.build.editions import ClientWork, Edition
from sitegen.model import Audience, Client, Project
from sitegen.state import State
from sitegen.value import value


@value
class Unit:
    """What is rendered as one: a project, or the page and the assets of a reader."""

    edition: Edition
    work: ClientWork | None = None
    """The client whose project it is; None for the reader's own page."""
    project: Project | None = None
    state: State | None = None

    @property
    def name(self) -> str:
        """What it is called from build to build."""
        reader = self.edition.reader
        return f"{reader.audience} {reader.root} {self.project.path if self.project else ''}"

    @property
    def client(self) -> str | None:
        """The client whose project or own page it makes; None for the pages of others."""
        if self.work:
            return self.work.publication.client.id
        owner = self.edition.reader.owner
        return owner.id if isinstance(owner, Client) else None


def list_units(edition: Edition) -> list[Unit]:
    """Return the units of an edition, the reader's own page first; the firm's is made of all its editions."""
    own = [] if edition.reader.audience is Audience.INTERNAL else [Unit(edition=edition)]
    return own + [
        Unit(edition=edition, work=work, project=project, state=state)
        for work in edition.works
        for project, state in work.states
    ]
