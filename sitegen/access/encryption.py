"""A text and a reader's passwords become a sealed text, the same bytes each time, which a browser can open.

Why deriving all of it from the passwords and the text is safe stands in docs/decisions/reproducible-encryption.md.
"""

import hashlib
import hmac
import unicodedata
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache
from importlib.util import find_spec

from sitegen.errors import WorkError
from sitegen.value import value

ROUNDS = 600_000
KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
BLANK = " \t\r\n"


@value
class Lock:
    """What one reader's pages are sealed with: each of its passwords opens all of them."""

    salt: bytes
    passwords: tuple[str, ...] = field(repr=False)


@value
class Sealed:
    """A text as a page carries it: base64, and what the browser needs besides a password."""

    salt: str
    rounds: int
    keys: tuple[str, ...]
    """The content key, wrapped once for each password; nobody can tell whose is which."""
    text: str
    path: str
    """Where it stands in its reader's folder; it opens nowhere else."""
    is_file: bool
    """Whether it is an attachment; as the other kind it does not open."""
    digest: str
    """SHA-256 of all of the above, hexadecimal: tells a broken file from a wrong password."""


@value
class _Keys:
    content: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    wrapped: tuple[bytes, ...]


def make_lock(firm: str, owner_id: str, passwords: Sequence[str]) -> Lock:
    """Return the lock of one reader; raise `WorkError` where what it is made with is not installed.

    The salt is public; firm and reader are in it, so that no table of guesses serves for two readers.
    """
    if find_spec("cryptography") is None:
        raise WorkError("pages behind a password need the extra 'protect'; install 'sitegen-status[protect]'")
    salt = hashlib.sha256(f"sitegen 1 salt\0{firm}\0{owner_id}".encode()).digest()[:SALT_BYTES]
    return Lock(salt=salt, passwords=tuple(tidy_password(password) for password in passwords))


def tidy_password(password: str) -> str:
    """Return a password in the form that counts: composed, without white space around it, which phones add."""
    return unicodedata.normalize("NFC", password).strip(BLANK)


def seal(text: bytes, path: str, lock: Lock, *, is_file: bool = False) -> Sealed:
    """Seal what stands at a path of the reader's folder: a page, or an attachment."""
    keys = _make_keys(lock)
    salt, wrapped, kind = _encode(lock.salt), tuple(map(_encode, keys.wrapped)), _name_kind(is_file=is_file)
    place = name_place(salt, path, is_file=is_file)
    sealed = _encode(_encrypt(keys.content, _make_nonce(keys.nonce, place, text), text, place))
    public = "\n".join((salt, str(ROUNDS), *wrapped, sealed, kind, path))
    digest = hashlib.sha256(public.encode()).hexdigest()
    return Sealed(salt=salt, rounds=ROUNDS, keys=wrapped, text=sealed, path=path, is_file=is_file, digest=digest)


def name_place(salt: str, path: str, *, is_file: bool) -> bytes:
    """Return what a sealed text is bound to: its reader, by the salt in base64, its kind and its path."""
    return "\n".join(("sitegen 1 sealed", salt, _name_kind(is_file=is_file), path)).encode()


def find_content_key(lock: Lock) -> bytes:
    """Return the key that all texts of a reader are sealed with."""
    return _make_keys(lock).content


def _name_kind(*, is_file: bool) -> str:
    return "file" if is_file else "page"


@lru_cache(maxsize=64)
def _make_keys(lock: Lock) -> _Keys:
    """Derive all of a reader's keys: slow on purpose, so once for all of its pages."""
    stretched = sorted(
        hashlib.pbkdf2_hmac("sha256", password.encode(), lock.salt, ROUNDS, KEY_BYTES) for password in lock.passwords
    )
    # Every password has its share in the content key: without one of them it is another key.
    shares = b"".join(_derive(each, "share") for each in stretched)
    content, nonce = _derive(shares, "content"), _derive(shares, "nonce")
    wrapped = sorted(
        _encrypt(_derive(each, "wrap"), _make_nonce(_derive(each, "wrap nonce"), b"", content), content, b"")
        for each in stretched
    )
    return _Keys(content=content, nonce=nonce, wrapped=tuple(wrapped))


def _derive(key: bytes, purpose: str) -> bytes:
    """Derive a key for one purpose alone: HKDF-SHA-256, RFC 5869."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=f"sitegen 1 {purpose}".encode()).derive(key)


def _make_nonce(key: bytes, place: bytes, text: bytes) -> bytes:
    """Return the nonce that belongs to this text at this place; the length parts the two without doubt."""
    return hmac.digest(key, len(place).to_bytes(8, "big") + place + text, hashlib.sha256)[:NONCE_BYTES]


def _encrypt(key: bytes, nonce: bytes, text: bytes, place: bytes) -> bytes:
    """Return nonce, ciphertext and tag: AES-256-GCM; the tag vouches for the place too."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return nonce + AESGCM(key).encrypt(nonce, text, place)


def _encode(data: bytes) -> str:
    return b64encode(data).decode()
