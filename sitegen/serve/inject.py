"""A built page becomes the same page that follows the preview: one script more, and a policy that lets it."""

import hashlib
import html
import re

SCRIPT = "/__sitegen/reload.js"
_POLICY = re.compile(rb'(<meta\s+http-equiv="Content-Security-Policy"\s+content=")([^"]*)(")', re.IGNORECASE)
_STYLE_NAME = re.compile(rb"\.[0-9a-f]{8}\.css")
_NEEDED = ("script-src", "style-src", "connect-src")


def inject_script(page: bytes, version: int) -> bytes:
    """Return a page with the script that keeps it in step, at the end of its body; `version` is that of the pages."""
    tag = f'<script src="{SCRIPT}" data-pages="{version}" data-page="{digest_page(page)}"></script>\n'.encode()
    relaxed = _POLICY.sub(_relax_match, page, count=1)
    before, end, after = relaxed.rpartition(b"</body>")
    return before + tag + end + after if end else relaxed + tag


def digest_page(page: bytes) -> str:
    """Return the hash of a page but for the names of its style sheets, which can be replaced while it stays open."""
    return hashlib.sha256(_STYLE_NAME.sub(b".css", page)).hexdigest()[:16]


def relax_policy(policy: str) -> str:
    """Return a Content-Security-Policy that also lets the preview's own script, style and connections pass."""
    rules = {name: values for name, *values in (rule.split() for rule in policy.split(";") if rule.strip())}
    for name in _NEEDED:
        values = rules.get(name, rules.get("default-src", []))
        if values != ["*"] and "'self'" not in values:
            rules[name] = [value for value in values if value != "'none'"] + ["'self'"]
    return "; ".join(" ".join((name, *values)) for name, values in rules.items())


def _relax_match(match: re.Match[bytes]) -> bytes:
    policy = relax_policy(html.unescape(match[2].decode()))
    return match[1] + html.escape(policy).encode() + match[3]
