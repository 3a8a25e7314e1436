"""YAML and front matter are read, or refused at the right place, as the cases say."""

import json
from pathlib import Path

import pytest

from sitegen.problems import Problems, format_problem
from sitegen.source import Document, parse_markdown_document, parse_yaml_document
from tests.cases import part_files

CASES = tuple(sorted((Path(__file__).parent / "cases").glob("*.txt")))
READ = ".read"
"""What follows the name of a case in the name of its expectation."""


def read(name: str, text: str) -> str:
    """Return what is read of a text: problems with their carets, else the data and the body as JSON."""
    problems = Problems()
    parse = parse_markdown_document if name.endswith(".md") else parse_yaml_document
    document: Document | None = parse(text.encode(), name, problems)
    told = "".join(f"{format_problem(problem)}\n" for problem in problems)
    if document is None or told:
        return told
    data = json.dumps(document.data, ensure_ascii=False, indent=1)
    return f"{data}\n{json.dumps(document.body, ensure_ascii=False)}\n" if name.endswith(".md") else f"{data}\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_text_is_read_as_expected(path: Path, is_updating: bool) -> None:
    parts = part_files(path.read_text("utf-8"))
    texts = {name: text for name, text in parts.items() if not name.endswith(READ)}
    found = {
        key: value for name, text in texts.items() for key, value in ((name, text), (name + READ, read(name, text)))
    }
    if is_updating:
        path.write_text("".join(f"-- {name} --\n{text}" for name, text in found.items()), "utf-8")
    else:
        assert found == parts
