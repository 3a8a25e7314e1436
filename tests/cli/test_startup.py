"""What every command shares: a quick start, help, common options, completion."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from sitegen import __version__
from sitegen.cli import main
from sitegen.cli.lazy import LazyGroup

START = "from sitegen.cli import main; main({words!r}, standalone_mode=False)"
HEAVY = ("jinja2", "yaml", "babel", "markdown", "cmarkgfm", "watchdog", "sitegen.model", "sitegen.build")


def list_commands(group: click.Group = main, names: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from list_commands(command, (*names, name))
        else:
            yield (*names, name)


COMMANDS = list(list_commands())


def find_command(names: tuple[str, ...]) -> click.Command:
    command: click.Command = main
    for name in names:
        assert isinstance(command, LazyGroup)
        found = command.get_command(click.Context(command), name)
        assert found
        command = found
    return command


def find_loaded(words: list[str]) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after a command."""
    code = f"import sys\n{START.format(words=words)}\nprint(*sys.modules, file=sys.stderr)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(result.stderr.split())


@pytest.mark.parametrize(
    "words", [["--version"], ["--help"], ["new", "--help"], ["build", "--help"], ["init", "--help"]]
)
def test_asking_about_sitegen_loads_none_of_it(words: list[str]) -> None:
    loaded = find_loaded(words)
    assert "sitegen.cli" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_a_build_that_has_nothing_to_do_loads_none_of_what_it_would_need(site: Path) -> None:
    words = ["build", "--config", str(site / "sitegen.yml"), "--date", "2026-11-20", "-q"]
    assert set(HEAVY) <= find_loaded(words) | {"markdown", "watchdog"}
    loaded = find_loaded(words)
    assert "sitegen.memory" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_the_version_is_the_package_s() -> None:
    assert CliRunner().invoke(main, ["--version"]).stdout == f"sitegen, version {__version__}\n"


@pytest.mark.parametrize("names", COMMANDS, ids=" ".join)
def test_every_command_has_help_and_the_common_options(names: tuple[str, ...]) -> None:
    command = find_command(names)
    assert command.help
    assert {"--config", "-q", "-v"} <= {word for parameter in command.params for word in parameter.opts}
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@pytest.mark.parametrize("names", COMMANDS, ids=" ".join)
def test_an_unknown_option_is_wrong_usage(names: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, [*names, "--no-such-option"])
    assert result.exit_code == 2


def test_an_unknown_command_is_wrong_usage() -> None:
    assert CliRunner().invoke(main, ["publish"]).exit_code == 2


def test_help_says_how_completion_is_switched_on() -> None:
    assert "_SITEGEN_COMPLETE=bash_source sitegen" in CliRunner().invoke(main, ["--help"]).stdout


def complete(folder: Path, line: str) -> list[str]:
    """Return what a shell would offer at the end of a line."""
    environment = {
        **os.environ,
        "_SITEGEN_COMPLETE": "bash_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
    }
    code = "from sitegen.cli import main; main(prog_name='sitegen')"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return [offer.partition(",")[2] for offer in result.stdout.splitlines() if offer]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The starter site with a second client."""
    assert CliRunner().invoke(main, ["init", str(tmp_path), "--date", "2026-11-20"]).exit_code == 0
    (tmp_path / "content" / "clients" / "lark").mkdir()
    (tmp_path / "content" / "clients" / "lark" / "client.yml").write_text("name: Lark\n")
    return tmp_path


def test_commands_projects_and_clients_are_completed(site: Path) -> None:
    assert complete(site, "sitegen sc") == ["schema"]
    assert complete(site, "sitegen show ") == ["larkfield/webshop"]
    assert complete(site / "content" / "clients", "sitegen new update lark") == ["larkfield/webshop"]
    assert complete(site, "sitegen new project lark") == ["lark/", "larkfield/"]
    assert complete(site, "sitegen build --client larkf") == ["larkfield"]
    assert complete(site, "sitegen show nobody") == []


def test_completion_finds_the_content_where_the_settings_say(site: Path) -> None:
    (site / "content").rename(site / "clients and more")
    config = site / "sitegen.yml"
    config.write_text(config.read_text("utf-8") + 'content: "clients and more"  # moved\n')
    assert complete(site, "sitegen show ") == ["larkfield/webshop"]


def test_without_a_site_nothing_is_completed(tmp_path: Path) -> None:
    assert complete(tmp_path, "sitegen show ") == []


def test_python_runs_the_package_too() -> None:
    words = [sys.executable, "-m", "sitegen", "--version"]
    found = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True)
    assert found.stdout == f"sitegen, version {__version__}\n"
