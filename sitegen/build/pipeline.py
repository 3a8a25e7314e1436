"""sources → documents → model → state → pages → outputs → tree: the sentence that sitegen is, in order.

What all of a site shares is read first: its frame. The rest is done parcel by parcel, a parcel for each reader, on all
cores: sources → … → outputs, written aside. Once nothing is wrong they are moved into the tree, all at once.
"""

from collections.abc import Iterator, Sequence

from sitegen.build.asking import write_asked
from sitegen.build.frame import Frame, open_frame, reopen_frame
from sitegen.build.ground import find_inputs
from sitegen.build.harvest import Harvest, Tell, gather
from sitegen.build.htpasswds import write_htpasswds
from sitegen.build.leaks import check_built, find_leaks
from sitegen.build.loading import load_settings
from sitegen.build.places import check_output, find_output, find_place, find_staging
from sitegen.build.remembering import Finished, Remembered, remember
from sitegen.build.shards import find_kept
from sitegen.build.staging import Staging
from sitegen.build.subjects import name_subjects
from sitegen.build.tree import Tree
from sitegen.errors import ContentError, ThemeError
from sitegen.memory import BuildReport, Recalled, Request, find_record, recalling, report_standing
from sitegen.problems import Problem, Problems
from sitegen.value import value

__all__ = ["Built", "Request", "build", "build_anew", "check"]


def tell_nobody(done: int, total: int) -> None:
    """Hear how many parcels of all are done, and say nothing."""


@value
class Built:
    """A build, and what it was made of."""

    remembered: Remembered
    """What the next build is to know: whoever built keeps it, sooner or later."""
    frame: Frame
    harvest: Harvest

    @property
    def report(self) -> BuildReport:
        """What the build did."""
        return self.remembered.report


def build(request: Request, tell: Tell = tell_nobody, recalled: Recalled | None = None) -> BuildReport:
    """Build a site; with an error nothing is written, and the site that stood before stays (`ContentError`).

    What the last build left is looked at first, unless that was done already.
    """
    if recalled is None:
        with recalling(request) as found:
            return build(request, tell, found)
    if recalled.stands:
        return report_standing(recalled, request)
    built = build_anew(request, tell, recalled)
    built.remembered.keep()
    return built.report


def build_anew(request: Request, tell: Tell, recalled: Recalled, former: Frame | None = None) -> Built:
    """Build what does not stand from the last build; `former` is the last whole one's frame, if it was kept."""
    problems = Problems()
    _, settings = load_settings(request.config, problems)
    inputs = find_inputs(request, settings, recalled)
    frame = reopen_frame(former, request, recalled, problems) if former else open_frame(request, problems, recalled)
    check_output(frame.heads, request, problems)
    output = find_output(frame.heads, request.audience, request.output)
    staging = Staging(find_staging(request), output)
    staging.clear()
    try:
        harvest = gather(frame, staging, problems, tell)
        kept = find_kept(frame)
        write_htpasswds(frame, harvest.parcels, kept)
        names = _list_remembered(frame, recalled)
        known = names if frame.heads.part else None
        written = Tree(output, find_record(request)).move(staging, harvest.files, harvest.written, kept, known, names)
    finally:
        staging.clear()
    write_asked(frame, harvest)
    finished = Finished(
        frame=frame,
        request=request,
        harvest=harvest,
        keeps=kept,
        written=written,
        warnings=problems.warnings,
        inputs=inputs,
    )
    return Built(remembered=remember(finished, recalled), frame=frame, harvest=harvest)


def _list_remembered(frame: Frame, recalled: Recalled) -> Sequence[str]:
    """Return the files that the last build is remembered to have written into the same folder."""
    ledger = recalled.ledger
    return ledger.outputs.names if ledger and ledger.ground.output == find_place(frame.heads, frame.request) else ()


def check(request: Request, *, with_leaks: bool = False) -> Problems:
    """Tell all that is wrong with a site, its theme too, and write nothing.

    With `with_leaks` also what stands in the folder that was built and is not for its reader.
    """
    problems = Problems()
    faults = Problems()
    try:
        frame = open_frame(request, problems)
        if with_leaks:
            check_built(frame)
        faults.extend(_find_faults(frame))
        gather(frame, None, problems, tell_nobody)
        if with_leaks:
            problems.extend(find_leaks(frame))
    except ContentError as error:
        problems.extend(error.problems)
    except ThemeError as error:
        problems.add(error.problem)
    problems.extend(faults)
    return _name_subjects(problems, request)


def _name_subjects(problems: Problems, request: Request) -> Problems:
    """Name the project and the item of each problem; where the settings cannot be read, of none."""
    try:
        _, settings = load_settings(request.config, Problems())
    except ContentError:
        return problems
    named = Problems()
    named.extend(name_subjects(problems, request.config.parent, settings.content))
    return named


def _find_faults(frame: Frame) -> Iterator[Problem]:
    """Find what is wrong with the templates of the theme, whether or not a page of the site needs them."""
    try:
        if frame.workshop:
            frame.workshop.theme.compile()
    except ThemeError as error:
        yield error.problem
