"""Logos and photos that the content names become assets of the reader's folder."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.model import Agency, Brand, Client, Person, Site
from sitegen.pages.urls import name_asset
from sitegen.source import Document, SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture: the path of its source, the name it is published under, its bytes."""

    path: str
    name: str
    data: bytes


def picture_path(document: Document, target: str) -> str:
    """Return the path of a picture that a file names, relative to the site's folder."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.path), target))


def find_pictures(
    site: Site, clients: Sequence[Client], agency: Agency | None, read: Callable[[SourceFile], bytes]
) -> tuple[Picture, ...]:
    """Return the pictures that pages about these clients may show, each once; no others, whose names would tell."""
    files = {file.path: file for file in (*site.files, *(file for other in site.clients for file in other.files))}
    paths = dict.fromkeys(path for path in _list_paths(site, clients, agency) if path in files)
    pictures = []
    for path in paths:
        data = read(files[path])
        pictures.append(Picture(path=path, name=name_asset(posixpath.basename(path), data), data=data))
    return tuple(pictures)


def _list_paths(site: Site, clients: Sequence[Client], agency: Agency | None) -> Iterator[str]:
    yield from _logos(site.settings.brand, site.document)
    if agency:
        yield from _logos(agency.head.brand, agency.document)
        yield from _photos((agency.head.people or {}).values(), agency.document)
    for client in clients:
        if client.head.logo:
            yield picture_path(client.document, client.head.logo)
        yield from _logos(client.head.brand, client.document)
        yield from _photos((client.head.people or {}).values(), client.document)
        if site.people_document:
            shown = (site.people[person] for person in _list_people(client) if person in site.people)
            yield from _photos(shown, site.people_document)


def _list_people(client: Client) -> Iterator[str]:
    """Go through the ids of the persons that the pages of a client name as its contacts and teams."""
    contacts = (client.head.contact, *(project.plan.head.contact for project in client.projects))
    yield from (contact for contact in contacts if contact)
    for project in client.projects:
        yield from project.plan.head.team


def _logos(brand: Brand | None, document: Document) -> Iterator[str]:
    if brand and brand.logo:
        yield picture_path(document, brand.logo)


def _photos(people: Iterable[Person], document: Document) -> Iterator[str]:
    for person in people:
        if person.photo:
            yield picture_path(document, person.photo)
