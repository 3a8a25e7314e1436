"""However a command ends, it ends as people and shells expect."""

import subprocess
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from sitegen.cli.lazy import LazyGroup
from sitegen.cli.progress import PATIENCE_S
from tests.cli.running import EXAMPLE, EXAMPLE_DAY, list_command, run_at_terminal


@click.command()
def interrupted() -> None:
    """Be interrupted."""
    raise KeyboardInterrupt


@click.command()
def wrong() -> None:
    """Have a bug."""
    raise ZeroDivisionError


GROUP = LazyGroup("main", places={name: f"{__name__}:{name}" for name in ("interrupted", "wrong")})


def test_an_interrupt_ends_quietly_with_the_code_of_shells() -> None:
    result = CliRunner().invoke(GROUP, ["interrupted"])
    assert (result.exit_code, result.output) == (130, "")


def test_a_bug_shows_its_traceback() -> None:
    with pytest.raises(ZeroDivisionError):
        CliRunner().invoke(GROUP, ["wrong"], catch_exceptions=False)


def test_a_mistyped_command_is_told_with_the_nearest() -> None:
    result = CliRunner().invoke(GROUP, ["wrnog"])
    assert (result.exit_code, "there is no command 'wrnog'; did you mean 'wrong'?" in result.stderr) == (2, True)


def test_a_reader_who_leaves_is_no_fault() -> None:
    command = list_command("show", "brezomar/reservas", "--json", "--date", EXAMPLE_DAY)
    with subprocess.Popen(command, cwd=EXAMPLE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_a_build_shows_no_bar_while_it_is_quick(tmp_path: Path) -> None:
    where = ("--config", EXAMPLE / "sitegen.yml", "--output", tmp_path / "site")
    code, shown = run_at_terminal("build", "--date", EXAMPLE_DAY, "--jobs", "1", "--client", "zhytoyarka", *where)
    assert code == 0
    summary = shown.splitlines()[-1]
    assert summary.startswith("2 projects, ")
    took_s = float(summary.rpartition("; ")[2].removesuffix(" s"))
    assert "building" not in shown or took_s >= PATIENCE_S
