"""What the build wrote for the collector, surveys.json, becomes what may be answered; a newer file takes its place."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

from sitegen.errors import WorkError
from sitegen.model import SurveyHead
from sitegen.survey import unpack_definition
from sitegen.value import value

FORMAT = 1
LOOK_AGAIN_S = 1.0


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
class AskedProject:
    """One project that forms are about."""

    client: str
    """The client's name."""
    project: str
    """The project's name."""
    needs: Mapping[str, Mapping[str, str]]
    """By reader and `kind.item`, the titles of what waits for that reader."""


@value
class Asked:
    """All that may be answered."""

    name: str = ""
    """The firm's."""
    url: str | None = None
    """Where the site stands."""
    surveys: Mapping[str, AskedSurvey] = field(default_factory=dict)
    """By version."""
    projects: Mapping[str, AskedProject] = field(default_factory=dict)
    """By `client/project`."""
    definitions: tuple[tuple[str, str, Mapping[str, Any]], ...] = ()
    """Version, survey and packed definition, to be remembered."""


def load_asked(files: Sequence[Path]) -> Asked:
    """Read what one build, or each shard of one, wrote; raise `WorkError` where a file is missing or damaged."""
    parts = [_load(file) for file in files]
    definitions = {survey["version"]: (key, survey) for part in parts for key, survey in part["surveys"].items()}
    try:
        return Asked(
            name=parts[0]["site"]["name"],
            url=parts[0]["site"]["url"],
            surveys={version: _read_survey(key, survey) for version, (key, survey) in definitions.items()},
            projects={key: _read_project(project) for part in parts for key, project in part["projects"].items()},
            definitions=tuple((version, key, each["definition"]) for version, (key, each) in definitions.items()),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WorkError(f"{files[0]} is damaged; 'sitegen build' writes it") from error


def _load(file: Path) -> Any:
    try:
        plain = json.loads(file.read_bytes())
        if plain["sitegen"] != FORMAT:
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
    return AskedProject(client=plain["client"], project=plain["project"], needs=plain["needs"])


class Board:
    """What is asked now: the files are looked at again, at most once a second, and read when one has changed.

    `remember` is told the definitions of each reading, and gives all that were ever remembered, so that a page that was
    open while its survey changed can still be sent. A file that cannot be read leaves what was known.
    """

    def __init__(
        self,
        files: Sequence[Path],
        remember: Callable[[Asked], Mapping[str, tuple[str, Mapping[str, Any]]]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._files = tuple(files)
        self._remember = remember
        self._clock = clock
        self._stamp = self._look()
        self._looked = clock()
        self._asked = load_asked(self._files)
        self._known = self._learn()

    @property
    def asked(self) -> Asked:
        """What is asked now."""
        now = self._clock()
        if now - self._looked >= LOOK_AGAIN_S:
            self._looked = now
            self._refresh()
        return self._asked

    def find_survey(self, version: str) -> AskedSurvey | None:
        """Return a survey as one version defined it, of today or of a page that was open for long."""
        return self.asked.surveys.get(version) or self._known.get(version)

    def _refresh(self) -> None:
        stamp = self._look()
        if stamp == self._stamp:
            return
        try:
            self._asked = load_asked(self._files)
        except WorkError:
            return  # a half-written file is whole the next time; a missing one leaves what was known
        self._stamp = stamp
        self._known = self._learn()

    def _learn(self) -> Mapping[str, AskedSurvey]:
        remembered = self._remember(self._asked)
        return {
            version: AskedSurvey(id=survey, version=version, head=unpack_definition(definition))
            for version, (survey, definition) in remembered.items()
        }

    def _look(self) -> tuple[tuple[int, int, int] | None, ...]:
        return tuple(_stamp(file) for file in self._files)


def _stamp(file: Path) -> tuple[int, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
