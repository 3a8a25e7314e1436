"""`sitegen collect`: receive what clients answer."""

import os
from pathlib import Path

import click

from sitegen.cli.messages import told_to_people
from sitegen.cli.options import common_options, store_option
from sitegen.cli.store import find_store


@click.command("collect")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8080, show_default=True, help="The port to listen on.")
@store_option
@click.option(
    "--surveys",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="What a build wrote for it, .sitegen/surveys.json by default; one for each shard.",
)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="How many processes.")
@click.option("--rate", type=click.IntRange(0), default=20, show_default=True, help="Forms a minute from one address.")
@click.option(
    "--proxies", default="127.0.0.1", show_default=True, help="The addresses of proxies that are believed, with commas."
)
@click.option(
    "--prefix", metavar="PATH", help="The path under which a proxy shows it; by default that of surveys.endpoint."
)
@common_options
def collect_command(
    host: str,
    port: int,
    store: str | None,
    surveys: tuple[Path, ...],
    workers: int,
    rate: int,
    proxies: str,
    prefix: str | None,
    config: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Receive what clients answer, and keep it.

    Answers to surveys, and to what waits for the client: a decision, an acceptance, an action. Build the site first.
    SITEGEN_SECRET has to be the one that the site was built with.
    """
    from sitegen.access import explain_secret
    from sitegen.build import find_asked
    from sitegen.errors import UsageError, WorkError
    from sitegen.memory import find_config

    with told_to_people(None):
        found = find_config(config, Path.cwd())
        if fault := explain_secret(os.environ.get("SITEGEN_SECRET")):
            raise WorkError(fault)
        if prefix and not prefix.startswith("/"):
            raise UsageError(f"'{prefix}' is no path; write it as /feedback")
        try:
            from sitegen.collector import Options, find_prefix, run_collector
        except ImportError as error:
            raise WorkError(f"the collector needs '{error.name}'; install sitegen-status[collect]") from error
        files = surveys or (find_asked(found.parent),)
        options = Options(
            store=store or find_store(found.parent),
            surveys=tuple(str(file.absolute()) for file in files),
            config=str(found),
            host=host,
            port=port,
            workers=workers,
            per_minute=rate,
            proxies=proxies,
            prefix=(find_prefix(found) if prefix is None else prefix).rstrip("/"),
        )
        words = f"receiving at http://{host}:{port}{options.prefix} (Ctrl-C ends it)"
        run_collector(options, lambda: None if quiet else click.echo(words, err=True))
