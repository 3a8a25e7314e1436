"""A half-typed argument becomes what it may be: a cheap look at folders, so that Tab answers at once."""

import re
from pathlib import Path

import click
from click.shell_completion import CompletionItem

_CONTENT = re.compile(r"""^content:\s*["']?([^"'#\n]+?)["']?\s*(?:#.*)?$""", re.MULTILINE)


def complete_client(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete a client's id."""
    return _complete("*/client.yml", incomplete, ctx)


def complete_new_project(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the client of a project that is not there yet: `client/`."""
    return [CompletionItem(f"{client.value}/") for client in complete_client(ctx, param, incomplete)]


def complete_project(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete `client/project`."""
    return _complete("*/*/project.yml", incomplete, ctx)


def _complete(pattern: str, incomplete: str, ctx: click.Context) -> list[CompletionItem]:
    clients = _find_clients_folder(ctx.params.get("config"))
    found = sorted(path.parent.relative_to(clients).as_posix() for path in clients.glob(pattern)) if clients else []
    return [CompletionItem(name) for name in found if name.startswith(incomplete)]


def _find_clients_folder(config: Path | None) -> Path | None:
    """Return the folder of clients without reading YAML, which would load more than a Tab should wait for."""
    here = Path.cwd()
    files = [config] if config else [folder / "sitegen.yml" for folder in (here, *here.parents)]
    found = next((file for file in files if file.is_file()), None)
    if found is None:
        return None
    content = _CONTENT.search(found.read_text("utf-8", "replace"))
    return found.parent / (content[1] if content else "content") / "clients"
