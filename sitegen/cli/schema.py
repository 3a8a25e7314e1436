"""`sitegen schema`: the JSON Schema of each kind of file, for editors."""

import json
from pathlib import Path

import click

from sitegen.cli.options import common_options

KINDS = ("site", "people", "agency", "client", "project", "update", "survey", "feedback", "import", "status")


@click.command("schema")
@click.argument("kind", type=click.Choice(KINDS), required=False)
@common_options
def schema_command(kind: str | None, config: Path | None, quiet: bool, verbose: bool) -> None:
    """Print the JSON Schema of a kind of file.

    Without KIND those of all kinds, by kind; `status` is that of status.json.
    """
    from sitegen.feeds import read_status_schema
    from sitegen.model import describe_schema

    def describe(name: str) -> object:
        return read_status_schema() if name == "status" else describe_schema(name)

    schema = describe(kind) if kind else {each: describe(each) for each in KINDS}
    click.echo(json.dumps(schema, indent=2, ensure_ascii=False))
