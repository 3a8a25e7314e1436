"""`sitegen new client ID`: a client's file, ready to fill in."""

from pathlib import Path

import click

from sitegen.cli.asking import ask
from sitegen.cli.ground import ask_contact, print_written, standing_on
from sitegen.cli.options import common_options


@click.command("client")
@click.argument("client_id", metavar="ID")
@click.option("--name", help="What the client is called.")
@click.option("--contact", metavar="PERSON", help="The person of yours whom the client asks.")
@click.option("--language", metavar="TAG", help="The language of the client's pages, if not the site's.")
@common_options
def new_client_command(
    client_id: str,
    name: str | None,
    contact: str | None,
    language: str | None,
    config: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Add a client."""
    from sitegen.starter import write_client

    with standing_on(config) as ground:
        ground.find_client_file(client_id)
        ground.check_person(contact)
        answers = {
            "name": ask("--name", name, "What is the client called?", is_required=True),
            "contact": ask_contact(ground, contact),
            "language": ask("--language", language, f"Which language, if not '{ground.settings.language}'?"),
        }
        written = write_client(ground, client_id, answers)
    print_written(written, f"sitegen new project {client_id}/ID", quiet=quiet)
