"""sources → documents → model → state → pages → outputs → tree: the sentence that sitegen is, in order."""

from sitegen.build.asking import write_asked
from sitegen.build.editions import make_editions
from sitegen.build.findings import check_content
from sitegen.build.ground import find_inputs
from sitegen.build.htpasswds import write_htpasswds
from sitegen.build.languages import find_untranslated
from sitegen.build.leaks import find_leaks
from sitegen.build.loading import load_settings, load_site
from sitegen.build.places import check_output, clear_cache, find_output
from sitegen.build.remembering import Finished, remember
from sitegen.build.rendering import Tell, open_workshop, plan_units, render_units
from sitegen.build.request import Prepared, find_kept, is_of_another_day, make_choice
from sitegen.build.tree import Tree
from sitegen.errors import ContentError, ThemeError
from sitegen.memory import BuildReport, Recalled, Request, find_part, find_record, narrow, recalling, report_standing
from sitegen.problems import Problems


def build(request: Request, tell: Tell = lambda done, total: None, recalled: Recalled | None = None) -> BuildReport:
    """Build a site; with an error nothing is written, and the site that stood before stays (`ContentError`).

    What the last build left is looked at first, unless that was done already.
    """
    if recalled is None:
        with recalling(request) as found:
            return build(request, tell, found)
    if recalled.stands:
        return report_standing(recalled, request, with_warnings=True)
    problems = Problems()
    return finish(prepare(request, problems, recalled), request, problems, recalled, tell)


def prepare(request: Request, problems: Problems, recalled: Recalled | None = None) -> Prepared:
    """Read, fold and check a site: sources → documents → model → state; what is wrong with it is gathered."""
    _, settings = load_settings(request.config, problems)
    inputs = find_inputs(request, settings, recalled) if recalled else None
    loaded = load_site(request.config, problems, find_part(recalled) if recalled else None)
    if loaded.part and is_of_another_day(loaded, request):
        loaded = load_site(request.config, problems)
    if request.is_clean:
        clear_cache(loaded)
    choice = make_choice(loaded, narrow(request, loaded.part))
    editions = make_editions(loaded, choice, problems)
    findings = check_content(loaded, request, problems)
    workshop = open_workshop(loaded, findings, recalled.program if recalled else "", problems)
    problems.extend(find_untranslated(loaded.site, workshop.theme, is_strict=request.is_strict))
    return Prepared(loaded=loaded, day=choice.day, editions=editions, workshop=workshop, inputs=inputs)


def finish(
    prepared: Prepared,
    request: Request,
    problems: Problems,
    recalled: Recalled,
    tell: Tell = lambda done, total: None,
) -> BuildReport:
    """Render and write a prepared site: state → pages → outputs → tree."""
    wanted = narrow(request, prepared.loaded.part)
    output = find_output(prepared.loaded, request.audience, request.output)
    check_output(prepared.loaded, request.audience, request.output, problems)
    rendered = render_units(prepared, wanted, recalled, problems, tell)
    kept = find_kept(prepared, wanted)
    write_htpasswds(prepared, wanted, kept)
    tree = Tree(output, find_record(request))
    written = tree.write(rendered.outputs, kept, rendered.standing)
    write_asked(prepared, wanted)
    return remember(
        Finished(
            prepared=prepared,
            request=request,
            rendered=rendered,
            written=written,
            warnings=problems.warnings,
            recalled=recalled,
        )
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
