"""The command leaves at once, and loses neither words nor its exit code."""

import subprocess
import sys

import pytest

RUN = "import sys; from sitegen.cli import run; sys.argv[0] = 'sitegen'; run()"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--version",), 0, "sitegen, version"),
        (("nonsense",), 2, "there is no command 'nonsense'"),
        (("build", "--config", "nowhere.yml"), 2, "there is no file 'nowhere.yml'"),
        (("schema", "client"), 0, '"$schema"'),
    ],
)
def test_all_is_said_before_it_leaves(words: tuple[str, ...], code: int, said: str) -> None:
    ended = subprocess.run([sys.executable, "-c", RUN, *words], capture_output=True, text=True, check=False)
    assert ended.returncode == code
    assert said in ended.stdout + ended.stderr


def test_nobody_who_reads_on_is_no_fault_of_its_own() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", RUN, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_a_fault_of_its_own_is_shown_as_ever() -> None:
    broken = f"import sitegen.cli; sitegen.cli.main = lambda: 1 / 0; {RUN}"
    ended = subprocess.run([sys.executable, "-c", broken], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "ZeroDivisionError" in ended.stderr
