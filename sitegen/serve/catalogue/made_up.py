"""Nobody in particular: the day, the people and the parties that the catalogue's made-up projects share."""

from dataclasses import replace
from datetime import date, timedelta

from sitegen.pages import views

TODAY = date(2026, 11, 16)
START = date(2026, 6, 1)
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'"

PERSON = views.Person(
    name="First Person",
    role="Project manager",
    email="first@firm.example",
    phone="+353 20 915 0100",
    phone_href="tel:+353209150100",
)
OTHERS = (
    views.Person(name="Second Person", role="Developer"),
    views.Person(name="Third Person", email="third@client.example", phone="extension 12"),
)


def day(offset: int) -> date:
    """Return the day that is `offset` days after the made-up today."""
    return TODAY + timedelta(days=offset)


def say(text: str) -> views.Html:
    """Return a paragraph."""
    return views.Html(html=f"<p>{text}</p>")


def make_head(language: str, *, is_neutral: bool = False) -> views.Head:
    """Return the head of a made-up page; a neutral one names no client."""
    head = views.Head(
        language=language,
        title="Catalogue",
        description="",
        root="../",
        year=TODAY.year,
        as_of=TODAY,
        audience="client",
        csp=POLICY,
        firm=views.Party(name="The firm"),
    )
    if is_neutral:
        return head
    trail = (views.Link(text="The client", href="#"), views.Link(text="The project", href="#"))
    return replace(head, client=views.Party(name="The client"), trail=trail, contact=PERSON)
