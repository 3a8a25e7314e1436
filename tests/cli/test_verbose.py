"""With `-v` every command says more on stderr, and on stdout the same: which site, how long, and of a build, why."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen import __version__
from sitegen.cli import main
from tests.bad_input.site import FILES, PLAN, UPDATE
from tests.cases import write_files

DATE = ("--date", "2026-11-20")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_files(FILES, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.mark.parametrize(
    "words",
    [("check", *DATE), ("show", "acme/shop", *DATE), ("schema", "site"), ("new", "client", "mood", "--name", "M"),
     ("new", "update", "acme/shop", *DATE), ("build", *DATE, "--jobs", "1"), ("feedback", "report"),
     ("show", "acme/x")],
    ids=" ".join,
)  # fmt: skip
def test_every_command_names_its_site_and_how_long_it_took(words: tuple[str, ...], site: Path) -> None:
    before = run(*words)
    assert before.exit_code == (2 if words[-1] == "acme/x" else 1 if words[0] == "feedback" else 0), before.output
    if words[0] == "new":
        for path in list(site.glob("content/**/*")):
            if path.name == "mood" or "11-20" in path.name:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    after = run(*words, "-v")
    assert (after.exit_code, after.stdout) == (before.exit_code, before.stdout)
    first, *others = after.stderr.splitlines()
    assert first == f"sitegen {__version__}, {site}/sitegen.yml"
    assert len([line for line in others if re.fullmatch(r"took \d+\.\d\d s", line)]) == 1


def test_without_a_site_there_is_none_to_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("schema", "site", "-v").stderr.startswith(f"sitegen {__version__}, no sitegen.yml\ntook ")


def test_a_build_says_why_it_makes_what_it_makes(site: Path) -> None:
    build = ("build", *DATE, "--jobs", "1", "-v")
    assert "all is read: nothing is known of a build before by this version\n" in run(*build).stderr
    assert "nothing is read: all is as the last build left it\n" in run(*build).stderr
    write_files({UPDATE: "---\nheadline: New\n---\nText\n"}, site)
    told = run(*build).stderr
    assert f"changed: {UPDATE}\n" in told
    assert "read: what is of acme\n" in told
    (site / "site/acme/shop/index.html").write_text("altered")
    told = run(*build).stderr
    assert "altered or gone: site/acme/shop/index.html\n" in told
    assert "read: what is of acme\n" in told
    write_files({"sitegen.yml": f"{FILES['sitegen.yml']}stale_after: 9d\n"}, site)
    told = run(*build).stderr
    assert "changed: sitegen.yml\n" in told
    assert "all is read: what changed may change every page\n" in told
    told = run("build", "--date", "2026-11-21", "--jobs", "1", "-v").stderr
    assert (
        "all is read: the day, the options or SITEGEN_SECRET are not those of the last build, of 2026-11-20\n" in told
    )
    assert "all is read: '--clean' was given\n" in run(*build, "--clean").stderr
    assert "read: " not in run(*build[:-1]).stderr


def test_a_build_that_fails_says_why_it_began(site: Path) -> None:
    write_files({PLAN: "name: Shop\n"}, site)
    told = run("build", *DATE, "-v").stderr
    assert told.index("all is read: ") < told.index("error: 'start' is missing") < told.index("took ")
