"""Markdown reads on the page as the golden cases say."""

import pytest

from tests.markup.rendering import Case, read_cases, render


@pytest.mark.parametrize("case", tuple(read_cases()), ids=lambda case: f"{case.engine}: {case.title}")
def test_markdown_reads_as_expected(case: Case) -> None:
    fragment = render(case.source, engine=case.engine)
    broken = [f"broken {link.line}:{link.column} {link.target}" for link in fragment.broken]
    assert "\n".join([fragment.html.strip(), *broken]).strip() == case.expected
