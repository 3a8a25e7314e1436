"""The environment's secrets and passwords become what protects each reader's folder; what is wrong is told."""

import os
from collections.abc import Mapping

from sitegen.access import (
    Guard,
    Lock,
    explain_password,
    explain_secret,
    explain_server_password,
    make_guard,
    make_lock,
    make_token,
    name_password,
    tidy_password,
)
from sitegen.build.loading import Loaded
from sitegen.model import Access, Agency, Client
from sitegen.problems import Position, Problems
from sitegen.survey import Signer

SECRET = "SITEGEN_SECRET"


class Locksmith:
    """Makes tokens and locks, and remembers which secrets they were made of."""

    def __init__(self, loaded: Loaded, problems: Problems) -> None:
        self._loaded = loaded
        self._problems = problems
        self._firm = loaded.site.settings.name
        self._used: dict[str, tuple[str, Position]] = {}
        """By variable: the secret, and the place that asks for it."""
        self._owners: dict[str, str] = {}
        """By variable, who reads with it."""

    def find_token(self, owner: Client | Agency, access: Access) -> str | None:
        """Return the token of a reader's folder; None where the secret is no good, which is told."""
        secret = self._find_secret(self._place(owner), owner.id)
        return make_token(secret, owner.id, access.version) if secret else None

    def find_signer(self) -> Signer | None:
        """Return what signs the forms that a collector receives; None without one, and where the secret is no good."""
        if not self._loaded.site.settings.surveys.endpoint:
            return None
        secret = self._find_secret(self._loaded.site.document.position_of_key("surveys", "endpoint"), "")
        return Signer(secret) if secret else None

    def find_lock(self, owner: Client | Agency, access: Access) -> Lock | None:
        """Return the lock of a reader's pages; None where a password is no good, each of which is told."""
        if access.basic:
            message = (
                "'basic' sends passwords to the server, and mode 'password' promises that they stay in the browser; "
                "choose one of the two"
            )
            self._problems.error("bad-value", message, self._place(owner))
            return None
        passwords = self._find_passwords(owner, access)
        return make_lock(self._firm, owner.id, tuple(passwords.values())) if passwords else None

    def find_guard(self, owner: Client | Agency, access: Access) -> Guard | None:
        """Return whom a server lets into a reader's folder; None where a password is no good, each of which is told."""
        passwords = self._find_passwords(owner, access)
        return make_guard(self._firm, owner.id, passwords) if passwords else None

    def _find_secret(self, here: Position, owner_id: str) -> str | None:
        """Return the site's secret; None where it is no good, which is told."""
        secret = os.environ.get(SECRET)
        if fault := explain_secret(secret) or self._explain_sameness(SECRET, secret or "", owner_id):
            self._problems.error("bad-secret", fault, here)
            return None
        assert secret is not None
        self._used.setdefault(SECRET, (secret, here))
        return secret

    def _find_passwords(self, owner: Client | Agency, access: Access) -> dict[str, str] | None:
        """Return the password of each person, or of the reader as a whole; None where one is no good."""
        here = self._place(owner)
        passwords: dict[str, str] = {}
        is_good = True
        for person in access.people or (None,):
            variable = name_password(owner.id, person)
            password = os.environ.get(variable)
            tidy = tidy_password(password or "")
            fault = (
                explain_password(variable, password)
                or (explain_server_password(variable, tidy) if access.basic else None)
                or self._explain_sharing(variable, owner.id)
                or self._explain_sameness(variable, tidy, owner.id)
            )
            if fault:
                self._problems.error("bad-secret", fault, here)
                is_good = False
                continue
            passwords[person or owner.id] = tidy
            self._used[variable] = (tidy, here)
        return passwords if is_good else None

    @property
    def secrets(self) -> Mapping[str, str]:
        """The secrets that are used, by the name of their variable."""
        return {variable: secret for variable, (secret, _) in self._used.items()}

    def tell_published(self, found: Mapping[str, str]) -> None:
        """Tell of every secret in use that stands in the content, where it can be read by all who read that."""
        for variable, path in found.items():
            message = f"{variable} stands in '{path}'; choose another, and keep it out of the repository"
            self._problems.error("bad-secret", message, self._used[variable][1])

    def _explain_sharing(self, variable: str, owner_id: str) -> str | None:
        """Tell of a variable that two readers would share, as client `acme-ann` and Ann of client `acme`."""
        other = self._owners.setdefault(variable, owner_id)
        if other == owner_id:
            return None
        return f"{variable} would be a password of both '{other}' and '{owner_id}'; rename one of them"

    def _explain_sameness(self, variable: str, secret: str, owner_id: str) -> str | None:
        """Tell of a secret that is another's too: of two people, of two readers, or of a reader and the firm."""
        other = next((each for each, (known, _) in self._used.items() if each != variable and known == secret), None)
        if other is None:
            return None
        if self._owners.get(other) == owner_id and variable != SECRET:
            return f"{variable} is the same as {other}; neither person could be cut off alone, choose another"
        return f"{variable} is the same as {other}; who knows one would open what is the other's, choose another"

    def _place(self, owner: Client | Agency) -> Position:
        document = owner.document if owner.head.access else self._loaded.site.document
        return document.position_of_key("access")
