"""Projects become the list of what would embarrass the firm, seen through the client's eyes."""

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date

from sitegen.model import Audience, Client, Project, Site
from sitegen.problems import Level, Problem, Problems, suggest
from sitegen.state.checks.finding import Finding, Subject
from sitegen.state.checks.place import find_place
from sitegen.state.checks.table import CHECKS, Check
from sitegen.state.fold import fold
from sitegen.state.state import Rules, State

DigestOf = Callable[[str], str | None]
"""Gives the SHA-256 of the file at a path relative to the site's folder; None where there is no such file."""

_LEVELS = {"error": Level.ERROR, "warn": Level.WARNING, "off": None}


def check_site(
    site: Site,
    day: date,
    digest_of: DigestOf,
    *,
    is_strict: bool = False,
    with_drafts: bool = False,
    only: Collection[str] | None = None,
    folded: Iterable[State] = (),
) -> tuple[Problem, ...]:
    """Check every project as it stands on a day, each through the eyes of the narrowest audience that sees it.

    Where `only` some are asked for, by `client/project`, the others are passed over. States that the
    site was `folded` into already, at that day and with as many drafts, are taken where they are that audience's.
    """
    problems = Problems()
    levels, rules = site.settings.checks or {}, Rules.of(site.settings)
    known = {(state.path, state.audience): state for state in folded}
    _check_names(site, problems)
    for client in site.clients:
        for project in client.projects:
            if only is not None and project.path not in only:
                continue
            audience = project.plan.head.visibility
            state = known.get((project.path, audience)) or fold(project, day, audience, rules, with_drafts=with_drafts)
            problems.extend(check_project(project, state, levels, digest_of, site, client, is_strict=is_strict))
    return tuple(problems)


def check_project(
    project: Project,
    state: State,
    levels: Mapping[str, str],
    digest_of: DigestOf,
    site: Site | None = None,
    client: Client | None = None,
    *,
    is_strict: bool = False,
) -> tuple[Problem, ...]:
    """Check one project by all rules; `levels` are the settings' (`error`, `warn`, `off`), by rule.

    `state` is to be the client's, or that of the narrowest audience that sees the project at all. Without its `site`
    and `client` nothing is known of who gets what the client answers, and nothing is said of it.
    """
    subject = _look_at(project, state, digest_of, site, client)
    return tuple(
        _make_problem(check.name, Level.ERROR if is_strict else level, finding, project, state)
        for check, level in _choose_checks(levels, is_open=state.is_open)
        for finding in check.find(subject)
    )


def _choose_checks(levels: Mapping[str, str], *, is_open: bool) -> Iterator[tuple[Check, Level]]:
    """Go through the checks that speak of a project, with the level of each."""
    for check in CHECKS:
        level = _LEVELS[levels[check.name]] if check.name in levels else check.level
        if level and (is_open or check.is_for_closed):
            yield check, level


def _make_problem(rule: str, level: Level, finding: Finding, project: Project, state: State) -> Problem:
    return Problem(
        rule=rule,
        message=finding.message,
        position=find_place(finding, project, state),
        level=level,
        project=project.path,
        item=f"{finding.register}.{finding.item}" if finding.register else None,
    )


def _look_at(project: Project, state: State, digest_of: DigestOf, site: Site | None, client: Client | None) -> Subject:
    """Return the project as rules look at it; the firm asks itself nothing on a page."""
    digest = _find_brief_digest(project, digest_of)
    if site is None or client is None or state.audience is Audience.INTERNAL:
        return Subject(state=state, brief_digest=digest, has_collector=True)
    used = [(survey_id, site.surveys.get(survey_id)) for survey_id in state.plan.surveys or ()]
    return Subject(
        state=state,
        brief_digest=digest,
        contact=site.find_contact(client, state.plan, for_agency=state.audience is Audience.AGENCY),
        mailed=tuple(name for name, survey in used if survey and site.find_provider(survey.head) == "mailto"),
        has_collector=site.settings.surveys.endpoint is not None,
    )


def _find_brief_digest(project: Project, digest_of: DigestOf) -> str | None:
    brief = project.plan.head.brief
    if brief is None or brief.file is None or brief.sha256 is None:
        return None
    return digest_of(posixpath.normpath(posixpath.join(project.folder, brief.file)))


def _check_names(site: Site, problems: Problems) -> None:
    """Tell of levels that are set for what is no rule."""
    known = [check.name for check in CHECKS]
    for name in site.settings.checks or ():
        if name not in known:
            message = f"'{name}' is no rule that has a level{suggest(name, known)}"
            problems.error("unknown-key", message, site.document.position_of_key("checks", name))
