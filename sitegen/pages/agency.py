"""The states of an agency's clients become its page."""

from collections.abc import Iterator, Sequence
from datetime import date

from sitegen.pages import views
from sitegen.pages.cards import Entry, make_card, make_invitations, make_needs, make_waits
from sitegen.pages.forms import list_forms
from sitegen.pages.heads import make_reader_head
from sitegen.pages.page import Page
from sitegen.pages.people import make_person
from sitegen.pages.publication import Publication
from sitegen.pages.reader import Reader
from sitegen.pages.updates import shorten
from sitegen.value import replace

ClientEntries = tuple[Publication, Sequence[Entry]]
"""One client's publication, and its projects."""


def plan_agency_page(clients: Sequence[ClientEntries], reader: Reader) -> Page:
    """Return the page of an agency."""
    path = reader.index
    entries = [(publication, entry) for publication, own in clients for entry in own]
    needs = [need for publication, entry in entries for need in make_needs(entry, publication, path)]
    names = ", ".join(publication.client.head.name for publication, _ in clients)
    head = make_reader_head(
        reader, path, title=reader.name, description=shorten(names), forms=list_forms(needs), tells_day=True
    )
    view = views.AgencyPage(
        head=replace(head, contact=_find_contact(reader, path)),
        needs=tuple(sorted(needs, key=lambda need: need.due or date.max)),
        needs_overdue=sum(need.is_overdue for need in needs),
        surveys_asked=tuple(
            survey for publication, entry in entries for survey in make_invitations(entry, publication, path)
        ),
        clients=tuple(_make_clients(clients, path)),
    )
    return reader.make_page(path, "agency.html", view)


def _find_contact(reader: Reader, path: str) -> views.Person | None:
    """Return the person of ours whom the agency asks."""
    contact = reader.owner.head.contact if reader.owner else None
    return make_person(reader.site.people.get(contact), reader, path) if contact else None


def _make_clients(clients: Sequence[ClientEntries], path: str) -> Iterator[views.AgencyClient]:
    for publication, own in clients:
        cards = [make_card(entry, path) for entry in own]
        waits = [need for entry in own for need in make_waits(entry, publication, path, "client")]
        yield views.AgencyClient(
            name=publication.client.head.name,
            anchor=f"client-{publication.client.id}",
            projects=tuple(sorted(cards, key=lambda card: not card.is_open)),
            waits=tuple(sorted(waits, key=lambda need: need.due or date.max)),
        )
