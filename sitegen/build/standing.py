"""A project's name becomes that project as it stands: read, folded and checked alone, and not built."""

from datetime import date
from pathlib import Path

from sitegen.build.loading import Loaded, digest_in, load_site
from sitegen.build.locks import Locksmith
from sitegen.build.publish import find_folder
from sitegen.errors import ContentError, UsageError
from sitegen.model import Audience, Client, Project, Site
from sitegen.pages import ProjectUrls, StatusView, make_status
from sitegen.problems import Problem, Problems, suggest
from sitegen.state import check_project, fold
from sitegen.value import value


@value
class Standing:
    """One project on a day, for an audience."""

    loaded: Loaded
    client: Client
    project: Project
    view: StatusView
    findings: tuple[Problem, ...]
    """What the checks find about it, seen through the client's eyes."""


def load_standing(config: Path, name: str, day: date | None, audience: Audience) -> Standing:
    """Read a site and fold one of its projects, `client/project`, at a day (None: today).

    Raises `ContentError` where the site has errors of form, `UsageError` where there is no such project.
    """
    problems = Problems()
    loaded = load_site(config, problems)
    if problems.errors:
        raise ContentError(problems)
    client, project = find_project(loaded.site, name)
    day = day or loaded.today
    width = project.plan.head.visibility
    if not audience.sees(width):
        raise UsageError(f"'{name}' is not for the {audience}; add '--audience {width}'")
    titles = {survey.id: survey.head.title for survey in loaded.site.surveys.values()}
    urls = ProjectUrls(project.id)
    seen = fold(project, day, width, loaded.rules)
    levels = loaded.site.settings.checks or {}
    return Standing(
        loaded=loaded,
        client=client,
        project=project,
        view=make_status(fold(project, day, audience, loaded.rules), client.head.name, titles, urls),
        findings=check_project(project, seen, levels, digest_in(loaded), loaded.site, client),
    )


def find_address(standing: Standing, audience: Audience) -> str | None:
    """Return where a reader finds the project, if nobody can guess it; None where the secret is not set."""
    site, client = standing.loaded.site, standing.client
    owner = client if audience is Audience.CLIENT else site.find_agency(client) if audience is Audience.AGENCY else None
    if owner is None or site.find_access(owner).mode != "link":
        return None
    folder = find_folder(owner, site.find_access(owner), Locksmith(standing.loaded, Problems()))
    if folder is None:
        return None
    shown = f"{folder.name}/" if owner is client else f"{folder.name}/{client.id}/"
    return f"{(site.settings.url or '').rstrip('/')}/{shown}{standing.project.id}/"


def find_project(site: Site, name: str) -> tuple[Client, Project]:
    """Return the project that people call `client/project`; an unknown one raises `UsageError` with the nearest."""
    found = {project.path: (client, project) for client in site.clients for project in client.projects}
    if name not in found:
        whole = next((path for path in found if path.endswith(f"/{name}")), None)
        hint = f"; did you mean '{whole}'?" if whole else suggest(name, found)
        raise UsageError(f"there is no project '{name}'{hint}")
    return found[name]
