"""What one file says of another: whether the persons, agencies, surveys and files that are named are there."""

import posixpath
from collections.abc import Iterable, Mapping

from sitegen.model.project import Project
from sitegen.model.site import Access, Agency, Client, Person, Site
from sitegen.model.survey import Survey
from sitegen.problems import Position, Problems, suggest
from sitegen.source import Document, SourceFile

Path = tuple[str | int, ...]


def check_references(site: Site, problems: Problems) -> None:
    """Tell of names that lead nowhere; only where all files could be read can that be known of ids."""
    _check_pictures(site, problems)
    if not site.is_whole:
        return
    for agency in site.agencies.values():
        _check_agency(agency, site, problems)
    for client in site.clients:
        _check_client(client, site, problems)
    check_projects(site, problems)
    for survey in site.surveys.values():
        _check_endpoint(survey, site, problems)


def check_projects(site: Site, problems: Problems) -> None:
    """Tell of names in plans and updates that lead nowhere."""
    for client in site.clients:
        for project in client.projects:
            _check_project(project, client, site, problems)


def _check_endpoint(survey: Survey, site: Site, problems: Problems) -> None:
    if survey.head.provider == "collector" and not site.settings.surveys.endpoint:
        message = "'provider: collector' needs the collector's URL, 'surveys: {endpoint: …}' in sitegen.yml"
        problems.error("missing-field", message, survey.document.position_of("provider"))


def _check_agency(agency: Agency, site: Site, problems: Problems) -> None:
    people = {**site.people, **(agency.head.people or {})}
    _check_own_people(agency.head.people, site, agency.document, problems)
    _check_person(agency.head.contact, people, agency.document, ("contact",), problems)
    _check_access(agency.head.access, people, agency.document, problems)


def _check_client(client: Client, site: Site, problems: Problems) -> None:
    _check_own_people(client.head.people, site, client.document, problems)
    people = _people_of(client, site)
    _check_person(client.head.contact, people, client.document, ("contact",), problems)
    _check_access(client.head.access, people, client.document, problems)
    if client.head.agency:
        _check_id(client.head.agency, site.agencies, "agency", client.document.position_of("agency"), problems)


def _check_project(project: Project, client: Client, site: Site, problems: Problems) -> None:
    people = _people_of(client, site)
    head, document = project.plan.head, project.plan.document
    _check_person(head.contact, people, document, ("contact",), problems)
    _check_team(head.team, people, document, problems)
    for survey_id, use in (head.surveys or {}).items():
        _check_id(survey_id, site.surveys, "survey", document.position_of_key("surveys", survey_id), problems)
        if (use.when is None) == (use.every is None):
            message = f"'{survey_id}' needs either 'when' or 'every'"
            problems.error("missing-field", message, document.position_of_key("surveys", survey_id))
    if head.brief and head.brief.file:
        folder = project.folder
        _check_file(head.brief.file, folder, _paths(project.files), document, ("brief", "file"), problems)
    for update in project.updates:
        _check_person(update.author, people, update.document, ("author",), problems)


def _check_pictures(site: Site, problems: Problems) -> None:
    everywhere = _paths(site.files).union(*(_paths(client.files) for client in site.clients))
    brand = site.settings.brand
    if brand and brand.logo:
        _check_file(brand.logo, "", everywhere, site.document, ("brand", "logo"), problems)
    _check_photos(site.people, site.people_document, (), everywhere, problems)
    for client in site.clients:
        _check_photos(client.head.people, client.document, ("people",), everywhere, problems)
        folder = posixpath.dirname(client.document.path)
        for path, logo in (
            (("logo",), client.head.logo),
            (("brand", "logo"), client.head.brand.logo if client.head.brand else None),
        ):
            if logo:
                _check_file(logo, folder, everywhere, client.document, path, problems)
    for agency in site.agencies.values():
        _check_photos(agency.head.people, agency.document, ("people",), everywhere, problems)
        if agency.head.brand and agency.head.brand.logo:
            folder = posixpath.dirname(agency.document.path)
            _check_file(agency.head.brand.logo, folder, everywhere, agency.document, ("brand", "logo"), problems)


def _check_photos(
    people: Mapping[str, Person] | None,
    document: Document | None,
    path: Path,
    known: frozenset[str],
    problems: Problems,
) -> None:
    for person_id, person in (people or {}).items():
        if document and person.photo:
            folder = posixpath.dirname(document.path)
            _check_file(person.photo, folder, known, document, (*path, person_id, "photo"), problems)


def _check_own_people(people: Mapping[str, Person] | None, site: Site, document: Document, problems: Problems) -> None:
    for person_id in people or ():
        if person_id in site.people:
            message = f"'{person_id}' is a person of the firm already; choose another id"
            problems.error("duplicate-id", message, document.position_of_key("people", person_id))


def _check_access(access: Access | None, people: Mapping[str, Person], document: Document, problems: Problems) -> None:
    for index, person in enumerate(access.people if access else ()):
        _check_person(person, people, document, ("access", "people", index), problems)


def _check_team(team: Iterable[str], people: Mapping[str, Person], document: Document, problems: Problems) -> None:
    """Tell of strangers in a team, which is a list of persons, or a map of them to hours."""
    written = document.data.get("team")
    for person in team:
        if person not in people:
            step = written.index(person) if isinstance(written, list) and person in written else person
            here = document.position_of_key("team", step)
            _tell_stranger(person, people, here, problems)


def _check_person(
    person_id: str | None, people: Mapping[str, Person], document: Document, path: Path, problems: Problems
) -> None:
    if person_id and person_id not in people:
        _tell_stranger(person_id, people, document.position_of(*path), problems)


def _tell_stranger(person_id: str, people: Mapping[str, Person], here: Position, problems: Problems) -> None:
    message = f"'{person_id}' is nobody in people.yml or client.yml{suggest(person_id, people)}"
    problems.error("unknown-person", message, here)


def _check_id(name: str, known: Iterable[str], kind: str, here: Position, problems: Problems) -> None:
    if name not in known:
        problems.error("unknown-id", f"'{name}' is no {kind}{suggest(name, known)}", here)


def _check_file(
    target: str,
    folder: str,
    known: frozenset[str],
    document: Document,
    path: Path,
    problems: Problems,
) -> None:
    found = posixpath.normpath(posixpath.join(folder, target))
    if found not in known:
        nearest = suggest(target, [posixpath.relpath(path, folder or ".") for path in known])
        problems.error("broken-link", f"there is no file '{target}' here{nearest}", document.position_of(*path))


def _people_of(client: Client, site: Site) -> Mapping[str, Person]:
    agency = site.find_agency(client)
    return {**(agency.head.people or {} if agency else {}), **(client.head.people or {}), **site.people}


def _paths(files: Iterable[SourceFile]) -> frozenset[str]:
    return frozenset(file.path for file in files)
