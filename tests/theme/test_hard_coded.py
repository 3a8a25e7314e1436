"""No template says a word of its own past the catalogues: what is not translated could not be."""

import re
from pathlib import Path

import pytest

from sitegen.theme import builtin_themes_folder

FOR_MAKERS = {"catalogue.html"}
"""Read by theme makers alone, and in English."""
TEMPLATES = sorted(
    path
    for path in builtin_themes_folder().glob("*/templates/**/*")
    if path.suffix in {".html", ".svg", ".txt"} and path.name not in FOR_MAKERS
)
NAMES = {"SHA"}
"""The same in every language."""
CODE = re.compile(
    r"\{% block kind %\}.*?endblock %\}|\{#.*?#\}|\{% trans.*?endtrans %\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL
)
SPOKEN = re.compile(r"""\b(?:aria-label|title|alt|placeholder)="([^"]*)\"""")
TAG = re.compile(r"<[^>]*>|&\w+;|\b[\w-]+=\"[^\"]*\"", re.DOTALL)


def find_words(source: str) -> list[str]:
    """Return the words that a template holds outside its code: in its text, and in attributes that are read out."""
    markup = CODE.sub("", source)
    texts = [TAG.sub(" ", markup), *SPOKEN.findall(markup)]
    return [word for text in texts for word in re.findall(r"[^\W\d_]{2,}", text) if word not in NAMES]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: "/".join(path.parts[-3:]))
def test_a_template_says_only_what_can_be_translated(path: Path) -> None:
    assert find_words(path.read_text("utf-8")) == []


def test_a_hard_coded_word_is_found() -> None:
    assert find_words("<p>{{ _('Fine') }} Hardly any {# note #}news</p>") == ["Hardly", "any", "news"]
    assert find_words('<a title="Open it" class="more" href="x">{% if a %}→{% endif %}</a>') == ["Open", "it"]
