"""A survey's definition becomes plain data that travels to the collector, and back; and the version it is known by."""

import hashlib
import json
from typing import Any

from sitegen.model import SurveyHead, decode_survey, encode_survey

VERSION_DIGITS = 16


def find_version(head: SurveyHead) -> str:
    """Return what a definition is known by: the first hexadecimal digits of the SHA-256 of all that it says.

    The order of questions and options is part of it, for it is part of what was asked.
    """
    plain = json.dumps(encode_survey(head), separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()[:VERSION_DIGITS]


def pack_definition(head: SurveyHead) -> dict[str, Any]:
    """Return a definition as JSON can hold it; the order of its keys is that of the questions."""
    return encode_survey(head)


def unpack_definition(plain: object) -> SurveyHead:
    """Return the definition that was packed; raise `ValueError` where it is none."""
    return decode_survey(plain)


def recall_definition(plain: object) -> SurveyHead | None:
    """Return a definition that was packed once; None where it is of a form that is read no longer."""
    try:
        return unpack_definition(plain)
    except ValueError:
        return None
