"""One client's pages for one reader: what they are made from besides the states of its projects."""

from datetime import date

from sitegen.model import Agency, Audience, Client, Person, Settings, Site
from sitegen.pages.page import Page
from sitegen.pages.reader import Reader
from sitegen.pages.urls import ClientUrls
from sitegen.value import value


@value
class Publication:
    """One client's pages in the folder of a reader: the client itself, its agency, or the firm."""

    reader: Reader
    client: Client
    urls: ClientUrls

    @property
    def site(self) -> Site:
        """The whole site."""
        return self.reader.site

    @property
    def settings(self) -> Settings:
        """The site's settings."""
        return self.reader.settings

    @property
    def audience(self) -> Audience:
        """As whom the reader sees the projects."""
        return self.reader.audience

    @property
    def day(self) -> date:
        """The day whose state the pages show."""
        return self.reader.day

    @property
    def language(self) -> str:
        """The language of the pages' own words."""
        return self.reader.language

    @property
    def agency(self) -> Agency | None:
        """The agency between the firm and the client."""
        return self.site.find_agency(self.client)

    @property
    def home(self) -> tuple[str, str]:
        """The name and path of the reader's page, above all projects."""
        return self.reader.name, self.reader.index

    def make_page(self, path: str, template: str, view: object) -> Page:
        """Return a page in the reader's language and with its assets."""
        return self.reader.make_page(path, template, view)

    def find_person(self, person_id: str | None) -> Person | None:
        """Return the person of an id, if it is one."""
        return self.site.find_person(person_id, self.client) if person_id else None

    def name_of(self, owner: str | None) -> str | None:
        """Return the name of an owner: a person's, where it is an id, else the text itself."""
        person = self.find_person(owner)
        return person.name if person else owner
