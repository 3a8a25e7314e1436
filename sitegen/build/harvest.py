"""A frame becomes all that came of its parcels, made on all cores, and of the pages that are nobody's alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from sitegen.build.editions import FIRM, make_reader
from sitegen.build.frame import Frame
from sitegen.build.known import Known
from sitegen.build.making import Maker
from sitegen.build.parcels import Parcel, list_parcels
from sitegen.build.places import find_place
from sitegen.build.published import find_published, list_heads
from sitegen.build.record import Entries, Entry
from sitegen.build.rendering import put_aside
from sitegen.build.result import MadeUnit, ParcelResult, ShownReader
from sitegen.build.staging import Staging
from sitegen.build.workers import run
from sitegen.build.workshop import Workshop
from sitegen.errors import ContentError
from sitegen.memory import find_cores
from sitegen.model import Audience
from sitegen.pages import ROOT_ASSETS, plan_portfolio, plan_root
from sitegen.problems import Problems
from sitegen.render import Output, render, render_assets
from sitegen.value import value

ROOT = "root"
"""What the root's own pages are called among the units."""
PORTFOLIO = "portfolio"

Tell = Callable[[int, int], None]
"""Hears how many parcels of all are done."""


@value
class Harvest:
    """What came of a build."""

    parcels: tuple[Parcel, ...]
    results: tuple[ParcelResult, ...]
    """What came of each."""
    rest: tuple[MadeUnit, ...]
    """The root's pages and the portfolio, which belong to no parcel."""

    files: Entries
    """All files; pages of two projects may show one picture."""
    written: tuple[str, ...]
    """The files that are others than those that stood."""

    @property
    def units(self) -> Iterator[MadeUnit]:
        """All units, in order."""
        return _list_units(self.results, self.rest)

    @property
    def shown(self) -> tuple[ShownReader, ...]:
        """What a preview tells of each reader."""
        return tuple(result.shown for result in self.results if result.shown)


def gather(frame: Frame, staging: Staging | None, problems: Problems, tell: Tell) -> Harvest:
    """Make every parcel; with an error all of them are told at once (`ContentError`), and nothing is to be kept.

    Without a place to write to, parcels are read, folded, checked and planned.
    """
    known = Known(frame.recalled, find_place(frame.heads, frame.request))
    maker = Maker(frame, known, None if problems.errors else staging)
    parcels = tuple(list_parcels(frame))
    results = tuple(run(maker.make, parcels, frame.request.jobs or find_cores(), tell))
    for result in results:
        problems.extend(result.problems)
    frame.locksmith.tell_published(_find_published(frame, results))
    if problems.errors:
        raise ContentError(problems)
    for result in results:
        if result.fault:
            raise result.fault
    workshop = frame.workshop
    rest = tuple(_make_rest(frame, workshop, results, staging)) if workshop and staging else ()
    files = {file.path: file for unit in _list_units(results, rest) for file in unit.files}
    return Harvest(
        parcels=parcels,
        results=results,
        rest=rest,
        files={path: Entry(file.digest, file.size) for path, file in files.items()},
        written=tuple(path for path, file in files.items() if file.is_staged),
    )


def _list_units(results: Iterable[ParcelResult], rest: Iterable[MadeUnit]) -> Iterator[MadeUnit]:
    return chain((unit for result in results for unit in result.units), rest)


def _find_published(frame: Frame, results: Sequence[ParcelResult]) -> Mapping[str, str]:
    """Return the first file that each secret in use stands in."""
    heads = find_published(list_heads(frame.heads.site), frame.folders.secrets)
    found = [heads, *(result.published for result in results)]
    return {variable: path for each in reversed(found) for variable, path in each.items()}


def _make_rest(
    frame: Frame, workshop: Workshop, results: tuple[ParcelResult, ...], staging: Staging
) -> Iterator[MadeUnit]:
    """Make what belongs to no parcel; where single clients are asked for, it stays as it is."""
    if frame.request.clients or not frame.request.shard.is_first:
        return
    if frame.request.audience == Audience.INTERNAL:
        yield _put_aside(PORTFOLIO, _make_portfolio(frame, workshop, results), staging)
    else:
        theme = workshop.theme
        plan = plan_root(frame.heads.site, frame.day)
        yield _put_aside(ROOT, render(plan, theme, None) + render_assets(ROOT_ASSETS, theme.assets), staging)


def _make_portfolio(frame: Frame, workshop: Workshop, results: tuple[ParcelResult, ...]) -> tuple[Output, ...]:
    pictures = {picture.path: picture for result in results for picture in result.pictures}
    reader = make_reader(frame, frame.heads, FIRM, None, tuple(pictures.values()))
    entries = [entry for result in results for entry in result.entries]
    plan = plan_portfolio(entries, frame.folders.clients, reader)
    pages = render(plan, workshop.theme, workshop.make_style(reader), reader)
    return pages + workshop.make_assets(reader, tuple(pictures.values()))


def _put_aside(name: str, outputs: tuple[Output, ...], staging: Staging) -> MadeUnit:
    files = tuple(put_aside(output, staging) for output in outputs)
    pages = sum(file.path.endswith(".html") for file in files)
    return MadeUnit(name=name, key="", client=None, pages=pages, files=files)
