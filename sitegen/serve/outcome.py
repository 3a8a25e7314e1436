"""A request becomes an outcome: what was built, or all that kept it from being built."""

import traceback
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

from sitegen.build import Built, Frame, Request, build_anew, find_output
from sitegen.errors import ContentError, SitegenError, ThemeError
from sitegen.memory import BuildReport, recalling, report_standing
from sitegen.problems import Level, Problem
from sitegen.render import Output
from sitegen.serve.catalogue import render_catalogue
from sitegen.serve.shown import Shown, make_shown
from sitegen.value import value

MOST_WARNINGS = 100


@value
class Outcome:
    """What came of one build."""

    report: BuildReport | None = None
    """None where it failed."""
    shown: Shown | None = None
    """What there is to see; None where it failed."""
    frame: Frame | None = None
    """That of the last whole build."""
    built: Built | None = None
    """What was built, which is to be kept once it is shown."""
    problems: tuple[Problem, ...] = ()
    more: int = 0
    """How many warnings there are besides."""
    trail: tuple[str, ...] = ()
    """The templates and the page that led to a fault of a theme."""
    fault: str | None = None
    """What is wrong beyond the content and the theme."""
    trace: str = ""
    """Where sitegen itself failed."""

    @property
    def is_good(self) -> bool:
        """Tell whether there are new pages."""
        return self.report is not None

    @property
    def error_count(self) -> int:
        """How many faults kept the site from being built."""
        return sum(problem.level is Level.ERROR for problem in self.problems) + (self.fault is not None)


def attempt(
    request: Request,
    tell: Callable[[int, int], None],
    before: "Outcome | None" = None,
    touched: Collection[str] | None = None,
    *,
    with_catalogue: bool = False,
) -> Outcome:
    """Build, and return what came of it; it never raises, since a preview outlives whatever fails in it.

    `tell` hears how many parcels of all are done; what it raises ends the build. `before` is what came of the last
    good build; where it is known which files were `touched` since, the others are not looked at.
    """
    shown, frame = (before.shown, before.frame) if before else (None, None)
    ledger = before.built.remembered.ledger if before and before.built and touched else None
    try:
        with recalling(request, touched=touched, ledger=ledger) as recalled:
            if recalled.stands and before and shown:
                report = report_standing(recalled, request)
                return Outcome(report=report, shown=shown, frame=frame, **_tell_warnings(report))
            built = build_anew(request, tell, recalled, frame)
        report = built.report
        workshop, heads = built.frame.workshop, built.frame.heads
        if with_catalogue and workshop:
            catalogue = render_catalogue(workshop.theme, heads.site.settings.language)
            report = _add(report, catalogue, find_output(heads, request.audience, request.output))
    except ContentError as error:
        return Outcome(problems=error.problems)
    except ThemeError as error:
        return Outcome(problems=(error.problem,), trail=error.trail)
    except SitegenError as error:
        return Outcome(fault=str(error))
    except Exception as error:
        fault = f"sitegen itself failed: {type(error).__name__}: {error}"
        return Outcome(fault=fault, trace=traceback.format_exc())
    return Outcome(
        report=report,
        shown=make_shown(built, request, shown),
        frame=built.frame if built.frame.heads.part is None else frame,
        built=built,
        **_tell_warnings(report),
    )


def _tell_warnings(report: BuildReport) -> dict[str, Any]:
    """Return the warnings that a preview shows; of very many the first, since each page hears of them at each edit."""
    shown = report.warned.take_first(MOST_WARNINGS)
    return {"problems": shown, "more": report.warned.count - len(shown)}


def _add(report: BuildReport, output: Output, folder: Path) -> BuildReport:
    """Write one file more, where it is not what stands there, and return the report that tells of it."""
    target = folder / output.path
    if target.is_file() and target.read_bytes() == output.data:
        return report
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(output.data)
    return replace(report, written=(*report.written, output.path))
