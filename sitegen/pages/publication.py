"""A client, an audience and a day: for whom pages are made, and where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sitegen.model import Audience, Brand, Client, Person, Settings, Site
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
    def language(self) -> str:
        """The language of the pages' own words: the client's, else its agency's, else the site's."""
        agency = self.site.find_agency(self.client)
        return self.client.head.language or (agency.head.language if agency else None) or self.settings.language

    @property
    def brand(self) -> Brand | None:
        """The brand whose colour the pages carry: the client's, else its agency's, else the firm's."""
        agency = self.site.find_agency(self.client)
        own = (self.client.head.brand, agency.head.brand if agency else None, self.settings.brand)
        return next((brand for brand in own if brand and brand.color), None)

    @property
    def is_private(self) -> bool:
        """Tell whether the pages hide from search engines and tell no other site where a link was followed."""
        access = self.client.head.access or self.settings.access
        return access.mode != "public"

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
