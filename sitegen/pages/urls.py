"""Where everything stands: the one place that knows a path. Paths are relative to the output folder, with `/`."""

import hashlib
import posixpath
import re
from dataclasses import dataclass
from urllib.parse import quote

PAGE_SIZE = 20
HASH_DIGITS = 8
LOCKED = ".html"
"""What is added to the name of an attachment that stands inside a locked page."""
_PLAIN = re.compile(r"[A-Za-z0-9/._~-]*")


@dataclass(frozen=True, slots=True)
class ClientUrls:
    """The paths of one client's pages: its projects stand in `folder`."""

    folder: str
    is_locked: bool = False

    @property
    def feed(self) -> str:
        """The feed of all the client's projects."""
        return posixpath.join(self.folder, "updates.atom")

    def project(self, project_id: str) -> "ProjectUrls":
        """Return the paths of one project's pages."""
        return ProjectUrls(posixpath.join(self.folder, project_id), self.is_locked)


@dataclass(frozen=True, slots=True)
class ProjectUrls:
    """The paths of one project's pages."""

    folder: str
    is_locked: bool = False
    """Attachments stand inside pages that ask for a password."""

    @property
    def index(self) -> str:
        """The status page."""
        return f"{self.folder}/index.html"

    @property
    def status(self) -> str:
        """The status for machines."""
        return f"{self.folder}/status.json"

    @property
    def feed(self) -> str:
        """The feed of the updates."""
        return f"{self.folder}/updates.atom"

    @property
    def calendar(self) -> str:
        """The milestones as a calendar."""
        return f"{self.folder}/milestones.ics"

    @property
    def badge(self) -> str:
        """The health as a picture."""
        return f"{self.folder}/badge.svg"

    def updates(self, number: int = 1) -> str:
        """Return a page of the archive, counted from 1."""
        return f"{self.folder}/updates/index.html" if number == 1 else f"{self.folder}/updates/page-{number}/index.html"

    def update(self, update_id: str) -> str:
        """Return an update's page."""
        return f"{self.folder}/updates/{update_id}/index.html"

    def other_update(self, update_id: str) -> str:
        """Return the link from one update's page to another's: their folders stand side by side."""
        return _quote(f"../{update_id}/index.html")

    def survey(self, survey_id: str) -> str:
        """Return a survey's page."""
        return f"{self.folder}/feedback/{survey_id}/index.html"

    def file(self, path: str) -> str:
        """Return where an attachment stands, given its path in the project's folder."""
        return f"{self.folder}/{path}{LOCKED if self.is_locked else ''}"


def link(source: str, target: str) -> str:
    """Return the relative link from one file to another, `index.html` written out so that it works from disk."""
    here, there = source.split("/"), target.split("/")
    last = min(len(here), len(there)) - 1
    shared = 0
    while shared < last and here[shared] == there[shared]:
        shared += 1
    return _quote("../" * (len(here) - 1 - shared) + "/".join(there[shared:]))


def folder_link(source: str, folder: str) -> str:
    """Return the relative link from a file to a folder, with a slash at the end: `./`, `../../`."""
    return link(source, f"{folder}/" if folder else "") or "./"


def _quote(path: str) -> str:
    """Return a path as a URL has it; `quote` would leave a plain one as it is as well, but takes its time."""
    return path if _PLAIN.fullmatch(path) else quote(path)


def make_absolute(url: str, path: str) -> str:
    """Return the absolute URL of a file of the site, which stands at `url`; a folder stands for its index.html."""
    return f"{url.rstrip('/')}/{_quote(path.removesuffix('index.html'))}"


def name_asset(name: str, data: bytes) -> str:
    """Return the name under which a file is published: it carries a hash of its content."""
    stem, extension = posixpath.splitext(name)
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:HASH_DIGITS]}{extension}"
