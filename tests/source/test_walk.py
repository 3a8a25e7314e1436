"""The walk finds every file by what it is called, follows no link out or in a circle, and drops nothing in silence."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from sitegen.problems import Problems
from sitegen.source import SourceFile, Sources, find_sources, read_document, read_documents
from tests.cases import write_files

FILES = {
    "content/people.yml": "ann: {name: Ann}\n",
    "content/brand/firm.svg": "<svg/>",
    "content/surveys/pulse.yml": "title: Pulse\n",
    "content/surveys/README.md": "What these are.\n",
    "content/agencies/mid.yml": "name: Mid\n",
    "content/clients/README.md": "How to add one.\n",
    "content/clients/acme/client.yml": "name: Acme\n",
    "content/clients/acme/logo.svg": "<svg/>",
    "content/clients/acme/shop/project.yml": "name: Shop\n",
    "content/clients/acme/shop/updates/2026-03-09.md": "One.\n",
    "content/clients/acme/shop/updates/2026-03-02-b.md": "Two.\n",
    "content/clients/acme/shop/updates/README.md": "How to write one.\n",
    "content/clients/acme/shop/updates/.draft.md": "Hidden.\n",
    "content/clients/acme/shop/files/deep/brief.pdf": "%PDF",
    "content/clients/acme/pictures/office.jpg": "",
    "content/.hidden/client.yml": "name: Hidden\n",
}
SHOP = "content/clients/acme/shop"


def walk(root: Path, change: Callable[[Path], object] = lambda root: None) -> tuple[Sources, list[str]]:
    """Walk the files above after a change to them; return what was found, and the problems as `path [rule]`."""
    write_files(FILES, root)
    change(root)
    problems = Problems()
    sources = find_sources(root / "content", root, problems)
    read_documents(sources, problems)
    return sources, [f"{problem.position.path} [{problem.rule}]" for problem in problems]


def put(path: str, text: str = "x") -> Callable[[Path], None]:
    return lambda root: write_files({path: text}, root)


def put_link(path: str, target: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).symlink_to(target)

    return change


def replace_by_folder(path: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / path).unlink()
        (root / path).mkdir()

    return change


def replace_by_file(path: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / path).rename(root / "aside")
        (root / path).write_text("x")

    return change


def replace_by_pipe(path: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / path).unlink()
        os.mkfifo(root / path)

    return change


def test_files_are_found_by_name_in_order(tmp_path: Path) -> None:
    sources, problems = walk(tmp_path)
    assert problems == []
    assert sources.people and sources.people.path == "content/people.yml"
    assert [source.path for source in sources.surveys] == ["content/surveys/pulse.yml"]
    assert [source.path for source in sources.agencies] == ["content/agencies/mid.yml"]
    assert [source.path for source in sources.files] == ["content/brand/firm.svg"]
    (client,) = sources.clients
    (project,) = client.projects
    assert (client.id, project.id, project.client_id, project.folder) == ("acme", "shop", "acme", SHOP)
    assert [source.path for source in client.files] == [
        "content/clients/acme/logo.svg",
        "content/clients/acme/pictures/office.jpg",
    ]
    assert [source.path for source in project.updates] == [
        f"{SHOP}/updates/2026-03-02-b.md",
        f"{SHOP}/updates/2026-03-09.md",
    ]
    assert [source.path for source in project.files] == [f"{SHOP}/files/deep/brief.pdf"]


def test_nothing_but_the_content_folder_is_needed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    problems = Problems()
    sources = find_sources(tmp_path / "content", tmp_path, problems)
    assert (sources.people, sources.clients, list(problems)) == (None, (), [])


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (put(f"{SHOP}/updates/notes.md"), f"{SHOP}/updates/notes.md [bad-name]"),
        (put(f"{SHOP}/updates/2026-3-9.md"), f"{SHOP}/updates/2026-3-9.md [bad-name]"),
        (put(f"{SHOP}/updates/2026-03-09_b.md"), f"{SHOP}/updates/2026-03-09_b.md [bad-name]"),
        (put(f"{SHOP}/updates/2026-03-09-B.md"), f"{SHOP}/updates/2026-03-09-B.md [bad-name]"),
        (put(f"{SHOP}/updates/2026-03-09.MD"), f"{SHOP}/updates/2026-03-09.MD [bad-name]"),
        (put(f"{SHOP}/updates/2026-03-09.txt"), f"{SHOP}/updates/2026-03-09.txt [bad-name]"),
        (put(f"{SHOP}/updates/٢٠٢٦-03-09.md"), f"{SHOP}/updates/٢٠٢٦-03-09.md [bad-name]"),
        (put(f"{SHOP}/updates/2026/03-09.md"), f"{SHOP}/updates/2026 [bad-name]"),
        (put(f"{SHOP}/updates/2026-03-09-{'x' * 54}.md"), f"{SHOP}/updates/2026-03-09-{'x' * 54}.md [bad-name]"),
        (put("content/surveys/Pulse.yml"), "content/surveys/Pulse.yml [bad-name]"),
        (put("content/surveys/pulse.yaml"), "content/surveys/pulse.yaml [bad-name]"),
        (put(f"content/agencies/{'x' * 65}.yml"), f"content/agencies/{'x' * 65}.yml [bad-name]"),
        (put("content/clients/acme.yml"), "content/clients/acme.yml [bad-name]"),
        (put("content/clients/Acme Inc/client.yml"), "content/clients/Acme Inc [bad-name]"),
        (put("content/clients/-acme/client.yml"), "content/clients/-acme [bad-name]"),
        (put("content/clients/other/client.yaml"), "content/clients/other [missing-field]"),
        (put("content/clients/other/x.txt"), "content/clients/other [missing-field]"),
        (put("content/clients/acme/two/project.yaml"), "content/clients/acme/two [missing-field]"),
        (put("content/clients/acme/two/updates/2026-03-09.md"), "content/clients/acme/two [missing-field]"),
        (put("content/clients/acme/Two/project.yml"), "content/clients/acme/Two [bad-name]"),
        (put("content/people.yaml"), "content/people.yaml [bad-name]"),
        (put(f"{SHOP}/files/a\nb"), f"{SHOP}/files/a�b [bad-name]"),
        (put(f"{SHOP}/files/a\udcff"), f"{SHOP}/files/a� [bad-name]"),
    ],
)
def test_a_bad_name_is_told(tmp_path: Path, change: Callable[[Path], None], problem: str) -> None:
    assert walk(tmp_path, change)[1] == [problem]


@pytest.mark.parametrize(
    "path",
    ["content/people.yml", "content/clients/acme/client.yml", f"{SHOP}/project.yml", f"{SHOP}/updates/2026-03-09.md",
     "content/surveys/pulse.yml", "content/agencies/mid.yml"],
)  # fmt: skip
def test_a_folder_or_a_pipe_in_a_files_place_is_told(tmp_path: Path, path: str) -> None:
    for number, replace in enumerate((replace_by_folder, replace_by_pipe)):
        assert walk(tmp_path / str(number), replace(path))[1] == [f"{path} [bad-name]"]


@pytest.mark.parametrize("path", ["content/clients", "content/surveys", "content/agencies", f"{SHOP}/updates"])
def test_a_file_in_a_folders_place_is_told(tmp_path: Path, path: str) -> None:
    assert walk(tmp_path, replace_by_file(path))[1] == [f"{path} [bad-name]"]


@pytest.mark.parametrize(
    ("path", "target"),
    [
        (f"{SHOP}/files/out", "/etc/hostname"),
        (f"{SHOP}/files/out", "../../../../../sitegen.yml"),
        (f"{SHOP}/files/nothing", "nothing-here"),
        (f"{SHOP}/files/itself", "itself"),
        (f"{SHOP}/files/folder", "."),
        (f"{SHOP}/files/above", "../.."),
        (f"{SHOP}/project.yml", "/etc/hostname"),
        (f"{SHOP}/updates/2026-03-09.md", "/etc/hostname"),
        ("content/clients/acme/client.yml", "/etc/hostname"),
        ("content/people.yml", "/etc/hostname"),
        ("content/surveys/out.yml", "/etc/hostname"),
        ("content/clients/all", "../../content"),
    ],
)
def test_a_link_out_or_in_a_circle_is_told(tmp_path: Path, path: str, target: str) -> None:
    (tmp_path / "sitegen.yml").write_text("name: Firm\n")
    assert walk(tmp_path, put_link(path, target))[1] == [f"{path} [outside-link]"]


def test_two_links_that_make_a_circle_are_told(tmp_path: Path) -> None:
    def change(root: Path) -> None:
        for name, other in (("a", "b"), ("b", "a")):
            (root / SHOP / "files" / name).mkdir()
            for number in range(8):
                (root / SHOP / "files" / name / f"link{number}").symlink_to(f"../{other}")

    problems = walk(tmp_path, change)[1]
    assert f"{SHOP}/files/a/link0/link0 [outside-link]" in problems
    assert len(problems) == 2 * 8 * 8


def test_a_link_within_the_content_is_followed(tmp_path: Path) -> None:
    sources, problems = walk(tmp_path, put_link(f"{SHOP}/files/again.pdf", "deep/brief.pdf"))
    assert problems == []
    assert f"{SHOP}/files/again.pdf" in [source.path for source in sources.clients[0].projects[0].files]


def test_a_missing_content_folder_is_told(tmp_path: Path) -> None:
    problems = Problems()
    find_sources(tmp_path / "content", tmp_path, problems)
    assert [f"{problem.position.path} [{problem.rule}]" for problem in problems] == ["content [missing-field]"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
@pytest.mark.parametrize("path", [f"{SHOP}/project.yml", f"{SHOP}/updates", SHOP, "content/clients"])
def test_what_cannot_be_read_is_told(tmp_path: Path, path: str) -> None:
    def close(root: Path) -> None:
        (root / path).chmod(0)

    try:
        problems = walk(tmp_path, close)[1]
    finally:
        (tmp_path / path).chmod(0o700)
    assert f"{path} [bad-encoding]" in problems


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    text = "name: Shop\n" + "# a comment\n" * 1000
    writer = Thread(target=pipe.write_text, args=[text])
    writer.start()
    document = read_document(SourceFile(location=str(pipe), path="settings.yml"), Problems())
    writer.join()
    assert document and document.text == text
