"""An agency's page: what needs the agency, then each client with its projects and what waits for it."""

from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request, build
from sitegen.model import Audience
from tests.cases import write_files

SITE = {
    "sitegen.yml": "name: Firm\n",
    "content/agencies/hub.yml": "name: Hub\n",
    "content/clients/acme/client.yml": "name: Acme\nagency: hub\n",
    "content/clients/acme/shop/project.yml": (
        "name: Shop\nstart: 2026-01-05\nhealth: on-track\n"
        "actions:\n"
        "  logo: {title: Send the logo, due: 2026-04-01}\n"
        "  share: {title: Agree on the share, who: agency, due: 2026-03-20, visibility: agency}\n"
        "  rates: {title: Set the rates, visibility: internal}\n"
    ),
    "content/clients/acme/shop/updates/2026-02-02.md": "---\ninternal: Their budget is **tight**.\n---\nAll is well.\n",
    "content/clients/acme/shop/updates/2026-02-09.md": "---\nvisibility: internal\n---\nFor our eyes.\n",
    "content/clients/bold/client.yml": "name: Bold\nagency: hub\n",
    "content/clients/bold/blog/project.yml": ("name: Blog\nstart: 2026-01-05\nhealth: complete\n"),
    "content/clients/bold/wiki/project.yml": (
        "name: Wiki\nstart: 2026-01-05\nhealth: at-risk\n"
        "actions: {review: {title: Review the texts, who: agency, due: 2026-03-10}}\n"
    ),
}


def read_site(root: Path, audience: Audience = Audience.CLIENT) -> Path:
    """Build the site for its public or for the firm, and return the folder."""
    write_files(SITE, root)
    build(Request(config=root / "sitegen.yml", day=date(2026, 3, 8), audience=audience, jobs=1))
    return root / ("site-internal" if audience is Audience.INTERNAL else "site")


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What clients and the agency read."""
    return read_site(tmp_path_factory.mktemp("public"))


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the firm reads."""
    return read_site(tmp_path_factory.mktemp("own"), Audience.INTERNAL)


def test_what_needs_the_agency_comes_first_the_most_urgent_on_top(public: Path) -> None:
    html = (public / "hub/index.html").read_text("utf-8")
    words = ("2 things are needed from you.", "Review the texts", "Agree on the share", 'id="client-acme"')
    places = [html.index(text) for text in words]
    assert places == sorted(places)


def test_each_client_shows_what_waits_for_it(public: Path) -> None:
    html = (public / "hub/index.html").read_text("utf-8")
    acme, bold = html.split('id="client-acme"')[1].split('id="client-bold"')
    assert "Needed from Acme" in acme
    assert '<a href="acme/shop/index.html#action-logo">Send the logo</a>' in acme
    assert 'id="action-logo"' in (public / "hub/acme/shop/index.html").read_text("utf-8")
    assert "Needed from Bold" not in bold


def test_open_projects_stand_before_those_that_are_over(public: Path) -> None:
    html = (public / "hub/index.html").read_text("utf-8")
    assert html.index(">Wiki</a></h3>") < html.index(">Blog</a></h3>")


def test_what_the_client_may_not_see_is_marked_for_who_may(public: Path, own: Path) -> None:
    agency = (public / "hub/acme/shop/index.html").read_text("utf-8")
    firm = (own / "acme/shop/index.html").read_text("utf-8")
    assert 'Agree on the share <span class="only-for">For the agency</span>' in agency
    assert 'Agree on the share <span class="only-for">For the agency</span>' in firm
    assert 'Set the rates <span class="only-for">Internal</span>' in firm
    assert "Set the rates" not in agency


def test_the_internal_note_of_an_update_is_for_the_firm_alone(public: Path, own: Path) -> None:
    page = "acme/shop/updates/2026-02-02/index.html"
    assert "Their budget is <strong>tight</strong>." in (own / page).read_text("utf-8").split('class="internal"')[1]
    assert not [path for path in public.rglob("*.*") if path.is_file() and "tight" in path.read_text("utf-8")]


def test_an_internal_update_is_marked_in_the_archive(own: Path) -> None:
    html = (own / "acme/shop/updates/index.html").read_text("utf-8")
    assert html.count('<span class="only-for">Internal</span>') == 1


def test_a_clients_own_pages_carry_no_mark(public: Path) -> None:
    for page in (public / "acme").rglob("*.html"):
        assert "only-for" not in page.read_text("utf-8")


def test_trail_leads_to_all_projects_or_to_the_portfolio(public: Path, own: Path) -> None:
    assert '<a href="../index.html">All projects</a>' in (public / "acme/shop/index.html").read_text("utf-8")
    assert '<a href="../../index.html">All projects</a>' in (public / "hub/acme/shop/index.html").read_text("utf-8")
    assert '<a href="../../index.html">Portfolio</a>' in (own / "acme/shop/index.html").read_text("utf-8")


def test_each_reader_is_told_whom_of_ours_to_ask(tmp_path: Path) -> None:
    write_files(
        {
            "sitegen.yml": "name: Firm\n",
            "content/people.yml": "mark: {name: Mark Moss}\nolena: {name: Olena Ost}\n",
            "content/agencies/mid.yml": "name: Mid\ncontact: mark\n",
            "content/clients/acme/client.yml": "name: Acme\nagency: mid\n",
            "content/clients/acme/shop/project.yml": "name: Shop\nstart: 2026-01-05\ncontact: olena\n",
        },
        tmp_path,
    )
    build(Request(config=tmp_path / "sitegen.yml", day=date(2026, 2, 10)))
    asked = {"acme/shop": "Olena Ost", "mid/acme/shop": "Mark Moss", "mid": "Mark Moss"}
    for folder, name in asked.items():
        assert f"Ask {name}" in (tmp_path / "site" / folder / "index.html").read_text("utf-8")
