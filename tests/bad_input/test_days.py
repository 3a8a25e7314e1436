"""Days at the ends of the calendar are refused in words that fit them; what is taken can be counted with everywhere."""

import re
from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request
from tests.bad_input.site import FILES, PLAN, SHOP, UPDATE, assert_well_told, spoil, try_build
from tests.bad_input.test_disk import run
from tests.cases import write_files

ENDS = ("0001-01-01", "1899-12-31", "3000-01-01", "9999-12-31")
TAKEN = ("1900-01-01", "2999-12-31")
DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


@pytest.mark.parametrize("day", ENDS)
@pytest.mark.parametrize(
    ("path", "old", "new", "advice"),
    [
        (PLAN, "due: 2026-03-01", "due: {}", "write 'tbd' while no date is known"),
        (PLAN, "baseline: 2026-09", "baseline: {}", "write 'tbd' while no date is known"),
        (PLAN, "end: 2026-12-01", "end: {}", "correct the year"),
        (PLAN, "due: 2026-04-01", "due: {}", "correct the year"),
        (PLAN, "asked: 2026-02-02 10:00", "asked: {} 10:00", "correct the year"),
        (UPDATE, "to: 2026-12-10", "to: {}", "correct the year"),
        ("sitegen.yml", "holidays: [2026-01-01]", "holidays: [{}]", "correct the year"),
    ],
)
def test_a_year_that_no_project_speaks_of_is_called_so(
    path: str, old: str, new: str, advice: str, day: str, tmp_path: Path
) -> None:
    assert old in FILES[path]
    text = FILES[path].replace(old, new.format(day))
    (message,) = spoil(tmp_path, lambda root: write_files({path: text}, root))
    assert_well_told([message])
    assert f"{day}" in message.split("\n")[0]
    assert f"' lies outside the years 1900 to 2999; {advice}" in message
    line, column = (int(number) for number in message.split(":")[1:3])
    assert text.split("\n")[line - 1][column - 1 :].startswith(day)


@pytest.mark.parametrize("day", ENDS)
def test_so_is_the_year_in_the_name_of_an_update(day: str, tmp_path: Path) -> None:
    path = f"{SHOP}/updates/{day}.md"
    (message,) = spoil(tmp_path, lambda root: write_files({path: "Text\n"}, root))
    assert message.startswith(f"{path}:1:1: error: '{day}' in the file's name lies outside the years 1900 to 2999; ")


@pytest.mark.parametrize("day", ENDS[::3])
@pytest.mark.parametrize("command", [("build",), ("check",), ("show", "acme/shop"), ("new", "update", "acme/shop")])
def test_so_is_the_year_on_a_command_line(command: tuple[str, ...], day: str, tmp_path: Path) -> None:
    write_files(FILES, tmp_path)
    done = run(tmp_path, *command, "--date", day)
    assert done.returncode == 2
    assert f"'{day}' lies outside the years 1900 to 2999; correct the year" in done.stderr


@pytest.mark.parametrize("today", TAKEN)
@pytest.mark.parametrize("day", TAKEN)
@pytest.mark.parametrize("audience", ["client", "internal"])
def test_the_first_and_the_last_day_that_are_taken_can_be_counted_with(
    day: str, today: str, audience: str, tmp_path: Path
) -> None:
    """Everything falls on one such day, and every span is the longest; and everything again but one thing."""
    longest = re.compile(r"\b(7d|10d|3d|4h)\b")
    at_end = {path: longest.sub("3650d", DAY.sub(day, text)) for path, text in FILES.items()}
    at_end["sitegen.yml"] = at_end["sitegen.yml"].replace("due_soon: 3650d", "due_soon: 520w\nstale_after: 520w")
    at_end[PLAN] = at_end[PLAN].replace("{when: always}", "{every: 520w, for: 520w}")
    update = at_end.pop(UPDATE)
    del at_end[f"{SHOP}/updates/2026-03-08-two.md"]
    at_end |= {f"{SHOP}/updates/{found}.md": update.replace(day, found) for found in TAKEN}
    for number, plan in enumerate(
        (at_end[PLAN], at_end[PLAN].replace(f"due: {day}", f"due: {TAKEN[day == TAKEN[0]]}"))
    ):
        write_files({**at_end, PLAN: plan}, tmp_path / str(number))
        request = Request(
            config=tmp_path / str(number) / "sitegen.yml", day=date.fromisoformat(today), audience=audience, jobs=1
        )
        assert try_build(request) == []
