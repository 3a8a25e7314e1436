"""The firm's side of a site: its settings, its people, agencies and clients."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Literal, get_args

from sitegen.model.fields import (
    Amount,
    Colour,
    Count,
    Day,
    Email,
    Flag,
    Folder,
    Id,
    Language,
    RelativePath,
    Share,
    SpanOfDays,
    Text,
    ThemeName,
    Timezone,
    Url,
)
from sitegen.model.project import PlanHead, Project
from sitegen.model.reading import Shorthand
from sitegen.model.shape import shape
from sitegen.model.snapshot import Snapshot
from sitegen.model.survey import Survey, SurveyHead
from sitegen.source import Document, SourceFile
from sitegen.value import value

Engine = Literal["gfm", "python-markdown"]
ENGINES: tuple[Engine, ...] = get_args(Engine)


@shape
class Brand:
    """How a firm, an agency or a client shows itself."""

    color: Colour | None = None
    """The accent colour; made legible in both schemes by computation."""
    logo: RelativePath | None = None
    """An image file, relative to this file."""


@shape
class Access:
    """How a client's pages are protected."""

    mode: Literal["public", "link", "password"] = "public"
    """`public`: plain URLs; `link`: an unguessable folder; `password`: pages encrypted, opened in the browser."""
    version: Count = 1
    """With `link`: a new version revokes the old link."""
    people: tuple[Id, ...] = ()
    """With `password` or `basic`: persons who each have a password of their own."""
    basic: Flag = False
    """With `public` or `link`: your web server asks for a password. The build writes `.sitegen/htpasswd/<folder>`."""
    until: Day | None = None
    """From this day on the pages are no longer written."""


@shape
class MarkdownSettings:
    """The Markdown engine."""

    engine: Engine = "gfm"
    """`gfm`, as GitHub reads it, or `python-markdown` with its extensions."""
    extensions: tuple[Text, ...] = ()
    """Extensions of `python-markdown`."""


@shape
class SurveySettings:
    """Where answers to surveys go."""

    endpoint: Url | None = None
    """The collector's URL."""


@shape
class Leaks:
    """What the search for leaks passes over."""

    allow: tuple[Text, ...] = ()
    """Names that are everyday words."""


@shape
class Settings:
    """The keys of sitegen.yml."""

    name: Text
    """The firm."""
    url: Url | None = None
    """Where the site will stand; feeds and calendars need it."""
    language: Language = "en"
    """The default language of the pages' own words, dates and numbers."""
    timezone: Timezone = "UTC"
    """Decides what today is."""
    content: Folder = "content"
    """The folder of the content, relative to this file."""
    themes: Folder = "themes"
    """The folder of the firm's own themes."""
    output: Folder = "site"
    """The folder that is written."""
    theme: ThemeName = "default"
    """The theme to use."""
    brand: Brand | None = None
    """The firm's colour and logo."""
    access: Access = Access()
    """How clients' pages are protected, unless they say otherwise."""
    markdown: Annotated[MarkdownSettings, Shorthand(lambda name: {"engine": name}, {"enum": list(ENGINES)})] = (
        MarkdownSettings()
    )
    """The Markdown engine."""
    due_soon: SpanOfDays = 7
    """How long before its date a milestone is due soon."""
    stale_after: SpanOfDays = 10
    """How long an open project may be silent."""
    budget_alerts: tuple[Share, ...] = (0.5, 0.75, 0.9)
    """Shares of the budget that are announced; from the last one on it is flagged."""
    holidays: tuple[Day, ...] = ()
    """Days on which nobody works, for response times."""
    surveys: SurveySettings = SurveySettings()
    """Where answers to surveys go."""
    checks: Mapping[Text, Literal["error", "warn", "off"]] | None = None
    """The level of each rule."""
    leaks: Leaks = Leaks()
    """What the search for leaks passes over."""


@shape
class Person:
    """Somebody at the firm, the client or the agency."""

    name: Text
    """The person's name."""
    role: Text | None = None
    """What the person does."""
    email: Email | None = None
    """The e-mail address."""
    phone: Text | None = None
    """The telephone number."""
    photo: RelativePath | None = None
    """A picture, relative to this file."""
    capacity: Amount | None = None
    """Hours a week; shown to `internal` alone."""


@shape
class AgencyHead:
    """The keys of an agency's file."""

    name: Text
    """The agency's name."""
    contact: Id | None = None
    """The person at the firm whom the agency asks."""
    people: Mapping[Id, Person] | None = None
    """The agency's own people."""
    language: Language | None = None
    """The language of its pages."""
    access: Access | None = None
    """How its pages are protected."""
    brand: Brand | None = None
    """Its colour and logo."""


@shape
class ClientHead:
    """The keys of client.yml."""

    name: Text
    """The client's name."""
    language: Language | None = None
    """The language of its pages."""
    logo: RelativePath | None = None
    """Its logo, relative to this file."""
    brand: Brand | None = None
    """Its colour and logo."""
    contact: Id | None = None
    """The person at the firm whom the client asks."""
    people: Mapping[Id, Person] | None = None
    """The client's own people."""
    agency: Id | None = None
    """The agency between the firm and the client."""
    importance: Literal["key", "regular", "one-off"] | None = None
    """How much the client matters; shown to `internal` alone."""
    access: Access | None = None
    """How its pages are protected."""


@value
class Agency:
    """An agency between the firm and its clients."""

    id: str
    head: AgencyHead
    document: Document


@value
class Client:
    """A client and its projects."""

    id: str
    head: ClientHead
    projects: tuple[Project, ...]
    document: Document
    files: tuple[SourceFile, ...] = ()


@value
class Site:
    """All that one firm publishes."""

    settings: Settings
    people: Mapping[str, Person]
    """The firm's people, by id."""
    surveys: Mapping[str, Survey]
    agencies: Mapping[str, Agency]
    clients: tuple[Client, ...]
    document: Document
    """sitegen.yml."""
    people_document: Document | None = None
    snapshot: Snapshot | None = None
    """What answers came to, as feedback.yml holds it."""
    files: tuple[SourceFile, ...] = ()
    is_whole: bool = True
    """Whether all its files could be read, so that what is not here is nowhere."""

    def find_agency(self, client: Client) -> Agency | None:
        """Return the agency between the firm and a client, if there is one."""
        return self.agencies.get(client.head.agency) if client.head.agency else None

    def find_access(self, owner: Client | Agency) -> Access:
        """Return how an owner's pages are protected; where no mode is given, whatever else is changes the site's."""
        own, default = owner.head.access, self.settings.access
        given = owner.document.data.get("access")
        if own is None or not isinstance(given, Mapping):
            return default
        return own if "mode" in given else replace(default, **{name: getattr(own, name) for name in given})

    def find_person(self, person_id: str, client: Client) -> Person | None:
        """Return a person of the firm, of the client, or of the client's agency."""
        agency = self.find_agency(client)
        for people in (self.people, client.head.people, agency.head.people if agency else None):
            if people and person_id in people:
                return people[person_id]
        return None

    def find_contact(self, client: Client, plan: PlanHead | None, *, for_agency: bool) -> Person | None:
        """Return whom a reader asks: an agency its own contact, a client the project's, else the client's."""
        agency = self.find_agency(client) if for_agency else None
        ids = (agency.head.contact if agency else None, plan.contact if plan else None, client.head.contact)
        return next((person for found in ids if found and (person := self.find_person(found, client))), None)

    def find_provider(self, survey: SurveyHead) -> str:
        """Return how a survey's answers travel."""
        return survey.provider or ("collector" if self.settings.surveys.endpoint else "mailto")
