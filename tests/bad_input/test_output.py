"""An output folder that would cost somebody their files is refused in plain words, and nothing is written anywhere."""

from pathlib import Path

import pytest

from tests.bad_input.site import FILES, read_tree
from tests.bad_input.test_disk import BUILD, LOCK, run
from tests.cases import write_files


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("/", "the output folder '/' holds the content folder; choose another"),
        (".", "the output folder '.' holds the content folder; choose another"),
        ("..", "the output folder '..' holds the content folder; choose another"),
        ("content", "the output folder 'content' is the content folder; choose another"),
        ("content/site", "the output folder 'content/site' lies in the content folder; choose another"),
        ("content/../content/site", "lies in the content folder; choose another"),
        ("themes/x", "the output folder 'themes/x' lies in the themes folder; choose another"),
        (".sitegen", "the output folder '.sitegen' is the folder '.sitegen'; choose another"),
        ("site-internal", "the output folder 'site-internal' is the output for 'internal'; choose another"),
        ("sitegen.yml", "the output folder 'sitegen.yml' is a file; choose another"),
        ("sitegen.yml/x", "the output folder 'sitegen.yml/x' lies in a file, 'sitegen.yml'; choose another"),
        ("~", "the output folder '~' begins with '~', of which a folder of that name would be made here; write your"),
        ("~/site", "the output folder '~/site' begins with '~', of which a folder of that name would be made here; "),
        ("{home}", "is your home folder; name a folder in it"),
        ("x" * 300, "'" + "x" * 40 + "…' cannot be used: file name too long"),
        ("", "the output folder '.' holds the content folder; choose another"),
    ],
)
def test_an_output_folder_that_holds_other_things_is_refused(output: str, told: str, tmp_path: Path) -> None:
    home, site = tmp_path / "home", tmp_path / "work" / "site"
    write_files({"notes.txt": "mine"}, home)
    write_files({**FILES, "themes/x/theme.yml": ""}, site)
    before = read_tree(tmp_path)
    done = run(site, *BUILD, "--output", output.format(home=home), HOME=str(home))
    assert (done.returncode, done.stdout) == (1 if "xx" in output else 2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert {path: data for path, data in read_tree(tmp_path).items() if not path.endswith(LOCK)} == before


@pytest.mark.parametrize("audience", ["client", "internal"])
def test_a_folder_with_another_site_in_it_is_refused_until_that_is_moved_away(audience: str, tmp_path: Path) -> None:
    write_files({**FILES, "www/index.html": "<p>mine", "www/acme/note.txt": "mine", "www/robots.txt": "mine"}, tmp_path)
    if audience == "internal":
        (tmp_path / "www").rename(tmp_path / "www-internal")
    folder = tmp_path / ("www-internal" if audience == "internal" else "www")
    before = read_tree(folder)
    words = (*BUILD, "--output", "www", "--audience", audience)
    done = run(tmp_path, *words)
    assert done.returncode == 2
    assert (
        f"'{folder.name}/index.html' is not sitegen's and would be lost; move it away, or name another" in done.stderr
    )
    assert read_tree(folder) == before
    (folder / "index.html").unlink()
    assert run(tmp_path, *words).returncode == 0
    assert (folder / "acme/note.txt").read_text() == "mine"


@pytest.mark.parametrize("audience", ["client", "internal"])
def test_a_site_of_ours_is_known_without_the_record_and_when_altered(audience: str, tmp_path: Path) -> None:
    """A machine that keeps only the pages builds them anew; one that has the record puts right what was altered."""
    write_files(FILES, tmp_path)
    words = (*BUILD, "--audience", audience, "-q")
    folder = tmp_path / ("site-internal" if audience == "internal" else "site")
    assert run(tmp_path, *words).returncode == 0
    pages = read_tree(folder)
    (folder / "index.html").write_text("altered")
    if audience == "client":
        (folder / "robots.txt").write_text("altered")
    assert run(tmp_path, *words).returncode == 0
    assert read_tree(folder) == pages
    (folder / "index.html").write_text("older")
    (tmp_path / ".sitegen/outputs.json").unlink()
    assert run(tmp_path, *words).returncode == 0
    assert read_tree(folder) == pages
