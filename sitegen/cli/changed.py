"""`sitegen changed`: what to upload and delete after a build."""

from dataclasses import asdict
from pathlib import Path

import click

from sitegen.cli.messages import told_to_people
from sitegen.cli.options import audience_option, common_options


@click.command("changed")
@click.option(
    "--since",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="RECORD",
    help="A copy of .sitegen/outputs.json from when the server was last brought up to date.",
)
@audience_option
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), help="The folder, where it was built there."
)
@click.option(
    "--list",
    "kind",
    type=click.Choice(["assets", "pages", "gone"]),
    help="Only the paths of one kind, for rsync and rclone; upload assets, then pages, then delete what is gone.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="JSON has hashes and sizes too."
)
@common_options
def changed_command(
    since: Path,
    audience: str,
    output: Path | None,
    kind: str | None,
    form: str,
    config: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """List what to upload and delete after a build.

    It compares the build with RECORD, a copy of .sitegen/outputs.json from when the server was last brought up to date;
    where there is no such file, everything is to be uploaded. In this order no page is ever shown whose style sheet is
    missing: assets, pages, what is gone.
    """
    import json

    from sitegen.build import find_delta
    from sitegen.memory import Request, find_config

    with told_to_people(None, outcome="nothing was compared"):
        found = find_config(config, Path.cwd())
        delta = find_delta(Request(config=found, audience=audience, output=output), since)
    lists = {
        "assets": [file.path for file in delta.assets],
        "pages": [file.path for file in delta.pages],
        "gone": list(delta.gone),
    }
    if kind:
        click.echo("".join(f"{path}\n" for path in lists[kind]), nl=False)
    elif form == "json":
        click.echo(json.dumps(asdict(delta), ensure_ascii=False, indent=1))
    else:
        lines = (("delete" if name == "gone" else "upload", path) for name, paths in lists.items() for path in paths)
        click.echo("".join(f"{verb} {path}\n" for verb, path in lines), nl=False)
    if not since.exists() and not quiet:
        click.echo(f"there is no '{since}', so everything is to be uploaded", err=True)
