"""A site that asks, and responses as they would have come."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from sitegen.collector import Store
from sitegen.survey import NeedAnswer, Response, Value
from tests.cli.running import make_site

SITE = """
-- sitegen.yml --
name: Firm
timezone: Europe/Kyiv
-- content/people.yml --
olena: {name: Olena Kovalenko}
taras: {name: Taras Melnyk}
-- content/surveys/pulse.yml --
title: Pulse
questions:
  score: {type: nps, text: How likely?}
  happy: {type: csat, text: How happy?}
  effort: {type: ces, text: How easy?}
  why: {type: text, text: Why?}
  what: {type: choice, text: What?, options: {speed: Speed, price: Price}, other: true}
-- content/clients/acme/client.yml --
name: Acme
contact: olena
-- content/clients/acme/shop/project.yml --
name: Shop
start: 2026-01-05
contact: taras
surveys: {pulse: {when: always}}
-- content/clients/acme/app/project.yml --
name: App
start: 2026-01-05
-- content/clients/birch/client.yml --
name: Birch
-- content/clients/birch/web/project.yml --
name: Web
start: 2026-01-05
"""


def make_response(
    number: int, *, project: str = "acme/shop", on: str = "2026-11-16T10:00", **answers: Value
) -> Response:
    """Return a response to the pulse, at a moment in UTC."""
    client, _, project_id = project.partition("/")
    return Response(
        id=f"r-{number:04}",
        client=client,
        project=project_id,
        survey="pulse",
        version="",
        received=datetime.fromisoformat(on).replace(tzinfo=UTC),
        answers=answers,
        reader=client,
    )


def fill(root: Path, entries: Iterable[Response | NeedAnswer]) -> Path:
    """Put the site and a store with these entries into a folder; return the site's settings."""
    config = make_site(root, SITE)
    with Store(f"sqlite:///{root / 'responses.db'}") as store:
        store.add_all(list(entries))
    return config
