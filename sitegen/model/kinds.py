"""The kinds of files that a site is made of, each with the shape that it is decoded as."""

from collections.abc import Callable, Mapping
from typing import Any

from sitegen.model.coherence import check_survey
from sitegen.model.decoding import decode
from sitegen.model.fields import Id
from sitegen.model.imports import ImportMap, check_import_map
from sitegen.model.patches import make_plan_keys, make_update_keys
from sitegen.model.site import AgencyHead, ClientHead, Person, Settings
from sitegen.model.snapshot import FeedbackHead
from sitegen.model.survey import SurveyHead
from sitegen.problems import Problems
from sitegen.source import Document
from sitegen.value import value


@value
class Kind:
    """One kind of file: what it is called, how it is decoded, and the class whose docstrings tell its keys."""

    title: str
    description: str
    make: Callable[[], Any]
    head: str = ""
    is_update: bool = False
    """In an update null clears, and items need not be whole; elsewhere an empty key is one not filled in."""
    check: Callable[[Any, Document, Problems], None] | None = None
    """Tells where parts that are each right do not work together."""


KINDS: Mapping[str, Kind] = {
    "site": Kind(title="sitegen.yml", description="The site.", make=lambda: Settings, head="Settings"),
    "people": Kind(title="people.yml", description="The firm's people, by id.", make=lambda: dict[Id, Person]),
    "agency": Kind(
        title="agencies/<agency>.yml",
        description="An agency between the firm and its clients.",
        make=lambda: AgencyHead,
        head="AgencyHead",
    ),
    "client": Kind(title="client.yml", description="A client.", make=lambda: ClientHead, head="ClientHead"),
    "project": Kind(
        title="project.yml", description="The plan as it was agreed.", make=make_plan_keys, head="PlanHead"
    ),
    "update": Kind(
        title="updates/<date>.md",
        description="The front matter of an update: what changed.",
        make=make_update_keys,
        head="UpdateHead",
        is_update=True,
    ),
    "survey": Kind(
        title="surveys/<survey>.yml",
        description="A survey.",
        make=lambda: SurveyHead,
        head="SurveyHead",
        check=check_survey,
    ),
    "feedback": Kind(
        title="feedback.yml",
        description="What clients' answers came to; `sitegen feedback pull` writes it.",
        make=lambda: FeedbackHead,
        head="FeedbackHead",
    ),
    "import": Kind(
        title="MAP.yml",
        description="How `sitegen feedback import` reads what another survey tool exported.",
        make=lambda: ImportMap,
        head="ImportMap",
        check=check_import_map,
    ),
}

FILE_KINDS = tuple(KINDS)
"""Their names."""


def check_file(kind: str, document: Document, problems: Problems) -> None:
    """Tell what is wrong in the form of one file, whatever the rest of the site says."""
    wanted = KINDS[kind]
    found = decode(wanted.make(), document, problems, keeps_nulls=wanted.is_update)
    if found is not None and wanted.check:
        wanted.check(found, document, problems)
