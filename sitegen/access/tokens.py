"""A secret and a client become the token that makes its folder unguessable."""

import base64
import hashlib
import hmac

MIN_SECRET_BYTES = 32
TOKEN_LENGTH = 26


def make_token(secret: str, owner_id: str, version: int) -> str:
    """Return the first 26 characters of the lower-case base32 of HMAC-SHA256(secret, "<id>:<version>"): 130 bits."""
    digest = hmac.new(secret.encode(), f"{owner_id}:{version}".encode(), hashlib.sha256).digest()
    return base64.b32encode(digest).decode().lower()[:TOKEN_LENGTH]


def explain_secret(secret: str | None) -> str | None:
    """Tell what is wrong with a secret, and how to mend it; None where nothing is."""
    if not secret:
        return "SITEGEN_SECRET is not set; 'sitegen secret' makes one, set it in the environment"
    if not is_utf8(secret):
        return "SITEGEN_SECRET is not UTF-8; 'sitegen secret' makes a good one"
    if len(secret.encode()) < MIN_SECRET_BYTES:
        return f"SITEGEN_SECRET is shorter than {MIN_SECRET_BYTES} bytes; 'sitegen secret' makes a good one"
    return None


def is_utf8(value: str) -> bool:
    """Tell whether a variable's value was UTF-8: Python gives bytes that were not as lone surrogates."""
    return not any("\ud800" <= char <= "\udfff" for char in value)
