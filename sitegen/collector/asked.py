"""What the build wrote for the collector, surveys.json, becomes what may be answered; a newer file takes its place."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sitegen.collector.rows import Definition
from sitegen.errors import WorkError
from sitegen.model import SurveyHead
from sitegen.pages import ASKED_FORMAT, join_asked
from sitegen.survey import Context, NeedContext, recall_definition, unpack_definition
from sitegen.value import value


@value
class AskedSurvey:
    """One survey as it was defined in one version."""

    id: str
    version: str
    head: SurveyHead
    intro: str | None = None
    """Safe HTML."""
    thanks: str | None = None
    """Safe HTML."""


@value
class AskedNeed:
    """One thing that waits for a reader."""

    title: str
    options: Mapping[str, str]
    """For an issue: the ways out, by id."""


@value
class AskedProject:
    """One project that forms are about."""

    client: str
    """The client's name."""
    project: str
    """The project's name."""
    needs: Mapping[str, Mapping[str, AskedNeed]]
    """By reader and `kind.item`, what waits for that reader."""


@value
class Asked:
    """All that may be answered."""

    name: str
    """The firm's."""
    url: str | None
    """Where the site stands."""
    endpoint: str
    """Where the collector stands, as browsers see it."""
    language: str
    """The site's."""
    surveys: Mapping[tuple[str, str], AskedSurvey]
    """By id and version: two surveys may ask the same."""
    projects: Mapping[str, AskedProject]
    """By `client/project`."""
    definitions: tuple[Definition, ...]
    """To be remembered."""


def load_asked(files: Sequence[Path]) -> Asked:
    """Read what one build, or each shard of one, wrote; raise `WorkError` where a file is missing or damaged."""
    parts = [_load(file) for file in files]
    try:
        surveys = {(key, each["version"]): each for part in parts for key, each in part["surveys"].items()}
        projects = join_asked(part["projects"] for part in parts)
        return Asked(
            name=parts[0]["site"]["name"],
            url=parts[0]["site"]["url"],
            endpoint=parts[0]["site"]["endpoint"],
            language=parts[0]["site"]["language"],
            surveys={(key, version): _read_survey(key, each) for (key, version), each in surveys.items()},
            projects={key: _read_project(project) for key, project in projects.items()},
            definitions=tuple((version, key, each["definition"]) for (key, version), each in surveys.items()),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WorkError(f"{files[0]} is damaged; 'sitegen build' writes it") from error


def _load(file: Path) -> Any:
    try:
        plain = json.loads(file.read_bytes())
        if plain["sitegen"] != ASKED_FORMAT:
            raise WorkError(f"{file} was written by another version of sitegen; build with this one")
        return plain if plain["surveys"].items() is not None and plain["projects"].items() is not None else None
    except FileNotFoundError:
        raise WorkError(
            f"there is no {file}; 'sitegen build' writes it where 'surveys: {{endpoint: …}}' is set"
        ) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WorkError(f"{file} is damaged; 'sitegen build' writes it") from error


def _read_survey(survey_id: str, plain: Mapping[str, Any]) -> AskedSurvey:
    return AskedSurvey(
        id=survey_id,
        version=plain["version"],
        head=unpack_definition(plain["definition"]),
        intro=plain.get("intro"),
        thanks=plain.get("thanks"),
    )


def _read_project(plain: Mapping[str, Any]) -> AskedProject:
    needs = {
        reader: {key: AskedNeed(title=need["title"], options=need["options"]) for key, need in found.items()}
        for reader, found in plain["needs"].items()
    }
    return AskedProject(client=plain["client"], project=plain["project"], needs=needs)


class Board:
    """What is asked now; when a build has changed it, `refresh` reads it anew.

    `remember` is told the definitions of each reading, and gives all that were ever remembered, so that a page that was
    open while its survey changed can still be sent. A file that cannot be read leaves what was known.
    """

    def __init__(self, files: Sequence[Path], remember: Callable[[Asked], Iterable[Definition]]) -> None:
        self._files = tuple(files)
        self._remember = remember
        self._stamp = self._look()
        self._known = self._read()

    @property
    def asked(self) -> Asked:
        """What is asked now."""
        return self._known[0]

    def find_survey(self, survey: str, version: str) -> AskedSurvey | None:
        """Return a survey as one version defined it, of today or of a page that was open for long."""
        asked, remembered = self._known
        return asked.surveys.get((survey, version)) or remembered.get((survey, version))

    def find_need(self, context: NeedContext) -> AskedNeed | None:
        """Return what a form about a need answers; None where it waits no longer."""
        project = self.asked.projects.get(f"{context.client}/{context.project}")
        return project.needs.get(context.reader, {}).get(f"{context.kind}.{context.item}") if project else None

    def name_project(self, context: Context) -> str:
        """Return the name of the project that a form is about; its id where it is there no more."""
        project = self.asked.projects.get(f"{context.client}/{context.project}")
        return project.project if project else context.project

    def refresh(self) -> None:
        """Read the files again where one has changed; raise `WorkError` where they cannot be, until they can."""
        stamp = self._look()
        if stamp != self._stamp:
            self._known = self._read()
            self._stamp = stamp

    def _read(self) -> tuple[Asked, Mapping[tuple[str, str], AskedSurvey]]:
        asked = load_asked(self._files)
        found = (_recall(*definition, asked) for definition in self._remember(asked))
        return asked, {(survey.id, survey.version): survey for survey in found if survey}

    def _look(self) -> tuple[tuple[int, int, int] | None, ...]:
        return tuple(_stamp(file) for file in self._files)


def _recall(version: str, survey: str, definition: Mapping[str, Any], asked: Asked) -> AskedSurvey | None:
    """Return a survey as it was once defined, thanking as it does today; None where this version cannot read it."""
    head = recall_definition(definition)
    if head is None:
        return None
    today = next((known for known in asked.surveys.values() if known.id == survey), None)
    return AskedSurvey(id=survey, version=version, head=head, thanks=today.thanks if today else None)


def _stamp(file: Path) -> tuple[int, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
