"""The pages of a project's updates."""

from datetime import date

import pytest

from sitegen.markup import Words, make_engine
from sitegen.model import Audience
from sitegen.pages import Reader, views
from sitegen.pages.cards import Entry
from sitegen.pages.heads import make_head
from sitegen.pages.prose import Prose
from sitegen.pages.publication import Publication
from sitegen.pages.updates import make_entry, plan_update_pages
from sitegen.pages.urls import ClientUrls, folder_link, link
from sitegen.problems import Problems
from sitegen.state import Rules, fold
from tests.cases import read_site

DAY = date(2026, 3, 31)
SITE = """\
-- sitegen.yml --
name: Firm
url: https://example.com/status
access: {mode: public}
brand: {logo: content/firm.svg}
-- content/people.yml --
ann: {name: Ann, photo: ann.jpg, phone: 0 1}
-- content/clients/acme/client.yml --
name: Acme
logo: logo.svg
-- content/clients/acme/shop/project.yml --
name: Shop
start: 2026-01-05
contact: ann
-- content/clients/acme/shop/updates/2026-03-02.md --
---
headline: One
author: ann
---
-- content/clients/acme/shop/updates/2026-03-09-two.md --
Two.
-- content/clients/acme/shop/updates/2026-03-16.md --
---
headline: Three
---
Three.
"""
PICTURES = ("content/firm.svg", "content/ann.jpg", "content/clients/acme/logo.svg")


@pytest.mark.parametrize("root", ["", "acme", "agencies/north"])
@pytest.mark.parametrize("last", [None, 2, 1])
def test_what_updates_share_is_as_each_would_have_it_alone(root: str, last: int | None) -> None:
    case = read_site(SITE)
    client, state = case.site.clients[0], fold(case.project, DAY, Audience.CLIENT, Rules())
    pictures = {path: f"{root}/assets/{index}.x".lstrip("/") for index, path in enumerate(PICTURES)}
    reader = Reader(site=case.site, audience=Audience.CLIENT, day=DAY, root=root, owner=client, pictures=pictures)
    urls = ClientUrls(root or "acme")
    publication = Publication(reader=reader, client=client, urls=urls)
    prose = Prose(
        project=case.project,
        urls=urls.project("shop"),
        engine=make_engine("gfm"),
        words=Words(table="", done="", open="", image="", footnotes="", back=""),
        updates=frozenset(),
        seen_updates=frozenset(),
        files={},
        problems=Problems(),
    )

    entry = Entry(project=case.project, state=state, prose=prose, update_prose=prose)
    pages = plan_update_pages(entry, publication, last=last)
    # What is planned later takes them over, and is no other than what would be planned afresh.
    whole = plan_update_pages(entry, publication)
    assert all(one is same for one, same in zip(pages, whole[-len(pages) :], strict=True))
    assert whole == plan_update_pages(
        Entry(project=case.project, state=state, prose=prose, update_prose=prose), publication
    )

    reports = state.reports[-last:] if last else state.reports
    assert [page.path for page in pages] == [prose.urls.update(report.update.id) for report in reports]
    for page in pages:
        path, view = page.path, page.view
        assert isinstance(view, views.UpdatePage)
        index = next(i for i, each in enumerate(state.reports) if each.update.id == view.update.entry.id)
        around = {
            i: make_entry(each, publication, link(path, prose.urls.update(each.update.id)))
            for i, each in enumerate(state.reports)
        }
        head = view.head
        trail = (publication.home, ("Shop", prose.urls.index))
        assert head == make_head(
            publication, path, title=head.title, description=head.description, trail=trail, plan=state.plan
        )
        assert head.canonical and head.contact and head.contact.photo and head.firm.logo and head.client
        assert view.update.entry == around[index]
        assert (view.older, view.newer) == (around.get(index - 1), around.get(index + 1))
        assert view.project.href == link(path, prose.urls.index)
        assert view.updates_href == link(path, prose.urls.updates())
        assert page.assets_url == folder_link(path, reader.assets)
