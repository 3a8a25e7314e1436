"""What is wrong on the disk, not in a text, is told in words too, and the site that stood is left byte for byte."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bad_input.site import FILES, PLAN, SHOP, UPDATE, Change, assert_well_told, read_tree, spoil
from tests.cases import write_files

CLIENT = "content/clients/acme/client.yml"


def put(path: str, text: str = "x\n") -> Change:
    return lambda root: write_files({path: text}, root)


def put_raw(path: str, raw: bytes) -> Change:
    return lambda root: (root / path).write_bytes(raw)


def link(path: str, target: str) -> Change:
    def change(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).symlink_to(target)

    return change


def make_folder(path: str) -> Change:
    def change(root: Path) -> None:
        (root / path).unlink()
        (root / path).mkdir()

    return change


def make_file(path: str) -> Change:
    def change(root: Path) -> None:
        shutil.rmtree(root / path)
        (root / path).write_text("x\n")

    return change


def make_pipe(path: str) -> Change:
    def change(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        os.mkfifo(root / path)

    return change


def name_in_bytes(folder: str, name: bytes) -> Change:
    return lambda root: Path(os.fsdecode(os.fsencode(root / folder) + b"/" + name)).write_text("x\n")


def make_circle(root: Path) -> None:
    for name, other in (("a", "b"), ("b", "a")):
        (root / SHOP / "files" / name).mkdir()
        for number in range(10):
            (root / SHOP / "files" / name / f"l{number}").symlink_to(f"../{other}")


def make_theme(*files: tuple[str, str]) -> Change:
    """Give the site a theme of its own, of which the files of a folder are wrong."""
    wrong = {f"themes/own/{name}": text for name, text in files}
    return lambda root: write_files({"sitegen.yml": f"{FILES['sitegen.yml']}theme: own\n", **wrong}, root)


CHANGES: dict[str, tuple[Change, str]] = {
    "link-to-a-file-outside": (link(f"{SHOP}/files/x", "/etc/hostname"), "outside-link"),
    "link-to-a-folder-outside": (link(f"{SHOP}/files/x", "/etc"), "outside-link"),
    "link-to-all-of-the-disk": (link(f"{SHOP}/files/x", "/"), "outside-link"),
    "link-to-the-settings": (link(f"{SHOP}/files/x", "../../../../../sitegen.yml"), "outside-link"),
    "link-to-nothing": (link(f"{SHOP}/files/x", "nothing"), "outside-link"),
    "link-to-itself": (link(f"{SHOP}/files/x", "x"), "outside-link"),
    "link-to-its-folder": (link(f"{SHOP}/files/x", "."), "outside-link"),
    "links-in-a-circle": (make_circle, "outside-link"),
    "plan-is-a-link-out": (link(PLAN, "/etc/hostname"), "outside-link"),
    "update-is-a-link-out": (link(UPDATE, "/etc/hostname"), "outside-link"),
    "client-is-a-link-out": (link(CLIENT, "/etc/hostname"), "outside-link"),
    "people-is-a-link-out": (link("content/people.yml", "/etc/hostname"), "outside-link"),
    "survey-is-a-link-out": (link("content/surveys/x.yml", "/etc/hostname"), "outside-link"),
    "client-folder-is-a-link-out": (link("content/clients/x", "/etc"), "outside-link"),
    "endless-device": (link(f"{SHOP}/updates/2026-04-01.md", "/dev/zero"), "outside-link"),
    "plan-is-a-folder": (make_folder(PLAN), "bad-name"),
    "update-is-a-folder": (make_folder(UPDATE), "bad-name"),
    "client-is-a-folder": (make_folder(CLIENT), "bad-name"),
    "people-is-a-folder": (make_folder("content/people.yml"), "bad-name"),
    "survey-is-a-folder": (make_folder("content/surveys/pulse.yml"), "bad-name"),
    "agency-is-a-folder": (make_folder("content/agencies/mid.yml"), "bad-name"),
    "logo-is-a-folder": (make_folder("content/logo.svg"), "broken-link"),
    "plan-is-a-pipe": (make_pipe(PLAN), "bad-name"),
    "update-is-a-pipe": (make_pipe(UPDATE), "bad-name"),
    "client-is-a-pipe": (make_pipe(CLIENT), "bad-name"),
    "people-is-a-pipe": (make_pipe("content/people.yml"), "bad-name"),
    "attachment-is-a-pipe": (make_pipe(f"{SHOP}/files/pipe"), "bad-name"),
    "clients-is-a-file": (make_file("content/clients"), "bad-name"),
    "client-folder-is-a-file": (make_file("content/clients/acme"), "bad-name"),
    "surveys-is-a-file": (make_file("content/surveys"), "bad-name"),
    "agencies-is-a-file": (make_file("content/agencies"), "bad-name"),
    "updates-is-a-file": (make_file(f"{SHOP}/updates"), "bad-name"),
    "content-is-a-file": (make_file("content"), "missing-field"),
    "content-is-gone": (lambda root: shutil.rmtree(root / "content"), "missing-field"),
    "client-file-is-gone": (lambda root: (root / CLIENT).unlink(), "missing-field"),
    "plan-is-gone": (lambda root: (root / PLAN).unlink(), "missing-field"),
    "survey-is-gone": (lambda root: (root / "content/surveys/pulse.yml").unlink(), "unknown-id"),
    "people-are-gone": (lambda root: (root / "content/people.yml").unlink(), "unknown-person"),
    "agency-is-gone": (lambda root: (root / "content/agencies/mid.yml").unlink(), "unknown-id"),
    "brief-is-gone": (lambda root: (root / SHOP / "files/brief.txt").unlink(), "broken-link"),
    "attachment-named-in-latin-1": (name_in_bytes(f"{SHOP}/files", b"\xe9.pdf"), "bad-name"),
    "update-named-in-latin-1": (name_in_bytes(f"{SHOP}/updates", b"2026-04-01-\xe9.md"), "bad-name"),
    "client-named-in-latin-1": (name_in_bytes("content/clients", b"\xe9"), "bad-name"),
    "attachment-with-a-line-end": (put(f"{SHOP}/files/a\nb"), "bad-name"),
    "attachment-with-an-escape": (put(f"{SHOP}/files/\x1b[31m"), "bad-name"),
    "client-with-a-space": (put("content/clients/Acme Inc/client.yml", "name: A\n"), "bad-name"),
    "client-with-a-capital": (put("content/clients/Acme/client.yml", "name: A\n"), "bad-name"),
    "client-with-dots": (put("content/clients/a..b/client.yml", "name: A\n"), "bad-name"),
    "client-too-long": (put(f"content/clients/{'a' * 65}/client.yml", "name: A\n"), "bad-name"),
    "project-with-a-capital": (put("content/clients/acme/Shop/project.yml", FILES[PLAN]), "bad-name"),
    "project-in-yaml": (put("content/clients/acme/two/project.yaml", FILES[PLAN]), "missing-field"),
    "client-in-yaml": (put("content/clients/two/client.yaml", "name: A\n"), "missing-field"),
    "people-in-yaml": (put("content/people.yaml", "ann: {name: A}\n"), "bad-name"),
    "update-as-text": (put(f"{SHOP}/updates/2026-04-01.txt"), "bad-name"),
    "update-without-a-date": (put(f"{SHOP}/updates/april.md"), "bad-name"),
    "update-in-utf-16": (put_raw(f"{SHOP}/updates/2026-04-01.md", "Grüße".encode("utf-16")), "bad-encoding"),
    "update-in-latin-1": (put_raw(f"{SHOP}/updates/2026-04-01.md", "Grüße".encode("latin-1")), "bad-encoding"),
    "update-is-a-picture": (put_raw(f"{SHOP}/updates/2026-04-01.md", b"\x89PNG\r\n\x1a\n\x00"), "bad-encoding"),
    "settings-in-utf-16": (put_raw("sitegen.yml", "name: Firm\n".encode("utf-16")), "bad-encoding"),
    "theme-file-is-a-folder": (make_theme(("theme.yml/x", "x")), "theme"),
    "templates-are-a-file": (make_theme(("theme.yml", "extends: default\n"), ("templates", "x")), "theme"),
    "settings-huge": (put_raw("sitegen.yml", b"#" * 2_000_000), "too-large"),
    "update-huge": (put_raw(UPDATE, b"x" * 10_000_000), "too-large"),
}
"""By name, what is done to the site and the rule that must speak."""


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_wrong_on_the_disk_is_told(name: str, tmp_path: Path) -> None:
    assert spoil(tmp_path, lambda root: None) == []
    before = read_tree(tmp_path / "site")
    change, rule = CHANGES[name]
    messages = spoil(tmp_path, change)
    assert_well_told(messages)
    assert any(message.split("\n")[0].endswith(f"[{rule}]") for message in messages), messages
    assert read_tree(tmp_path / "site") == before


COMMAND = [sys.executable, "-c", "from sitegen.cli import main; main()"]
LOCK = ".sitegen/lock"
"""Keeps other builds away, and stays."""
BUILD = ("build", "--date", "2026-11-20", "--jobs", "1")


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    "name", ["link-to-nothing", "plan-is-a-folder", "attachment-named-in-latin-1", "settings-in-utf-16", "update-huge"]
)
def test_the_command_ends_with_1_and_words_alone(name: str, tmp_path: Path) -> None:
    write_files(FILES, tmp_path)
    CHANGES[name][0](tmp_path)
    done = run(tmp_path, *BUILD)
    assert (done.returncode, done.stdout) == (1, "")
    *messages, last = done.stderr.rstrip().split("\n")
    assert last.endswith("nothing was written")
    assert_well_told([line for line in messages if ": error: " in line])
    assert "Traceback" not in done.stderr


def test_the_command_speaks_in_an_ascii_terminal(tmp_path: Path) -> None:
    write_files({**FILES, UPDATE: "---\nhealth: zufällig 🎉\n---\n"}, tmp_path)
    done = run(tmp_path, *BUILD, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [("--date", "tomorrow"), ("--date", "2026-02-30"), ("--date", "9999-12-31"), ("--client", "acm"), ("--jobs", "0"),
     ("--audience", "everyone"), ("--config", "nope.yml"), ("--output", "content"), ("--nonsense",),
     ("--output", "sitegen.yml")],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    write_files(FILES, tmp_path)
    before = read_tree(tmp_path)
    done = run(tmp_path, "build", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    after = {path: data for path, data in read_tree(tmp_path).items() if path != LOCK}
    assert after == before


def test_without_a_site_usage_is_wrong(tmp_path: Path) -> None:
    assert run(tmp_path, *BUILD).returncode == 2


def test_paths_are_relative_to_the_working_folder(tmp_path: Path) -> None:
    write_files({**FILES, UPDATE: "---\nhealth: fine\n---\n"}, tmp_path)
    done = run(tmp_path / SHOP / "updates", *BUILD)
    assert done.stderr.startswith("2026-03-01.md:2:9: error: ")


def test_settings_that_are_a_folder_are_called_so(tmp_path: Path) -> None:
    (tmp_path / "sitegen.yml").mkdir()
    done = run(tmp_path, "build", "--config", "sitegen.yml")
    assert (done.returncode, "'sitegen.yml' is a folder; name the file sitegen.yml in it" in done.stderr) == (2, True)


def test_settings_whose_name_no_disk_takes_are_told(tmp_path: Path) -> None:
    done = run(tmp_path, "build", "--config", "x" * 5000)
    assert done.returncode == 1
    assert done.stderr == f"error: '{'x' * 40}…' cannot be used: file name too long\n"


def test_a_file_where_the_work_folder_belongs_is_called_so(tmp_path: Path) -> None:
    write_files({**FILES, ".sitegen": "x"}, tmp_path)
    done = run(tmp_path, *BUILD)
    assert done.returncode == 1
    assert done.stderr == "error: '.sitegen' is a file, and sitegen's own folder belongs there; move it away\n"
    assert (tmp_path / ".sitegen").read_text() == "x"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("theme-file-is-a-folder", "themes/own/theme.yml:1:1: error: this must be a file, and is a folder; rename it"),
        ("templates-are-a-file", "themes/own/templates:1:1: error: this must be a folder, and is a file; rename it"),
        ("content-is-a-file", "content:1:1: error: this must be the content folder, and it is a file; rename it, or "),
    ],
)
def test_what_is_no_file_or_no_folder_is_called_so(name: str, told: str, tmp_path: Path) -> None:
    write_files(FILES, tmp_path)
    CHANGES[name][0](tmp_path)
    assert told in run(tmp_path, *BUILD).stderr
