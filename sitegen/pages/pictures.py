"""Logos and photos that the content names become assets of the client's folder."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.model import Client, Person, Site
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


def find_pictures(site: Site, client: Client, read: Callable[[SourceFile], bytes]) -> tuple[Picture, ...]:
    """Return the pictures that one client's pages may show, each once."""
    files = {file.path: file for file in (*site.files, *(file for other in site.clients for file in other.files))}
    paths = dict.fromkeys(path for path in _list_paths(site, client) if path in files)
    pictures = []
    for path in paths:
        data = read(files[path])
        pictures.append(Picture(path=path, name=name_asset(posixpath.basename(path), data), data=data))
    return tuple(pictures)


def _list_paths(site: Site, client: Client) -> Iterator[str]:
    if site.settings.brand and site.settings.brand.logo:
        yield picture_path(site.document, site.settings.brand.logo)
    if client.head.logo:
        yield picture_path(client.document, client.head.logo)
    if client.head.brand and client.head.brand.logo:
        yield picture_path(client.document, client.head.brand.logo)
    if site.people_document:
        yield from _photos(site.people, site.people_document)
    yield from _photos(client.head.people or {}, client.document)


def _photos(people: Mapping[str, Person], document: Document) -> Iterator[str]:
    for person in people.values():
        if person.photo:
            yield picture_path(document, person.photo)
