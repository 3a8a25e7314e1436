"""sources → documents → model → state → pages → outputs → tree: the sentence that sitegen is, in order."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen.access import TOKEN_LENGTH
from sitegen.build.editions import Choice, ClientWork, Edition, make_editions
from sitegen.build.left_out import count_left_out
from sitegen.build.loading import Loaded, digest_in, load_site
from sitegen.build.places import check_output, find_code_folder, find_output, find_record, find_themes
from sitegen.build.report import BuildReport
from sitegen.build.root import make_root
from sitegen.build.tree import Tree
from sitegen.build.units import UnitResult, Workshop, list_units
from sitegen.build.workers import find_jobs, run
from sitegen.errors import ContentError, ThemeError, UsageError
from sitegen.markup import Engine, MarkupError, make_engine
from sitegen.model import YEARS, Audience
from sitegen.problems import Level, Problem, Problems
from sitegen.state import check_site
from sitegen.theme import load_theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a build is asked for."""

    config: Path
    day: date | None = None
    """None for today, in the site's time zone."""
    audience: Audience = Audience.CLIENT
    clients: tuple[str, ...] = ()
    """Only these; empty for all."""
    output: Path | None = None
    jobs: int | None = None
    with_drafts: bool = False
    with_future: bool = False
    """The day becomes that of the last update."""
    is_strict: bool = False
    is_open: bool = False
    """Every client at a plain address and unlocked: a preview that stays on this machine needs no secrets."""
    record: Path | None = None
    """Where to keep the list of what was written; None for beside sitegen.yml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A site read, folded and checked, ready to be rendered."""

    loaded: Loaded
    day: date
    editions: tuple[Edition, ...]
    workshop: Workshop
    started: float
    """When the build began, by the monotonic clock."""

    @property
    def work(self) -> tuple[ClientWork, ...]:
        """Each client once, as it or the firm sees its own projects."""
        own = (edition for edition in self.editions if edition.reader.audience is not Audience.AGENCY)
        return tuple(work for edition in own for work in edition.works)


def build(request: Request, tell: Callable[[int, int], None] = lambda done, total: None) -> BuildReport:
    """Build a site; with an error nothing is written, and the site that stood before stays (`ContentError`)."""
    problems = Problems()
    return finish(prepare(request, problems), request, problems, tell)


def finish(
    prepared: Prepared,
    request: Request,
    problems: Problems,
    tell: Callable[[int, int], None] = lambda done, total: None,
) -> BuildReport:
    """Render and write a prepared site: the second half of `build`."""
    output = find_output(prepared.loaded, request.audience, request.output)
    check_output(prepared.loaded, request.audience, request.output, problems)
    _stop_at_errors(prepared, problems)
    results = _render(prepared, request, problems, tell)
    outputs = [output for result in results for output in result.outputs]
    written = Tree(output, request.record or find_record(prepared.loaded)).write(outputs, _keep(prepared, request))
    used = {project: count for result in results for project, count in result.files.items()}
    return BuildReport(
        projects=sum(len(each.states) for each in prepared.work),
        pages=sum(result.pages for result in results),
        written=written.written,
        stood=len(written.stood),
        removed=written.removed,
        left_out=count_left_out(prepared.loaded, prepared.editions, prepared.day, used),
        seconds=time.monotonic() - prepared.started,
        warnings=problems.warnings,
    )


def check(request: Request) -> Problems:
    """Tell all that is wrong with a site, its theme too, and write nothing."""
    problems = Problems()
    try:
        prepared = prepare(request, problems)
        for unit in list_units(prepared.editions):
            prepared.workshop.plan(unit, problems)
    except ContentError as error:
        problems.extend(error.problems)
    except ThemeError as error:
        problems.add(error.problem)
    return problems


def prepare(request: Request, problems: Problems) -> Prepared:
    """Read, fold and check a site; what is wrong with it is gathered."""
    started = time.monotonic()
    loaded = load_site(request.config, problems)
    day = find_day(loaded, request)
    choice = Choice(
        audience=request.audience,
        day=day,
        clients=request.clients,
        with_drafts=request.with_drafts,
        is_open=request.is_open,
    )
    editions = make_editions(loaded, choice, problems)
    broken = _find_broken(loaded, problems)
    found = check_site(
        loaded.site, day, digest_in(loaded), is_strict=request.is_strict, with_drafts=request.with_drafts
    )
    problems.extend(problem for problem in found if problem.project not in broken)
    settings = loaded.site.settings
    if settings.url is None:
        problems.add(
            Problem(
                rule="missing-field",
                message="no 'url', so feeds and calendars are left out; say where the site will stand",
                position=loaded.site.document.start,
                level=Level.ERROR if request.is_strict else Level.WARNING,
            )
        )
    workshop = Workshop(
        theme=load_theme(settings.theme, find_themes(loaded), code_folder=find_code_folder(loaded)),
        engine=_make_engine(loaded, problems),
        findings=found,
    )
    return Prepared(loaded=loaded, day=day, editions=editions, workshop=workshop, started=started)


def _make_engine(loaded: Loaded, problems: Problems) -> Engine:
    """Make the Markdown engine that is set; without one nothing more can be told (`ContentError`)."""
    settings = loaded.site.settings.markdown
    try:
        return make_engine(settings.engine, settings.extensions)
    except MarkupError as error:
        problems.error("bad-value", str(error), loaded.site.document.position_of("markdown"))
        raise ContentError(problems) from None


def _find_broken(loaded: Loaded, problems: Problems) -> frozenset[str]:
    """Return the projects whose files have faults: what they lack would make them look worse than they are."""
    paths = [problem.position.path for problem in problems.errors]
    projects = (project for client in loaded.site.clients for project in client.projects)
    return frozenset(
        project.path for project in projects if any(path.startswith(f"{project.folder}/") for path in paths)
    )


def find_day(loaded: Loaded, request: Request) -> date:
    """Return the day that a build shows."""
    day = request.day or loaded.today
    if day.year not in YEARS:
        raise UsageError(f"'{day}' is no day that a site can be built for; give one from {YEARS[0]} to {YEARS[-1]}")
    if not request.with_future:
        return day
    updates = (update for client in loaded.site.clients for project in client.projects for update in project.updates)
    return max([day, *(update.day for update in updates if request.with_drafts or not update.is_draft)])


def _stop_at_errors(prepared: Prepared, problems: Problems) -> None:
    """Where anything is wrong, tell at once also what is wrong with the texts."""
    if problems.errors:
        for unit in list_units(prepared.editions):
            prepared.workshop.plan(unit, problems)
        raise ContentError(problems)


def _render(
    prepared: Prepared, request: Request, problems: Problems, tell: Callable[[int, int], None]
) -> list[UnitResult]:
    """Render every unit, and the root's own files."""
    units = list_units(prepared.editions)
    results = run(prepared.workshop.make, units, find_jobs(request.jobs), tell)
    for result in results:
        problems.extend(result.problems)
    if problems.errors:
        raise ContentError(problems)
    if request.audience is Audience.CLIENT and not request.clients:
        results.append(make_root(prepared.loaded.site, prepared.day, prepared.workshop))
    return results


def _keep(prepared: Prepared, request: Request) -> Callable[[str], bool]:
    """Return which recorded files a build of some clients only leaves as they are: those of all others."""
    if not request.clients:
        return lambda path: False
    # A folder of an older link is the client's too: a new version revokes it.
    chosen = "|".join(re.escape(client_id) for client_id in request.clients)
    own = re.compile(rf"({chosen})(-[a-z2-7]{{{TOKEN_LENGTH}}})?/")
    roots = tuple(f"{edition.reader.root}/" for edition in prepared.editions)
    return lambda path: not path.startswith(roots) and not own.match(path)
