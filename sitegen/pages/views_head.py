"""What every page carries: its head, and the small values that all the views are made of."""

from datetime import date

from sitegen.markup import plain_text
from sitegen.value import value


@value
class Html:
    """Markdown that has become safe HTML; a template marks it as such with the filter `markup`."""

    html: str
    """Sanitised HTML, its headings shifted to begin at h3."""

    @property
    def text(self) -> str:
        """The same words without any markup, for descriptions and mails."""
        return plain_text(self.html)


@value
class Link:
    """A way to another page or place."""

    text: str
    """What the link says: a name or a title, never a word of the page's own."""
    href: str
    """Relative to the page it stands on, `index.html` written out so that it works from disk; or absolute."""


@value
class Person:
    """Somebody at the firm, the client or the agency."""

    name: str
    """As the person is called."""
    role: str | None = None
    """What they do in the project."""
    email: str | None = None
    """Their address, shown and linked."""
    phone: str | None = None
    """Their number as written."""
    phone_href: str | None = None
    """The same number as a `tel:` link."""
    photo: str | None = None
    """A picture, relative to the page."""


@value
class Party:
    """The firm or the client, as its mark and name."""

    name: str
    """The name."""
    logo: str | None = None
    """The logo, relative to the page; without one the name stands alone."""


@value
class Answer:
    """The way in which a reader answers a need or a survey."""

    kind: str
    """`mail` or `link` (a page elsewhere)."""
    href: str
    """The link; for a need, `mail` is a bare `mailto:address` to which the template adds a subject."""


@value
class Head:
    """What is known about a page before its content: for `<head>`, header and footer."""

    language: str
    """BCP 47 tag of the page's own words."""
    title: str
    """What the page is about (a project's name, an update's headline); the template adds the page's kind. May be ''."""
    description: str
    """One plain sentence for search engines and previews. May be empty."""
    root: str
    """From this page to the folder that the client's pages stand in: `./`, `../`, `../../../`."""
    year: int
    """The year of the day on which the page was made; dates in it go without it."""
    audience: str
    """Who reads: `client`, `agency` or `internal`; tells whose side is "yours"."""
    csp: str
    """The Content-Security-Policy."""
    firm: Party
    """Who publishes the page."""
    client: Party | None = None
    """For whom it is; none on neutral pages."""
    edition: str | None = None
    """The agency's name on its own edition of a client's pages, which tells their titles apart."""
    trail: tuple[Link, ...] = ()
    """The pages above this one, the client's first; this page is not among them."""
    is_private: bool = False
    """True where search engines shall not list the page and links shall not tell where they were followed from."""
    canonical: str | None = None
    """The page's absolute URL, where the site's is known."""
    contact: Person | None = None
    """Whom to ask, for the footer."""
    as_of: date | None = None
    """The day whose state the page shows; none on a page of what was once said, which stays the same on all days."""
