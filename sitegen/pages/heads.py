"""A page's place becomes its head: title, trail, policy, and whom to ask."""

from collections.abc import Sequence

from sitegen.model import Agency, Audience, Client, PlanHead
from sitegen.pages import views
from sitegen.pages.people import find_contact, make_person
from sitegen.pages.publication import Publication
from sitegen.pages.reader import Reader
from sitegen.pages.urls import folder_link, link, make_absolute
from sitegen.value import replace

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'"
"""No inline script or style, and no other host."""

NOWHERE = "'none'"


def make_head(
    publication: Publication,
    path: str,
    *,
    title: str,
    description: str = "",
    trail: tuple[tuple[str, str], ...] = (),
    plan: PlanHead | None = None,
    forms: Sequence[views.Form] = (),
    tells_day: bool = False,
) -> views.Head:
    """Return the head of a page about one client; `trail` are the names and paths of the pages above it."""
    head = make_reader_head(
        publication.reader,
        path,
        title=title,
        description=description,
        trail=trail,
        forms=forms,
        tells_day=tells_day,
    )
    client = publication.client
    contact = make_person(find_contact(plan, publication), publication.reader, path)
    party = views.Party(name=client.head.name, logo=_link(path, _find_logo(publication.reader, client)))
    return replace(head, client=party, contact=contact)


def make_reader_head(
    reader: Reader,
    path: str,
    *,
    title: str,
    description: str = "",
    trail: tuple[tuple[str, str], ...] = (),
    forms: Sequence[views.Form] = (),
    tells_day: bool = False,
) -> views.Head:
    """Return the head of a page about all that a reader sees; `forms` are those that stand on it."""
    settings = reader.settings
    firm = settings.brand.logo if settings.brand else None
    owner = reader.owner
    return views.Head(
        language=reader.language,
        title=title,
        description=_flatten(description),
        year=reader.day.year,
        root=folder_link(path, reader.root),
        audience=reader.audience.value,
        edition=reader.name if reader.audience is Audience.AGENCY else None,
        csp=make_policy(forms, is_locked=reader.lock is not None),
        firm=views.Party(name=settings.name, logo=_link(path, reader.find_picture(reader.site.document, firm))),
        client=views.Party(name=owner.head.name, logo=_link(path, _find_logo(reader, owner))) if owner else None,
        trail=tuple(views.Link(text=text, href=link(path, target)) for text, target in trail),
        is_private=reader.is_private,
        canonical=None if reader.is_private or not settings.url else make_absolute(settings.url, path),
        as_of=reader.day if tells_day else None,
    )


def reuse_head(head: views.Head, url: str | None, path: str, *, title: str, description: str) -> views.Head:
    """Return the head of one page for another, whose folder stands beside that page's; `url` is the site's.

    The description is on one line.

    All links of a head lead out of the page's folder, to the pages above and to the assets, so that they are the same.
    """
    canonical = None if head.is_private or not url else make_absolute(url, path)
    return replace(head, title=title, description=description, canonical=canonical)


def make_policy(forms: Sequence[views.Form] = (), *, is_locked: bool = False) -> str:
    """Return the Content-Security-Policy of a page: its forms go where they post to, its scripts ask the collector.

    A locked page holds its images in itself.
    """
    policy = POLICY.replace("img-src 'self'", "img-src 'self' data:") if is_locked else POLICY
    posted = {find_origin(form.action) for form in forms if form.action}
    asked = {find_origin(form.action) for form in forms if form.action and form.kind == "collector"}
    if posted - asked:
        posted.add("'self'")  # such backends lead back to a page of the site
    connect = f"; connect-src {' '.join(sorted(asked))}" if asked else ""
    return f"{policy}; form-action {' '.join(sorted(posted)) or NOWHERE}{connect}"


def find_origin(url: str) -> str:
    """Return the scheme, host and port of a URL."""
    return "/".join(url.split("/")[:3])


def _flatten(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def _find_logo(reader: Reader, owner: Client | Agency) -> str | None:
    """Return where the logo of a client or an agency is published."""
    logo = owner.head.logo if isinstance(owner, Client) else None
    logo = logo or (owner.head.brand.logo if owner.head.brand else None)
    return reader.find_picture(owner.document, logo)


def _link(path: str, target: str | None) -> str | None:
    return link(path, target) if target else None
