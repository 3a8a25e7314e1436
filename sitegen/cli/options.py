"""The options that several commands share, and the values that they read."""

import re
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from sitegen.days import YearError, parse_day

if TYPE_CHECKING:
    from sitegen.memory import Shard

F = TypeVar("F", bound=Callable[..., Any])


class DayType(click.ParamType[date]):
    """Reads a day, `YYYY-MM-DD`."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; wrong usage for anything else."""
        if isinstance(value, date):
            return value
        try:
            return parse_day(value)
        except YearError as error:
            self.fail(f"'{value}' {error}", param, ctx)
        except ValueError:
            self.fail(f"'{value}' is not a day of the calendar, as 2026-11-16", param, ctx)


class AmountType(click.ParamType[int | float]):
    """Reads an amount, `12` or `12.5`."""

    name = "amount"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | float:
        """Return the amount, a whole one as `int`; wrong usage for anything else."""
        text = str(value)
        if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,6})?", text):
            self.fail(f"'{value}' is not an amount, as 12 or 12.5", param, ctx)
        return float(text) if "." in text else int(text)


class ShardType(click.ParamType["Shard"]):
    """Reads a part of a site, `I/N`."""

    name = "shard"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "Shard":
        """Return the shard; wrong usage for anything else."""
        from sitegen.memory import parse_shard

        try:
            return parse_shard(value)
        except ValueError:
            self.fail(f"'{value}' is no part of a whole; write I/N, as 1/4, counted from 1", param, ctx)


def common_options(command: F) -> F:
    """Add what every command takes, and let it tell more where it is asked to."""

    @wraps(command)
    def run(**given: Any) -> Any:
        if not given["verbose"]:
            return command(**given)
        from sitegen.cli.reasons import telling_more

        with telling_more(given["config"]):
            return command(**given)

    extended = cast("F", run)
    for option in (
        click.option("-v", "--verbose", is_flag=True, help="Say more: which site, which files and why, how long."),
        click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong."),
        click.option("--config", type=click.Path(path_type=Path), help="The site's sitegen.yml; found by itself."),
    ):
        extended = option(extended)
    return extended


def day_option(command: F) -> F:
    """Add `--date`."""
    return click.option("--date", "day", type=DayType(), help="The day that counts as today; today by default.")(
        command
    )


def audience_option(command: F) -> F:
    """Add `--audience`."""
    option = click.option(
        "--audience",
        type=click.Choice(["client", "internal"]),
        default="client",
        show_default=True,
        help="Whose pages: the readers', or the firm's own.",
    )
    return option(command)


def store_option(command: F) -> F:
    """Add `--store`; a URL may hold a password, so the environment can give it."""
    option = click.option(
        "--store",
        envvar="SITEGEN_STORE",
        metavar="URL",
        help="The responses: sqlite:///FILE or postgresql+psycopg://…; SITEGEN_STORE or responses.db by default.",
    )
    return option(command)


def wanted_options(command: F) -> F:
    """Add what chooses among answers."""
    for option in (
        click.option("--survey", metavar="ID", help="Only of one survey."),
        click.option("--project", metavar="CLIENT/PROJECT", help="Only of one project."),
        click.option("--client", metavar="ID", help="Only of one client."),
    ):
        command = option(command)
    return command
