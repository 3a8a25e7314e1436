"""What a form is about, signed by the build, so that the collector knows that it was asked, and of whom."""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any, TypeVar

from sitegen.value import value

SALT = "sitegen.form"
"""Parts this use of the secret from the tokens of unguessable folders."""


@value
class SurveyContext:
    """What a survey's form asks about."""

    client: str
    project: str
    survey: str
    version: str
    """Of the survey's definition, as `find_version` gives it."""
    reader: str
    """The id of the client, or of the agency, in whose pages the form stands."""
    language: str
    page: str
    """The form's own page, relative to the site's URL."""
    milestone: str | None = None
    """The milestone that was done lately and is the reason for asking."""
    update: str | None = None
    """The project's last update when it was asked."""


@value
class NeedContext:
    """What a form about one thing that waits for the reader asks."""

    client: str
    project: str
    kind: str
    """`action`, `issue`, `change` or `deliverable`."""
    item: str
    choices: tuple[str, ...]
    """What may be answered: an issue's options, `accept` and `decline` or `reject`, `done`."""
    reader: str
    language: str
    page: str
    """The page that the form stands on, relative to the site's URL."""


Context = SurveyContext | NeedContext
_Kind = TypeVar("_Kind", SurveyContext, NeedContext)


class ContextError(ValueError):
    """A context that this site did not sign, or not for this."""


class Signer:
    """Signs contexts with the site's secret, and reads back those that it signed.

    The signature is HMAC-SHA-256 by a key derived from the secret and a salt. The same context is always signed alike,
    so that the same inputs give the same pages.
    """

    def __init__(self, secret: str) -> None:
        from itsdangerous import Signer as Seal  # only a site with forms needs it

        self._seal = Seal(secret, salt=SALT, key_derivation="hmac", digest_method=hashlib.sha256)

    def sign(self, context: Context) -> str:
        """Return the text of a context and its signature, of characters that may stand in a URL."""
        plain = {"about": _ABOUT[type(context)]} | {key: value for key, value in asdict(context).items() if value}
        packed = base64.urlsafe_b64encode(json.dumps(plain, sort_keys=True, separators=(",", ":")).encode())
        return self._seal.sign(packed.rstrip(b"=")).decode()

    def read_survey(self, text: str) -> SurveyContext:
        """Return the context of a survey's form; raise `ContextError` where it was not signed here, or for a need."""
        return self._read(text, SurveyContext)

    def read_need(self, text: str) -> NeedContext:
        """Return the context of a need's form; raise `ContextError` where it was not signed here, or for a survey."""
        return self._read(text, NeedContext)

    @property
    def fingerprint(self) -> str:
        """What tells whether the secret is the same one, and nothing else of it."""
        return self._seal.get_signature(b"fingerprint").decode()

    def _read(self, text: str, kind: type[_Kind]) -> _Kind:
        from itsdangerous import BadSignature

        try:
            packed = self._seal.unsign(text.encode())
            plain: dict[str, Any] = json.loads(base64.urlsafe_b64decode(packed + b"=" * (-len(packed) % 4)))
        except (BadSignature, ValueError) as error:
            raise ContextError("the context was not signed by this site") from error
        if plain.get("about") != _ABOUT[kind]:
            raise ContextError("the context was signed for something else")
        known = {field.name for field in fields(kind)}
        found: Any = {
            key: tuple(value) if isinstance(value, list) else value for key, value in plain.items() if key in known
        }
        try:
            return kind(**found)
        except TypeError as error:
            raise ContextError("the context was signed by another version") from error


_ABOUT: Mapping[type[SurveyContext] | type[NeedContext], str] = {SurveyContext: "survey", NeedContext: "need"}
