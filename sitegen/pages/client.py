"""A client's states become its own page: what all its projects need from it, then a card for each."""

from collections.abc import Sequence
from datetime import date

from sitegen.pages import views
from sitegen.pages.cards import Entry, make_card, make_invitations, make_needs
from sitegen.pages.forms import list_forms
from sitegen.pages.heads import make_head
from sitegen.pages.page import Page
from sitegen.pages.publication import Publication
from sitegen.pages.updates import shorten


def plan_client_page(entries: Sequence[Entry], publication: Publication) -> Page:
    """Return the page of a client."""
    path = publication.reader.index
    needs = tuple(need for entry in entries for need in make_needs(entry, publication, path))
    cards = [make_card(entry, path) for entry in entries]
    name = publication.client.head.name
    view = views.ClientPage(
        head=make_head(
            publication,
            path,
            title=name,
            description=shorten(", ".join(card.name for card in cards)),
            forms=list_forms(needs),
            tells_day=True,
        ),
        needs=tuple(sorted(needs, key=lambda need: need.due or date.max)),
        needs_overdue=sum(need.is_overdue for need in needs),
        surveys_asked=tuple(survey for entry in entries for survey in make_invitations(entry, publication, path)),
        projects=tuple(card for card in cards if card.is_open),
        closed=tuple(card for card in cards if not card.is_open),
    )
    return publication.make_page(path, "client.html", view)
