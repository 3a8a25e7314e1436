"""A reader whom a web server guards has a file beside the site, as long as it is wanted, and the folder is whole."""

import json
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import bcrypt
import pytest

from sitegen.access import make_token
from sitegen.build import Request, build
from sitegen.errors import ContentError, WorkError
from sitegen.memory import Shard
from sitegen.model import Audience
from sitegen.problems import Problem
from tests.bad_input.site import DAY, FILES, read_tree
from tests.cases import write_files

SECRET = "0123456789abcdef0123456789abcdef"
ACMES, BETAS, MIDS = "gova-luje-zuge", "fife-mano-tibu", "rube-kilo-sena"
CLIENT, BETA, AGENCY = (
    "content/clients/acme/client.yml",
    "content/clients/beta/client.yml",
    "content/agencies/mid.yml",
)
ACME = "name: Acme\nagency: mid\n"
MORE = {
    CLIENT: f"{ACME}access: {{basic: true}}\n",
    BETA: "name: Beta\naccess: {mode: link, basic: true}\n",
    AGENCY: "name: Mid\naccess: {basic: true}\n",
}


@pytest.fixture(autouse=True)
def secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_SECRET", SECRET)
    for name, value in (("ACME", ACMES), ("BETA", BETAS), ("MID", MIDS)):
        monkeypatch.setenv(f"SITEGEN_PASSWORD_{name}", value)


def lay_out(root: Path, **files: str) -> Request:
    write_files({**FILES, **MORE, **files}, root)
    return Request(config=root / "sitegen.yml", day=DAY, jobs=1)


def read_htpasswds(root: Path) -> dict[str, bytes]:
    return read_tree(root / ".sitegen/htpasswd")


def link_of(version: int = 1) -> str:
    return f"beta-{make_token(SECRET, 'beta', version)}"


def find_faults(request: Request) -> list[Problem]:
    """Build, and return the errors; nothing may have been written."""
    with pytest.raises(ContentError) as caught:
        build(request)
    assert not read_htpasswds(request.config.parent)
    return [problem for problem in caught.value.problems if problem.level == "error"]


def test_each_guarded_folder_has_a_file_outside_the_site(tmp_path: Path) -> None:
    build(lay_out(tmp_path))
    found = read_htpasswds(tmp_path)
    assert found.keys() == {"acme", link_of(), "mid"}
    assert all((tmp_path / "site" / name / "index.html").exists() for name in found)
    user, _, digest = found[link_of()].decode().strip().partition(":")
    assert user == "beta" and bcrypt.checkpw(BETAS.encode(), digest.encode())
    folder = tmp_path / ".sitegen/htpasswd"
    assert {stat.S_IMODE((folder / name).stat().st_mode) for name in found} == {0o640}
    assert stat.S_IMODE(folder.stat().st_mode) & 0o007 == 0
    record = json.loads((tmp_path / ".sitegen/outputs.json").read_text())
    assert list(record["folders"]) == ["site"]
    assert not any("htpasswd" in path or b"$2y$" in data for path, data in read_tree(tmp_path / "site").items())


def test_the_pages_are_as_they_were_with_feeds_and_calendar_but_hide(tmp_path: Path) -> None:
    build(lay_out(tmp_path))
    names = {path.name for path in (tmp_path / "site/acme/shop").iterdir()}
    assert {"index.html", "updates.atom", "milestones.ics", "status.json", "badge.svg"} <= names
    page = (tmp_path / "site/acme/shop/index.html").read_text()
    assert "Alpha" in page
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert '<meta name="referrer" content="no-referrer">' in page


def test_people_have_lines_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITEGEN_PASSWORD_ACME")
    people = "people: {bob: {name: Bob}}\naccess: {basic: true, people: [ann, bob]}\n"
    request = lay_out(tmp_path, **{CLIENT: ACME + people})
    assert [fault.message.split()[0] for fault in find_faults(request)] == [
        "SITEGEN_PASSWORD_ACME_ANN",
        "SITEGEN_PASSWORD_ACME_BOB",
    ]
    monkeypatch.setenv("SITEGEN_PASSWORD_ACME_ANN", ACMES)
    monkeypatch.setenv("SITEGEN_PASSWORD_ACME_BOB", "sela-miru-tobu")
    build(request)
    before = read_htpasswds(tmp_path)["acme"].splitlines()
    assert [line.split(b":")[0] for line in before] == [b"ann", b"bob"]
    write_files({CLIENT: ACME + people.replace("[ann, bob]", "[bob]")}, tmp_path)
    build(request)
    assert read_htpasswds(tmp_path)["acme"].splitlines() == before[1:]


def test_the_same_inputs_give_the_same_bytes_and_nothing_is_written_twice(tmp_path: Path) -> None:
    request = lay_out(tmp_path / "one")
    build(request)
    build(replace(lay_out(tmp_path / "other"), jobs=2))
    assert read_htpasswds(tmp_path / "one") == read_htpasswds(tmp_path / "other")
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "one/.sitegen/htpasswd").iterdir()}
    build(request)
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "one/.sitegen/htpasswd").iterdir()} == before


@pytest.mark.parametrize("access", ["", "access: {basic: true, until: 2026-11-20}\n"])
def test_what_is_no_longer_wanted_is_removed(tmp_path: Path, access: str) -> None:
    request = lay_out(tmp_path)
    build(request)
    (tmp_path / ".sitegen/htpasswd/theirs").write_text("theirs")
    write_files({CLIENT: ACME + access, BETA: MORE[BETA].replace("link", "link, version: 2")}, tmp_path)
    build(request)
    assert read_htpasswds(tmp_path).keys() == {link_of(2), "mid", "theirs"}
    assert not (tmp_path / "site" / link_of()).exists()


def test_where_nobody_is_guarded_there_is_no_folder(tmp_path: Path) -> None:
    write_files(FILES, tmp_path)
    build(Request(config=tmp_path / "sitegen.yml", day=DAY, jobs=1))
    assert sorted(path.name for path in (tmp_path / ".sitegen").iterdir()) == ["cache", "lock", "outputs.json"]


def test_a_build_of_a_part_leaves_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    request = lay_out(tmp_path)
    build(request)
    before = read_htpasswds(tmp_path)
    for name in ("ACME", "MID"):
        monkeypatch.setenv(f"SITEGEN_PASSWORD_{name}", f"another-for-{name}")
    monkeypatch.delenv("SITEGEN_PASSWORD_BETA")
    build(replace(request, clients=("acme",)))
    after = read_htpasswds(tmp_path)
    assert {name for name in before if before[name] != after.get(name)} == {"acme", "mid"}
    assert after.keys() == before.keys()


def test_parts_make_the_whole(tmp_path: Path) -> None:
    request = lay_out(tmp_path)
    build(request)
    whole = read_htpasswds(tmp_path)
    parts = []
    for index in (1, 2):
        root = tmp_path / str(index)
        build(replace(lay_out(root), shard=Shard(index, 2)))
        parts.append(read_htpasswds(root))
    assert not parts[0].keys() & parts[1].keys()
    assert parts[0] | parts[1] == whole
    build(replace(request, shard=Shard(1, 2)))
    assert read_htpasswds(tmp_path) == whole


@pytest.mark.parametrize("change", [{"audience": Audience.INTERNAL}, {"is_open": True}])
def test_the_firm_s_own_pages_and_previews_touch_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, Audience | bool]
) -> None:
    request = lay_out(tmp_path)
    build(request)
    before = read_htpasswds(tmp_path)
    monkeypatch.delenv("SITEGEN_PASSWORD_ACME")
    build(replace(request, day=date(2026, 11, 21), **change))  # type: ignore[arg-type]
    assert read_htpasswds(tmp_path) == before


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("", "is not set"),
        ("short", "is shorter than 12 characters"),
        ("gova-lujé-zuge", "is not at most 72 letters, digits and signs of ASCII"),
        ("x" * 73, "is not at most 72 letters, digits and signs of ASCII"),
        ("Brief for the shop", "stands in 'content/clients/acme/shop/files/brief.txt'"),
    ],
)
def test_a_password_that_is_no_good_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, password: str, told: str
) -> None:
    monkeypatch.setenv("SITEGEN_PASSWORD_ACME", password)
    found = find_faults(lay_out(tmp_path, **{"content/clients/acme/shop/files/brief.txt": "Brief for the shop\n"}))
    assert [fault.rule for fault in found] == ["bad-secret"]
    assert found[0].message.startswith(f"SITEGEN_PASSWORD_ACME {told}")


def test_a_password_is_for_the_browser_or_for_the_server(tmp_path: Path) -> None:
    files = {
        CLIENT: f"{ACME}access: {{mode: password, basic: true}}\n",
        AGENCY: "name: Mid\naccess: {mode: password}\n",
    }
    (fault,) = find_faults(lay_out(tmp_path, **files))
    assert (fault.rule, fault.position.path, fault.position.line) == ("bad-value", CLIENT, 3)
    assert "choose one of the two" in fault.message


@pytest.mark.parametrize(
    ("agency", "is_weaker"),
    [("{mode: public}", True), ("{mode: link}", True), ("{basic: true}", False), ("{mode: password}", False)],
)
def test_no_guarded_client_stands_open_in_its_agency_s_folder(tmp_path: Path, agency: str, is_weaker: bool) -> None:
    request = lay_out(tmp_path, **{AGENCY: f"name: Mid\naccess: {agency}\n"})
    if is_weaker:
        (fault,) = find_faults(request)
        assert fault.rule == "access-conflict" and "those of its client 'acme' are 'public' with basic" in fault.message
    else:
        build(request)


def test_a_missing_extra_is_told_to_whoever_installs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.access.htpasswd.find_spec", lambda name: None)
    with pytest.raises(WorkError, match=r"install 'sitegen-status\[protect\]'"):
        build(lay_out(tmp_path))
