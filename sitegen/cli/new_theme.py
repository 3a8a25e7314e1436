"""`sitegen new theme ID`: a theme that extends the default one."""

from pathlib import Path

import click

from sitegen.cli.asking import ask
from sitegen.cli.ground import print_written, standing_on
from sitegen.cli.options import common_options


@click.command("theme")
@click.argument("theme_id", metavar="ID")
@click.option("--name", help="What the theme is called.")
@common_options
def new_theme_command(theme_id: str, name: str | None, config: Path | None, quiet: bool, verbose: bool) -> None:
    """Add a theme of your own, which extends the default one."""
    from sitegen.starter import write_theme

    with standing_on(config) as ground:
        ground.find_theme_folder(theme_id)
        title = theme_id.replace("-", " ").capitalize()
        answers = {"name": ask("--name", name, "What is the theme called?", default=title)}
        written = write_theme(ground, theme_id, answers)
    print_written(written, f"set 'theme: {theme_id}' in sitegen.yml", quiet=quiet)
