"""A site as read becomes what its checks find, beyond what is wrong in form."""

from sitegen.build.loading import Loaded, digest_in
from sitegen.build.request import Request, find_day
from sitegen.problems import Level, Problem, Problems
from sitegen.state import check_site


def check_content(loaded: Loaded, request: Request, problems: Problems) -> tuple[Problem, ...]:
    """Check every project that is not as it was, and tell what was found; return it for the portfolio."""
    broken = _find_broken(loaded, problems)
    part = loaded.part
    problems.extend(part.warnings if part else ())
    found = check_site(
        loaded.site,
        find_day(loaded, request),
        digest_in(loaded),
        is_strict=request.is_strict,
        with_drafts=request.with_drafts,
        only=part.projects if part else None,
    )
    problems.extend(problem for problem in found if problem.project not in broken)
    if loaded.site.settings.url is None:
        problems.add(
            Problem(
                rule="missing-field",
                message="no 'url', so feeds and calendars are left out; say where the site will stand",
                position=loaded.site.document.start,
                level=Level.ERROR if request.is_strict else Level.WARNING,
            )
        )
    return found


def _find_broken(loaded: Loaded, problems: Problems) -> frozenset[str]:
    """Return the projects whose files have faults: what they lack would make them look worse than they are."""
    paths = [problem.position.path for problem in problems.errors]
    projects = (project for client in loaded.site.clients for project in client.projects)
    return frozenset(
        project.path for project in projects if any(path.startswith(f"{project.folder}/") for path in paths)
    )
