"""Logos and photos that the content names become assets of the reader's folder."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence

from sitegen.model import Agency, Brand, Client, Person, Project, Site
from sitegen.pages.urls import name_asset
from sitegen.source import Document, SourceFile
from sitegen.value import value

Shown = tuple[Client, Sequence[Project]]
"""A client, and those of its projects that the reader may see."""


@value
class Picture:
    """One picture: the path of its source, the name it is published under, its bytes."""

    path: str
    name: str
    data: bytes


def picture_path(document: Document, target: str) -> str:
    """Return the path of a picture that a file names, relative to the site's folder."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.path), target))


def find_pictures(
    site: Site, shown: Sequence[Shown], owner: Client | Agency | None, read: Callable[[SourceFile], bytes]
) -> tuple[Picture, ...]:
    """Return the pictures that an owner's pages may show, each once; no others, whose names would tell."""
    files = {file.path: file for file in (*site.files, *(file for other in site.clients for file in other.files))}
    paths = dict.fromkeys(path for path in _list_paths(site, shown, owner) if path in files)
    pictures = []
    for path in paths:
        data = read(files[path])
        pictures.append(Picture(path=path, name=name_asset(posixpath.basename(path), data), data=data))
    return tuple(pictures)


def _list_paths(site: Site, shown: Sequence[Shown], owner: Client | Agency | None) -> Iterator[str]:
    yield from _logos(site.settings.brand, site.document)
    if isinstance(owner, Agency):
        yield from _logos(owner.head.brand, owner.document)
        yield from _photos_of_firm([owner.head.contact], site)
    for client, projects in shown:
        agency = site.find_agency(client)
        if client.head.logo:
            yield picture_path(client.document, client.head.logo)
        yield from _logos(client.head.brand, client.document)
        yield from _photos((client.head.people or {}).values(), client.document)
        if agency:
            yield from _photos((agency.head.people or {}).values(), agency.document)
        contacts = (client.head.contact, *(project.plan.head.contact for project in projects))
        team = (person_id for project in projects for person_id in project.plan.head.team)
        yield from _photos_of_firm((*contacts, *team), site)


def _photos_of_firm(person_ids: Iterable[str | None], site: Site) -> Iterator[str]:
    if site.people_document:
        found = (site.people[person_id] for person_id in person_ids if person_id and person_id in site.people)
        yield from _photos(found, site.people_document)


def _logos(brand: Brand | None, document: Document) -> Iterator[str]:
    if brand and brand.logo:
        yield picture_path(document, brand.logo)


def _photos(people: Iterable[Person], document: Document) -> Iterator[str]:
    for person in people:
        if person.photo:
            yield picture_path(document, person.photo)
