"""A build writes what the content says, and no more: not twice, not with an error, not what others put there."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request, build, check
from sitegen.errors import ContentError, UsageError, WorkError
from sitegen.memory import Shard
from sitegen.model import Audience
from tests.bad_input.site import DAY, FILES, SHOP, read_tree
from tests.cases import write_files

SECRET = "0123456789abcdef0123456789abcdef"
SECOND = {
    "content/clients/beta/client.yml": "name: Beta\n",
    "content/clients/beta/app/project.yml": "name: App\nstart: 2026-02-02\n",
}
CLIENT = "content/clients/acme/client.yml"
PUBLIC = "name: Acme\nlogo: logo.svg\n"


def lay_out(root: Path, **files: str) -> Request:
    """Write the small site, with other files beside or instead of its own, and return the request to build it."""
    write_files({**FILES, **SECOND, **files}, root)
    return Request(config=root / "sitegen.yml", day=DAY, jobs=1)


def stamp(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_the_second_build_writes_nothing(tmp_path: Path) -> None:
    request = lay_out(tmp_path)
    first = build(request)
    before = stamp(tmp_path / "site")
    second = build(request)
    assert first.written and not first.stood
    assert (second.written, second.removed, second.stood) == ((), (), len(first.written))
    assert stamp(tmp_path / "site") == before


def test_an_error_leaves_the_old_site_byte_for_byte(tmp_path: Path) -> None:
    request = lay_out(tmp_path)
    build(request)
    before, stamps = read_tree(tmp_path), stamp(tmp_path / "site")
    write_files({f"{SHOP}/updates/2026-04-04.md": "[x](nowhere.pdf)\n"}, tmp_path)
    with pytest.raises(ContentError):
        build(request)
    (tmp_path / SHOP / "updates" / "2026-04-04.md").unlink()
    assert read_tree(tmp_path) == before
    assert stamp(tmp_path / "site") == stamps


def test_what_the_content_no_longer_holds_is_removed(tmp_path: Path) -> None:
    request = lay_out(tmp_path)
    build(request)
    (tmp_path / SHOP / "updates" / "2026-03-08-two.md").unlink()
    (tmp_path / "site" / "acme" / "theirs.txt").write_text("theirs")
    report = build(request)
    assert "acme/shop/updates/2026-03-08-two/index.html" in report.removed
    assert not (tmp_path / "site/acme/shop/updates/2026-03-08-two").exists()
    assert (tmp_path / "site/acme/theirs.txt").read_text() == "theirs"


def test_a_build_of_one_client_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    request = lay_out(tmp_path)
    build(request)
    before = read_tree(tmp_path / "site")
    write_files({SHOP + "/project.yml": FILES[SHOP + "/project.yml"].replace("name: Shop", "name: Store")}, tmp_path)
    write_files({"content/clients/beta/app/project.yml": "name: Other\nstart: 2026-02-02\n"}, tmp_path)
    build(replace(request, clients=("acme",)))
    after = read_tree(tmp_path / "site")
    changed = {path for path in before if before[path] != after[path]}
    assert changed
    assert {path for path in changed if not path.startswith(("acme/", "mid/acme/"))} <= {"mid/index.html"}
    assert b"Store" in after["acme/shop/index.html"]
    assert b"Other" not in after["beta/app/index.html"]
    assert before.keys() == after.keys()


def test_a_build_of_one_client_leaves_the_others_on_their_agency_s_page(tmp_path: Path) -> None:
    request = lay_out(tmp_path, **{"content/clients/beta/client.yml": "name: Beta\nagency: mid\n"})
    build(request)
    before = read_tree(tmp_path / "site")
    assert b"Beta" in before["mid/index.html"]
    build(replace(request, clients=("acme",)))
    assert read_tree(tmp_path / "site") == before


@pytest.mark.parametrize("now", ["", "agency: far\n"])
@pytest.mark.parametrize("mode", ["public", "link"])
def test_a_client_that_leaves_its_agency_is_gone_there_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: str, mode: str
) -> None:
    monkeypatch.setenv("SITEGEN_SECRET", SECRET)
    agencies = {f"content/agencies/{name}.yml": f"name: {name}\naccess: {{mode: {mode}}}\n" for name in ("mid", "far")}
    beta = {"content/clients/beta/client.yml": "name: Beta\nagency: mid\n"}
    request = lay_out(tmp_path, **agencies, **beta)
    build(request)
    (before,) = (tmp_path / "site").glob("mid*")
    assert (before / "acme/shop/index.html").exists()
    client = FILES["content/clients/acme/client.yml"].replace("agency: mid\n", now)
    write_files({"content/clients/acme/client.yml": client}, tmp_path)
    build(replace(request, clients=("acme",)))
    part = read_tree(tmp_path / "site")
    theirs = {path: data for path, data in part.items() if path.startswith("mid")}
    assert theirs and not any("/acme/" in path or b"Acme" in data for path, data in theirs.items())
    build(request)
    assert read_tree(tmp_path / "site") == part


def test_an_agency_that_is_gone_loses_its_folder_with_the_first_of_its_clients(tmp_path: Path) -> None:
    request = lay_out(tmp_path)
    build(request)
    (tmp_path / "content/agencies/mid.yml").unlink()
    client = FILES["content/clients/acme/client.yml"].replace("agency: mid\n", "")
    write_files({"content/clients/acme/client.yml": client}, tmp_path)
    report = build(replace(request, clients=("acme",)))
    assert "mid/index.html" in report.removed
    assert not (tmp_path / "site/mid").exists()
    assert (tmp_path / "site/beta/index.html").exists()


def test_one_client_of_a_shard_is_wrong_usage_and_the_site_stays(tmp_path: Path) -> None:
    request = lay_out(tmp_path)
    build(request)
    before = read_tree(tmp_path / "site")
    with pytest.raises(UsageError, match="exclude each other"):
        build(replace(request, clients=("acme",), shard=Shard(index=1, count=2)))
    assert read_tree(tmp_path / "site") == before


def test_a_build_of_one_client_for_the_firm_leaves_the_portfolio_as_it_is(tmp_path: Path) -> None:
    request = replace(lay_out(tmp_path), audience="internal")
    build(request)
    before = read_tree(tmp_path / "site-internal")
    assert b"Beta" in before["portfolio.json"]
    write_files({SHOP + "/project.yml": FILES[SHOP + "/project.yml"].replace("name: Shop", "name: Store")}, tmp_path)
    build(replace(request, clients=("acme",)))
    after = read_tree(tmp_path / "site-internal")
    assert before.keys() == after.keys()
    changed = {path for path in before if before[path] != after[path]}
    assert changed
    assert all(path.startswith("acme/") for path in changed)


@pytest.mark.parametrize(
    ("asked", "told"),
    [("acm", r"did you mean 'acme'\?$"), ("ACME", r"did you mean 'acme'\? capital and small letters d")],
)
def test_an_unknown_client_is_wrong_usage(asked: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=told):
        build(replace(lay_out(tmp_path), clients=(asked,)))


@pytest.mark.parametrize(
    "folder", ["content", "content/x", ".", "..", "themes", ".sitegen", "site-internal", "site-internal/x"]
)
def test_an_output_among_what_it_is_made_from_is_refused(tmp_path: Path, folder: str) -> None:
    request = lay_out(tmp_path / "firm")
    before = read_tree(tmp_path)
    with pytest.raises(UsageError, match="; choose another"):
        build(replace(request, output=tmp_path / "firm" / folder))
    (tmp_path / "firm/.sitegen/lock").unlink()
    assert read_tree(tmp_path) == before


def test_an_output_that_a_link_leads_into_the_content_is_refused(tmp_path: Path) -> None:
    request = lay_out(tmp_path)
    (tmp_path / "out").symlink_to("content")
    with pytest.raises(UsageError, match="content"):
        build(replace(request, output=tmp_path / "out" / "x"))


def test_an_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    request = lay_out(tmp_path)
    (tmp_path / "out").write_text("theirs")
    with pytest.raises(UsageError, match="is a file"):
        build(replace(request, output=tmp_path / "out"))


def test_internal_pages_stand_in_a_folder_of_their_own(tmp_path: Path) -> None:
    request = lay_out(tmp_path)
    build(request)
    before = read_tree(tmp_path / "site")
    build(replace(request, audience=Audience.INTERNAL))
    assert (tmp_path / "site-internal/acme/shop/index.html").is_file()
    assert read_tree(tmp_path / "site") == before


def test_a_damaged_record_does_not_hinder_a_build(tmp_path: Path) -> None:
    request = lay_out(tmp_path)
    build(request)
    (tmp_path / ".sitegen/outputs.json").write_bytes(b"\x00rubbish")
    assert build(request).written == ()


def test_a_deleted_cache_loses_nothing(tmp_path: Path) -> None:
    request = lay_out(tmp_path)
    build(request)
    before = read_tree(tmp_path / "site")
    for path in sorted((tmp_path / ".sitegen").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    assert build(request).written == ()
    assert read_tree(tmp_path / "site") == before


def test_the_firm_s_logo_may_stand_beside_its_settings(tmp_path: Path) -> None:
    settings = FILES["sitegen.yml"].replace("content/logo.svg", "./firm.svg")
    request = lay_out(tmp_path, **{"sitegen.yml": settings, "firm.svg": "<svg/>"})
    build(request)
    assert list((tmp_path / "site/acme/assets").glob("firm.*.svg"))
    (tmp_path / "firm.svg").unlink()
    (tmp_path / "firm.svg").symlink_to("/etc/hostname")
    with pytest.raises(ContentError):
        build(request)


def test_a_site_without_clients_is_a_site(tmp_path: Path) -> None:
    write_files({"sitegen.yml": "name: Firm\n", "content/people.yml": ""}, tmp_path)
    report = build(Request(config=tmp_path / "sitegen.yml", day=DAY))
    assert report.projects == 0
    assert (tmp_path / "site/index.html").is_file()


def test_days_out_of_the_calendar_of_projects_are_wrong_usage(tmp_path: Path) -> None:
    request = lay_out(tmp_path)
    for day in (date.min, date.max):
        with pytest.raises(UsageError, match=str(day)):
            build(replace(request, day=day))


def test_many_clients_are_the_same_on_one_core_and_on_several(tmp_path: Path) -> None:
    more = {}
    for number in range(12):
        more[f"content/clients/c{number}/client.yml"] = f"name: C{number}\n"
        more[f"content/clients/c{number}/app/project.yml"] = "name: App\nstart: 2026-02-02\n"
    request = lay_out(tmp_path, **more)
    build(replace(request, output=tmp_path / "one"))
    build(replace(request, output=tmp_path / "several", jobs=3))
    assert read_tree(tmp_path / "one") == read_tree(tmp_path / "several")
    assert len(read_tree(tmp_path / "one")) > 100


def test_an_error_in_one_of_many_clients_reaches_the_author(tmp_path: Path) -> None:
    more = {f"content/clients/c{n}/client.yml": f"name: C{n}\n" for n in range(16)}
    request = lay_out(tmp_path, **more, **{f"{SHOP}/updates/2026-04-04.md": "[x](nowhere.pdf)\n"})
    with pytest.raises(ContentError) as caught:
        build(replace(request, jobs=3))
    assert [problem.rule for problem in caught.value.problems if problem.level == "error"] == ["broken-link"]


COMMAND = [sys.executable, "-c", "from sitegen.cli import main; main()", "build", "--date", "2026-11-20", "--jobs", "1"]


def test_hash_seed_locale_zone_and_folder_of_the_machine_do_not_matter(tmp_path: Path) -> None:
    trees = []
    for number, (seed, locale, zone) in enumerate(
        [("0", "C", "UTC"), ("1", "C.UTF-8", "Pacific/Kiritimati"), ("31337", "POSIX", "America/Anchorage")]
    ):
        root = tmp_path / f"place{number}" / ("x" * number * 7)
        lay_out(root)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "LANG": locale, "TZ": zone}
        environment.pop("PYTHONUTF8", None)
        done = subprocess.run(COMMAND, cwd=root, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        trees.append(read_tree(root / "site"))
    assert trees[0] == trees[1] == trees[2]


def test_the_output_knows_neither_machine_nor_clock(tmp_path: Path) -> None:
    build(lay_out(tmp_path / "umbrella"))
    year = str(date.today().year)  # noqa: DTZ011  the machine's own day is what must not be there
    for path, data in read_tree(tmp_path / "umbrella" / "site").items():
        assert b"umbrella" not in data, path
        assert str(tmp_path).encode() not in data, path
        assert str(Path.cwd()).encode() not in data, path
        if year not in {"2025", "2026", "2027"}:
            assert year.encode() not in data, path


def test_a_link_hides_the_folder_and_a_new_version_revokes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_SECRET", SECRET)
    request = lay_out(tmp_path, **{CLIENT: PUBLIC + "access: {mode: link}\n"})
    build(request)
    (old,) = (tmp_path / "site").glob("acme*")
    assert len(old.name) == len("acme-") + 26
    write_files({SHOP + "/project.yml": FILES[SHOP + "/project.yml"].replace("name: Shop", "name: Store")}, tmp_path)
    build(replace(request, day=date(2026, 11, 21), is_clean=True))
    assert list((tmp_path / "site").glob("acme*")) == [old], "the link that was sent stays"
    write_files({CLIENT: PUBLIC + "access: {mode: link, version: 2}\n"}, tmp_path)
    build(replace(request, clients=("acme",)))
    (new,) = (tmp_path / "site").glob("acme*")
    assert new.name != old.name
    assert (tmp_path / "site/beta/app/index.html").is_file()


def test_from_its_last_day_on_a_folder_is_not_written(tmp_path: Path) -> None:
    request = lay_out(tmp_path, **{CLIENT: PUBLIC + "access: {until: 2026-11-20}\n"})
    build(replace(request, day=date(2026, 11, 19)))
    assert (tmp_path / "site/acme/shop/index.html").is_file()
    report = build(request)
    assert not (tmp_path / "site/acme").exists()
    assert report.left_out.ended == 1


def test_a_client_whose_access_has_ended_needs_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITEGEN_SECRET", raising=False)
    request = lay_out(tmp_path, **{CLIENT: PUBLIC + "access: {mode: link, until: 2026-01-01}\n"})
    assert build(request).left_out.ended == 1


@pytest.mark.parametrize("secret", ["", "short", "x" * 31])
def test_a_missing_or_short_secret_publishes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, secret: str
) -> None:
    monkeypatch.setenv("SITEGEN_SECRET", secret)
    request = lay_out(tmp_path, **{CLIENT: PUBLIC + "access: {mode: link}\n"})
    with pytest.raises(ContentError) as caught:
        build(request)
    assert [problem.rule for problem in caught.value.problems if problem.level == "error"] == ["bad-secret"]
    assert not (tmp_path / "site").exists()


def test_the_summary_counts_what_was_left_out(tmp_path: Path) -> None:
    request = lay_out(
        tmp_path,
        **{
            f"{SHOP}/updates/2026-04-01.md": "---\ndraft: true\n---\n",
            f"{SHOP}/updates/2026-12-01.md": "Later.\n",
            f"{SHOP}/updates/2026-04-02.md": "---\nvisibility: internal\n---\n",
            f"{SHOP}/files/nobody.txt": "unlinked",
        },
    )
    left_out = build(request).left_out
    assert (left_out.drafts, left_out.future, left_out.hidden, left_out.unlinked) == (1, 1, 1, 1)
    assert not (tmp_path / "site/acme/shop/files/nobody.txt").exists()
    assert build(replace(request, with_drafts=True, with_future=True)).left_out.drafts == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_closed_output_is_told_without_a_traceback(tmp_path: Path) -> None:
    request = lay_out(tmp_path)
    (tmp_path / "site").mkdir(mode=0o500)
    with pytest.raises(WorkError, match="cannot be written"):
        build(request)


def test_status_json_has_the_keys_of_the_contract_in_order(tmp_path: Path) -> None:
    build(lay_out(tmp_path))
    status = json.loads((tmp_path / "site/acme/shop/status.json").read_bytes())
    assert " ".join(status) == (
        "sitegen as_of client project health health_since aspects headline progress start end delay_by_side stale "
        "next_update next_milestone milestones needs_you deliverables actions risks issues changes decisions questions "
        "feedback budget sla surveys updates"
    )


def test_an_unknown_theme_is_told_where_it_is_set(tmp_path: Path) -> None:
    write_files({"sitegen.yml": "name: Firm\ntheme: defalt\n"}, tmp_path)

    (told,) = (
        problem for problem in check(Request(config=tmp_path / "sitegen.yml", jobs=1)) if problem.rule == "theme"
    )

    assert told.message == "'defalt' is none of the themes default, letter; did you mean 'default'?"
    assert (told.position.path, told.position.line, told.position.column) == ("sitegen.yml", 2, 8)


def test_check_reads_the_templates_of_the_theme(tmp_path: Path) -> None:
    files = {
        "sitegen.yml": "name: Firm\ntheme: ours\n",
        "themes/ours/theme.yml": "extends: default\n",
        "themes/ours/templates/404.html": "{% if %}\n",
    }
    write_files(files, tmp_path)

    (told,) = (
        problem for problem in check(Request(config=tmp_path / "sitegen.yml", jobs=1)) if problem.rule == "theme"
    )

    assert told.position.path.endswith("themes/ours/templates/404.html")
    assert told.position.line == 1
