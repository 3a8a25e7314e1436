"""A sealed page or attachment becomes the locked page that stands in its place."""

import posixpath
from dataclasses import replace

from sitegen.access import Sealed
from sitegen.pages import views
from sitegen.pages.heads import make_reader_head
from sitegen.pages.page import Page
from sitegen.pages.reader import Reader
from sitegen.pages.urls import LOCKED


def plan_locked_page(sealed: Sealed, path: str, reader: Reader, inner: object = None) -> Page:
    """Return the page that stands at a path and holds what is sealed; `inner` is the view of a page.

    What a page opens into keeps its policy, so that it must allow what the inner page needs.
    """
    head = make_reader_head(reader, path, title=reader.name)
    opened: views.Head = getattr(inner, "head", head)
    view = views.LockedPage(
        head=replace(head, csp=opened.csp),
        salt=sealed.salt,
        rounds=sealed.rounds,
        keys=sealed.keys,
        sealed=sealed.text,
        path=sealed.path,
        digest=sealed.digest,
        file=posixpath.basename(path).removesuffix(LOCKED) if sealed.is_file else None,
    )
    return reader.make_page(path, "locked.html", view)
