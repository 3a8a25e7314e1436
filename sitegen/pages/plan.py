"""States become the list of all files to be: the pages of each project, of each client, and of the site's root."""

import posixpath
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from sitegen.markup import Engine, Words
from sitegen.model import Client, Project, Site
from sitegen.pages import views
from sitegen.pages.agency import plan_agency_page
from sitegen.pages.cards import Entry
from sitegen.pages.client import plan_client_page
from sitegen.pages.feeds import MAX_ENTRIES, FeedUpdate, make_badge, make_calendar, make_feed, zip_updates
from sitegen.pages.heads import POLICY
from sitegen.pages.page import Copy, Page, Plan
from sitegen.pages.portfolio import PortfolioEntry, make_portfolio_entries, plan_portfolio_page
from sitegen.pages.project import plan_status_page
from sitegen.pages.prose import Prose
from sitegen.pages.publication import Publication
from sitegen.pages.reader import Reader
from sitegen.pages.status import make_status
from sitegen.pages.surveys import plan_survey_pages
from sitegen.pages.updates import plan_archive, plan_update_pages
from sitegen.problems import Problem, Problems
from sitegen.state import State
from sitegen.value import replace, value

ROOT_ASSETS = "assets"
FEED = "updates.atom"

Work = tuple[Publication, Sequence[Entry]]
"""One client's publication, and its projects."""


@value
class Writing:
    """How Markdown is rendered in one language: the engine, and the words that it adds."""

    engine: Engine
    words: Words


def list_entries(
    states: Sequence[tuple[Project, State]], publication: Publication, writing: Writing, problems: Problems
) -> tuple[Entry, ...]:
    """Return projects as a reader sees them; all that is planned of one of them shares its entry."""
    found = []
    for project, state in states:
        prose = _make_prose(project, state, publication, writing, problems)
        found.append(Entry(project=project, state=state, prose=prose, update_prose=replace(prose, used={})))
    return tuple(found)


def plan_client(entries: Sequence[Entry], publication: Publication) -> Plan:
    """Plan a client's own page."""
    pages = [plan_client_page(entries, publication)]
    if publication.reader.has_feeds:
        path = publication.urls.feed
        newest = _plan_newest(entries, publication)
        start = min((entry.state.plan.start for entry in entries), default=publication.day)
        feed = make_feed(newest, publication, of=None, start=start, path=path)
        pages.append(Page(path=path, template=FEED, view=feed, language=publication.language))
    return Plan(pages=tuple(pages), copies=_list_copies(entries, publication.reader))


def _plan_newest(entries: Sequence[Entry], publication: Publication) -> list[FeedUpdate]:
    """Plan the newest updates of all projects, as many as a feed holds."""
    orders = sorted((report.update.order for each in entries for report in each.state.reports), reverse=True)
    newest = frozenset(orders[:MAX_ENTRIES])
    found = []
    for each in entries:
        count = sum(report.update.order in newest for report in each.state.reports)
        pages = plan_update_pages(each, publication, last=count)
        found += zip_updates(each.project, each.state, pages)
    return found


def plan_agency(works: Sequence[Work], reader: Reader) -> Plan:
    """Plan an agency's own page."""
    entries = [entry for _, own in works for entry in own]
    return Plan(pages=(plan_agency_page(works, reader),), copies=_list_copies(entries, reader))


def list_portfolio_entries(
    states: Sequence[tuple[Project, State]],
    publication: Publication,
    writing: Writing,
    findings: Sequence[Problem],
    problems: Problems,
) -> tuple[PortfolioEntry, ...]:
    """Return what the portfolio shows of a client's projects."""
    return make_portfolio_entries(list_entries(states, publication, writing, problems), publication, findings)


def plan_portfolio(entries: Sequence[PortfolioEntry], clients: Sequence[Client], reader: Reader) -> Plan:
    """Plan the firm's own page, and the same as tables for other programs."""
    page = plan_portfolio_page(entries, clients, reader)
    names = ("portfolio.csv", "portfolio.json")
    tables = tuple(Page(path=posixpath.join(reader.root, name), template=name, view=page.view) for name in names)
    return Plan(pages=(page, *tables))


def plan_project(entry: Entry, publication: Publication) -> Plan:
    """Plan the files that tell how a project stands, which are others each day.

    What a page of many projects led to was led to by one of these as well, so that it is copied either way.
    """
    project, state, prose = entry.project, entry.state, entry.prose
    pages = (
        plan_status_page(project, state, publication, prose),
        *plan_survey_pages(project, state, publication, prose),
        *_plan_data(state, publication, prose),
    )
    return Plan(pages=pages, copies=_copy_used(prose))


def plan_updates(entry: Entry, publication: Publication) -> Plan:
    """Plan the files that tell what was said of a project, which stay as they are until something is told again.

    Broken links in its texts are told, also in those that have no page.
    """
    project, state, prose = entry.project, entry.state, entry.update_prose
    updates = plan_update_pages(entry, publication)
    pages = [*plan_archive(state, publication, prose), *updates]
    if publication.reader.has_feeds:
        entries = zip_updates(project, state, updates)
        feed = make_feed(entries, publication, of=project, start=state.plan.start, path=prose.urls.feed)
        pages.append(Page(path=prose.urls.feed, template=FEED, view=feed, language=publication.language))
    copies = _copy_used(prose)
    _check_left_out(project, state, prose)
    return Plan(pages=tuple(pages), copies=copies)


def _copy_used(prose: Prose) -> tuple[Copy, ...]:
    """Return the attachments that a project's texts led to so far."""
    used = sorted(prose.used.items())
    return tuple(Copy(path=prose.urls.file(inside), source=Path(file.location)) for inside, file in used)


def _list_copies(entries: Sequence[Entry], reader: Reader) -> tuple[Copy, ...]:
    """Return what the texts on a page of many projects lead to; only a locked page holds its images in itself."""
    return tuple(copy for entry in entries for copy in _copy_used(entry.prose)) if reader.lock else ()


def _plan_data(state: State, publication: Publication, prose: Prose) -> Iterator[Page]:
    """Plan what other programs read; calendars need to know where the site stands."""
    if publication.reader.lock:
        return
    urls, language = prose.urls, publication.language
    titles = {survey.id: survey.head.title for survey in publication.site.surveys.values()}
    status = make_status(state, publication.client.head.name, titles, urls)
    yield Page(path=urls.status, template="status.json", view=status)
    yield Page(
        path=urls.badge, template="badge.svg", view=make_badge(state, publication, urls.badge), language=language
    )
    if publication.reader.has_feeds:
        yield Page(path=urls.calendar, template="milestones.ics", view=make_calendar(state, publication, prose))


def _check_left_out(project: Project, state: State, prose: Prose) -> None:
    """Render what has no page on this day, drafts and later updates, only to tell of broken links in it."""
    shown = {report.update.id for report in state.reports}
    for update in project.updates:
        if update.id not in shown:
            prose.body(update.document, prose.urls.index)
        if update.internal:
            prose.note(update.internal, prose.urls.index, update.document, "internal-")


def plan_root(site: Site, day: date) -> Plan:
    """Plan the neutral pages of the site's root, which name no client."""
    return Plan(
        pages=(
            Page(
                path="index.html",
                template="root.html",
                view=views.RootPage(head=_make_root_head(site, day, "./")),
                language=site.settings.language,
                assets_url=f"{ROOT_ASSETS}/",
            ),
            Page(
                path="404.html",
                template="404.html",
                view=views.NotFoundPage(head=_make_root_head(site, day, find_base(site))),
                language=site.settings.language,
                assets_url=f"{find_base(site)}{ROOT_ASSETS}/",
            ),
            Page(path="robots.txt", template="robots.txt", view=None),
            Page(path="_headers", template="_headers", view=None),
        ),
    )


def find_base(site: Site) -> str:
    """Return the path under which the site stands on its host: `/`, or `/status/`."""
    path = urlsplit(site.settings.url or "").path.strip("/")
    return f"/{path}/" if path else "/"


def _make_root_head(site: Site, day: date, root: str) -> views.Head:
    return views.Head(
        language=site.settings.language,
        title="",
        description="",
        year=day.year,
        root=root,
        audience="client",
        csp=f"{POLICY}; form-action 'none'",
        firm=views.Party(name=site.settings.name),
        is_private=True,
    )


def _make_prose(
    project: Project, state: State, publication: Publication, writing: Writing, problems: Problems
) -> Prose:
    return Prose(
        project=project,
        urls=publication.urls.project(project.id),
        engine=writing.engine,
        words=writing.words,
        updates=frozenset(update.id for update in project.updates),
        seen_updates=frozenset(report.update.id for report in state.reports),
        files={file.path.removeprefix(f"{project.folder}/"): file for file in project.files},
        problems=problems,
    )
