"""Front matter that is not known as such would publish what it keeps back: it is told, in whatever form it stands."""

from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request, check
from tests.cases import write_files


@pytest.mark.parametrize(
    "opener",
    [
        "--- # weekly\n",
        " ---\n",
        "\t---\n",
        "\u200b---\n",
        "\ufeff\ufeff---\n",
        "---\u00a0\n",
        "---yaml\n",
        "<!-- draft -->\n---\n",
        "%YAML 1.1\n---\n",
        "```yaml\n",
        "----\n",
    ],
)
@pytest.mark.parametrize("key", ["draft: true", "visibility: internal", "internal: Not for them", '"draft": true'])
def test_front_matter_that_is_none_is_not_published(opener: str, key: str, tmp_path: Path) -> None:
    text = f"{opener}headline: New\n{key}\n---\nAll is well.\n"
    assert find_faults(tmp_path, text), text


@pytest.mark.parametrize(
    "text",
    [
        "+++\ndraft = true\n+++\nHi\n",
        '{"draft": true}\nHi\n',
        "---\nheadline: A\n---\n---\n# note\nvisibility: internal\n---\nHi\n",
        "Hi\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> theirs\n",
    ],
)
def test_other_forms_of_it_are_told_too(text: str, tmp_path: Path) -> None:
    assert find_faults(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "---\nheadline: A\n---\nWe sent a draft: you have it.\n\n---\n\nOur internal: none.\n- internal: ours\n",
        "Internal: nobody.\n\nA **draft**: see below.\n",
        "---\nheadline: A\n---\n<<<<<<< is how a conflict begins.\n",
    ],
)
def test_prose_may_use_the_words(text: str, tmp_path: Path) -> None:
    assert find_faults(tmp_path, text) == []


def find_faults(root: Path, text: str) -> list[str]:
    write_files(
        {
            "sitegen.yml": "name: Firm\n",
            "content/clients/acme/client.yml": "name: Acme\n",
            "content/clients/acme/shop/project.yml": "name: Shop\nstart: 2026-01-05\n",
            "content/clients/acme/shop/updates/2026-02-02.md": text,
        },
        root,
    )
    return [problem.message for problem in check(Request(config=root / "sitegen.yml", day=date(2026, 2, 10))).errors]
