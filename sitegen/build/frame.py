"""A request becomes the frame of a build: all that its parcels share, read and opened before any project is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sitegen.build.days import find_day, may_move_day
from sitegen.build.folders import Folders, find_folders
from sitegen.build.languages import find_untranslated
from sitegen.build.loading import Loaded, load_heads, narrow_heads
from sitegen.build.locks import Locksmith
from sitegen.build.places import clear_cache
from sitegen.build.publish import check_paths
from sitegen.build.workshop import Workshop, open_workshop
from sitegen.errors import UsageError
from sitegen.memory import WHOLE, Recalled, Request, find_part, narrow
from sitegen.model import Site
from sitegen.problems import Level, Problem, Problems, suggest
from sitegen.state import check_site
from sitegen.value import value


@value
class Frame:
    """What all parcels of a build share."""

    request: Request
    """Of a part of the site, where only that is to be made."""
    recalled: Recalled | None
    """What the last build left; None where nothing is to be written."""
    heads: Loaded
    """The site without its projects."""
    day: date
    folders: Folders
    locksmith: Locksmith
    workshop: Workshop | None
    """None where the theme or the engine that is set cannot be had, which is told."""
    told: tuple[Problem, ...]
    """What is wrong with all but the projects."""


def open_frame(request: Request, problems: Problems, recalled: Recalled | None = None) -> Frame:
    """Read all of a site but its projects; what is wrong with it is gathered."""
    part = find_part(recalled) if recalled else None
    heads = load_heads(request.config, problems, part)
    day = find_day(heads, request)
    if recalled and recalled.ledger and part and day.isoformat() != recalled.ledger.ground.day:
        return open_frame(request, problems, replace(recalled, clients=None))
    if request.is_clean:
        clear_cache(heads)
    wanted = narrow(request, part)
    _check_clients(heads, wanted)
    problems.extend(check_site(heads.site, day, lambda path: None))
    problems.extend(_find_lack_of_url(heads.site, request))
    check_paths(heads, problems)
    locksmith = Locksmith(heads, problems)
    folders = find_folders(heads, wanted, day, locksmith, problems)
    workshop = open_workshop(heads, recalled.program if recalled else "", problems)
    if workshop:
        problems.extend(find_untranslated(heads.site, workshop.theme, is_strict=request.is_strict))
    return Frame(
        request=wanted,
        recalled=recalled,
        heads=heads,
        day=day,
        folders=folders,
        locksmith=locksmith,
        workshop=workshop,
        told=tuple(problems),
    )


def _find_lack_of_url(site: Site, request: Request) -> Iterator[Problem]:
    if site.settings.url is None:
        yield Problem(
            rule="missing-field",
            message="no 'url', so feeds and calendars are left out; say where the site will stand",
            position=site.document.start,
            level=Level.ERROR if request.is_strict else Level.WARNING,
        )


def reopen_frame(former: Frame, request: Request, recalled: Recalled, problems: Problems) -> Frame:
    """Return the frame of the next build, for who keeps that of the last whole one: only projects have changed since.

    Where that is not all, the frame is opened anew.
    """
    part = find_part(recalled)
    if part is None or recalled.inputs is None or may_move_day(recalled.inputs.changed, former.heads, request):
        return open_frame(request, problems, recalled)
    problems.extend(former.told)
    wanted = narrow(request, part)
    heads = narrow_heads(former.heads, part)
    locksmith = Locksmith(heads, problems)
    folders = find_folders(heads, wanted, former.day, locksmith, problems)
    return replace(former, request=wanted, recalled=recalled, heads=heads, folders=folders, locksmith=locksmith)


def _check_clients(heads: Loaded, request: Request) -> None:
    if request.clients and request.shard != WHOLE:
        raise UsageError("'--client' and '--shard' exclude each other: both say which part of the site is built")
    for client in request.clients:
        if client not in heads.clients:
            raise UsageError(f"there is no client '{client}'{suggest(client, heads.clients)}")
