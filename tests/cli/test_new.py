"""`sitegen new …` takes answers from options or from a person at a terminal, and writes only what is whole."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from sitegen.cli.new_survey import TEMPLATES
from sitegen.starter import SURVEY_TEMPLATES
from tests.cli.running import run_at_terminal

DAY = "2026-11-20"

needs_terminal = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals on Windows")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The starter site as the working folder."""
    assert CliRunner().invoke(main, ["init", str(tmp_path / "site"), "--date", DAY]).exit_code == 0
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path / "site"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["new", *words])


def test_the_path_goes_to_stdout_and_the_rest_to_stderr() -> None:
    result = run("client", "acme", "--name", "Acme")
    assert result.exit_code == 0
    assert result.stdout == "content/clients/acme/client.yml\n"
    assert result.stderr == "wrote content/clients/acme/client.yml\nnext: sitegen new project acme/ID\n"


def test_quiet_leaves_only_the_path() -> None:
    result = run("theme", "house", "-q")
    assert (result.stdout, result.stderr) == ("themes/house/theme.yml\n", "")


def test_the_site_may_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("survey", "closing", "--template", "closing", "--config", "site/sitegen.yml")
    assert result.stdout == "site/content/surveys/closing.yml\n"


def test_what_was_added_checks_clean() -> None:
    added = [
        ("client", "acme", "--name", 'Acme: "1"', "--contact", "anna", "--language", "en-GB"),
        ("project", "acme/shop", "--name", "Shop", "--summary", "No", "--start", DAY, "--end", "2027-03-01"),
        ("project", "acme/care", "--name", "Care", "--start", DAY, "--cadence", "1w", "--contact", "tomasz"),
        *(("survey", f"the-{name}", "--template", name, "--title", "It: all") for name in SURVEY_TEMPLATES),
    ]
    assert [run(*words).exit_code for words in added] == [0] * len(added)
    result = CliRunner().invoke(main, ["check", "--date", DAY, "--strict"])
    assert (result.exit_code, "warning:" in result.output) == (0, False), result.output


def test_without_a_terminal_nothing_is_asked_and_what_is_missing_is_wrong_usage() -> None:
    for words, option in (
        (("client", "acme"), "--name"),
        (("project", "larkfield/app"), "--name"),
        (("survey", "more"), "--template"),
    ):
        result = run(*words)
        assert result.exit_code == 2
        assert f"'{option}' is missing; give it, or answer at a terminal" in result.stderr
        assert result.stdout == ""


def test_a_theme_needs_no_answer() -> None:
    assert run("theme", "our-house").exit_code == 0
    assert "name: Our house\n" in Path("themes/our-house/theme.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("client", "larkfield", "--name", "X"), 1, "there is a client 'larkfield' already"),
        (("client", "Big Co", "--name", "X"), 2, "did you mean 'big-co'?"),
        (("client", "acme", "--name", "X", "--contact", "ana"), 2, "did you mean 'anna'?"),
        (("client", "acme", "--name", "X", "--language", "?"), 2, "language: '?' is not a language tag"),
        (("project", "larkfeld/app", "--name", "X"), 2, "did you mean 'larkfield'?"),
        (("project", "larkfield/webshop", "--name", "X"), 1, "there is a project 'larkfield/webshop' already"),
        (("project", "larkfield/app", "--name", "X", "--start", "soon"), 2, "'soon' is not a day"),
        (("project", "larkfield/app", "--name", "X", "--cadence", "often"), 2, "cadence: 'often' is not"),
        (("survey", "pulse", "--template", "closing"), 1, "there is a survey 'pulse' already"),
        (("survey", "more", "--template", "yearly"), 2, "'yearly' is not one of"),
        (("theme", "default"), 1, "'default' is a theme that sitegen brings along"),
        (("client", "acme", "--name", "X", "--config", "none.yml"), 2, "none.yml"),
    ],
)
def test_what_is_wrong_is_told_with_its_exit_code(words: tuple[str, ...], code: int, told: str, site: Path) -> None:
    before = sorted(site.rglob("*"))
    result = run(*words)
    assert (result.exit_code, told in result.stderr) == (code, True), result.stderr
    assert sorted(site.rglob("*")) == before


def test_outside_a_site_it_says_how_to_make_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("client", "acme", "--name", "Acme")
    assert result.exit_code == 2
    assert "no sitegen.yml here or in a folder above; 'sitegen init DIR' makes a site" in result.stderr


def test_the_command_offers_every_ready_survey() -> None:
    assert tuple(TEMPLATES.choices) == SURVEY_TEMPLATES


@needs_terminal
def test_at_a_terminal_what_is_missing_is_asked() -> None:
    code, shown = run_at_terminal("new", "client", "acme", "--contact", "anna", typed="Acme: the shop\n\n")
    assert code == 0
    assert "What is the client called?" in shown and "Which language, if not 'en'?" in shown
    assert "does the client ask" not in shown
    text = Path("content/clients/acme/client.yml").read_text("utf-8")
    assert 'name: "Acme: the shop"\n' in text
    assert "\ncontact: anna " in text
    assert "\n# language: en " in text


@needs_terminal
def test_an_answer_that_is_none_is_asked_again() -> None:
    typed = "App\n\nsoon\n2026-11-20\n2027-01-29\nnobody\ntomasz\n1w\n"
    code, shown = run_at_terminal("new", "project", "larkfield/app", typed=typed)
    assert code == 0
    assert "'soon' is not a day" in shown and "'nobody' is not one of" in shown
    assert "(anna, tomasz, or nothing)" in shown
    text = Path("content/clients/larkfield/app/project.yml").read_text("utf-8")
    lines = [line.partition("   #")[0] for line in text.split("\n")[2:8]]
    assert lines == [
        "name: App",
        "# summary: What it is, in one sentence",
        "start: 2026-11-20",
        "end: 2027-01-29",
        "contact: tomasz",
        "cadence: 1w",
    ]


@needs_terminal
def test_the_survey_is_chosen_at_a_terminal() -> None:
    code, _ = run_at_terminal("new", "survey", "every-quarter", typed="yearly\nrelationship\n")
    assert code == 0
    assert "type: nps" in Path("content/surveys/every-quarter.yml").read_text("utf-8")
