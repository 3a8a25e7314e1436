"""Documents become the model of the whole site; whatever is wrong in them is told at once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sitegen.days import YearError, parse_day
from sitegen.model.coherence import check_survey
from sitegen.model.decoding import decode
from sitegen.model.fields import Id
from sitegen.model.history import check_history
from sitegen.model.patches import UPDATE_META, make_plan_keys, make_update_keys
from sitegen.model.project import Plan, PlanHead, Project, Registers, Update
from sitegen.model.references import check_projects, check_references
from sitegen.model.site import Agency, AgencyHead, Client, ClientHead, Person, Settings, Site
from sitegen.model.snapshot import FeedbackHead, Snapshot
from sitegen.model.survey import Survey, SurveyHead
from sitegen.model.words import Audience, Register
from sitegen.problems import Position, Problems
from sitegen.source import ClientSources, Document, ProjectSources, SourceFile, Sources

Documents = Mapping[str, Document]

_REGISTERS: Mapping[str, Register] = {register.value: register for register in Register}

_FIRST_KEY = re.compile(r"(?:[-–—]*[ \t]*\n|#[^\n]*\n)*([a-z_]+):(?!\S)")
"""A key where the prose should begin: its line `---` is missing, or an office program has made a dash of it."""


_CONFLICT = re.compile(r"^<{7} (?=.*^={7}$.*^>{7} )", re.MULTILINE | re.DOTALL)

KEY_LINES = 40
"""How many lines at the beginning of an update are searched for keys that are out of place."""

_KEPT_BACK_KEY = r"[^\w\n]{0,8}(draft|visibility|internal)[\"']?[ \t]*[:=]"
_KEPT_BACK = re.compile(f"^{_KEPT_BACK_KEY}", re.MULTILINE)
_KEPT_BACK_BELOW = re.compile(
    rf"^-{{3,}}[ \t]*\n(?:[ \t]*(?:[\w-]+:[^\n]*|\#[^\n]*)?\n){{0,12}}?{_KEPT_BACK_KEY}", re.MULTILINE
)
"""In YAML, TOML or JSON, whatever stands before it."""


def decode_settings(document: Document, problems: Problems) -> Settings | None:
    """Read sitegen.yml's data; None where it has faults."""
    settings: Settings | None = decode(Settings, document, problems)
    return settings


def decode_site(
    settings: Settings, document: Document, sources: Sources, documents: Documents, problems: Problems
) -> Site:
    """Decode all documents; what has faults is left out of the model, so that the rest can still be checked."""
    people, people_document = _decode_people(sources.people, documents, problems)
    site = Site(
        settings=settings,
        people=people,
        surveys=_decode_surveys(sources, documents, problems),
        agencies=_decode_agencies(sources, documents, problems),
        clients=tuple(
            client for source in sources.clients if (client := _decode_client(source, documents, problems)) is not None
        ),
        document=document,
        people_document=people_document,
        snapshot=_decode_snapshot(sources.feedback, documents, problems),
        files=sources.files,
        is_whole=not problems.errors,
    )
    for survey in site.surveys.values():
        check_survey(survey.head, survey.document, problems)
    check_references(site, problems)
    return site


def decode_projects(
    site: Site, sources: Mapping[str, Sequence[ProjectSources]], documents: Documents, problems: Problems
) -> Site:
    """Decode the projects of some clients, by id, and return the site with those clients alone.

    What the projects name is looked for only where they and the rest of the site could be read.
    """
    decoded = {client_id: _decode_projects(own, documents, problems) for client_id, own in sources.items()}
    clients = (client for client in site.clients if client.id in decoded)
    others = (file for client in site.clients if client.id not in decoded for file in client.files)
    found = replace(
        site,
        clients=tuple(replace(client, projects=decoded[client.id]) for client in clients),
        files=(*site.files, *others),
    )
    if site.is_whole and not problems.errors:
        check_projects(found, problems)
    return found


def _decode_projects(
    sources: Iterable[ProjectSources], documents: Documents, problems: Problems
) -> tuple[Project, ...]:
    found = (decode_project(source, documents, problems) for source in sources)
    return tuple(project for project in found if project is not None)


def _decode_people(
    source: SourceFile | None, documents: Documents, problems: Problems
) -> tuple[Mapping[str, Person], Document | None]:
    document = documents.get(source.path) if source else None
    if document is None:
        return {}, None
    people: Any = decode(dict[Id, Person], document, problems)
    return people or {}, document


def _decode_snapshot(source: SourceFile | None, documents: Documents, problems: Problems) -> Snapshot | None:
    document = documents.get(source.path) if source else None
    head = decode(FeedbackHead, document, problems) if document else None
    return Snapshot(head=head, document=document) if document and head else None


def _decode_surveys(sources: Sources, documents: Documents, problems: Problems) -> Mapping[str, Survey]:
    surveys = {}
    for source in sources.surveys:
        document = documents.get(source.path)
        head = decode(SurveyHead, document, problems) if document else None
        if document and head:
            surveys[source.stem] = Survey(id=source.stem, head=head, document=document)
    return surveys


def _decode_agencies(sources: Sources, documents: Documents, problems: Problems) -> Mapping[str, Agency]:
    agencies = {}
    for source in sources.agencies:
        document = documents.get(source.path)
        head = decode(AgencyHead, document, problems) if document else None
        if document and head:
            agencies[source.stem] = Agency(id=source.stem, head=head, document=document)
    return agencies


def _decode_client(source: ClientSources, documents: Documents, problems: Problems) -> Client | None:
    projects = _decode_projects(source.projects, documents, problems)
    document = documents.get(source.settings.path)
    head = decode(ClientHead, document, problems) if document else None
    if document is None or head is None:
        return None
    return Client(id=source.id, head=head, projects=projects, document=document, files=source.files)


def decode_project(source: ProjectSources, documents: Documents, problems: Problems) -> Project | None:
    """Decode a plan and its updates; None where the plan has faults."""
    updates = tuple(
        update
        for update_source in source.updates
        if (document := documents.get(update_source.path))
        and (update := decode_update(update_source.stem, document, problems))
    )
    document = documents.get(source.plan.path)
    plan = decode_plan(document, problems) if document else None
    if plan is None:
        return None
    project = Project(
        id=source.id,
        client_id=source.client_id,
        folder=source.folder,
        plan=plan,
        updates=tuple(sorted(updates, key=lambda update: update.order)),
        files=source.files,
    )
    is_whole = len(updates) == len(source.updates)
    return check_history(project, problems if is_whole else Problems())


def decode_plan(document: Document, problems: Problems) -> Plan | None:
    """Decode one project.yml; None where it has faults."""
    found = decode(make_plan_keys(), document, problems)
    if found is None:
        return None
    registers = _take_registers(found)
    return Plan(head=PlanHead(**found), registers=registers, document=document)


def decode_update(update_id: str, document: Document, problems: Problems) -> Update | None:
    """Decode one update's front matter; None where it, or the date in its name, has faults."""
    try:
        day = parse_day(update_id[:10])
    except ValueError as error:
        told = str(error) if isinstance(error, YearError) else "is not a day of the calendar; rename the file"
        message = f"'{update_id[:10]}' in the file's name {told}"
        problems.error("bad-date", message, Position(path=document.path))
        return None
    if not _begins_with_prose(document, problems):
        return None
    found = decode(make_update_keys(), document, problems, keeps_nulls=True)
    if found is None:
        return None
    registers = _take_registers(found)
    meta = {key: found.pop(key, None) for key in UPDATE_META}
    return Update(
        id=update_id,
        day=day,
        headline=meta["headline"],
        author=meta["author"],
        visibility=meta["visibility"] or Audience.CLIENT,
        is_draft=bool(meta["draft"]),
        internal=meta["internal"],
        given=found,
        registers=registers,
        document=document,
    )


def _begins_with_prose(document: Document, problems: Problems) -> bool:
    """Tell where front matter stands in the prose, so that what only the firm reads is not published with it."""
    conflict = _CONFLICT.search(document.body)
    if conflict:
        message = "a merge was not finished: choose between the two versions, and delete the lines of signs"
        problems.error("bad-syntax", message, document.position_at(document.body_start + conflict.start()))
        return False
    first = _find_key_in_prose(document)
    if first is None:
        return True
    message = f"'{first[1]}' stands in the prose; put a line '---' above the first key, and one below the last"
    problems.error("bad-syntax", message, document.position_at(document.body_start + first.start(1)))
    return False


def _find_key_in_prose(document: Document) -> re.Match[str] | None:
    """Find a key of front matter that was not known as such.

    In a file that has front matter, such a word in the prose is only taken for a key right below a line of dashes.
    """
    beginning = "\n".join(document.body.split("\n", KEY_LINES)[:KEY_LINES])
    if document.data:
        return _KEPT_BACK_BELOW.search(beginning)
    first = _FIRST_KEY.match(document.body)
    return first if first and first[1] in make_update_keys().known else _KEPT_BACK.search(beginning)


def _take_registers(found: dict[str, Any]) -> Registers:
    """Take the registers out of a file's decoded keys."""
    named = [(register, found.pop(name)) for name, register in _REGISTERS.items() if name in found]
    return {register: items for register, items in named if items}
