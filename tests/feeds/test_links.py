"""Links in texts lead from the project's folder, and never name an update that the reader has no page of."""

import pytest

from sitegen.feeds.links import turn_link, turn_links

SEEN = {"2026-02-02-beta": "updates/2026-02-02-beta/index.html"}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("files/brief.pdf", "files/brief.pdf"),
        ("../files/brief.pdf", "files/brief.pdf"),
        ("./files/2026-02-09-notes.md", "files/2026-02-09-notes.md"),
        ("2026-02-02-beta.md", "updates/2026-02-02-beta/index.html"),
        ("../updates/2026-02-02-beta.md", "updates/2026-02-02-beta/index.html"),
        ("updates/2026-02-09-secret.md", "updates/index.html"),
        ("./2026-02-09-secret.md", "updates/index.html"),
        ("../project.yml", "index.html"),
        ("https://example.com/updates/2026-02-09-secret.md", "https://example.com/updates/2026-02-09-secret.md"),
        ("mailto:ann@example.com", "mailto:ann@example.com"),
    ],
)
def test_link_leads_from_the_project_s_folder(written: str, expected: str) -> None:
    assert turn_link(written, SEEN) == expected


@pytest.mark.parametrize(
    "text",
    [
        "See [this](2026-02-09-secret.md#why).",
        "See [this](<../updates/2026-02-09-secret.md>).",
        'See [this](2026-02-09-secret.md "It").',
        "See [this].\n\n[this]: updates/2026-02-09-secret.md",
        'See <a href="2026-02-09-secret.md">this</a>.',
    ],
)
def test_update_without_a_page_is_not_named_however_it_is_linked(text: str) -> None:
    turned = turn_links(text, SEEN)
    assert "secret" not in turned
    assert "updates/index.html" in turned


def test_words_stay_as_they_are() -> None:
    text = "The file 2026-02-09-plan.md (2026-02-09.md) and `files/x`, *all* of it: [x](https://example.com/a_(b))."
    assert turn_links(text, SEEN) == text
