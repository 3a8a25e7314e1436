"""`sitegen secret` prints one good secret, and nothing else."""

from sitegen.access import explain_password, explain_secret
from tests.cli.running import run


def test_a_secret_is_good_and_alone_on_stdout() -> None:
    first, second = run("secret"), run("secret")
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout.endswith("\n") and first.stdout.count("\n") == 1
    assert explain_secret(first.stdout.strip()) is None
    assert first.stdout != second.stdout


def test_a_password_is_good_and_alone_on_stdout() -> None:
    first, second = run("secret", "--password"), run("secret", "--password")
    assert first.stdout.count("\n") == 1
    assert explain_password("SITEGEN_PASSWORD_ACME", first.stdout) is None
    assert first.stdout != second.stdout
