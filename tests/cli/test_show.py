"""`sitegen show`: a status for a person in a terminal, or what status.json holds."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.running import EXAMPLE, EXAMPLE_DAY, make_site, run, run_alone, run_at_terminal

CONFIG = EXAMPLE / "sitegen.yml"
GOLDEN = Path(__file__).parent / "golden"
PORTAL = "thistlecombe/patient-portal"
SHOWN = (
    (PORTAL, "client"),
    (PORTAL, "agency"),
    (PORTAL, "internal"),
    ("thistlecombe/staff-rota", "client"),
    ("brezomar/reservas", "client"),
    ("zhytoyarka/oblik", "client"),
    ("zhytoyarka/zamovlennia", "client"),
)


@pytest.mark.parametrize(("project", "audience"), SHOWN)
def test_the_example_shows_as_expected(project: str, audience: str, is_updating: bool) -> None:
    golden = GOLDEN / f"{project.replace('/', '-')}-{audience}.txt"
    result = run_alone("show", project, "--date", EXAMPLE_DAY, "--audience", audience, cwd=EXAMPLE, COLUMNS="80")
    assert (result.returncode, result.stderr) == (0, "")
    if is_updating:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(result.stdout, "utf-8")
    else:
        assert result.stdout == golden.read_text("utf-8")


@pytest.mark.parametrize("audience", ["client", "internal"])
def test_json_is_what_the_build_writes(audience: str, tmp_path: Path) -> None:
    output = tmp_path / "site"
    where = ("--config", CONFIG, "--date", EXAMPLE_DAY)
    built = run("build", "-q", *where, "--audience", audience, "--output", output, "--jobs", "1")
    assert built.exit_code == 0
    folder = tmp_path / ("site" if audience == "client" else "site-internal")
    written = sorted(folder.rglob("status.json"))
    assert written
    for path in written:
        parts = path.parent.relative_to(folder).parts
        reader = "agency" if len(parts) == 3 else audience
        shown = run("show", "/".join(parts[-2:]), "--json", *where, "--audience", reader)
        assert shown.stdout_bytes == path.read_bytes()


def test_an_unknown_project_is_wrong_usage_and_the_nearest_is_named() -> None:
    result = run("show", "thistlecombe/patient-prtal", "--config", CONFIG)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"there is no project 'thistlecombe/patient-prtal'; did you mean '{PORTAL}'?" in result.stderr


def test_a_project_without_its_client_is_told_in_full() -> None:
    result = run("show", "reservas", "--config", CONFIG)
    assert "there is no project 'reservas'; did you mean 'brezomar/reservas'?" in result.stderr


def test_a_project_of_the_firm_alone_is_shown_to_no_client(tmp_path: Path) -> None:
    plan = "-- content/clients/acme/shop/project.yml --\nname: Shop\nstart: 2026-01-05\nvisibility: internal\n"
    config = make_site(tmp_path, plan)
    hidden = run("show", "acme/shop", "--config", config)
    assert (hidden.exit_code, hidden.stdout) == (2, "")
    assert "add '--audience internal'" in hidden.stderr
    assert run("show", "acme/shop", "--audience", "internal", "--config", config).exit_code == 0


def test_content_with_errors_is_not_shown(tmp_path: Path) -> None:
    config = make_site(tmp_path, "-- content/clients/acme/shop/project.yml --\nname: Shop\n")
    result = run("show", "acme/shop", "--config", config)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "'start' is missing" in result.stderr


def test_secrets_are_not_needed_to_look(tmp_path: Path) -> None:
    settings = "-- sitegen.yml --\nname: Firm\naccess: {mode: link}\n"
    plan = "-- content/clients/acme/shop/project.yml --\nname: Shop\nstart: 2026-01-05\n"
    assert run("show", "acme/shop", "--config", make_site(tmp_path, settings + plan)).exit_code == 0


def test_an_address_that_nobody_can_guess_is_told_to_who_has_the_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = make_site(
        tmp_path,
        "-- sitegen.yml --\nname: Firm\nurl: https://status.firm.example/\naccess: {mode: link}\n"
        "-- content/agencies/north.yml --\nname: North\n"
        "-- content/clients/acme/client.yml --\nname: Acme\nagency: north\n"
        "-- content/clients/acme/shop/project.yml --\nname: Shop\nstart: 2026-01-05\n",
    )
    show = ("show", "acme/shop", "--config", config, "--audience")
    assert "nobody can guess" not in run(*show, "client").stdout
    monkeypatch.setenv("SITEGEN_SECRET", "s" * 40)
    run("build", "-q", "--config", config, "--jobs", "1")
    told = []
    for audience in ("client", "agency"):
        told.append(run(*show, audience).stdout.rsplit("https://status.firm.example/", maxsplit=1)[1].strip())
        assert (tmp_path / "site" / told[-1] / "index.html").is_file()
    assert [path.split("-")[0] for path in told] == ["acme", "north"]
    assert "nobody can guess" not in run(*show, "internal").stdout


def test_without_a_terminal_there_is_no_colour() -> None:
    result = run_alone("show", PORTAL, "--date", EXAMPLE_DAY, cwd=EXAMPLE)
    assert "\x1b" not in result.stdout


def test_an_encoding_that_lacks_a_character_ends_nothing() -> None:
    result = run_alone("show", "zhytoyarka/zamovlennia", "--date", EXAMPLE_DAY, cwd=EXAMPLE, PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stderr) == (0, "")
    assert "ON HOLD since 2026-08-21" in result.stdout


def test_json_is_utf8_whatever_the_terminal_reads() -> None:
    words = ("show", "zhytoyarka/zamovlennia", "--date", EXAMPLE_DAY, "--json")
    result = run_alone(*words, cwd=EXAMPLE, PYTHONIOENCODING="ascii")
    assert json.loads(result.stdout)["project"]["name"] == "Замовлення для кав’ярень"


@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")
@pytest.mark.parametrize(("env", "is_coloured"), [({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_colour_unless_it_wants_none(env: dict[str, str], is_coloured: bool) -> None:
    code, shown = run_at_terminal("show", PORTAL, "--date", EXAMPLE_DAY, "--config", CONFIG, **env)
    assert code == 0
    assert ("\x1b[" in shown) is is_coloured
    assert "AT RISK" in shown
