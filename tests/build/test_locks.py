"""What stands behind a password is nowhere in clear; what is wrong with passwords is told before anything is built."""

import subprocess
import sys
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from sitegen.access import make_lock
from sitegen.build import Request, build
from sitegen.build.published import CHUNK_BYTES
from sitegen.errors import ContentError, WorkError
from sitegen.model import Audience
from sitegen.problems import Problem
from tests.bad_input.site import DAY, FILES, SHOP, read_tree
from tests.cases import write_files
from tests.sealed import unlock

PASSWORD, OTHER, THIRD = "gova-luje-zuge", "fife-mano-tibu", "rube-kilo-sena"
CLIENT, AGENCY = "content/clients/acme/client.yml", "content/agencies/mid.yml"
LOCKED = "name: Acme\nlogo: logo.svg\ncontact: ann\nagency: mid\naccess: {mode: password}\n"
UPDATE = "---\nheadline: Zanzibar\n---\n[plan](../files/plan.pdf) ![map](../files/map.png)\n"
MORE = {
    CLIENT: LOCKED,
    AGENCY: "name: Mid\naccess: {mode: password}\n",
    f"{SHOP}/updates/2026-11-16.md": UPDATE,
    f"{SHOP}/files/plan.pdf": "Madagascar",
    f"{SHOP}/files/map.png": "Mauritius",
}


@pytest.fixture(autouse=True)
def passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_PASSWORD_ACME", PASSWORD)
    monkeypatch.setenv("SITEGEN_PASSWORD_MID", OTHER)


def lay_out(root: Path, **files: str) -> Request:
    write_files({**FILES, **MORE, **files}, root)
    return Request(config=root / "sitegen.yml", day=DAY, jobs=1)


def find_faults(request: Request) -> list[Problem]:
    """Build, and return the errors; nothing may have been written."""
    with pytest.raises(ContentError) as caught:
        build(request)
    assert not (request.config.parent / "site").exists()
    return [problem for problem in caught.value.problems if problem.level == "error"]


def test_nothing_of_the_project_can_be_read(tmp_path: Path) -> None:
    build(lay_out(tmp_path))
    tree = read_tree(tmp_path / "site")
    assert "acme/shop/updates/2026-11-16/index.html" in tree and "mid/acme/shop/index.html" in tree
    for path, data in tree.items():
        for word in (b"Zanzibar", b"Madagascar", b"Mauritius", b"Alpha", b"A shop.", PASSWORD.encode()):
            assert word not in data, (path, word)
    kept = read_tree(tmp_path / ".sitegen")
    assert [path for path, data in kept.items() if b"Zanzibar" in data or PASSWORD.encode() in data] == []


def test_pages_and_attachments_stand_sealed_in_their_places(tmp_path: Path) -> None:
    build(lay_out(tmp_path))
    site = tmp_path / "site"
    lock = make_lock("Firm", "acme", [PASSWORD])
    page = unlock((site / "acme/shop/updates/2026-11-16/index.html").read_bytes(), lock).decode()
    assert "Zanzibar" in page
    assert 'href="../../files/plan.pdf.html"' in page
    assert 'src="data:image/png;base64,TWF1cml0aXVz"' in page
    assert unlock((site / "acme/shop/files/plan.pdf.html").read_bytes(), lock) == b"Madagascar"
    assert not (site / "acme/shop/files/plan.pdf").exists()
    theirs = unlock((site / "mid/acme/shop/index.html").read_bytes(), make_lock("Firm", "mid", [OTHER]))
    assert b"Zanzibar" in theirs


def test_feeds_and_figures_for_machines_are_left_out(tmp_path: Path) -> None:
    build(lay_out(tmp_path))
    names = {Path(path).name for path in read_tree(tmp_path / "site") if not path.startswith("assets/")}
    assert not {name for name in names if name.endswith((".atom", ".ics", ".json")) or name == "badge.svg"}
    page = unlock((tmp_path / "site/acme/shop/index.html").read_bytes(), make_lock("Firm", "acme", [PASSWORD]))
    assert b".atom" not in page and b".ics" not in page


def test_a_locked_page_is_not_listed_and_tells_no_other_site(tmp_path: Path) -> None:
    build(lay_out(tmp_path))
    text = (tmp_path / "site/acme/shop/index.html").read_text()
    assert '<meta name="robots" content="noindex, nofollow">' in text
    assert '<meta name="referrer" content="no-referrer">' in text
    assert "script-src &#39;self&#39;;" in text and "unsafe" not in text


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    clients = {f"content/clients/c{number}/client.yml": f"name: C{number}\n" for number in range(12)}
    projects = {f"content/clients/c{number}/app/project.yml": "name: App\nstart: 2026-02-02\n" for number in range(12)}
    request = lay_out(tmp_path, **clients, **projects)
    build(request)
    build(replace(request, output=tmp_path / "other", jobs=3))
    assert read_tree(tmp_path / "site") == read_tree(tmp_path / "other")
    assert build(request).written == ()


def test_a_new_password_seals_everything_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    request = lay_out(tmp_path)
    build(request)
    before = read_tree(tmp_path / "site/acme")
    monkeypatch.setenv("SITEGEN_PASSWORD_ACME", THIRD)
    build(request)
    after = read_tree(tmp_path / "site/acme")
    pages = [path for path in before if path.endswith(".html")]
    assert pages and all(before[path] != after[path] for path in pages)


def test_each_person_has_a_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITEGEN_PASSWORD_ACME")
    own = "people: {bob-b: {name: Bob}}\naccess: {mode: password, people: [ann, bob-b]}\n"
    request = lay_out(tmp_path, **{CLIENT: LOCKED.replace("access: {mode: password}\n", own)})
    faults = find_faults(request)
    assert [(fault.rule, fault.message.split()[0], fault.position.line) for fault in faults] == [
        ("bad-secret", "SITEGEN_PASSWORD_ACME_ANN", 6),
        ("bad-secret", "SITEGEN_PASSWORD_ACME_BOB_B", 6),
    ]
    monkeypatch.setenv("SITEGEN_PASSWORD_ACME_ANN", PASSWORD)
    monkeypatch.setenv("SITEGEN_PASSWORD_ACME_BOB_B", PASSWORD)
    (fault,) = find_faults(request)
    assert "is the same as SITEGEN_PASSWORD_ACME_ANN" in fault.message
    monkeypatch.setenv("SITEGEN_PASSWORD_ACME_BOB_B", THIRD)
    build(request)
    both = make_lock("Firm", "acme", [THIRD, PASSWORD])
    assert b"Zanzibar" in unlock((tmp_path / "site/acme/shop/index.html").read_bytes(), both)


def test_all_that_is_wrong_is_told_at_once_at_the_access_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITEGEN_PASSWORD_ACME")
    monkeypatch.setenv("SITEGEN_PASSWORD_MID", "short")
    first, second = find_faults(lay_out(tmp_path))
    assert (first.position.path, first.position.line, first.position.column) == (AGENCY, 2, 1)
    assert first.message.startswith("SITEGEN_PASSWORD_MID is shorter than 12 characters; ")
    assert (second.position.path, second.position.line) == (CLIENT, 5)
    assert second.message.startswith("SITEGEN_PASSWORD_ACME is not set; ")


def test_a_default_that_lacks_a_password_is_told_where_it_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITEGEN_PASSWORD_ACME")
    settings = FILES["sitegen.yml"].replace("mode: public", "mode: password")
    request = lay_out(tmp_path, **{"sitegen.yml": settings, CLIENT: LOCKED.replace("access: {mode: password}\n", "")})
    (fault,) = find_faults(request)
    assert (fault.position.path, fault.position.source) == ("sitegen.yml", "access: {mode: password}")


@pytest.mark.parametrize(
    "path", [CLIENT, f"{SHOP}/project.yml", f"{SHOP}/updates/2026-04-04.md", f"{SHOP}/files/note.txt", "sitegen.yml"]
)
def test_a_password_in_the_content_is_told_and_not_repeated(tmp_path: Path, path: str) -> None:
    text = {**FILES, **MORE}.get(path, "")
    (fault,) = find_faults(lay_out(tmp_path, **{path: f"{text}\n# {PASSWORD}\n"}))
    assert fault.rule == "bad-secret"
    assert f"SITEGEN_PASSWORD_ACME stands in '{path}'" in fault.message
    assert PASSWORD not in fault.message


def test_the_secret_of_links_in_the_content_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = "0123456789abcdef0123456789abcdef"
    monkeypatch.setenv("SITEGEN_SECRET", secret)
    files = {CLIENT: LOCKED.replace("password", "link"), f"{SHOP}/files/env.txt": f"SITEGEN_SECRET={secret}"}
    (fault,) = find_faults(lay_out(tmp_path, **files))
    assert fault.message.startswith(f"SITEGEN_SECRET stands in '{SHOP}/files/env.txt'")


def test_no_variable_opens_two_readers_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_PASSWORD_ACME_ANN", PASSWORD)
    files = {
        CLIENT: LOCKED.replace("{mode: password}", "{mode: password, people: [ann]}"),
        "content/clients/acme-ann/client.yml": "name: Acme Ann\naccess: {mode: password}\n",
    }
    (fault,) = find_faults(lay_out(tmp_path, **files))
    assert fault.message.startswith("SITEGEN_PASSWORD_ACME_ANN would be a password of both 'acme' and 'acme-ann'")


@pytest.mark.parametrize("variable", ["SITEGEN_PASSWORD_MID", "SITEGEN_PASSWORD_FAR", "SITEGEN_SECRET"])
def test_no_secret_serves_two_readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    """A client and its agency, two clients, a client and the firm's own: as typed, composed or not."""
    shared = "gova-lujé-zuge-0123456789-0123456789"
    monkeypatch.setenv("SITEGEN_SECRET", "0123456789abcdef0123456789abcdef")
    monkeypatch.setenv("SITEGEN_PASSWORD_FAR", THIRD)
    monkeypatch.setenv("SITEGEN_PASSWORD_ACME", shared)
    is_secret = variable == "SITEGEN_SECRET"
    monkeypatch.setenv(variable, shared if is_secret else f" {unicodedata.normalize('NFD', shared)}")
    files = {
        "content/clients/far/client.yml": "name: Far\naccess: {mode: password}\n",
        "content/clients/near/client.yml": "name: Near\naccess: {mode: link}\n",
    }
    (fault,) = find_faults(lay_out(tmp_path, **files))
    assert fault.rule == "bad-secret"
    assert fault.message.startswith(f"{variable} is the same as SITEGEN_PASSWORD_ACME; ")
    assert "lujé" not in unicodedata.normalize("NFC", fault.message)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_password_in_the_content_is_found_however_its_letters_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: Literal["NFC", "NFD"]
) -> None:
    password = "gova-lujé-zuge"
    monkeypatch.setenv("SITEGEN_PASSWORD_ACME", unicodedata.normalize("NFC", password))
    request = lay_out(tmp_path, **{f"{SHOP}/files/note.txt": unicodedata.normalize(form, f"it is {password}!")})
    (fault,) = find_faults(request)
    assert f"SITEGEN_PASSWORD_ACME stands in '{SHOP}/files/note.txt'" in fault.message


@pytest.mark.parametrize("back", [0, 7, len(PASSWORD)])
def test_a_password_in_a_large_file_is_found_wherever_it_stands(tmp_path: Path, back: int) -> None:
    text = bytearray(b"." * (6 * CHUNK_BYTES))
    start = 5 * CHUNK_BYTES - back
    text[start : start + len(PASSWORD)] = PASSWORD.encode()
    (fault,) = find_faults(lay_out(tmp_path, **{f"{SHOP}/files/dump.sql": text.decode()}))
    assert f"SITEGEN_PASSWORD_ACME stands in '{SHOP}/files/dump.sql'" in fault.message


def test_a_folder_that_has_ended_needs_no_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITEGEN_PASSWORD_ACME")
    files = {CLIENT: LOCKED.replace("{mode: password}", "{mode: password, until: 2026-11-20}")}
    request = lay_out(tmp_path, **files)
    assert build(request).left_out.ended == 1
    assert find_faults_of_day_before(request) == ["bad-secret"]


def find_faults_of_day_before(request: Request) -> list[str]:
    with pytest.raises(ContentError) as caught:
        build(replace(request, day=date(2026, 11, 19)))
    return [problem.rule for problem in caught.value.problems if problem.level == "error"]


def test_the_firm_s_own_pages_are_not_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITEGEN_PASSWORD_ACME")
    build(replace(lay_out(tmp_path), audience=Audience.INTERNAL))
    assert b"Zanzibar" in (tmp_path / "site-internal/acme/shop/index.html").read_bytes()


def test_without_a_password_nothing_of_it_is_loaded(tmp_path: Path) -> None:
    """Who protects no page need not have the extra."""
    write_files(FILES, tmp_path)
    code = (
        "import sys\nfrom sitegen.cli import main\n"
        "main(['build', '-q', '--date', '2026-11-20', '--jobs', '1'], standalone_mode=False)\n"
        "print('cryptography' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_missing_extra_is_told_to_whoever_installs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.access.encryption.find_spec", lambda name: None)
    with pytest.raises(WorkError, match=r"install 'sitegen-status\[protect\]'"):
        build(lay_out(tmp_path))
