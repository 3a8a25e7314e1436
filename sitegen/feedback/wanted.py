"""Words on a command line become which responses are wanted."""

from collections.abc import Iterable, Iterator

from sitegen.errors import UsageError
from sitegen.model import Site
from sitegen.problems import suggest
from sitegen.survey import Response
from sitegen.value import value


@value
class Wanted:
    """Which responses are wanted; None for any."""

    client: str | None = None
    project: str | None = None
    survey: str | None = None


def read_wanted(client: str | None, project: str | None, survey: str | None) -> Wanted:
    """Read what was named; a project as `client/project`, or by its id beside its client."""
    if project and "/" in project:
        owner, _, project = project.partition("/")
        if client and client != owner:
            raise UsageError(f"'{owner}/{project}' is no project of '{client}'; leave one of them out")
        client = owner
    return Wanted(client=client, project=project, survey=survey)


def check_wanted(wanted: Wanted, site: Site, responses: Iterable[Response]) -> Iterator[Response]:
    """Hand responses on; where there is none and the site knows no such id either, raise `UsageError`."""
    found = False
    for response in responses:
        found = True
        yield response
    if not found:
        _explain(wanted, site)


def _explain(wanted: Wanted, site: Site) -> None:
    clients = {client.id for client in site.clients}
    projects = {
        project.id for client in site.clients for project in client.projects if wanted.client in {None, client.id}
    }
    for word, given, known in (
        ("client", wanted.client, clients),
        ("project", wanted.project, projects),
        ("survey", wanted.survey, set(site.surveys)),
    ):
        if given is not None and given not in known:
            raise UsageError(f"there is no {word} '{given}', nor an answer of it{suggest(given, sorted(known))}")
