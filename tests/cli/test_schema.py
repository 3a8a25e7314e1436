"""`sitegen schema` prints what editors need."""

import json

from click.testing import CliRunner

from sitegen.cli import main
from sitegen.cli.schema import KINDS
from sitegen.model import FILE_KINDS, describe_schema


def test_one_kind_is_one_schema() -> None:
    result = CliRunner().invoke(main, ["schema", "client"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == describe_schema("client")


def test_without_a_kind_all_are_printed_by_kind() -> None:
    printed = json.loads(CliRunner().invoke(main, ["schema"]).stdout)
    assert list(printed) == [*FILE_KINDS, "status"]
    assert {kind: printed[kind] for kind in FILE_KINDS} == {kind: describe_schema(kind) for kind in FILE_KINDS}


def test_the_command_knows_every_kind_of_file() -> None:
    assert (*FILE_KINDS, "status") == KINDS


def test_an_unknown_kind_is_wrong_usage() -> None:
    result = CliRunner().invoke(main, ["schema", "invoice"])
    assert result.exit_code == 2
    assert "'invoice' is not one of 'site', 'people'" in result.stderr
