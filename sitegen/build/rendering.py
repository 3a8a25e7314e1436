"""Editions become outputs: every unit planned and rendered, nothing of it where anything is wrong."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.build.cache import Kept, UnitCache
from sitegen.build.keys import Keys, name_unit
from sitegen.build.loading import Loaded
from sitegen.build.places import find_cache, find_code_folder, find_output, find_themes
from sitegen.build.request import Prepared, Request
from sitegen.build.root import make_root
from sitegen.build.shards import WHOLE, take_shard
from sitegen.build.units import Unit, UnitResult, Workshop, list_units
from sitegen.build.workers import find_jobs, run
from sitegen.errors import ContentError
from sitegen.markup import Engine, MarkupError, make_engine
from sitegen.model import Audience
from sitegen.problems import Problem, Problems, suggest
from sitegen.render import Output
from sitegen.theme import load_theme

Tell = Callable[[int, int], None]
"""Hears how many units of all are done."""


def open_workshop(loaded: Loaded, findings: tuple[Problem, ...], problems: Problems) -> Workshop:
    """Load what every unit is made with."""
    settings, folders = loaded.site.settings, find_themes(loaded)
    known = sorted({file.parent.name for folder in folders for file in folder.glob("*/theme.yml")})
    if settings.theme not in known:
        message = f"'{settings.theme}' is none of the themes {', '.join(known)}{suggest(settings.theme, known)}"
        problems.error("theme", message, loaded.site.document.position_of("theme"))
        raise ContentError(problems)
    return Workshop(
        theme=load_theme(settings.theme, folders, code_folder=find_code_folder(loaded)),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What came of all units, and what the cache is to know of it once the files stand."""

    results: tuple[UnitResult, ...]
    cache: UnitCache
    found: Mapping[str, Kept]
    is_whole: bool

    @property
    def outputs(self) -> tuple[Output, ...]:
        """The files to write."""
        return tuple(output for result in self.results for output in result.outputs)

    @property
    def standing(self) -> Mapping[str, str]:
        """The hashes of the files that stand as they shall, by path."""
        return {path: digest for result in self.results for path, digest in result.standing.items()}

    @property
    def linked(self) -> Mapping[str, int]:
        """By project, how many attachments something links to."""
        return {project: count for result in self.results for project, count in result.files.items()}

    def remember(self) -> None:
        """Let the next build know what the units became."""
        self.cache.keep(self.found, is_whole=self.is_whole)


def render_units(prepared: Prepared, request: Request, problems: Problems, tell: Tell) -> Rendered:
    """Render every unit, and the root's own files; with an error all of them are told at once (`ContentError`)."""
    if problems.errors:
        plan_units(prepared, problems)
        raise ContentError(problems)
    units = take_shard(list_units(prepared.editions), request.shard)
    rendered = _make_all(units, prepared, request, tell)
    for result in rendered.results:
        problems.extend(result.problems)
    if problems.errors:
        raise ContentError(problems)
    if request.audience is Audience.CLIENT and not request.clients and request.shard.is_first:
        root = make_root(prepared.loaded.site, prepared.day, prepared.workshop)
        return replace(rendered, results=(*rendered.results, root))
    return rendered


def _make_all(units: Sequence[Unit], prepared: Prepared, request: Request, tell: Tell) -> Rendered:
    """Render the units that would not become what they already are."""
    cache = UnitCache(find_output(prepared.loaded, request.audience, request.output), find_store(prepared, request))
    workshop = prepared.workshop
    keys = Keys(prepared.loaded, workshop.theme.digest, workshop.findings, with_drafts=request.with_drafts)
    known = [_find_kept(unit, keys, cache) for unit in units]
    missing = [unit for unit, (_, kept) in zip(units, known, strict=True) if kept is None]
    made = iter(run(workshop.make, missing, find_jobs(request.jobs), tell))
    results, found = [], {}
    for unit, (key, kept) in zip(units, known, strict=True):
        result = next(made) if kept is None else _stand(kept)
        results.append(result)
        if key and not result.problems:
            found[name_unit(unit)] = kept or _keep(key, result)
    is_whole = not request.clients and request.shard == WHOLE
    return Rendered(results=tuple(results), cache=cache, found=found, is_whole=is_whole)


def _find_kept(unit: Unit, keys: Keys, cache: UnitCache) -> tuple[str, Kept | None]:
    """Return a unit's key and what it became; nothing of a locked one is kept, since its plain text must not be."""
    if unit.edition.reader.lock is not None:
        return "", None
    key = keys.make(unit)
    return key, cache.find(name_unit(unit), key)


def _stand(kept: Kept) -> UnitResult:
    return UnitResult(outputs=(), pages=kept.pages, files=kept.linked, problems=(), standing=kept.files)


def _keep(key: str, result: UnitResult) -> Kept:
    files = {output.path: hashlib.sha256(output.data).hexdigest() for output in result.outputs}
    return Kept(key=key, files=files, pages=result.pages, linked=result.files)


def find_store(prepared: Prepared, request: Request) -> Path:
    """Return where the cache is kept: beside sitegen.yml, or beside a preview's own record."""
    if request.record:
        return request.record.with_name(f"{request.record.stem}-units.json")
    return find_cache(prepared.loaded) / f"units-{request.audience}.json"
