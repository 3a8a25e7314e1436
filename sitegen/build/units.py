"""An edition becomes its units of work: of each project how it stands, and what was said; and the reader's own page."""

from collections.abc import Sequence

from sitegen.build.editions import ClientWork, Edition
from sitegen.build.workshop import Workshop
from sitegen.model import Audience, Client, Project
from sitegen.pages import Entry, list_entries
from sitegen.problems import Problems
from sitegen.value import value


@value
class Unit:
    """What is rendered as one: how a project stands, what was said of it, or the page and the assets of a reader."""

    edition: Edition
    shown: Sequence[tuple[ClientWork, Sequence[Entry]]]
    """All that the edition shows, by client."""
    work: ClientWork | None = None
    """The client whose project it is; None for the reader's own page."""
    entry: Entry | None = None
    """The project."""
    is_of_updates: bool = False
    """Whether it is what was said of the project, and not how it stands."""

    @property
    def project(self) -> Project | None:
        """The project; None for the reader's own page."""
        return self.entry.project if self.entry else None

    @property
    def name(self) -> str:
        """What it is called from build to build."""
        reader = self.edition.reader
        end = " updates" if self.is_of_updates else ""
        return f"{reader.audience} {reader.root} {self.project.path if self.project else ''}{end}"

    @property
    def client(self) -> str | None:
        """The client whose project or own page it makes; None for the pages of others."""
        if self.work:
            return self.work.publication.client.id
        owner = self.edition.reader.owner
        return owner.id if isinstance(owner, Client) else None


def list_units(edition: Edition, workshop: Workshop, problems: Problems) -> list[Unit]:
    """Return the units of an edition, the reader's own page first; the firm's is made of all its editions.

    What is wrong with their texts is told once they are planned.
    """
    writing = workshop.write_for(edition.reader)
    shown = [(work, list_entries(work.states, work.publication, writing, problems)) for work in edition.works]
    own = [] if edition.reader.audience is Audience.INTERNAL else [Unit(edition=edition, shown=shown)]
    return own + [
        Unit(edition=edition, shown=shown, work=work, entry=entry, is_of_updates=is_of_updates)
        for work, entries in shown
        for entry in entries
        for is_of_updates in (False, True)
    ]
