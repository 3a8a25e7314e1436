"""`status.json` keeps to its published schema."""

import json
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from sitegen.build import Request, build
from sitegen.feeds import read_status_schema
from sitegen.model import Audience

ROOT = Path(__file__).parents[2]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(read_status_schema())


@pytest.mark.parametrize("audience", [Audience.CLIENT, Audience.INTERNAL])
@pytest.mark.parametrize("day", ["2026-01-12", "2026-07-01", "2026-11-20"])
def test_the_example_keeps_to_the_schema(day: str, audience: Audience, tmp_path: Path) -> None:
    validator = Draft202012Validator(read_status_schema())
    request = Request(
        config=ROOT / "sitegen.yml",
        day=date.fromisoformat(day),
        audience=audience,
        output=tmp_path / "site",
        record=tmp_path / "outputs.json",
        jobs=1,
    )

    build(request)

    found = list(tmp_path.rglob("status.json"))
    assert len(found) == (5 if audience is Audience.INTERNAL else 6)
    for path in found:
        validator.validate(json.loads(path.read_bytes()))


def test_the_schema_refuses_what_is_no_status() -> None:
    validator = Draft202012Validator(read_status_schema())

    assert not validator.is_valid({"sitegen": 1})
    assert not validator.is_valid({})
