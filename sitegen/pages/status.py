"""A state becomes the view of `status.json`: what machines read of a project."""

from sitegen.pages.urls import ProjectUrls, link
from sitegen.state import State
from sitegen.value import value


@value
class StatusView:
    """The state with the names and links that it does not know itself; URLs are relative to the status' folder."""

    state: State
    client_name: str
    updates: tuple[str, ...]
    """The URL of each update's page, oldest first, as the state's reports are."""
    surveys: tuple[tuple[str, str], ...]
    """The title and URL of each survey, as in the state."""


def make_status(state: State, client_name: str, survey_titles: dict[str, str], urls: ProjectUrls) -> StatusView:
    """Return the view of a project's `status.json`."""
    return StatusView(
        state=state,
        client_name=client_name,
        updates=tuple(link(urls.status, urls.update(report.update.id)) for report in state.reports),
        surveys=tuple(
            (survey_titles.get(survey.id, survey.id), link(urls.status, urls.survey(survey.id)))
            for survey in state.surveys
        ),
    )
