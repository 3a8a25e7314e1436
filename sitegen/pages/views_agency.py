"""The page of an agency: what needs it, and how its clients' projects stand."""

from sitegen.pages.views_client import ProjectCard
from sitegen.pages.views_head import Head
from sitegen.pages.views_registers import Need
from sitegen.pages.views_survey import SurveyLink
from sitegen.value import value


@value
class AgencyClient:
    """One of an agency's clients."""

    name: str
    """The client's name."""
    anchor: str
    """Its place on the page."""
    projects: tuple[ProjectCard, ...]
    """Its projects, those that are open first."""
    waits: tuple[Need, ...]
    """What waits for the client itself, the most urgent first; each names its project."""


@value
class AgencyPage:
    """`agency.html`: all that an agency sees of its clients' projects."""

    head: Head
    """Title: the agency's name."""
    needs: tuple[Need, ...]
    """What waits for the agency in all projects, the most urgent first; each names its project."""
    needs_overdue: int
    """How many of them are overdue."""
    surveys_asked: tuple[SurveyLink, ...]
    """Surveys that are asked now; each names its project."""
    clients: tuple[AgencyClient, ...]
    """In the content's order."""
