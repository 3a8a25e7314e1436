"""Editions become outputs: every unit planned and rendered, nothing of it where anything is wrong."""

from collections.abc import Callable

from sitegen.build.loading import Loaded
from sitegen.build.places import find_code_folder, find_themes
from sitegen.build.request import Prepared, Request
from sitegen.build.root import make_root
from sitegen.build.shards import take_shard
from sitegen.build.units import UnitResult, Workshop, list_units
from sitegen.build.workers import find_jobs, run
from sitegen.errors import ContentError
from sitegen.markup import Engine, MarkupError, make_engine
from sitegen.model import Audience
from sitegen.problems import Problem, Problems
from sitegen.theme import load_theme

Tell = Callable[[int, int], None]
"""Hears how many units of all are done."""


def open_workshop(loaded: Loaded, findings: tuple[Problem, ...], problems: Problems) -> Workshop:
    """Load what every unit is made with."""
    settings = loaded.site.settings
    return Workshop(
        theme=load_theme(settings.theme, find_themes(loaded), code_folder=find_code_folder(loaded)),
        engine=_make_engine(loaded, problems),
        findings=findings,
    )


def _make_engine(loaded: Loaded, problems: Problems) -> Engine:
    """Make the Markdown engine that is set; without one nothing more can be told (`ContentError`)."""
    settings = loaded.site.settings.markdown
    try:
        return make_engine(settings.engine, settings.extensions)
    except MarkupError as error:
        problems.error("bad-value", str(error), loaded.site.document.position_of("markdown"))
        raise ContentError(problems) from None


def plan_units(prepared: Prepared, problems: Problems) -> None:
    """Plan every unit, only to tell what is wrong with its texts."""
    for unit in list_units(prepared.editions):
        prepared.workshop.plan(unit, problems)


def render_units(prepared: Prepared, request: Request, problems: Problems, tell: Tell) -> list[UnitResult]:
    """Render every unit, and the root's own files; with an error all of them are told at once (`ContentError`)."""
    if problems.errors:
        plan_units(prepared, problems)
        raise ContentError(problems)
    units = take_shard(list_units(prepared.editions), request.shard)
    results = run(prepared.workshop.make, units, find_jobs(request.jobs), tell)
    for result in results:
        problems.extend(result.problems)
    if problems.errors:
        raise ContentError(problems)
    if request.audience is Audience.CLIENT and not request.clients and request.shard.is_first:
        results.append(make_root(prepared.loaded.site, prepared.day, prepared.workshop))
    return results
