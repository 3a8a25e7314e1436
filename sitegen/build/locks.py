"""The environment's secrets and passwords become what protects each reader's folder; what is wrong is told."""

import os
from collections.abc import Iterator

from sitegen.access import (
    Lock,
    explain_password,
    explain_secret,
    make_lock,
    make_token,
    name_password,
    tidy_password,
)
from sitegen.build.loading import Loaded
from sitegen.model import Access, Agency, Client
from sitegen.problems import Position, Problems
from sitegen.source import Document, read_bytes

SECRET = "SITEGEN_SECRET"
MAX_SEARCHED_BYTES = 5 * 1024 * 1024
"""A secret stands in what people write by hand; larger attachments are not searched."""


class Locksmith:
    """Makes tokens and locks, and remembers which secrets they were made of."""

    def __init__(self, loaded: Loaded, problems: Problems) -> None:
        self._loaded = loaded
        self._problems = problems
        self._used: dict[str, tuple[str, Position]] = {}
        """By variable: the secret, and the place that asks for it."""
        self._owners: dict[str, str] = {}
        """By variable, who reads with it."""

    def find_token(self, owner: Client | Agency, access: Access) -> str | None:
        """Return the token of a reader's folder; None where the secret is no good, which is told."""
        here = self._place(owner)
        secret = os.environ.get(SECRET)
        if fault := explain_secret(secret):
            self._problems.error("bad-secret", fault, here)
            return None
        assert secret is not None
        self._used.setdefault(SECRET, (secret, here))
        return make_token(secret, owner.id, access.version)

    def find_lock(self, owner: Client | Agency, access: Access) -> Lock | None:
        """Return the lock of a reader's pages; None where a password is no good, each of which is told."""
        here = self._place(owner)
        passwords: dict[str, str] = {}
        is_good = True
        for variable in (name_password(owner.id, person) for person in access.people or (None,)):
            password = os.environ.get(variable)
            fault = explain_password(variable, password) or self._explain_sharing(variable, owner.id)
            tidy = tidy_password(password or "")
            if not fault and tidy in passwords:
                fault = f"{variable} is the same as {passwords[tidy]}; neither person could be cut off alone"
            if fault:
                self._problems.error("bad-secret", fault, here)
                is_good = False
                continue
            passwords[tidy] = variable
            self._used[variable] = (tidy, here)
        return make_lock(self._loaded.site.settings.name, owner.id, tuple(passwords)) if is_good else None

    def tell_published(self) -> None:
        """Tell of every secret in use that stands in the content, where it can be read by all who read that."""
        if not self._used:
            return
        found: dict[str, str] = {}
        for path, data in self._read_content():
            for variable, (secret, _) in self._used.items():
                if variable not in found and secret.encode() in data:
                    found[variable] = path
        for variable, path in found.items():
            message = f"{variable} stands in '{path}'; choose another, and keep it out of the repository"
            self._problems.error("bad-secret", message, self._used[variable][1])

    def _explain_sharing(self, variable: str, owner_id: str) -> str | None:
        """Tell of a variable that two readers would share, as client `acme-ann` and Ann of client `acme`."""
        other = self._owners.setdefault(variable, owner_id)
        if other == owner_id:
            return None
        return f"{variable} would be a password of both '{other}' and '{owner_id}'; rename one of them"

    def _place(self, owner: Client | Agency) -> Position:
        document = owner.document if owner.head.access else self._loaded.site.document
        return document.position_of_key("access")

    def _read_content(self) -> Iterator[tuple[str, bytes]]:
        """Go through all that the repository holds of the site."""
        site = self._loaded.site
        for document in self._list_documents():
            yield document.path, document.text.encode()
        files = [*site.files]
        for client in site.clients:
            files += client.files
            files += (file for project in client.projects for file in project.files)
        for file in files:
            if file.location.stat().st_size <= MAX_SEARCHED_BYTES:
                yield file.path, read_bytes(file.location)

    def _list_documents(self) -> Iterator[Document]:
        site = self._loaded.site
        yield site.document
        if site.people_document:
            yield site.people_document
        yield from (survey.document for survey in site.surveys.values())
        yield from (agency.document for agency in site.agencies.values())
        for client in site.clients:
            yield client.document
            for project in client.projects:
                yield project.plan.document
                yield from (update.document for update in project.updates)
