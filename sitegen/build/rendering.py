"""A unit becomes its files: planned, and those of its pages rendered and written aside that are not known."""

import hashlib

from sitegen.build.keys import Keys
from sitegen.build.known import Known
from sitegen.build.result import MadeFile, MadeUnit
from sitegen.build.staging import Staging
from sitegen.build.units import Unit
from sitegen.build.workshop import Workshop
from sitegen.model import Audience
from sitegen.pages import Plan, plan_agency, plan_client, plan_project, plan_updates
from sitegen.problems import Problems
from sitegen.render import Output, render


def make_unit(
    unit: Unit, workshop: Workshop, keys: Keys, known: Known, staging: Staging, problems: Problems
) -> MadeUnit | None:
    """Make one unit, unless it would become what it already is; None where its texts have errors."""
    # Nothing of what a password locks is known from build to build.
    key = "" if unit.edition.reader.lock is not None else keys.make(unit)
    entry = known.find(unit.name, key)
    if entry:
        return known.recall(entry)
    before = len(problems.errors)
    plan = plan_unit(unit)
    if len(problems.errors) > before:
        return None
    return MadeUnit(
        name=unit.name,
        key=key,
        client=unit.client,
        pages=_count_pages(plan),
        files=_make_files(unit, plan, workshop, staging),
    )


def plan_unit(unit: Unit) -> Plan:
    """Plan a unit's files, and tell what is wrong with its texts."""
    reader = unit.edition.reader
    if unit.work and unit.entry:
        plan = plan_updates if unit.is_of_updates else plan_project
        return plan(unit.entry, unit.work.publication)
    works = [(work.publication, entries) for work, entries in unit.shown]
    if reader.audience is Audience.AGENCY:
        return plan_agency(works, reader)
    ((publication, entries),) = works
    return plan_client(entries, publication)


def _make_files(unit: Unit, plan: Plan, workshop: Workshop, staging: Staging) -> tuple[MadeFile, ...]:
    reader = unit.edition.reader
    outputs = render(plan, workshop.theme, workshop.make_style(reader), reader)
    if unit.project is None:
        outputs += workshop.make_assets(reader, unit.edition.pictures)
    return tuple(put_aside(output, staging) for output in outputs)


def put_aside(output: Output, staging: Staging) -> MadeFile:
    """Write an output aside, where it is not what stands in its place."""
    digest = hashlib.sha256(output.data).hexdigest()
    return MadeFile(output.path, digest, len(output.data), staging.put(output.path, output.data))


def _count_pages(plan: Plan) -> int:
    return sum(page.path.endswith(".html") for page in plan.pages)
