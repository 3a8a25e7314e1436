"""Editions become outputs: every unit planned and rendered, nothing of it where anything is wrong."""

from collections.abc import Callable, Mapping, Sequence

from sitegen.build.keys import Keys, name_unit
from sitegen.build.known import Known
from sitegen.build.loading import Loaded
from sitegen.build.look import open_theme
from sitegen.build.places import find_code_folder, find_place
from sitegen.build.request import Prepared
from sitegen.build.result import UnitResult
from sitegen.build.root import make_root
from sitegen.build.shards import take_shard
from sitegen.build.units import Unit, Workshop, list_units
from sitegen.build.workers import run
from sitegen.errors import ContentError
from sitegen.markup import Engine, MarkupError, make_engine
from sitegen.memory import Recalled, Request, find_cores
from sitegen.model import Audience
from sitegen.problems import Problem, Problems
from sitegen.render import Output
from sitegen.value import value

ROOT = "root"
"""What the root's own pages are called among the units."""

Tell = Callable[[int, int], None]
"""Hears how many units of all are done."""


def open_workshop(loaded: Loaded, findings: tuple[Problem, ...], program: str, problems: Problems) -> Workshop:
    """Load what every unit is made with."""
    settings = loaded.site.settings
    return Workshop(
        theme=open_theme(loaded.root, settings, loaded.site.document, problems, find_code_folder(loaded)),
        engine=_make_engine(loaded, problems),
        findings=findings,
        program=program,
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


@value
class Made:
    """What came of one unit; `unit` is None for the root's own pages."""

    name: str
    key: str
    unit: Unit | None
    result: UnitResult


@value
class Rendered:
    """What came of all units."""

    made: tuple[Made, ...]

    @property
    def outputs(self) -> tuple[Output, ...]:
        """The files to write."""
        return tuple(output for made in self.made for output in made.result.outputs)

    @property
    def standing(self) -> Mapping[str, str]:
        """The hashes of the files that stand as they shall, by path."""
        return {path: digest for made in self.made for path, digest in made.result.standing.items()}

    @property
    def paths(self) -> tuple[str, ...]:
        """All files, those that stand included; pages of two projects may show one picture."""
        return tuple(dict.fromkeys((*self.standing, *(output.path for output in self.outputs))))

    @property
    def pages(self) -> int:
        """How many pages there are, those that stand included."""
        return sum(made.result.pages for made in self.made)

    @property
    def linked(self) -> Mapping[str, int]:
        """By project, how many attachments something links to."""
        return {project: count for made in self.made for project, count in made.result.files.items()}


def render_units(prepared: Prepared, request: Request, recalled: Recalled, problems: Problems, tell: Tell) -> Rendered:
    """Render every unit, and the root's own files; with an error all of them are told at once (`ContentError`)."""
    if problems.errors:
        plan_units(prepared, problems)
        raise ContentError(problems)
    units = take_shard(list_units(prepared.editions), request.shard)
    made = _make_all(units, prepared, request, recalled, tell)
    for each in made:
        problems.extend(each.result.problems)
    if problems.errors:
        raise ContentError(problems)
    if request.audience == Audience.CLIENT and not request.clients and request.shard.is_first:
        root = make_root(prepared.loaded.site, prepared.day, prepared.workshop)
        made.append(Made(name=ROOT, key="", unit=None, result=root))
    return Rendered(made=tuple(made))


def _make_all(
    units: Sequence[Unit], prepared: Prepared, request: Request, recalled: Recalled, tell: Tell
) -> list[Made]:
    """Render the units that would not become what they already are."""
    workshop = prepared.workshop
    known = Known(recalled, find_place(prepared.loaded, request))
    keys = Keys(prepared.loaded, workshop.theme.digest, workshop.findings, recalled, with_drafts=request.with_drafts)
    found = [_find_kept(unit, keys, known) for unit in units]
    missing = [unit for unit, (_, kept) in zip(units, found, strict=True) if kept is None]
    results = iter(run(lambda unit: workshop.make(unit, known), missing, request.jobs or find_cores(), tell))
    return [
        Made(name=name_unit(unit), key=key, unit=unit, result=next(results) if kept is None else kept)
        for unit, (key, kept) in zip(units, found, strict=True)
    ]


def _find_kept(unit: Unit, keys: Keys, known: Known) -> tuple[str, UnitResult | None]:
    """Return a unit's key and what it became; nothing of a locked one is kept, since its plain text must not be."""
    if unit.edition.reader.lock is not None:
        return "", None
    key = keys.make(unit)
    entry = known.find(name_unit(unit), key)
    return key, known.recall(entry, unit.project.path if unit.project else None) if entry else None
