"""`sitegen secret`: what keeps pages private, freshly made."""

from pathlib import Path

import click

from sitegen.cli.options import common_options


@click.command("secret")
@click.option("--password", "is_password", is_flag=True, help="Make a password that can be said and remembered.")
@common_options
def secret_command(is_password: bool, config: Path | None, quiet: bool, verbose: bool) -> None:
    """Print a new secret, or a password.

    A secret is for SITEGEN_SECRET, a password for a client. Keep both out of the repository.
    """
    from sitegen.access import make_password, make_secret

    click.echo(make_password() if is_password else make_secret())
