"""A file's Markdown becomes a page's HTML: its links lead to pages and files of the project, or are told as broken."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import field
from functools import partial
from urllib.parse import quote, unquote

from sitegen.markup import Engine, MarkupError, Words, drop_empty_sections, render_markdown
from sitegen.model import Project
from sitegen.pages.urls import ProjectUrls, link
from sitegen.pages.views import Html
from sitegen.problems import Position, Problems, suggest
from sitegen.source import Document, SourceFile
from sitegen.value import value

NOTE_LEVEL = 4
BODY_LEVEL = 3


@value
class Prose:
    """Renders the Markdown of one project for one audience, and remembers which files it led to."""

    project: Project
    urls: ProjectUrls
    engine: Engine
    words: Words
    updates: frozenset[str]
    """All updates, by id."""
    seen_updates: frozenset[str]
    """Those that have a page."""
    files: Mapping[str, SourceFile]
    """All files of the project, by path in its folder."""
    problems: Problems
    used: dict[str, SourceFile] = field(default_factory=dict)
    """The attachments that something led to, by path in the project's folder."""

    def body(self, document: Document, page: str, id_prefix: str = "") -> Html | None:
        """Render an update's body; None where it has none."""
        if not document.body.strip():
            return None
        return self._render(document.body, page, document, BODY_LEVEL, id_prefix, is_body=True)

    def note(self, text: str | None, page: str, document: Document, id_prefix: str) -> Html | None:
        """Render a field's Markdown; None where there is none."""
        return self._render(text, page, document, NOTE_LEVEL, id_prefix, is_body=False) if text else None

    def file(self, target: str, page: str, document: Document) -> str | None:
        """Return the link to a file that a field of a document names; None where there is no such file."""
        return self._resolve(document, page, target)

    def _render(
        self, text: str, page: str, document: Document, level: int, id_prefix: str, *, is_body: bool
    ) -> Html | None:
        resolve: Callable[[str], str | None] = partial(self._resolve, document, page)
        try:
            fragment = render_markdown(
                text,
                engine=self.engine,
                links=resolve,
                heading_level=level,
                id_prefix=id_prefix,
                words=self.words,
            )
        except MarkupError as error:
            self.problems.error("bad-value", str(error), document.start)
            return None
        for broken in fragment.broken:
            places = (
                [document.position_in_body(broken.line, broken.column)]
                if is_body
                else _find_all(document, broken.target)
            )
            written = unquote(broken.target)
            target = written if written.isprintable() else broken.target
            message = f"'{target}' leads nowhere{self._hint(target, document)}"
            for place in places:
                self.problems.error("broken-link", message, place)
        html = drop_empty_sections(fragment.html)
        return Html(html=html) if html.strip() else None

    def _resolve(self, document: Document, page: str, target: str) -> str | None:
        """Return where a relative link leads; it is relative to the file that it stands in, as in the repository."""
        folder = posixpath.dirname(document.path)
        found = posixpath.relpath(posixpath.normpath(posixpath.join(folder, target)), self.project.folder)
        if found == "project.yml":
            return link(page, self.urls.index)
        update_id = posixpath.basename(found).removesuffix(".md")
        if posixpath.dirname(found) == "updates" and update_id in self.updates:
            # An update that the reader may not see has no page; the way to it ends at the archive.
            return link(page, self.urls.update(update_id) if update_id in self.seen_updates else self.urls.updates())
        file = self.files.get(found)
        if file is None or not found.startswith("files/"):
            return None
        self.used[found] = file
        return link(page, self.urls.file(found))

    def _hint(self, target: str, document: Document) -> str:
        outside = [path for path in self.files if posixpath.basename(path) == posixpath.basename(target)]
        if outside and not outside[0].startswith("files/"):
            return f"; move '{outside[0]}' into files/, only that is published"
        folder = posixpath.dirname(document.path)
        known = [posixpath.relpath(file.path, folder) for file in self.project.files]
        if target in known:
            return f"; write '{quote(target)}', since '#', '?' and '%' mean something else in a link"
        near = suggest(target, known)
        return near or "; links are relative to the file they stand in, as ../files/brief.pdf"


def _find_all(document: Document, target: str) -> list[Position]:
    """Return every place where a document's front matter links to a target, else the first that names it."""
    yaml = document.text[document.yaml_start : document.yaml_end]
    found = [match.start(1) for match in re.finditer(rf"\]\(<?({re.escape(target)})[\s>)#?]", yaml)]
    return [document.position_at(document.yaml_start + index) for index in found or [max(yaml.find(target), 0)]]
