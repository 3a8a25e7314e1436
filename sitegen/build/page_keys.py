"""Planned pages become their keys: hashes of all that they show, which tell them apart without rendering."""

import hashlib
from collections.abc import Mapping

from sitegen.pages import Page, Plan

KEYED = frozenset({"update.html", "updates.html", "survey.html"})
"""Pages of which a project has many and of which few change at a time; the others change with whatever changes."""


def make_page_keys(plan: Plan, ground: str) -> Mapping[str, str]:
    """Return the keys of a plan's pages, by path; `ground` is what they are made with besides their views."""
    return {page.path: _make_key(page, ground) for page in plan.pages if page.template in KEYED}


def _make_key(page: Page, ground: str) -> str:
    text = f"{ground} {page.template} {page.language} {page.assets_url} {page.view!r}"
    return hashlib.sha256(text.encode()).hexdigest()[:32]
