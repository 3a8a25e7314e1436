"""New files stand where they belong, check clean, and never replace one that is there."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sitegen.build import Request, build, check
from sitegen.errors import UsageError, WorkError
from sitegen.starter import (
    SURVEY_LANGUAGES,
    SURVEY_TEMPLATES,
    Ground,
    load_ground,
    write_client,
    write_project,
    write_starter,
    write_survey,
    write_theme,
)
from tests.model.editors import find_faults, read_as_editors_do

DAY = date(2026, 11, 20)


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    """The starter site."""
    write_starter(tmp_path, DAY)
    return load_ground(tmp_path / "sitegen.yml")


def find_problems(ground: Ground) -> list[str]:
    return [problem.message for problem in check(Request(config=ground.root / "sitegen.yml", day=DAY))]


PROJECT = {"name": "Portal: phase 2", "start": "2026-11-20", "end": "2027-03-01", "contact": "anna", "cadence": "2w"}


def test_a_client_with_a_project_checks_clean(ground: Ground) -> None:
    (client,) = write_client(ground, "acme", {"name": 'Acme "Ltd"', "contact": "tomasz", "language": "en-GB"})
    (project,) = write_project(ground, "acme/portal", PROJECT)
    assert client == ground.content / "clients" / "acme" / "client.yml"
    assert project == ground.content / "clients" / "acme" / "portal" / "project.yml"
    assert find_problems(ground) == []
    assert find_faults("client", client.read_text("utf-8")) == []
    assert find_faults("project", project.read_text("utf-8")) == []


def test_what_was_not_answered_is_a_comment(ground: Ground) -> None:
    (client,) = write_client(ground, "acme", {"name": "Acme"})
    (project,) = write_project(ground, "acme/portal", {"name": "Portal", "start": "2026-11-20"})
    assert "# contact: anna" in client.read_text("utf-8")
    assert "# cadence: 14d" in project.read_text("utf-8")
    assert find_problems(ground) == []


def test_examples_name_who_is_there_and_days_after_the_start(ground: Ground) -> None:
    (ground.content / "people.yml").write_text("olena: {name: Olena}\n")
    ground = load_ground(ground.root / "sitegen.yml")
    (client,) = write_client(ground, "acme", {"name": "Acme"})
    (project,) = write_project(ground, "acme/portal", {"name": "Portal", "start": "2027-03-01"})
    assert ground.only_person == "olena"
    assert "# contact: olena" in client.read_text("utf-8")
    text = project.read_text("utf-8")
    assert ("owner: olena" in text, "anna" in text) == (True, False)
    days = [date.fromisoformat(day) for day in re.findall(r"(?:due|end): ([0-9-]{10})", text)]
    assert len(days) == 4
    assert min(days) > date(2027, 3, 1)


def test_what_stands_in_comments_is_sound_too(ground: Ground) -> None:
    """A PM takes the comment signs away, and the file must still be read."""
    (client,) = write_client(ground, "acme", {"name": "Acme"})
    (project,) = write_project(ground, "acme/portal", {"name": "Portal", "start": "2026-11-20"})
    for path in (client, project):
        lines = path.read_text("utf-8").split("\n")
        path.write_text("\n".join(_uncomment(line) for line in lines))
    assert "\npeople:\n  sam:\n" in client.read_text("utf-8")
    assert "\nmilestones:\n  design:\n" in project.read_text("utf-8")
    assert find_faults("client", client.read_text("utf-8")) == []
    assert find_faults("project", project.read_text("utf-8")) == []


def _uncomment(line: str) -> str:
    """Take the sign from a commented line of YAML, and leave sentences alone."""
    is_yaml = line.startswith(("#   ", "# ")) and (":" in line.split("   #", maxsplit=1)[0] or line.startswith("#   -"))
    return line[2:] if is_yaml and not line.endswith((".", "client.")) and "$schema" not in line else line


@pytest.mark.parametrize("template", SURVEY_TEMPLATES)
def test_every_ready_survey_checks_clean(ground: Ground, template: str) -> None:
    (path,) = write_survey(ground, "mine", template, {"title": "Ours: 2026"})
    text = path.read_text("utf-8")
    assert 'title: "Ours: 2026"' in text
    assert "{mine: {" in text.split("title")[0]
    assert find_problems(ground) == []


@pytest.mark.parametrize("template", SURVEY_TEMPLATES)
def test_a_ready_survey_asks_the_same_in_every_language(ground: Ground, template: str) -> None:
    texts = {}
    for language in SURVEY_LANGUAGES:
        (path,) = write_survey(ground, f"in-{language}", template, {}, language)
        texts[language] = path.read_text("utf-8")
        assert find_faults("survey", texts[language]) == []
    assert find_problems(ground) == []
    asked = {language: _leave_out_words(read_as_editors_do(text)) for language, text in texts.items()}
    assert all(found == asked["en"] for found in asked.values())
    assert len({text.split("questions:")[1] for text in texts.values()}) == len(SURVEY_LANGUAGES)


def _leave_out_words(found: Any, key: str = "") -> Any:
    """Keep of a survey what it asks, not how it says so."""
    if isinstance(found, dict) and key != "show_if":
        return {inner: _leave_out_words(value, inner) for inner, value in found.items()}
    return found if key in {"type", "required", "long", "show_if"} else None


@pytest.mark.parametrize(
    ("language", "question"),
    [("uk", "Що вийшло добре?"), ("de-AT", "Was lief gut?"), (None, "What went well?")],
)
def test_a_ready_survey_speaks_the_language_that_is_known(ground: Ground, language: str | None, question: str) -> None:
    (path,) = write_survey(ground, "mine", "closing", {}, language)
    assert f"    text: {question}\n" in path.read_text("utf-8")


def test_a_language_that_no_ready_survey_speaks_is_told(ground: Ground) -> None:
    with pytest.raises(UsageError, match="no ready survey speaks 'pt-BR'; there are ar, de, en, es, fr, pl, uk"):
        write_survey(ground, "mine", "closing", {}, "pt-BR")


@pytest.mark.parametrize(("language", "question"), [("pl", "Co poszło dobrze?"), ("pt-BR", "What went well?")])
def test_a_ready_survey_speaks_the_language_of_the_site_or_english(
    ground: Ground, language: str, question: str
) -> None:
    config = ground.root / "sitegen.yml"
    config.write_text(config.read_text("utf-8").replace("language: en", f"language: {language}"))
    (path,) = write_survey(load_ground(config), "mine", "closing", {})
    assert f"    text: {question}\n" in path.read_text("utf-8")


def test_a_ready_survey_is_built_into_a_page(ground: Ground) -> None:
    plan = ground.content / "clients" / "larkfield" / "webshop" / "project.yml"
    for template in SURVEY_TEMPLATES:
        write_survey(ground, f"the-{template}", template, {})
    uses = "".join(f"\n  the-{template}: {{when: always}}" for template in SURVEY_TEMPLATES)
    plan.write_text(plan.read_text("utf-8").replace("\nsurveys:", f"\nsurveys:{uses}"))
    _build(ground)
    for template, question in (
        ("closing", "What went well?"),
        ("relationship", "When your plans change, we go along."),
        ("milestone", "What should we do differently in the next step?"),
    ):
        page = ground.root / "site" / "larkfield" / "webshop" / "feedback" / f"the-{template}" / "index.html"
        assert question in page.read_text("utf-8")


def test_a_theme_extends_the_default_one_and_renders(ground: Ground) -> None:
    files = write_theme(ground, "house", {"name": "House: ours"})
    config = ground.root / "sitegen.yml"
    config.write_text(config.read_text("utf-8") + "theme: house\n")
    base = ground.root / "themes" / "house" / "templates" / "base.html"
    assert files == (ground.root / "themes" / "house" / "theme.yml", base)
    sign = "https://www.example.com/imprint"
    assert sign not in _build(ground)
    base.write_text(base.read_text("utf-8").replace("{# <p", "<p").replace("</p> #}", "</p>"))
    assert sign in _build(ground)


def _build(ground: Ground) -> str:
    build(Request(config=ground.root / "sitegen.yml", day=DAY, output=ground.root / "site"))
    return (ground.root / "site" / "larkfield" / "webshop" / "index.html").read_text("utf-8")


def test_the_schema_is_named_where_the_site_has_schemas(ground: Ground) -> None:
    (path,) = write_client(ground, "acme", {"name": "Acme"})
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=../../../.schemas/client.json\n")
    for schema in (ground.root / ".schemas").iterdir():
        schema.unlink()
    (ground.root / ".schemas").rmdir()
    (path,) = write_client(ground, "beta", {"name": "Beta"})
    assert "$schema" not in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("write", "name"),
    [(write_client, "larkfield"), (write_project, "larkfield/webshop"), (write_theme, "default")],
)
def test_what_is_there_is_left_as_it_is(ground: Ground, write: type, name: str) -> None:
    before = {path: path.read_bytes() for path in ground.root.rglob("*") if path.is_file()}
    with pytest.raises(WorkError, match="choose another id"):
        write(ground, name, {"name": "Again", "start": "2026-11-20"})
    assert {path: path.read_bytes() for path in ground.root.rglob("*") if path.is_file()} == before


def test_a_survey_that_is_there_is_left_as_it_is(ground: Ground) -> None:
    with pytest.raises(WorkError, match="there is a survey 'pulse' already"):
        write_survey(ground, "pulse", "closing", {})


@pytest.mark.parametrize("name", ["assets", "agent"])
def test_a_client_may_not_stand_in_the_way_of_other_pages(ground: Ground, name: str) -> None:
    (ground.content / "agencies").mkdir()
    (ground.content / "agencies" / "agent.yml").write_text("name: Agent\n")
    with pytest.raises(WorkError):
        write_client(ground, name, {"name": "Acme"})


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("Acme Corp", "did you mean 'acme-corp'?"),
        ("Żółw & Søn", "did you mean 'zow-sn'?"),
        ("київ", "'київ' is no id; use a-z, 0-9 and '-', at most 64 characters"),
        ("acme.md", "did you mean 'acme'?"),
        ("../up", "did you mean 'up'?"),
        ("-", "'-' is no id"),
        ("a" * 65, f"did you mean '{'a' * 64}'?"),
    ],
)
def test_a_bad_id_is_told_with_the_nearest_one(ground: Ground, given: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        write_client(ground, given, {"name": "Acme"})
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("larkfeild/shop", "there is no client 'larkfeild'; did you mean 'larkfield'?"),
        ("zzz/shop", "'sitegen new client zzz' makes one"),
        ("shop", "write CLIENT/ID, as acme/shop"),
        ("larkfield", "'larkfield' is a client; add the project's id, as larkfield/shop"),
        ("larkfield/My Shop", "did you mean 'my-shop'?"),
        ("larkfield/a/b", "did you mean 'a-b'?"),
    ],
)
def test_a_project_needs_a_client_that_is_there(ground: Ground, given: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        write_project(ground, given, PROJECT)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"contact": "ana"}, "'ana' is nobody in people.yml; did you mean 'anna'?"),
        ({"contact": "zoe"}, "'zoe' is nobody in people.yml; there are anna, tomasz"),
        ({"language": "english"}, "language: 'english' is not a language tag"),
        ({"name": "  "}, "name: this text is empty"),
    ],
)
def test_an_answer_that_no_file_may_hold_is_refused(ground: Ground, answers: dict[str, str], told: str) -> None:
    with pytest.raises(UsageError) as caught:
        write_client(ground, "acme", {"name": "Acme", **answers})
    assert told in str(caught.value)
    assert not (ground.content / "clients" / "acme").exists()


def test_faults_elsewhere_do_not_matter(ground: Ground) -> None:
    (ground.content / "clients" / "larkfield" / "client.yml").write_text("nmae: [\n")
    (path,) = write_project(ground, "larkfield/second", PROJECT)
    assert path.is_file()
