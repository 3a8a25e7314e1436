"""A page's place becomes its head: title, trail, policy, and whom to ask."""

from sitegen.model import PlanHead
from sitegen.pages import views
from sitegen.pages.people import find_contact, make_person
from sitegen.pages.publication import Publication
from sitegen.pages.urls import folder_link, link

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'"
"""No inline script or style, and no other host."""


def make_head(
    publication: Publication,
    path: str,
    *,
    title: str,
    description: str = "",
    trail: tuple[tuple[str, str], ...] = (),
    plan: PlanHead | None = None,
) -> views.Head:
    """Return the head of a page; `trail` are the names and paths of the pages above it."""
    settings, client = publication.settings, publication.client
    return views.Head(
        language=publication.language,
        title=title,
        description=" ".join(description.split()),
        as_of=publication.day,
        root=folder_link(path, publication.urls.root),
        audience=publication.audience.value,
        csp=make_policy(publication),
        firm=views.Party(name=settings.name, logo=_link(path, _firm_logo(publication))),
        client=views.Party(name=client.head.name, logo=_link(path, _client_logo(publication))),
        trail=tuple(views.Link(text=text, href=link(path, target)) for text, target in trail),
        is_private=publication.is_private,
        canonical=None if publication.is_private else make_canonical(settings.url, path),
        contact=make_person(find_contact(plan, publication), publication, path),
    )


def make_policy(publication: Publication) -> str:
    """Return the Content-Security-Policy: forms go nowhere but to the survey endpoint."""
    endpoint = publication.settings.surveys.endpoint
    if not endpoint:
        return f"{POLICY}; form-action 'none'"
    origin = "/".join(endpoint.split("/")[:3])
    return f"{POLICY}; form-action {origin}; connect-src {origin}"


def make_canonical(url: str | None, path: str) -> str | None:
    """Return a page's absolute URL, where the site's is known; a folder stands for its index.html."""
    return f"{url.rstrip('/')}/{path.removesuffix('index.html')}" if url else None


def _firm_logo(publication: Publication) -> str | None:
    brand = publication.settings.brand
    return publication.find_picture(publication.site.document, brand.logo if brand else None)


def _client_logo(publication: Publication) -> str | None:
    head = publication.client.head
    logo = head.logo or (head.brand.logo if head.brand else None)
    return publication.find_picture(publication.client.document, logo)


def _link(path: str, target: str | None) -> str | None:
    return link(path, target) if target else None
