"""The documentation keeps to the code: what it names is there, what is there it names, and its examples work."""

import ast
import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from jinja2 import Environment

from docs.generate import PAGES, REFERENCE
from docs.generator.commands import walk
from docs.generator.fields import tell_fields
from docs.generator.rules import FORM_ERRORS
from docs.generator.tables import make_anchor
from docs.generator.views import find_pages
from docs.generator.views import walk as walk_views
from sitegen.build import Request, build
from sitegen.cli import main
from sitegen.model import FILE_KINDS, Audience, Register, describe_schema
from sitegen.pages import views
from sitegen.problems import Problems
from sitegen.source import parse_yaml_document
from sitegen.state import CHECKS, State, check_site, fold
from sitegen.theme import builtin_themes_folder, load_theme
from tests.cases import DEFAULTS, PLAN, read_site, write_files

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "sitegen"
WRITTEN = sorted([*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")])
FOLD = ROOT / "docs/concepts/fold.md"
THEME_GUIDE = ROOT / "docs/guides/own-theme.md"

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PLACE = re.compile(r"(?:---\n)?(?:# |\{# )((?:content|themes)/\S+|sitegen\.yml)(?: #\})?\n")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
PEOPLE = {"content/people.yml": "olena: {name: Olena Kovalenko}\n"}

Files = dict[str, str]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read_blocks(path: Path) -> Iterator[tuple[str, str]]:
    """Go through the fenced blocks of a page: what they are called, and what they hold."""
    for match in FENCE.finditer(path.read_text("utf-8")):
        yield match[1], match[2]


def read_files(path: Path) -> Iterator[tuple[str, str]]:
    """Go through those blocks of a page that are files: their paths and texts."""
    for _, text in read_blocks(path):
        if place := PLACE.match(text):
            yield place[1], text


def read_rows(path: Path) -> list[list[str]]:
    """Return the cells of all rows of a page's tables."""
    lines = (line for line in path.read_text("utf-8").splitlines() if line.startswith("|"))
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def read_site_of(files: Mapping[str, str]) -> Any:
    return read_site("".join(f"-- {path} --\n{text}\n" for path, text in files.items()))


# The reference


@pytest.mark.parametrize("name", PAGES)
def test_reference_is_what_the_code_says(name: str) -> None:
    assert (REFERENCE / name).read_text("utf-8") == PAGES[name](), "run 'make docs'"


def test_every_command_and_option_has_help() -> None:
    for context in walk(main, click.Context(main, info_name="sitegen")):
        assert context.command.help, context.command_path
        for option in context.command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{context.command_path} {option.opts[0]}"


def test_every_command_is_in_the_reference() -> None:
    told = (REFERENCE / "commands.md").read_text("utf-8")
    commands = list(walk(main, click.Context(main, info_name="sitegen")))
    assert commands
    for context in commands:
        assert f"## {context.command_path}\n" in told


def test_commands_that_pages_speak_of_exist() -> None:
    known = {context.command_path for context in walk(main, click.Context(main, info_name="sitegen"))}
    firsts = {path.split()[1] for path in known}
    spoken = {
        (name_of(path), command)
        for path in WRITTEN
        for command in re.findall(r"(?:^ {4}|`)sitegen ([a-z]+)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert spoken
    assert {each for each in spoken if each[1] not in firsts} == set()


def test_options_that_pages_speak_of_exist() -> None:
    contexts = walk(main, click.Context(main, info_name="sitegen"))
    known = {each.command_path: {name for option in each.command.params for name in option.opts} for each in contexts}
    lines = {
        (name_of(path), line)
        for path in WRITTEN
        for line in re.findall(r"(?:^ {4}|`)(sitegen [a-z][^`\n]+)", path.read_text("utf-8"), re.MULTILINE)
        if " --" in line
    }
    assert lines
    for page, line in lines:
        command = max((command for command in known if line.startswith(f"{command} ")), key=len)
        assert set(re.findall(r" (--[a-z-]+)", line)) <= known[command], f"{page}: {line}"


def test_every_check_is_in_the_reference() -> None:
    told = (REFERENCE / "rules.md").read_text("utf-8")
    for check in CHECKS:
        assert f"### {check.name}\n" in told


def test_every_error_of_form_has_a_meaning() -> None:
    """What is wrong with a visitor's answer is no error of the content."""
    visitors = {"survey", "collector"}
    modules = [path for path in sorted(HOUSE.rglob("*.py")) if path.relative_to(HOUSE).parts[0] not in visitors]
    used = {rule for path in modules for rule in find_rules(path)}
    assert len(used) > 10
    assert used - FORM_ERRORS.keys() - {check.name for check in CHECKS} == set()


def find_rules(path: Path) -> Iterator[str]:
    """Go through the rules by which a module tells of problems."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func).rpartition(".")[2]
        given = {keyword.arg: keyword.value for keyword in node.keywords}
        first = node.args[0] if name in {"error", "fault", "Fault"} and node.args else given.get("rule")
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_every_key_of_a_file_is_in_the_reference(kind: str) -> None:
    known = {row[0] for row in read_rows(REFERENCE / "keys.md")}
    keys = set(find_keys(describe_schema(kind)))
    assert keys
    assert {key for key in keys if f"`{key}`" not in known} - set(Audience) == set()


def find_keys(schema: object) -> Iterator[str]:
    """Go through the keys that a JSON Schema knows, at whatever depth; registers have sections of their own."""
    if isinstance(schema, list):
        for part in schema:
            yield from find_keys(part)
    if isinstance(schema, dict):
        for name, value in schema.items():
            if name == "properties":
                yield from (key for key in value if key not in set(Register))
            yield from find_keys(value)


def test_every_view_is_in_the_reference_with_all_its_fields() -> None:
    sections = re.split(r"^### ", (REFERENCE / "views.md").read_text("utf-8"), flags=re.MULTILINE)
    told = {section.partition("\n")[0]: section for section in sections}
    for name in views.__all__:
        for field in tell_fields(getattr(views, name)):
            assert field.text, f"{name}.{field.name} has no docstring"
            assert f"| `{field.name}` |" in told[name]


def test_pages_are_made_of_nothing_but_views() -> None:
    made_of = {view.__name__ for view in walk_views(find_pages())}
    assert set(views.__all__) - made_of == set(), "a view that no page holds"


def test_status_json_is_told_key_by_key(tmp_path: Path) -> None:
    told = {match[1] for row in read_rows(REFERENCE / "status-json.md") if (match := CODE.fullmatch(row[0]))}
    build(Request(config=ROOT / "sitegen.yml", day=date(2026, 11, 20), output=tmp_path / "site", jobs=1))
    build(
        Request(
            config=ROOT / "sitegen.yml",
            day=date(2026, 11, 20),
            output=tmp_path / "site",
            jobs=1,
            audience=Audience.INTERNAL,
        )
    )
    written = {path for file in tmp_path.rglob("status.json") for path in find_paths(json.loads(file.read_bytes()))}
    assert {path for path in written if path not in told} == set()
    assert {path for path in told if path not in written} == set()


ITEMS = {"deliverables", "actions", "risks", "issues", "changes", "decisions", "questions", "feedback"}
MAPS = {"aspects", "delay_by_side"}


def find_paths(value: Mapping[str, Any], before: str = "") -> Iterator[str]:
    """Go through the paths of a status' keys; items and maps of open keys are told as a whole."""
    for key, inner in value.items():
        path = f"{before}{key}"
        if path in ITEMS:
            yield f"{path}[]"
        elif key == "waits_for":
            yield path
            yield from (f"{path}.{audience}" for audience in inner)
        else:
            yield path
            if isinstance(inner, dict) and path not in MAPS:
                yield from find_paths(inner, f"{path}.")
            for each in inner if isinstance(inner, list) else ():
                yield from find_paths(each, f"{path}[].")


# Examples


@pytest.mark.parametrize("path", WRITTEN, ids=name_of)
def test_examples_that_are_files_can_be_read(path: Path) -> None:
    """Each is laid over those before it on the page, and all over the worked example's."""
    files = DEFAULTS | PEOPLE | {place: text for place, text in read_files(FOLD) if place == PLAN}
    if path != FOLD:
        files |= dict(read_files(FOLD))
    for place, text in read_files(path):
        if place.startswith("themes/"):
            continue
        files[place] = text
        assert read_site_of(files).problems == (), place


@pytest.mark.parametrize("path", WRITTEN, ids=name_of)
def test_examples_in_yaml_are_yaml(path: Path) -> None:
    for language, text in read_blocks(path):
        if language == "yaml":
            problems = Problems()
            assert parse_yaml_document(text.encode(), name_of(path), problems), list(problems)


def test_tutorial_can_be_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("init", "status")
    monkeypatch.chdir("status")
    run("build")
    assert Path("site/larkfield/webshop/index.html").is_file()
    shutil.rmtree("content/clients/larkfield")
    steps = dict(read_files(ROOT / "docs/guides/tutorial.md"))
    mine = {place: text for place, text in steps.items() if "clients" not in place}
    write_files(mine, Path())
    run("new", "client", "acme", "--name", "Acme", "--contact", "olena")
    run("new", "project", "acme/shop", "--name", "Web shop", "--end", "2026-06-12")
    write_files({PLAN: steps.pop(PLAN)}, Path())
    run("new", "update", "acme/shop", "--date", "2026-03-16", "--headline", "We have begun", "--health", "on-track")
    assert Path("content/clients/acme/shop/updates/2026-03-16.md").is_file()
    write_files(steps, Path())
    run("check", "--date", "2026-03-16")
    run("build", "--date", "2026-03-16")
    assert "photos of the first fifty products" in Path("site/acme/shop/index.html").read_text("utf-8")


def run(*words: str) -> None:
    """Run a command as somebody would who has read a page."""
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output


FACTS: Mapping[str, Callable[[State], str]] = {
    "health": lambda state: str(state.health),
    "progress": lambda state: f"{round((state.progress or 0) * 100)} %",
    "next milestone": lambda state: state.next_milestone.id if state.next_milestone else "none",
    "beta: state": lambda state: state.milestones[1].state.value,
    "beta: due": lambda state: str(state.milestones[1].item.due),
    "beta: days later than agreed": lambda state: str(state.milestones[1].slip_days),
    "launch: days later than agreed": lambda state: str(state.milestones[2].slip_days),
    "end as agreed": lambda state: str(state.end.baseline),
    "end as it looks now": lambda state: str(state.end.forecast),
    "days lost, by side": lambda state: join(f"{side} {days}" for side, days in state.delay_by_side.items()),
    "hours agreed": lambda state: str(state.budget and state.budget.agreed),
    "hours used": lambda state: say(state.budget and state.budget.used),
    "hours used up, at this pace": lambda state: say(state.budget and state.budget.runs_out),
    "waits for the client": lambda state: join(need.id for need in state.needs),
}


def say(value: object) -> str:
    return "none" if value is None else str(value)


def join(words: Iterator[str]) -> str:
    return ", ".join(words) or "none"


def test_worked_example_is_what_the_fold_says() -> None:
    case = read_site_of(dict(read_files(FOLD)))
    head, _, *rows = read_rows(FOLD)
    assert {row[0] for row in rows} == {*FACTS, "warnings of `sitegen check`"}
    for column, day in enumerate(head[1:], start=1):
        state = fold(case.project, date.fromisoformat(day), Audience.CLIENT)
        warnings = join(problem.rule for problem in check_site(case.site, state.day, case.digests.get))
        told = {row[0]: row[column] for row in rows}
        assert told == {name: find(state) for name, find in FACTS.items()} | {"warnings of `sitegen check`": warnings}


def test_theme_of_the_guide_changes_the_pages(tmp_path: Path) -> None:
    files = DEFAULTS | dict(read_files(FOLD)) | dict(read_files(THEME_GUIDE))
    write_files(files, tmp_path)
    build(Request(config=tmp_path / "sitegen.yml", day=date(2026, 3, 30), jobs=1))
    page = (tmp_path / "site/acme/shop/index.html").read_text("utf-8")
    assert "Your turn" in page
    assert "What we need from you" not in page
    assert "We answer within a day." in page


def test_every_filter_is_in_the_guide() -> None:
    from sitegen.theme.environment import make_environment
    from sitegen.theme.translations import load_translations

    chain = load_theme("default", [builtin_themes_folder()]).chain
    known = set(make_environment(chain, {}, "en", load_translations(chain, "en")).filters) - set(Environment().filters)
    told = {row[0].strip("`") for row in read_rows(THEME_GUIDE)}
    assert known
    assert known - told == set()


# Words and links


@pytest.mark.parametrize("path", WRITTEN, ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    text = FENCE.sub("", path.read_text("utf-8"))
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        place, _, anchor = target.partition("#")
        found = (path.parent / place).resolve() if place else path
        assert found.exists(), f"{target} leads nowhere"
        if anchor:
            assert anchor in find_anchors(found), f"{target} leads to no heading"


def find_anchors(path: Path) -> set[str]:
    return {make_anchor(heading) for heading in re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)}


def test_every_page_can_be_reached() -> None:
    start = ROOT / "README.md"
    seen, waiting = {start}, [start]
    while waiting:
        path = waiting.pop()
        for target in LINK.findall(path.read_text("utf-8")):
            found = (path.parent / target.partition("#")[0]).resolve()
            if found.suffix == ".md" and found.exists() and found not in seen:
                seen.add(found)
                waiting.append(found)
    assert set(WRITTEN) - seen == set()


def test_targets_of_make_exist() -> None:
    known = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    spoken = {
        target
        for path in WRITTEN
        for target in re.findall(r"(?:^ {4}|`)make ([a-z]+)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert {"site", "test"} <= spoken
    assert spoken - known == set()


def test_nobody_is_told_to_install_something_else() -> None:
    """The distribution is `sitegen-status`; its short name belongs to others."""
    inside = [
        path for path in sorted((ROOT / "sitegen").rglob("*")) if path.is_file() and "__pycache__" not in path.parts
    ]
    texts = [*WRITTEN, ROOT / "pyproject.toml", ROOT / "Makefile", *inside]
    wrong = re.compile(r"(?:pip|pipx|uv|uvx)\b[^\n`]*\b(?:install|add|run|x)\s+(?:-\S+\s+)*[\"']?sitegen(?!-status)\b")
    assert [name_of(path) for path in texts if wrong.search(path.read_text("utf-8"))] == []
