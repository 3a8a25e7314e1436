"""The content and the secrets in use become the files that a secret stands in, for all to read who read those."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sitegen.errors import WorkError
from sitegen.model import Site
from sitegen.source import Document

CHUNK_BYTES = 1024 * 1024
"""How much of a file is held at a time."""


def find_published(site: Site, secrets: Mapping[str, str]) -> dict[str, str]:
    """Return the first file that each secret stands in, by the secret's name.

    It is found in UTF-8, its accents composed or not; in what is packed, as in a PDF or a .docx, it is not.
    """
    forms = {name: _list_forms(secret) for name, secret in secrets.items()}
    longest = max((len(form) for each in forms.values() for form in each), default=1)
    found: dict[str, str] = {}
    for path, pieces in _read_content(site, longest - 1):
        for piece in pieces:
            for name, each in forms.items():
                if name not in found and any(form in piece for form in each):
                    found[name] = path
    return found


def _list_forms(secret: str) -> set[bytes]:
    """Return the ways to write a secret: an editor or a file system may decompose its letters."""
    return {secret.encode(), *(unicodedata.normalize(form, secret).encode() for form in ("NFC", "NFD"))}


def _read_content(site: Site, overlap: int) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Go through all that the repository holds of the site, each file in pieces that overlap."""
    for document in _list_documents(site):
        yield document.path, [document.text.encode()]
    files = [*site.files]
    for client in site.clients:
        files += client.files
        files += (file for project in client.projects for file in project.files)
    for file in files:
        yield file.path, _read_pieces(file.location, overlap)


def _read_pieces(location: Path, overlap: int) -> Iterator[bytes]:
    piece = b""
    try:
        with location.open("rb") as file:
            while more := file.read(CHUNK_BYTES):
                piece = piece[max(len(piece) - overlap, 0) :] + more
                yield piece
    except OSError as error:
        raise WorkError(f"{location} cannot be read: {error.strerror}") from error


def _list_documents(site: Site) -> Iterator[Document]:
    yield site.document
    if site.people_document:
        yield site.people_document
    if site.snapshot:
        yield site.snapshot.document
    yield from (survey.document for survey in site.surveys.values())
    yield from (agency.document for agency in site.agencies.values())
    for client in site.clients:
        yield client.document
        for project in client.projects:
            yield project.plan.document
            yield from (update.document for update in project.updates)
