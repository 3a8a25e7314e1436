"""A client, an audience and a day: for whom pages are made, and where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sitegen.model import Agency, Audience, Brand, Client, Person, Settings, Site
from sitegen.pages.page import Page
from sitegen.pages.pictures import picture_path
from sitegen.pages.urls import ClientUrls, folder_link
from sitegen.source import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One client's pages for one audience on one day."""

    site: Site
    client: Client
    audience: Audience
    day: date
    urls: ClientUrls
    pictures: Mapping[str, str] = field(default_factory=dict)
    """By path of the source file, where a picture is published."""

    @property
    def settings(self) -> Settings:
        """The site's settings."""
        return self.site.settings

    @property
    def agency(self) -> Agency | None:
        """The agency between the firm and the client."""
        return self.site.find_agency(self.client)

    @property
    def language(self) -> str:
        """The language of the pages' own words: the reader's, else the site's."""
        own = self.client.head.language if self.audience is Audience.CLIENT else None
        agency = self.agency.head.language if self.agency and self.audience is not Audience.INTERNAL else None
        return own or agency or self.settings.language

    @property
    def brand(self) -> Brand | None:
        """The brand whose colour the pages carry: the reader's, else the firm's."""
        own = self.client.head.brand if self.audience is Audience.CLIENT else None
        agency = self.agency.head.brand if self.agency and self.audience is not Audience.INTERNAL else None
        return next((brand for brand in (own, agency, self.settings.brand) if brand and brand.color), None)

    @property
    def home(self) -> tuple[str, str]:
        """The name and path of the reader's page, above all projects."""
        if self.audience is Audience.CLIENT:
            return self.client.head.name, self.urls.index
        agency = self.agency if self.audience is Audience.AGENCY else None
        return agency.head.name if agency else self.settings.name, self.urls.index

    @property
    def is_private(self) -> bool:
        """Tell whether the pages hide from search engines and tell no other site where a link was followed."""
        agency = self.agency.head.access if self.agency and self.audience is Audience.AGENCY else None
        own = self.client.head.access if self.audience is Audience.CLIENT else None
        return self.audience is Audience.INTERNAL or (own or agency or self.settings.access).mode != "public"

    def make_page(self, path: str, template: str, view: object) -> Page:
        """Return a page of this client, in its language and with its assets."""
        url = folder_link(path, self.urls.assets)
        return Page(path=path, template=template, view=view, language=self.language, assets_url=url)

    def find_person(self, person_id: str | None) -> Person | None:
        """Return the person of an id, if it is one."""
        return self.site.find_person(person_id, self.client) if person_id else None

    def find_picture(self, document: Document | None, target: str | None) -> str | None:
        """Return where a picture that a file names is published."""
        return self.pictures.get(picture_path(document, target)) if document and target else None

    def name_of(self, owner: str | None) -> str | None:
        """Return the name of an owner: a person's, where it is an id, else the text itself."""
        person = self.find_person(owner)
        return person.name if person else owner
