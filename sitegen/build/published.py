"""The content and the secrets in use become the files that a secret stands in, for all to read who read those."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sitegen.errors import WorkError
from sitegen.model import Site
from sitegen.source import Document, SourceFile

CHUNK_BYTES = 1024 * 1024
"""How much of a file is held at a time."""


Files = tuple[Iterable[Document], Iterable[SourceFile]]
"""What was read as text, and what else the repository holds."""


def find_published(files: Files, secrets: Mapping[str, str]) -> dict[str, str]:
    """Return the first file that each secret stands in, by the secret's name.

    It is found in UTF-8, its accents composed or not; in what is packed, as in a PDF or a .docx, it is not.
    """
    forms = {name: _list_forms(secret) for name, secret in secrets.items()}
    longest = max((len(form) for each in forms.values() for form in each), default=1)
    found: dict[str, str] = {}
    for path, pieces in _read_content(files, longest - 1) if secrets else ():
        for piece in pieces:
            for name, each in forms.items():
                if name not in found and any(form in piece for form in each):
                    found[name] = path
    return found


def _list_forms(secret: str) -> set[bytes]:
    """Return the ways to write a secret: an editor or a file system may decompose its letters."""
    return {secret.encode(), *(unicodedata.normalize(form, secret).encode() for form in ("NFC", "NFD"))}


def _read_content(files: Files, overlap: int) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Go through some files, each in pieces that overlap."""
    documents, others = files
    for document in documents:
        yield document.path, [document.text.encode()]
    for file in others:
        yield file.path, _read_pieces(Path(file.location), overlap)


def _read_pieces(location: Path, overlap: int) -> Iterator[bytes]:
    piece = b""
    try:
        with location.open("rb") as file:
            while more := file.read(CHUNK_BYTES):
                piece = piece[max(len(piece) - overlap, 0) :] + more
                yield piece
    except OSError as error:
        raise WorkError(f"{location} cannot be read: {error.strerror}") from error


def list_heads(site: Site) -> Files:
    """List all that a site's repository holds but its projects."""
    documents = [site.document, *(survey.document for survey in site.surveys.values())]
    documents += (document for document in (site.people_document, site.snapshot and site.snapshot.document) if document)
    documents += (agency.document for agency in site.agencies.values())
    documents += (client.document for client in site.clients)
    return documents, [*site.files, *(file for client in site.clients for file in client.files)]


def list_projects(site: Site) -> Files:
    """List what it holds of the projects of some clients."""
    projects = [project for client in site.clients for project in client.projects]
    documents = [document for project in projects for document in project.documents]
    return documents, [file for project in projects for file in project.files]
