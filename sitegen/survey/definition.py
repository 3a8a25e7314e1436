"""A survey's definition becomes plain data that travels to the collector, and back; and the version it is known by."""

import hashlib
import json
from typing import Any

from sitegen.model import SurveyHead, decode_survey, encode_survey

VERSION_DIGITS = 16


def find_version(head: SurveyHead) -> str:
    """Return what a definition is known by: the first hexadecimal digits of the SHA-256 of all that it says."""
    plain = json.dumps(encode_survey(head), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()[:VERSION_DIGITS]


def pack_definition(head: SurveyHead) -> dict[str, Any]:
    """Return a definition as JSON can hold it."""
    return encode_survey(head)


def unpack_definition(plain: object) -> SurveyHead:
    """Return the definition that was packed; raise `ValueError` where it is none."""
    return decode_survey(plain)
