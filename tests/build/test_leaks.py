"""The search for leaks finds what is planted, names file, line and term, and finds nothing where nothing is."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen import access
from sitegen.build import Request, build, check
from sitegen.errors import UsageError
from sitegen.problems import Level, Problem
from tests.bad_input.site import DAY, FILES, SHOP
from tests.build.crowd import COUNT, FIELDS, HUSH, MARK, list_readers, name_password, read_all, write_crowd
from tests.cases import write_files
from tests.cli.running import EXAMPLE

SECRET = "0123456789abcdef0123456789abcdef"
MORE = {
    "content/clients/rival/client.yml": "name: Rival & Sons\naccess: {mode: link}\n"
    "people: {zed: {name: Zedekiah Quill, email: zed@rival.example}}\n",
    "content/clients/rival/app/project.yml": "name: Moonshot\nstart: 2026-02-02\n",
    "content/agencies/elsewhere-inc.yml": "name: Otherwise\n",
    f"{SHOP}/updates/2026-11-16.md": "---\nrisks: {cold-feet: {title: They waver, visibility: internal}}\n---\n",
    f"{SHOP}/updates/2026-11-17.md": "---\nheadline: Only between us\nvisibility: agency\n---\n",
    "content/clients/acme/hush/project.yml": "name: Hushhush\nstart: 2026-02-02\nvisibility: internal\n",
}


@pytest.fixture
def request_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Request:
    """A site of two clients, built."""
    monkeypatch.setenv("SITEGEN_SECRET", SECRET)
    write_files({**FILES, **MORE}, tmp_path)
    request = Request(config=tmp_path / "sitegen.yml", day=DAY, jobs=1)
    build(request)
    return request


def find_leaks(request: Request) -> list[Problem]:
    return [problem for problem in check(request, with_leaks=True) if problem.rule == "leak"]


def plant(request: Request, path: str, text: str) -> Path:
    """Add a text to a file of the site, or make one."""
    file = request.config.parent / "site" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes((file.read_bytes() if file.exists() else b"") + text.encode())
    return file


def test_a_site_as_it_is_built_has_none(request_: Request) -> None:
    assert find_leaks(request_) == []


def test_the_example_has_none(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    shutil.copy(EXAMPLE / "sitegen.yml", tmp_path)
    request = Request(config=tmp_path / "sitegen.yml", day=DAY)
    build(request)
    assert find_leaks(request) == []


@pytest.mark.parametrize(
    ("path", "text", "term"),
    [
        ("acme/index.html", "<!-- Rival &amp; Sons -->", "Rival & Sons"),
        ("acme/shop/index.html", '<a href="../../rival/">', "rival"),
        ("acme/shop/updates.atom", "<!-- Moonshot -->", "Moonshot"),
        ("acme/shop/files/more.json", json.dumps({"by": "Zedekiah Quill"}), "Zedekiah Quill"),
        ("acme/shop/milestones.ics", "X-NOTE:zed@riv\r\n al.example", "zed@rival.example"),
        ("acme/assets/Moonshot.css", "", "Moonshot"),
        ("acme/shop/updates/2026-03-01/index.html", "cold-feet", "cold-feet"),
        ("mid/acme/shop/index.html", "They waver", "They waver"),
        ("acme/shop/badge.svg", "<!-- Only between us -->", "Only between us"),
        ("acme/shop/status.json", "2026-11-17", "2026-11-17"),
        ("mid/index.html", "Hushhush", "Hushhush"),
        ("acme/index.html", "Otherwise", "Otherwise"),
        ("index.html", "Moonshot", "Moonshot"),
        ("assets/page.js", "// Acme", "Acme"),
        ("_headers", "/rival/*", "rival"),
        ("acme/index.html", '<img alt="Zedekiah Quill" src="x.svg">', "Zedekiah Quill"),
        ("acme/index.html", '<p data-by="zed@rival.example"></p>', "zed@rival.example"),
        ("acme/index.html", "<p>Moon&shy;shot and Moonshot</p>", "Moonshot"),
        ("acme/index.html", "<title>Rival &#38; Sons</title>", "Rival & Sons"),
        ("acme/shop/status.json", '"Rival \\u0026 Sons"', "Rival & Sons"),
        ("acme/shop/updates.atom", "&lt;p&gt;Rival &amp;amp; Sons&lt;/p&gt;", "Rival & Sons"),
        ("acme/shop/milestones.ics", "SUMMARY:Moonshot", "Moonshot"),
        ("acme/assets/page.js.map", '{"sources": ["content/clients/rival/app"]}', "rival"),
        ("acme/assets/more.css", "/* for Moonshot */", "Moonshot"),
        ("acme/assets/more.js", "// Zedekiah Quill asked for it", "Zedekiah Quill"),
        ("acme/shop/files/rival/list.txt", "", "rival"),
        ("acme/shop/files/list.csv", "Moonshot;12", "Moonshot"),
        ("acme/shop/files/notes.md", "<!-- They waver -->", "They waver"),
        ("acme/shop/files/drawing.svg", "<metadata>Zedekiah Quill</metadata>", "Zedekiah Quill"),
        ("acme/shop/files/sheet.pdf", "%PDF-1.4 /Author (Zedekiah Quill)", "Zedekiah Quill"),
        ("acme/shop/files/photo.png", "tEXtAuthor\0Zedekiah Quill\0", "Zedekiah Quill"),
        ("robots.txt", "Disallow: /rival/", "rival"),
    ],
)
def test_what_is_planted_is_found(request_: Request, path: str, text: str, term: str) -> None:
    file = plant(request_, path, f"\n{text}")
    found = find_leaks(request_)
    assert [(problem.position.path, problem.level) for problem in found] == [(f"site/{path}", Level.ERROR)] * len(found)
    assert term in {problem.message.split("'")[1] for problem in found}
    if file.suffix in {".html", ".js"}:
        assert found[0].position.line == file.read_text().count("\n", 0, file.read_text().rindex(text)) + 1


def test_the_token_of_another_s_link_is_found(request_: Request) -> None:
    (folder,) = (request_.config.parent / "site").glob("rival-*")
    plant(request_, "acme/index.html", f'<a href="x{folder.name.removeprefix("rival")}">')
    (found,) = find_leaks(request_)
    assert "the token of a link" in found.message


def test_an_image_s_metadata_is_searched(request_: Request) -> None:
    file = plant(request_, "acme/shop/files/photo.jpg", "")
    file.write_bytes(b"\xff\xd8\xff\xe1\x00\x1cExif\0\0" + b"by Zedekiah Quill   \xff\xda")
    (found,) = find_leaks(request_)
    assert found.position.path == "site/acme/shop/files/photo.jpg"


def test_own_names_firm_and_agency_may_be_named(request_: Request) -> None:
    plant(request_, "acme/index.html", "Acme acme Mid Firm Shop Ann Bob alpha Alpha")
    plant(request_, "mid/index.html", "They are Acme of Mid at Firm, 2026-11-17: Only between us")
    assert find_leaks(request_) == []


def test_what_the_agency_may_know_is_a_leak_to_the_client_alone(request_: Request) -> None:
    plant(request_, "mid/acme/shop/index.html", "Only between us")
    plant(request_, "acme/shop/index.html", "Only between us")
    assert [problem.position.path for problem in find_leaks(request_)] == ["site/acme/shop/index.html"]


def test_everyday_words_can_be_allowed(request_: Request) -> None:
    plant(request_, "acme/index.html", "Moonshot")
    assert len(find_leaks(request_)) == 1
    settings = FILES["sitegen.yml"].replace("leaks: {allow: [x]}", "leaks: {allow: [Moonshot]}")
    request_.config.write_text(settings)
    assert find_leaks(request_) == []


@pytest.mark.parametrize("mode", ["public", "link", "password"])
def test_of_fifty_clients_none_meets_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str) -> None:
    """Every field of each holds a word of its own; who has the password reads what is sealed as well."""
    monkeypatch.setenv("SITEGEN_SECRET", SECRET)
    readers = list_readers()
    for reader in readers:
        monkeypatch.setenv(access.name_password(reader), name_password(reader))
    write_files(write_crowd(mode), tmp_path)
    request = Request(config=tmp_path / "sitegen.yml", day=DAY, jobs=1)
    build(request)
    for reader, own in readers.items():
        (folder,) = (tmp_path / "site").glob(f"{reader}*")
        text = read_all(folder, reader, is_locked=mode == "password")
        assert {int(number) for number in MARK.findall(text)} == own, reader
        assert [word for word in FIELDS if f"{word} qqxx" not in text] == [], reader
        assert HUSH not in text
    if mode == "password":
        sealed = [file.read_text("utf-8") for file in (tmp_path / "site").rglob("job-*/**/*.html")]
        assert len(sealed) >= COUNT * 5
        readable = {word for word in FIELDS for text in sealed if f"{word} qqxx" in text}
        assert readable == {"Client"}, "the reader's name stands above the password"
    neutral = "".join(file.read_text("utf-8") for file in (tmp_path / "site").glob("*") if file.is_file())
    assert not MARK.search(neutral)
    assert find_leaks(request) == []


def test_without_a_site_there_is_nothing_to_search(tmp_path: Path) -> None:
    write_files(FILES, tmp_path)
    with pytest.raises(UsageError, match="run 'sitegen build' first"):
        check(Request(config=tmp_path / "sitegen.yml", day=DAY), with_leaks=True)


def test_locked_pages_have_none(request_: Request, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_PASSWORD_ACME", "gova-luje-zuge")
    monkeypatch.setenv("SITEGEN_PASSWORD_MID", "fife-mano-tibu")
    client = FILES["content/clients/acme/client.yml"] + "access: {mode: password}\n"
    files = {
        "content/clients/acme/client.yml": client,
        "content/agencies/mid.yml": "name: Mid\naccess: {mode: password}\n",
    }
    write_files(files, request_.config.parent)
    build(request_)
    assert find_leaks(replace(request_)) == []


def lock_acme(request: Request, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Have the pages of a client ask for a password, and hold some words in a page and in an attachment."""
    monkeypatch.setenv("SITEGEN_PASSWORD_ACME", "gova-luje-zuge")
    files = {
        "content/clients/acme/client.yml": "name: Acme\naccess: {mode: password}\n",
        f"{SHOP}/updates/2026-11-14.md": f"See [it](../files/it.txt).\n\n{words}\n",
        f"{SHOP}/files/it.txt": f"{words}\n",
    }
    write_files(files, request.config.parent)
    build(request)


def test_what_a_password_locks_is_searched_as_well(request_: Request, monkeypatch: pytest.MonkeyPatch) -> None:
    lock_acme(request_, monkeypatch, "As for Moonshot.")
    found = {problem.position.path for problem in find_leaks(request_)}
    assert "site/acme/shop/updates/2026-11-14/index.html" in found
    assert "site/acme/shop/files/it.txt.html" in found
    assert all(b"Moonshot" not in (request_.config.parent / path).read_bytes() for path in found)


def test_pages_that_are_locked_with_other_passwords_are_told(
    request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock_acme(request_, monkeypatch, "All is well.")
    assert find_leaks(request_) == []
    monkeypatch.setenv("SITEGEN_PASSWORD_ACME", "fife-mano-tibu")
    found = find_leaks(request_)
    assert found and all("was locked with other passwords" in problem.message for problem in found)
