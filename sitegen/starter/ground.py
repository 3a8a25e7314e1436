"""A sitegen.yml becomes the ground on which new files are put: where each belongs, and which ids are taken."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen.build import RESERVED
from sitegen.errors import ContentError, UsageError, WorkError
from sitegen.model import Settings, decode_settings
from sitegen.problems import Problems, suggest
from sitegen.source import ID, SourceFile, make_id, read_document
from sitegen.theme import builtin_themes_folder
from sitegen.value import value


@value
class Ground:
    """A site as far as a new file needs to know it: faults elsewhere in its content don't matter."""

    root: Path
    settings: Settings

    @property
    def content(self) -> Path:
        """The content folder."""
        return self.root / self.settings.content

    @property
    def today(self) -> date:
        """Today in the site's time zone."""
        return datetime.now(ZoneInfo(self.settings.timezone)).date()

    @property
    def people(self) -> tuple[str, ...]:
        """The ids of the firm's people."""
        path = self.content / "people.yml"
        if not path.is_file():
            return ()
        document = read_document(SourceFile(location=str(path), path="people.yml"), Problems())
        return tuple(document.data) if document else ()

    @property
    def only_person(self) -> str | None:
        """Whoever is alone in people.yml; None where there are more or none."""
        return self.people[0] if len(self.people) == 1 else None

    def find_client_file(self, client_id: str) -> Path:
        """Return where a new client belongs; raise `UsageError` for a bad id, `WorkError` for one that is taken."""
        check_id(client_id)
        folder = self.content / "clients" / client_id
        _check_free(folder, "client", client_id)
        _check_not_reserved("client", client_id)
        if (self.content / "agencies" / f"{client_id}.yml").exists():
            raise WorkError(f"there is an agency '{client_id}', whose pages stand in that folder; choose another id")
        return folder / "client.yml"

    def find_project_file(self, project: str) -> Path:
        """Return where a new project, `client/project`, belongs; raise as for a client, or where there is no client."""
        client_id, slash, project_id = project.partition("/")
        clients = [path.parent.name for path in self.content.glob("clients/*/client.yml")]
        if not slash and project in clients:
            raise UsageError(f"'{project}' is a client; add the project's id, as {project}/shop")
        if not slash:
            raise UsageError(f"'{project}' names no client; write CLIENT/ID, as acme/{make_id(project) or 'shop'}")
        if client_id not in clients:
            hint = suggest(client_id, clients) or f"; 'sitegen new client {make_id(client_id) or 'ID'}' makes one"
            raise UsageError(f"there is no client '{client_id}'{hint}")
        check_id(project_id)
        folder = self.content / "clients" / client_id / project_id
        _check_free(folder, "project", project)
        _check_not_reserved("project", project_id)
        return folder / "project.yml"

    def find_survey_file(self, survey_id: str) -> Path:
        """Return where a new survey belongs; raise as for a client."""
        check_id(survey_id)
        path = self.content / "surveys" / f"{survey_id}.yml"
        _check_free(path, "survey", survey_id)
        return path

    def find_theme_folder(self, theme_id: str) -> Path:
        """Return where a new theme belongs; raise as for a client."""
        check_id(theme_id)
        if (builtin_themes_folder() / theme_id).exists():
            raise WorkError(f"'{theme_id}' is a theme that sitegen brings along; choose another id")
        folder = self.root / self.settings.themes / theme_id
        _check_free(folder, "theme", theme_id)
        return folder

    def check_person(self, person_id: str | None) -> None:
        """Raise `UsageError` where an id is nobody's at the firm."""
        if person_id and person_id not in self.people:
            listed = f"; there are {', '.join(self.people)}" if 0 < len(self.people) <= 8 else ""
            raise UsageError(f"'{person_id}' is nobody in people.yml{suggest(person_id, self.people) or listed}")


def load_ground(config: Path) -> Ground:
    """Read a site's settings; raise `ContentError` where they have faults."""
    problems = Problems()
    document = read_document(SourceFile(location=str(config), path=config.name), problems)
    settings = decode_settings(document, problems) if document else None
    if settings is None:
        raise ContentError(problems)
    return Ground(root=config.parent, settings=settings)


def check_id(word: str) -> None:
    """Raise `UsageError` where a word is no id, with the one that comes nearest."""
    if not ID.fullmatch(word):
        nearest = make_id(word)
        hint = f"; did you mean '{nearest}'?" if nearest else ""
        raise UsageError(f"'{word}' is no id; use a-z, 0-9 and '-', at most 64 characters{hint}")


def _check_free(path: Path, kind: str, name: str) -> None:
    if path.exists():
        raise WorkError(f"there is a {kind} '{name}' already, it was left as it is; choose another id")


def _check_not_reserved(kind: str, name: str) -> None:
    if name in RESERVED:
        raise WorkError(f"a {kind} cannot be called '{name}': a folder of the published site has that name")
