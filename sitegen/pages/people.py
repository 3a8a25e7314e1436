"""Persons of the content become persons of a page."""

import re

from sitegen.model import Agency, Audience, Client, Person, PlanHead, Site
from sitegen.pages import views
from sitegen.pages.publication import Publication
from sitegen.pages.reader import Reader
from sitegen.pages.urls import link
from sitegen.source import Document


def make_person(person: Person | None, reader: Reader, page: str) -> views.Person | None:
    """Return how a page shows a person."""
    if person is None:
        return None
    photo = find_photo(person, reader)
    digits = re.sub(r"[^\d+]", "", person.phone or "")
    return views.Person(
        name=person.name,
        role=person.role,
        email=person.email,
        phone=person.phone,
        phone_href=f"tel:{digits}" if digits else None,
        photo=link(page, photo) if photo else None,
    )


def find_photo(person: Person, reader: Reader) -> str | None:
    """Return where a person's photo is published; it is named relative to the file that the person stands in."""
    return reader.find_picture(_find_document(person, reader.site), person.photo) if person.photo else None


def _find_document(person: Person, site: Site) -> Document | None:
    owners: tuple[Agency | Client, ...] = (*site.agencies.values(), *site.clients)
    groups = ((site.people, site.people_document), *((owner.head.people, owner.document) for owner in owners))
    return next(
        (document for people, document in groups if any(one is person for one in (people or {}).values())), None
    )


def find_contact(plan: PlanHead | None, publication: Publication) -> Person | None:
    """Return whom the reader asks: an agency its own contact, a client the project's, else the client's."""
    for_agency = publication.audience is Audience.AGENCY
    return publication.site.find_contact(publication.client, plan, for_agency=for_agency)


def make_teams(plan: PlanHead, publication: Publication, page: str) -> tuple[views.Team, ...]:
    """Return the people of each side, ours first, the one to call at the top."""
    site, client = publication.site, publication.client
    agency = site.find_agency(client)
    contact = plan.contact or client.head.contact
    ids = list(dict.fromkeys([*([contact] if contact else []), *plan.team]))
    sides = (
        ("us", site.settings.name, [person_id for person_id in ids if person_id in site.people]),
        ("client", client.head.name, _own_people(client, ids)),
        ("agency", agency.head.name if agency else "", list(agency.head.people or ()) if agency else []),
    )
    return tuple(
        views.Team(side=side, name=name, people=people)
        for side, name, person_ids in sides
        if (people := _make_people(person_ids, publication, page))
    )


def _own_people(client: Client, ids: list[str]) -> list[str]:
    """Return the client's people: those of the team, else all of them."""
    own = client.head.people or {}
    return [person_id for person_id in ids if person_id in own] or list(own)


def _make_people(ids: list[str], publication: Publication, page: str) -> tuple[views.Person, ...]:
    found = (make_person(publication.find_person(person_id), publication.reader, page) for person_id in ids)
    return tuple(person for person in found if person)
