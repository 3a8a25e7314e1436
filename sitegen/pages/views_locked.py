"""What stands in place of a page, or of an attachment, that only a password opens."""

from sitegen.pages.views_head import Head
from sitegen.value import value


@value
class LockedPage:
    """`locked.html`: a sealed page or attachment, which `unlock.js` opens in the browser and nowhere else."""

    head: Head
    """Title: the reader's name; no trail, no contact: whoever has no password reads this too."""
    salt: str
    """Base64: with it a password becomes a key."""
    rounds: int
    """How often it is stirred in: PBKDF2 with SHA-256."""
    keys: tuple[str, ...]
    """Base64: the content key, wrapped once for each password; 12 bytes of nonce come first."""
    sealed: str
    """Base64: the page or the file, AES-256-GCM; 12 bytes of nonce come first. Additional data are the lines
    `sitegen 1 sealed`, the salt, `page` or `file`, and the path: elsewhere, or as the other kind, it does not open."""
    path: str
    """Where it stands in the reader's folder."""
    digest: str
    """SHA-256, hexadecimal, of salt, rounds, keys, sealed, `page` or `file`, and path, a line each: tells a broken file
    from a wrong password."""
    file: str | None = None
    """The name of the attachment; none for a page."""
