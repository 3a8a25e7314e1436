"""Forms need the site's secret: a build with a collector has it, or tells what is wrong before anything is written."""

from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.build import Request, build
from sitegen.build.frame import open_frame
from sitegen.build.making import read_parcel
from sitegen.build.parcels import list_parcels
from sitegen.errors import ContentError
from sitegen.model import Audience
from sitegen.problems import Problem, Problems
from sitegen.survey import Signer
from tests.bad_input.site import DAY, FILES, SHOP, read_tree
from tests.cases import write_files

SECRET = "0123456789abcdef0123456789abcdef"
ENDPOINT = "surveys: {endpoint: https://answers.firm.example}\n"


@pytest.fixture(autouse=True)
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_SECRET", SECRET)


def lay_out(root: Path, **files: str) -> Request:
    write_files({**FILES, "sitegen.yml": FILES["sitegen.yml"] + ENDPOINT, **files}, root)
    return Request(config=root / "sitegen.yml", day=DAY, jobs=1)


def list_signers(request: Request) -> list[Signer | None]:
    """Return what signs the forms of each reader of a site without any fault."""
    problems = Problems()
    frame = open_frame(request, problems)
    editions = [read_parcel(frame, parcel, problems).edition for parcel in list_parcels(frame)]
    assert not problems.errors
    assert editions
    return [edition.reader.signer for edition in editions if edition]


def find_fault(request: Request) -> Problem:
    """Build, and return the only error; nothing may have been written."""
    with pytest.raises(ContentError) as caught:
        build(request)
    assert not (request.config.parent / "site").exists()
    (fault,) = (problem for problem in caught.value.problems if problem.level == "error")
    return fault


@pytest.mark.parametrize("value", [None, "", "short"])
def test_a_collector_needs_a_good_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    monkeypatch.delenv("SITEGEN_SECRET")
    if value is not None:
        monkeypatch.setenv("SITEGEN_SECRET", value)
    fault = find_fault(lay_out(tmp_path))
    assert (fault.rule, fault.position.path) == ("bad-secret", "sitegen.yml")
    assert fault.position.source.startswith("surveys: ")
    assert fault.message.startswith("SITEGEN_SECRET is ") and "sitegen secret" in fault.message


def test_a_secret_that_signs_may_not_stand_in_the_content(tmp_path: Path) -> None:
    fault = find_fault(lay_out(tmp_path, **{f"{SHOP}/files/env.txt": f"SITEGEN_SECRET={SECRET}"}))
    assert fault.message.startswith(f"SITEGEN_SECRET stands in '{SHOP}/files/env.txt'")


def test_each_reader_s_forms_are_signed_with_the_secret(tmp_path: Path) -> None:
    signers = list_signers(lay_out(tmp_path))
    assert signers
    assert {signer.fingerprint for signer in signers if signer} == {Signer(SECRET).fingerprint}
    assert None not in signers


def test_previews_and_the_firm_s_own_pages_need_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITEGEN_SECRET")
    request = lay_out(tmp_path)
    for alike in (replace(request, is_open=True), replace(request, audience=Audience.INTERNAL)):
        assert set(list_signers(alike)) == {None}
        build(alike)


def test_a_new_secret_renders_everything_anew_and_the_old_one_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = lay_out(tmp_path)
    build(request)
    before = read_tree(tmp_path / "site")
    assert build(request).written == ()
    monkeypatch.setenv("SITEGEN_SECRET", SECRET[::-1])
    build(request)
    cold = replace(request, output=tmp_path / "cold", record=tmp_path / "cold.json")
    build(cold)
    assert read_tree(tmp_path / "site") == read_tree(tmp_path / "cold")
    monkeypatch.setenv("SITEGEN_SECRET", SECRET)
    build(request)
    assert read_tree(tmp_path / "site") == before
