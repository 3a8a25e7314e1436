"""Users and their passwords become the file by which a web server lets them in, the same bytes each time.

Why bcrypt, why this work factor and whence the salt stands in docs/decisions/server-passwords.md.
"""

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import field
from importlib.util import find_spec

from sitegen.errors import WorkError
from sitegen.value import value

WORK_FACTOR = 10
SALT_BYTES = 16
MAX_PASSWORD_BYTES = 72
"""What stands behind these, bcrypt does not look at."""

_STANDARD = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_BCRYPT = b"./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


@value
class Guard:
    """Whom a web server lets into one reader's folder."""

    firm: str
    owner_id: str
    users: Mapping[str, str] = field(repr=False)
    """The password of each user."""


def make_guard(firm: str, owner_id: str, users: Mapping[str, str]) -> Guard:
    """Return whom a server lets in; raise `WorkError` where what the file is made with is not installed."""
    if find_spec("bcrypt") is None:
        raise WorkError("passwords for a web server need the extra 'protect'; install 'sitegen-status[protect]'")
    return Guard(firm=firm, owner_id=owner_id, users=users)


def format_htpasswd(guard: Guard) -> bytes:
    """Write the file, a line for each user; slow on purpose."""
    return b"".join(
        user.encode() + b":" + _hash(password, f"{guard.firm}\0{guard.owner_id}\0{user}") + b"\n"
        for user, password in guard.users.items()
    )


def _hash(password: str, user: str) -> bytes:
    """Hash a password with bcrypt; nothing of it is in the salt, which is public."""
    import bcrypt

    salt = hashlib.sha256(f"sitegen 1 htpasswd\0{user}".encode()).digest()[:SALT_BYTES]
    encoded = b64encode(salt).rstrip(b"=").translate(bytes.maketrans(_STANDARD, _BCRYPT))
    # Apache knows this letter alone; to all others it is one of several that mean the same.
    return bcrypt.hashpw(password.encode(), b"$2y$%02d$%s" % (WORK_FACTOR, encoded))
