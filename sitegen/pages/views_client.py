"""The pages above a project: the client's own, and the neutral ones that name no client."""

from datetime import date

from sitegen.pages.views_figures import Progress
from sitegen.pages.views_head import Head
from sitegen.pages.views_registers import Need
from sitegen.pages.views_schedule import End, NextMilestone
from sitegen.pages.views_survey import SurveyLink
from sitegen.value import value


@value
class RootPage:
    """`root.html`: the site's own front, which names no client."""

    head: Head
    """No client, no trail."""


@value
class NotFoundPage:
    """`404.html`: nothing stands here; it names no client, and may be shown at any depth."""

    head: Head
    """No client, no trail; `root` is absolute."""


@value
class ProjectCard:
    """One project on the page of its client."""

    name: str
    """Its name."""
    href: str
    """Its status page."""
    is_open: bool
    """False once it is complete or on hold."""
    health: str | None = None
    """Its health."""
    headline: str | None = None
    """The last update's headline, else the summary."""
    updated: date | None = None
    """The date of the last update."""
    next_milestone: NextMilestone | None = None
    """The open milestone that is due first."""
    end: End | None = None
    """The end as agreed and as it looks now."""
    progress: Progress | None = None
    """How much is done."""
    needs: int = 0
    """How many things wait for the reader."""


@value
class ClientPage:
    """`client.html`: all of one client's projects, and what they need from it."""

    head: Head
    """Title: the client's name."""
    needs: tuple[Need, ...]
    """What waits for the reader in all projects, the most urgent first; each names its project."""
    needs_overdue: int
    """How many of them are overdue."""
    surveys_asked: tuple[SurveyLink, ...]
    """Surveys that are asked now; each names its project."""
    projects: tuple[ProjectCard, ...]
    """Those that are open, in the content's order."""
    closed: tuple[ProjectCard, ...]
    """Those on hold or complete."""
