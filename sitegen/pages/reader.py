"""Who reads a folder of pages: a client, an agency or the firm itself, on a day."""

import posixpath
from collections.abc import Mapping
from dataclasses import field
from datetime import date

from sitegen.access import Lock
from sitegen.model import Access, Agency, Audience, Brand, Client, Settings, Site
from sitegen.pages.page import Page
from sitegen.pages.pictures import picture_path
from sitegen.pages.urls import folder_link
from sitegen.source import Document
from sitegen.survey import Signer
from sitegen.value import value


@value
class Reader:
    """The reader of one folder, which is complete in itself: its page, its assets, its projects."""

    site: Site
    audience: Audience
    day: date
    root: str
    """The folder, relative to the output folder; empty for the firm's own."""
    owner: Client | Agency | None = None
    """None for the firm itself."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """By path of the source file, where a picture is published."""
    lock: Lock | None = None
    """What the pages are sealed with, where only a password opens them."""
    signer: Signer | None = None
    """Signs what each form is about; None where no collector is set."""
    is_preview: bool = False
    """Pages that are looked at before anybody else sees them: nothing is sent from them."""

    @property
    def settings(self) -> Settings:
        """The site's settings."""
        return self.site.settings

    @property
    def name(self) -> str:
        """The reader's name."""
        return self.owner.head.name if self.owner else self.settings.name

    @property
    def index(self) -> str:
        """The reader's own page, above all projects."""
        return posixpath.join(self.root, "index.html")

    @property
    def assets(self) -> str:
        """The folder of the assets."""
        return posixpath.join(self.root, "assets")

    @property
    def access(self) -> Access:
        """How the folder is protected."""
        return self.site.find_access(self.owner) if self.owner else self.settings.access

    @property
    def is_private(self) -> bool:
        """Tell whether the pages hide from search engines and tell no other site where a link was followed."""
        return self.owner is None or self.access.mode != "public" or self.access.basic

    @property
    def can_send(self) -> bool:
        """Tell whether forms send anything: the firm does not answer itself."""
        return self.owner is not None and not self.is_preview

    @property
    def has_feeds(self) -> bool:
        """Tell whether feeds and calendars are made: they need to know where the site stands, and cannot be locked."""
        return self.settings.url is not None and self.lock is None

    @property
    def language(self) -> str:
        """The language of the pages' own words: the reader's, else its agency's, else the site's."""
        own = self.owner.head.language if self.owner else None
        agency = self.site.find_agency(self.owner) if isinstance(self.owner, Client) else None
        return own or (agency.head.language if agency else None) or self.settings.language

    @property
    def brand(self) -> Brand | None:
        """The brand whose colour the pages carry: the reader's, else its agency's, else the firm's."""
        own = self.owner.head.brand if self.owner else None
        agency = self.site.find_agency(self.owner) if isinstance(self.owner, Client) else None
        brands = (own, agency.head.brand if agency else None, self.settings.brand)
        return next((brand for brand in brands if brand and brand.color), None)

    def find_picture(self, document: Document | None, target: str | None) -> str | None:
        """Return where a picture that a file names is published."""
        return self.pictures.get(picture_path(document, target)) if document and target else None

    def make_page(self, path: str, template: str, view: object) -> Page:
        """Return a page in the reader's language and with the folder's assets."""
        url = folder_link(path, self.assets)
        return Page(path=path, template=template, view=view, language=self.language, assets_url=url)
