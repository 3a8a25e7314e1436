"""`sitegen check`: findings on stdout in three forms, a summary on stderr, and an exit code."""

import json
import random
import re
import shutil
from pathlib import Path

import pytest

from sitegen.cli.findings import format_github
from sitegen.problems import Position, Problem
from tests.cli.running import EXAMPLE, EXAMPLE_DAY, make_site, run

PROJECT = "content/clients/acme/shop"
SOUND = f"""\
-- sitegen.yml --
name: Firm
url: https://firm.example/
-- {PROJECT}/project.yml --
name: Shop
start: 2026-01-05
milestones:
  beta: {{title: Beta, due: 2026-03-02}}
"""
STALE = f"{SOUND}-- {PROJECT}/updates/2026-01-09.md --\n---\nhealth: on-track\n---\n"
BROKEN = f"""\
{STALE}\
-- {PROJECT}/updates/2026-01-12.md --
---
milestones:
  bta: {{due: 2026-04-01}}
---
See [the brief](../files/brief.pdf).
-- {PROJECT}/updates/2026-01-13.md --
---
health: [
---
-- content/clients/acme/site/project.yml --
name: Site
strat: 2026-01-05
"""


def test_a_sound_site_has_no_findings(tmp_path: Path) -> None:
    result = run("check", "--config", make_site(tmp_path, SOUND), "--date", "2026-01-06")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no errors, no warnings\n")


def test_findings_are_data_and_the_summary_is_talk(tmp_path: Path) -> None:
    result = run("check", "--config", make_site(tmp_path, STALE), "--date", "2026-02-01")
    assert result.exit_code == 0
    assert "[stale]" in result.stdout
    assert result.stderr == "no errors, 1 warning\n"


def test_strict_takes_warnings_for_errors(tmp_path: Path) -> None:
    result = run("check", "--strict", "--config", make_site(tmp_path, STALE), "--date", "2026-02-01")
    assert result.exit_code == 1
    assert ": error: " in result.stdout
    assert result.stderr == "1 error, no warnings\n"


def test_quiet_leaves_out_the_summary(tmp_path: Path) -> None:
    result = run("check", "-q", "--config", make_site(tmp_path, STALE), "--date", "2026-02-01")
    assert result.stderr == ""
    assert "[stale]" in result.stdout


def test_all_faults_are_told_at_once_in_every_broken_file(tmp_path: Path) -> None:
    result = run("check", "--format", "json", "--config", make_site(tmp_path, BROKEN), "--date", "2026-02-01")
    found = {(Path(each["path"]).name, each["line"], each["rule"]) for each in json.loads(result.stdout)}
    assert result.exit_code == 1
    assert found == {
        ("2026-01-12.md", 5, "broken-link"),
        ("2026-01-13.md", 2, "bad-syntax"),
        ("project.yml", 1, "missing-field"),
        ("project.yml", 2, "unknown-key"),
    }


def test_a_project_with_faults_is_not_judged(tmp_path: Path) -> None:
    """What cannot be read may be what a rule misses."""
    result = run("check", "--config", make_site(tmp_path, BROKEN), "--date", "2026-02-01")
    assert "[stale]" not in result.stdout


def test_json_has_the_promised_keys(tmp_path: Path) -> None:
    site = (
        f"{SOUND}-- {PROJECT}/updates/2026-01-09.md --\n---\nhealth: on-track\nactions:\n  logo: {{title: Logo}}\n---\n"
    )
    result = run("check", "--format", "json", "--config", make_site(tmp_path, site), "--date", "2026-01-10")
    (finding,) = (found for found in json.loads(result.stdout) if found["rule"] != "no-contact")
    assert list(finding) == ["path", "line", "column", "level", "rule", "message", "project", "item"]
    assert (finding["level"], finding["rule"]) == ("warning", "ask-without-date")
    assert (finding["line"], finding["column"]) == (4, 3)
    assert (finding["project"], finding["item"]) == ("acme/shop", "actions.logo")


def test_json_without_findings_is_an_empty_list(tmp_path: Path) -> None:
    result = run("check", "--format", "json", "--config", make_site(tmp_path, SOUND), "--date", "2026-01-06")
    assert json.loads(result.stdout) == []


def test_paths_are_relative_to_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_site(tmp_path, STALE)
    monkeypatch.chdir(tmp_path / "content" / "clients")
    result = run("check", "--date", "2026-02-01")
    assert result.stdout.startswith("acme/shop/project.yml:1:1: warning: ")


def test_settings_that_cannot_be_read_are_a_finding(tmp_path: Path) -> None:
    result = run("check", "--format", "json", "--config", make_site(tmp_path, "-- sitegen.yml --\nnmae: Firm\n"))
    assert result.exit_code == 1
    assert {each["rule"] for each in json.loads(result.stdout)} == {"unknown-key", "missing-field"}


def test_an_unknown_theme_is_a_finding_beside_the_others(tmp_path: Path) -> None:
    site = BROKEN.replace("name: Firm", "name: Firm\ntheme: bright")
    result = run("check", "--config", make_site(tmp_path, site), "--date", "2026-02-01")
    assert result.exit_code == 1
    assert "bright" in result.stdout
    assert "[bad-syntax]" in result.stdout


def test_without_settings_the_command_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no sitegen.yml here" in result.stderr


def test_nothing_is_written(tmp_path: Path) -> None:
    before = sorted(make_site(tmp_path, STALE).parent.rglob("*.*"))
    run("check", "--config", tmp_path / "sitegen.yml")
    after = sorted(path for path in tmp_path.rglob("*.*") if ".sitegen" not in path.parts)
    assert after == before


def test_github_commands_cannot_be_broken_by_what_they_tell() -> None:
    problem = Problem(
        rule="bad-value",
        message="50% of 'a::b'\nis, no",
        position=Position(path="a,b/100%: c.md", line=3, column=7),
    )
    told = format_github([problem], Path())
    assert told == "::error file=a%2Cb/100%25%3A c.md,line=3,col=7,title=bad-value::50%25 of 'a::b'%0Ais, no"


def test_github_gets_one_command_a_finding(tmp_path: Path) -> None:
    result = run("check", "--format", "github", "--config", make_site(tmp_path, STALE), "--date", "2026-02-01")
    (line,) = result.stdout.splitlines()
    assert re.match(r"::warning file=.*/project\.yml,line=1,col=1,title=stale::the last update, 2026-01-09", line)


def _damage(text: str, dice: random.Random) -> str:
    """Lose a line, repeat one, mistype a key or a value, or stop short."""
    lines = text.split("\n")
    at = dice.randrange(len(lines))
    changed = {
        "lose": [],
        "repeat": [lines[at], lines[at]],
        "mistype": [re.sub(r"(\w)(:)", r"\1x\2", lines[at])],
        "replace": [re.sub(r": .*", ": nonsense", lines[at])],
    }
    how = dice.choice(["stop", *changed])
    return "\n".join(lines[:at] if how == "stop" else lines[:at] + changed[how] + lines[at + 1 :])


@pytest.mark.parametrize("seed", range(12))
def test_damaged_files_are_told_and_end_no_check(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    shutil.copy(EXAMPLE / "sitegen.yml", tmp_path)
    files = sorted(path for path in tmp_path.rglob("*") if path.suffix in {".yml", ".md"} and "files" not in path.parts)
    for path in dice.sample([path for path in files if path.name != "sitegen.yml"], 6):
        path.write_text(_damage(path.read_text("utf-8"), dice), "utf-8")
    result = run("check", "--config", tmp_path / "sitegen.yml", "--date", EXAMPLE_DAY, "--format", "json")
    assert result.exit_code in {0, 1}
    assert isinstance(json.loads(result.stdout), list)


def test_leaks_are_findings_like_others(tmp_path: Path) -> None:
    rival = "-- content/clients/rival/client.yml --\nname: Rivalry Inc\n"
    config = make_site(tmp_path, SOUND + rival)
    assert run("build", "--config", config, "--date", "2026-01-06").exit_code == 0
    words = ("check", "--leaks", "--config", config, "--date", "2026-01-06")
    assert run(*words).exit_code == 0
    page = tmp_path / "site/acme/index.html"
    page.write_text(f"<!-- Rivalry Inc -->\n{page.read_text('utf-8')}", "utf-8")
    result = run(*words)
    assert (result.exit_code, result.stderr) == (1, "1 error, no warnings\n")
    assert "site/acme/index.html:1:1: error: 'Rivalry Inc', a client's name, can be read" in result.stdout
    assert result.stdout.endswith("[leak]\n")


def test_leaks_of_a_site_that_was_not_built_are_wrong_usage(tmp_path: Path) -> None:
    result = run("check", "--leaks", "--config", make_site(tmp_path, SOUND), "--date", "2026-01-06")
    assert result.exit_code == 2
    assert "run 'sitegen build' first" in result.stderr
