"""A parcel as read becomes what its checks find, beyond what is wrong in form."""

from sitegen.build.editions import Edition
from sitegen.build.frame import Frame
from sitegen.build.loading import Loaded, digest_in
from sitegen.problems import Problem, Problems
from sitegen.state import check_site


def check_content(loaded: Loaded, edition: Edition | None, frame: Frame, problems: Problems) -> tuple[Problem, ...]:
    """Check every project that is not as it was, and tell what was found; return it for the portfolio."""
    broken = _find_broken(loaded, problems)
    found = check_site(
        loaded.site,
        frame.day,
        digest_in(loaded),
        is_strict=frame.request.is_strict,
        with_drafts=frame.request.with_drafts,
        only=loaded.part.projects if loaded.part else None,
        folded=edition.states if edition else (),
    )
    problems.extend(problem for problem in found if problem.project not in broken)
    return found


def _find_broken(loaded: Loaded, problems: Problems) -> frozenset[str]:
    """Return the projects whose files have faults: what they lack would make them look worse than they are."""
    paths = [problem.position.path for problem in problems.errors]
    projects = (project for client in loaded.site.clients for project in client.projects)
    return frozenset(
        project.path for project in projects if any(path.startswith(f"{project.folder}/") for path in paths)
    )
