"""What `-v` adds: the site a command works on and its time, and of a build what it found changed and so reads anew."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen import __version__

if TYPE_CHECKING:
    from sitegen.memory import Recalled, Request


@contextmanager
def telling_more(config: Path | None) -> Iterator[None]:
    """Tell the version and the site that a command works on, and afterwards, however it ends, how long it took."""
    from sitegen.errors import UsageError
    from sitegen.memory import CONFIG_NAME, find_config

    started_s = time.monotonic()
    site = f"no {CONFIG_NAME}"
    with suppress(UsageError):
        site = str(find_config(config, Path.cwd()))
    click.echo(f"sitegen {__version__}, {site}", err=True)
    try:
        yield
    finally:
        click.echo(f"took {time.monotonic() - started_s:.2f} s", err=True)


def explain_build(recalled: "Recalled", request: "Request") -> Iterator[str]:
    """Go through what changed since the last build, then say what is read anew, and why."""
    ledger, inputs, outputs = recalled.ledger, recalled.inputs, recalled.outputs
    if ledger is None or inputs is None or outputs is None:
        reason = "'--clean' was given" if request.is_clean else "nothing is known of a build before by this version"
        yield f"all is read: {reason}"
        return
    for path in sorted(inputs.changed):
        yield f"changed: {path}"
    for index in sorted(outputs.damaged):
        yield f"altered or gone: {ledger.ground.output}/{outputs.stock.names[index]}"
    if recalled.stands:
        yield "nothing is read: all is as the last build left it"
    elif recalled.clients:
        yield f"read: what is of {', '.join(sorted(recalled.clients))}"
    elif inputs.changed or outputs.damaged:
        yield "all is read: what changed may change every page"
    else:
        lasted = f"those of the last build, of {ledger.ground.day}"
        yield f"all is read: the day, the options or SITEGEN_SECRET are not {lasted}"
