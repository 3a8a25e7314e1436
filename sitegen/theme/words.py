"""Templates in: every text of their own that they say, for translators and for the check that none is forgotten."""

import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, replace
from functools import lru_cache

from sitegen.errors import ThemeError
from sitegen.memory import Kept
from sitegen.problems import Position, Problem
from sitegen.theme.chain import ThemeFolder, digest_chain
from sitegen.value import value

TO_BE_AGREED = "to be agreed"
"""What the filter `date` says of `tbd`."""

MARKUP_WORDS = {
    "table": "Table",
    "done": "done:",
    "open": "still to do:",
    "image": "picture",
    "footnotes": "Footnotes",
    "back": "back to the text",
}
"""What is said in rendered Markdown, by the fields of `sitegen.markup.Words`."""

Key = tuple[str | None, str]
"""The context that a text is meant in, and the text."""

_Found = Iterable[tuple[int, str | tuple[str, ...], list[str], str | None]]
_OPTIONS = {
    "silent": "false",
    "trimmed": "true",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "newstyle_gettext": "true",
}


@value
class Word:
    """One text that a theme says, and where it says it."""

    text: str
    plural: str | None = None
    context: str | None = None
    notes: tuple[str, ...] = ()
    """What comments that begin with `Translators:` say of it."""
    places: tuple[tuple[str, int], ...] = ()
    """Paths of templates, and lines."""

    @property
    def key(self) -> Key:
        """What it is told apart by."""
        return self.context, self.text


def load_words(chain: Sequence[ThemeFolder], kept: Kept) -> tuple[Word, ...]:
    """List the texts as `list_words` does, or as it was kept."""
    key = digest_chain([replace(theme, assets={}, catalogues={}) for theme in chain], {})
    found = kept.find("words", key)
    if found is None:
        words = list_words(chain)
        kept.keep("words", key, json.dumps([astuple(word) for word in words]).encode())
        return words
    return tuple(
        Word(text=text, plural=plural, context=context, notes=tuple(notes), places=tuple(map(tuple, places)))
        for text, plural, context, notes, places in json.loads(found)
    )


def list_words(chain: Sequence[ThemeFolder]) -> tuple[Word, ...]:
    """List every text that the templates and filters of a chain of themes say, by template and line."""
    own = (TO_BE_AGREED, *MARKUP_WORDS.values())
    words: dict[Key, Word] = {(None, text): Word(text=text) for text in own}
    for theme in reversed(chain):
        for name, source in sorted(theme.templates.items()):
            for word in _extract(source, theme.template_path(name)):
                words[word.key] = _merge(words[word.key], word) if word.key in words else word
    return tuple(words.values())


@lru_cache(maxsize=512)
def _extract(source: str, path: str) -> tuple[Word, ...]:
    """Return the texts of one template."""
    from babel.messages.extract import DEFAULT_KEYWORDS, extract
    from jinja2 import TemplateSyntaxError

    try:
        found: _Found = list(
            extract(
                "jinja2.ext:babel_extract",
                io.BytesIO(source.encode()),
                DEFAULT_KEYWORDS,
                ["Translators:"],
                _OPTIONS,
                strip_comment_tags=True,
            )
        )
    except TemplateSyntaxError as fault:
        lines = source.splitlines()
        position = Position(path=path, line=fault.lineno, source=lines[fault.lineno - 1])
        raise ThemeError(Problem(rule="theme", message=f"{fault.message}", position=position)) from None
    words = []
    for line, message, comments, context in found:
        text, plural = (message, None) if isinstance(message, str) else (message[0], message[1])
        words.append(Word(text=text, plural=plural, context=context, notes=tuple(comments), places=((path, line),)))
    return tuple(words)


def _merge(known: Word, more: Word) -> Word:
    """Join two uses of one text."""
    return Word(
        text=known.text,
        plural=known.plural or more.plural,
        context=known.context,
        notes=tuple(dict.fromkeys((*known.notes, *more.notes))),
        places=(*known.places, *more.places),
    )
