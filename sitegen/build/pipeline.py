"""sources → documents → model → state → pages → outputs → tree: the sentence that sitegen is, in order."""

import time

from sitegen.build.asking import write_asked
from sitegen.build.editions import make_editions
from sitegen.build.findings import check_content
from sitegen.build.htpasswds import write_htpasswds
from sitegen.build.languages import find_untranslated
from sitegen.build.leaks import find_leaks
from sitegen.build.left_out import count_left_out
from sitegen.build.loading import load_site
from sitegen.build.places import check_output, clear_cache, find_output, find_record
from sitegen.build.rendering import Tell, open_workshop, plan_units, render_units
from sitegen.build.report import BuildReport
from sitegen.build.request import Prepared, Request, find_kept, make_choice
from sitegen.build.tree import Tree
from sitegen.errors import ContentError, ThemeError
from sitegen.problems import Problems


def build(request: Request, tell: Tell = lambda done, total: None) -> BuildReport:
    """Build a site; with an error nothing is written, and the site that stood before stays (`ContentError`)."""
    problems = Problems()
    return finish(prepare(request, problems), request, problems, tell)


def prepare(request: Request, problems: Problems) -> Prepared:
    """Read, fold and check a site: sources → documents → model → state; what is wrong with it is gathered."""
    started = time.monotonic()
    loaded = load_site(request.config, problems)
    if request.is_clean:
        clear_cache(loaded)
    choice = make_choice(loaded, request)
    editions = make_editions(loaded, choice, problems)
    findings = check_content(loaded, request, problems)
    workshop = open_workshop(loaded, findings, problems)
    problems.extend(find_untranslated(loaded.site, workshop.theme, is_strict=request.is_strict))
    return Prepared(loaded=loaded, day=choice.day, editions=editions, workshop=workshop, started=started)


def finish(
    prepared: Prepared, request: Request, problems: Problems, tell: Tell = lambda done, total: None
) -> BuildReport:
    """Render and write a prepared site: state → pages → outputs → tree."""
    output = find_output(prepared.loaded, request.audience, request.output)
    check_output(prepared.loaded, request.audience, request.output, problems)
    rendered = render_units(prepared, request, problems, tell)
    kept = find_kept(prepared, request)
    write_htpasswds(prepared, request, kept)
    tree = Tree(output, request.record or find_record(prepared.loaded))
    written = tree.write(rendered.outputs, kept, rendered.standing)
    rendered.remember()
    write_asked(prepared, request)
    return BuildReport(
        projects=sum(len(each.states) for each in prepared.work),
        pages=sum(result.pages for result in rendered.results),
        written=written.written,
        stood=len(written.stood),
        removed=written.removed,
        left_out=count_left_out(prepared.loaded, prepared.editions, prepared.day, rendered.linked),
        seconds=time.monotonic() - prepared.started,
        warnings=problems.warnings,
    )


def check(request: Request, *, with_leaks: bool = False) -> Problems:
    """Tell all that is wrong with a site, its theme too, and write nothing.

    With `with_leaks` also what stands in the folder that was built and is not for its reader.
    """
    problems = Problems()
    try:
        prepared = prepare(request, problems)
        plan_units(prepared, problems)
        prepared.workshop.theme.compile()
        if with_leaks and not problems.errors:
            problems.extend(find_leaks(prepared.loaded, prepared.editions))
    except ContentError as error:
        problems.extend(error.problems)
    except ThemeError as error:
        problems.add(error.problem)
    return problems
