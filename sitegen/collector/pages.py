"""What the collector has to say becomes a small page for a browser, or JSON for a script."""

from collections.abc import Mapping
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from sitegen.collector.refused import Reason, RefusedError

HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
"""What every answer carries."""

WORDS: Mapping[Reason, str] = {
    "too-large": "This is more than the form takes. Please shorten your answer, go back and send it again.",
    "too-slow": "Your answer did not arrive in time. Please go back and send it again.",
    "no-form": "This address takes forms alone.",
    "bad-form": "This could not be read as a form. Please go back, load the page again and send it once more.",
    "honeypot": "A field that people do not see was filled in. Please go back, empty it and send the form again.",
    "bad-context": "This form was not made by this site. Please open its page again and send it from there.",
    "unknown-survey": "This survey is not asked any more.",
    "answered-already": "This has been settled in the meantime. The status page tells how.",
    "bad-answers": "Something is missing, or is not as the form asks for it.",
    "too-many": "Too many forms came from your network. Please wait a minute, go back and send it again.",
    "store-fails": "Your answer could not be kept. Please go back and send it again in a few minutes.",
}


def wants_json(request: Request) -> bool:
    """Tell whether a script asks, not a browser."""
    return "application/json" in request.headers.get("accept", "")


def tell_refused(error: RefusedError, request: Request) -> Response:
    """Tell why a form was not accepted."""
    headers = {"Retry-After": str(error.wait_s)} if error.wait_s else {}
    if wants_json(request):
        faults = [{"control": fault.control, "rule": fault.rule, "limit": fault.limit} for fault in error.faults]
        plain = {"error": error.reason, "message": WORDS[error.reason], "faults": faults}
        return JSONResponse(plain, error.status, headers)
    return make_page(WORDS[error.reason], status=error.status, headers=headers)


def make_page(
    message: str, *, status: int = 200, back: str | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """Return a page of one sentence, or of ready HTML, and the way back."""
    text = message if message.startswith("<") else f"<p>{escape(message)}</p>"
    link = f'<p><a href="{escape(back)}">Back to the status page</a></p>' if back else ""
    html = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Feedback</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"></head>'
        f"<body><main>{text}{link}</main></body></html>"
    )
    return HTMLResponse(html, status, dict(headers or {}))
