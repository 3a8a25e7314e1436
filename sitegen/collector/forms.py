"""A request's body becomes a form's texts by control, within limits."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from urllib.parse import parse_qsl

from sitegen.collector.refused import RefusedError

MAX_BODY_BYTES = 64 * 1024
MAX_FIELDS = 1000
MAX_WAIT_S = 10.0
"""How long a body may take to arrive."""

FORM_TYPE = "application/x-www-form-urlencoded"

Form = Mapping[str, Sequence[str]]


async def read_body(chunks: AsyncIterator[bytes], declared: str | None) -> bytes:
    """Read a body; refuse one that is, or says that it is, too large (413), or that takes too long (408)."""
    if declared is not None and (not declared.isdecimal() or int(declared[:20]) > MAX_BODY_BYTES):
        raise RefusedError(413 if declared.isdecimal() else 400, "too-large" if declared.isdecimal() else "bad-form")
    body = bytearray()
    try:
        async with asyncio.timeout(MAX_WAIT_S):
            async for chunk in chunks:
                body += chunk
                if len(body) > MAX_BODY_BYTES:
                    raise RefusedError(413, "too-large")
    except TimeoutError:
        raise RefusedError(408, "too-slow") from None
    return bytes(body)


def parse_form(body: bytes, content_type: str | None) -> Form:
    """Read a form's texts by control; refuse another kind of body (415), and what is no form (400)."""
    kind, _, parameters = (content_type or "").partition(";")
    if kind.strip().lower() != FORM_TYPE:
        raise RefusedError(415, "no-form")
    if "charset" in parameters.lower() and "utf-8" not in parameters.lower():
        raise RefusedError(415, "no-form")
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS)
    except ValueError:
        raise RefusedError(400, "bad-form") from None
    form: dict[str, list[str]] = {}
    for name, text in pairs:
        form.setdefault(name, []).append(text)
    return form


def take_one(form: Form, name: str) -> str | None:
    """Return the text of a control that stands in a form once; refuse a form that has it twice (400)."""
    texts = form.get(name, ())
    if len(texts) > 1:
        raise RefusedError(400, "bad-form")
    return texts[0] if texts else None
