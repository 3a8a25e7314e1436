"""Nobody sees what is not theirs: a folder is the same, byte for byte, as if the rest had never been written."""

import re
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from sitegen.access import make_token
from sitegen.build import Request, build
from sitegen.model import Audience
from tests.bad_input.site import read_tree, try_build
from tests.build.audiences.forgetting import forget, is_writable
from tests.build.audiences.many import AGENCIES as ALLIES
from tests.build.audiences.many import CLIENTS, WORD, agency_of, lay_out_many, mode_of
from tests.build.audiences.sites import SECRET, build_tree, lay_out_alone, lay_out_full, part_of
from tests.build.audiences.written import Written, written_projects
from tests.cases import write_files

LAST_DAY = date(2026, 3, 31)
DAYS = st.integers(0, 40).map(lambda days: LAST_DAY - timedelta(days=days))
READERS = {Audience.CLIENT: "acme", Audience.AGENCY: "mid"}


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("templates")


@pytest.fixture(autouse=True, scope="module")
def secret() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITEGEN_SECRET", SECRET)
        for owner in ("ACME", "MID", "BETA"):
            patch.setenv(f"SITEGEN_PASSWORD_{owner}", f"correct horse of {owner}")
        yield


def assert_same(found: Mapping[str, bytes], expected: Mapping[str, bytes]) -> None:
    """Tell the first difference of two trees in a way that can be read."""
    assert sorted(found) == sorted(expected)
    for path in found:
        assert found[path].decode("utf-8", "replace") == expected[path].decode("utf-8", "replace"), path


FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
"""Each example builds three sites; a failing one is told as it was drawn, since to shrink it would take minutes."""


@FEW
@given(written_projects(), DAYS, st.sampled_from(["public", "link"]))
def test_folder_is_the_same_as_if_what_is_hidden_had_never_been_written(
    templates: Path, project: Written, day: date, mode: str
) -> None:
    assert_nothing_shows(project, day, mode, templates)


@settings(FEW, max_examples=2)
@given(written_projects(), DAYS)
def test_locked_folder_is_the_same_as_if_what_is_hidden_had_never_been_written(
    templates: Path, project: Written, day: date
) -> None:
    assert_nothing_shows(project, day, "password", templates)


def assert_nothing_shows(project: Written, day: date, mode: str, templates: Path) -> None:
    """Compare what readers get of a whole site with what they get where there is only what they may know."""
    for audience in READERS:
        assume(is_writable(forget(project, audience, day.isoformat())))
    with tempfile.TemporaryDirectory() as folder:
        full = build_tree(lay_out_full(project, mode), Path(folder) / "full", day, templates)
        for audience, owner in READERS.items():
            files = lay_out_alone(project, mode, audience, day)
            alone = build_tree(files, Path(folder) / owner, day, templates)
            assert f"{owner}/index.html" in alone or mode == "link"
            assert_same(part_of(full, owner), part_of(alone, owner))
            for root in ("assets", "index.html", "404.html", "robots.txt", "_headers"):
                assert part_of(alone, root)
                assert_same(part_of(full, root), part_of(alone, root))


AGENCIES = {
    "sitegen.yml": "name: Firm\nurl: https://status.example.com/\n",
    "content/agencies/mid.yml": "name: Mid\naccess: {mode: public}\n",
    "content/agencies/far.yml": "name: Far\n",
    **{f"content/clients/{name}/client.yml": f"name: {name.title()}\nagency: mid\n" for name in ("acme", "beta")},
    "content/clients/gamma/client.yml": "name: Gamma\nagency: far\n",
    "content/clients/delta/client.yml": "name: Delta\n",
    **{
        f"content/clients/{name}/app/project.yml": f"name: App of {name}\nstart: 2026-01-05\n"
        for name in ("acme", "beta", "gamma", "delta")
    },
    "content/clients/acme/core/project.yml": "name: Whispered\nstart: 2026-01-05\nvisibility: agency\n",
    "content/clients/acme/vault/project.yml": "name: Vaulted\nstart: 2026-01-05\nvisibility: internal\n",
    "content/clients/acme/app/updates/2026-02-02.md": (
        "---\nvisibility: agency\nheadline: Hushed\nactions: {call: {title: Call them, who: agency}}\n---\n"
    ),
}
ACME, MID = "content/clients/acme/client.yml", "content/agencies/mid.yml"


def request_for(root: Path, **files: str) -> Request:
    """Write the site of the agencies, with other files instead of its own."""
    write_files({**AGENCIES, **files}, root)
    return Request(config=root / "sitegen.yml", day=LAST_DAY, jobs=1)


def folders_of(site: Path) -> dict[str, list[str]]:
    """Return, by top folder, the folders of projects in it."""
    found: dict[str, list[str]] = {}
    for path in sorted(site.rglob("status.json")):
        top, _, rest = path.parent.relative_to(site).as_posix().partition("/")
        found.setdefault(top, []).append(rest)
    return found


def test_agency_s_folder_holds_its_clients_projects_as_it_sees_them(tmp_path: Path) -> None:
    build(request_for(tmp_path))
    assert folders_of(tmp_path / "site") == {
        "acme": ["app"],
        "beta": ["app"],
        "gamma": ["app"],
        "delta": ["app"],
        "mid": ["acme/app", "acme/core", "beta/app"],
        "far": ["gamma/app"],
    }
    tree = read_tree(tmp_path / "site")
    told = {owner: b"".join(part_of(tree, owner).values()) for owner in ("acme", "beta", "gamma", "mid", "far")}
    for word in (b"Hushed", b"Whispered", b"Call them"):
        assert [owner for owner, data in told.items() if word in data] == ["mid"], word
    assert [owner for owner, data in told.items() if b"Vaulted" in data] == []
    assert [owner for owner, data in told.items() if b"Beta" in data] == ["beta", "mid"]
    assert [owner for owner, data in told.items() if b"gamma" in data] == ["gamma", "far"]


def test_roots_own_pages_name_nobody_but_the_firm(tmp_path: Path) -> None:
    build(request_for(tmp_path))
    for path in ("index.html", "404.html", "robots.txt", "_headers"):
        data = (tmp_path / "site" / path).read_bytes().lower()
        for name in (b"acme", b"beta", b"gamma", b"delta", b"mid", b"far"):
            assert not re.search(rb"\b" + name + rb"\b", data), (path, name)


@pytest.mark.parametrize(
    ("site", "agency", "client", "is_fine"),
    [
        ("public", "public", "link", False),
        ("public", "link", "link", True),
        ("public", "link", "public", True),
        ("link", "public", None, False),
        ("link", None, "public", True),
        ("public", None, "link", False),
        ("link", None, None, True),
        ("public", "public", "link, until: 2026-03-31", True),
        ("public", "public, until: 2026-03-31", "link", True),
        ("public", "public", "link, until: 2026-04-01", False),
    ],
)
def test_client_is_never_less_protected_at_its_agency(
    tmp_path: Path, site: str, agency: str | None, client: str | None, is_fine: bool
) -> None:
    def access(mode: str | None) -> str:
        return f"access: {{mode: {mode}}}\n" if mode else ""

    settings = {"sitegen.yml": AGENCIES["sitegen.yml"] + access(site)}
    heads = {MID: f"name: Mid\n{access(agency)}", ACME: f"name: Acme\nagency: mid\n{access(client)}"}
    rest = {"content/clients/beta/client.yml": f"name: Beta\nagency: mid\n{access('public')}"}
    messages = try_build(request_for(tmp_path, **settings, **heads, **rest))
    assert ["access-conflict" in message for message in messages] == ([] if is_fine else [True])
    assert (tmp_path / "site").exists() is is_fine


def test_access_without_a_mode_is_as_protected_as_the_site(tmp_path: Path) -> None:
    settings = AGENCIES["sitegen.yml"] + "access: {mode: link, version: 3}\n"
    until = "agency: mid\naccess: {until: 2026-12-31}\n"
    build(request_for(tmp_path, **{"sitegen.yml": settings, ACME: f"name: Acme\n{until}", MID: "name: Mid\n"}))
    assert f"acme-{make_token(SECRET, 'acme', 3)}" in folders_of(tmp_path / "site")
    assert not (tmp_path / "site" / "acme").exists()
    page = next((tmp_path / "site").glob("acme-*/index.html")).read_text("utf-8")
    assert "noindex" in page and "no-referrer" in page


def test_client_whose_access_has_ended_is_gone_from_its_agency_too(tmp_path: Path) -> None:
    request = request_for(tmp_path, **{ACME: "name: Acme\nagency: mid\naccess: {until: 2026-03-31}\n"})
    build(replace(request, day=LAST_DAY - timedelta(days=1)))
    assert "acme/core" in folders_of(tmp_path / "site")["mid"]
    build(replace(request, clients=("acme",)))
    found = folders_of(tmp_path / "site")
    assert "acme" not in found and found["mid"] == ["beta/app"]
    assert not any(b"Acme" in data for data in read_tree(tmp_path / "site").values())


def test_agency_whose_access_has_ended_has_no_folder_and_its_clients_keep_theirs(tmp_path: Path) -> None:
    request = request_for(tmp_path, **{MID: "name: Mid\naccess: {until: 2026-03-31}\n"})
    build(replace(request, day=LAST_DAY - timedelta(days=1)))
    assert (tmp_path / "site/mid/index.html").exists()
    build(replace(request, clients=("beta",)))
    assert not (tmp_path / "site/mid").exists()
    assert {"acme", "beta", "gamma", "delta", "far"} == set(folders_of(tmp_path / "site"))


def test_build_of_one_client_makes_its_own_folder_and_its_agency_s_alone(tmp_path: Path) -> None:
    request = request_for(tmp_path)
    build(replace(request, clients=("acme",)))
    assert folders_of(tmp_path / "site") == {"acme": ["app"], "mid": ["acme/app", "acme/core", "beta/app"]}
    assert not (tmp_path / "site/index.html").exists()
    alone = read_tree(tmp_path / "site")
    build(request)
    whole = read_tree(tmp_path / "site")
    assert {path: whole[path] for path in alone} == alone


def test_build_of_one_client_revokes_an_old_link_of_its_agency(tmp_path: Path) -> None:
    request = request_for(tmp_path, **{MID: "name: Mid\naccess: {mode: link}\n"})
    build(request)
    write_files({MID: "name: Mid\naccess: {mode: link, version: 2}\n"}, tmp_path)
    build(replace(request, clients=("acme",)))
    assert [path.name for path in (tmp_path / "site").glob("mid*")] == [f"mid-{make_token(SECRET, 'mid', 2)}"]


def test_people_of_one_photo_name_each_have_their_own(tmp_path: Path) -> None:
    photos = {f"content/clients/{name}/me.svg": f"<svg><!-- {name} --></svg>" for name in ("acme", "beta")}
    heads = {
        f"content/clients/{name}/client.yml": (
            f"name: {name.title()}\nagency: mid\npeople: {{{name}-boss: {{name: Boss of {name}, photo: me.svg}}}}\n"
        )
        for name in ("acme", "beta")
    }
    build(request_for(tmp_path, **heads, **photos))
    for name in ("acme", "beta"):
        page = tmp_path / f"site/mid/{name}/app/index.html"
        shown = re.findall(r'src="([^"]*/me\.[^"]*)"', page.read_text("utf-8"))
        assert [(page.parent / path).resolve().read_text("utf-8") for path in shown] == [
            photos[f"content/clients/{name}/me.svg"]
        ]


def numbers_in(tree: Mapping[str, bytes]) -> set[int]:
    """Return whose words stand in the bytes and in the names of files."""
    return {int(number) for path, data in tree.items() for number in WORD.findall(path.encode() + b" " + data)}


def test_among_many_clients_no_word_of_one_is_in_the_folder_of_another(tmp_path: Path) -> None:
    write_files(lay_out_many(), tmp_path)
    request = Request(config=tmp_path / "sitegen.yml", day=LAST_DAY, jobs=1)
    build(replace(request, output=tmp_path / "serial"))
    build(replace(request, output=tmp_path / "parallel", jobs=2))
    tree = read_tree(tmp_path / "serial")
    assert tree == read_tree(tmp_path / "parallel")

    tokens = {number: make_token(SECRET, f"q{number:02}zclient", 1) for number in CLIENTS}
    tokens |= {number: make_token(SECRET, f"q{number:02}zagency", 1) for number in ALLIES}
    for number in (*CLIENTS, *ALLIES):
        is_client = number in CLIENTS
        name = f"q{number:02}z{'client' if is_client else 'agency'}"
        mode = mode_of(number) if is_client else "link"
        folder = {path: data for path, data in tree.items() if path.startswith(name)}
        assert {path.partition("/")[0] for path in folder} == {name if mode == "public" else f"{name}-{tokens[number]}"}
        own = {number, agency_of(number)} if is_client else {number, *(n for n in CLIENTS if agency_of(n) == number)}
        if not is_client:
            own.add(number % 10)  # the person at the firm whom the agency asks
        assert numbers_in(folder) <= own
        assert number in numbers_in(folder)
        whole = b" ".join(folder.values())
        assert not [other for other, token in tokens.items() if other != number and token.encode() in whole]
    rest = {path: data for path, data in tree.items() if not path.startswith("q")}
    assert rest.keys() >= {"index.html", "404.html", "robots.txt", "_headers"}
    assert not numbers_in(rest)
