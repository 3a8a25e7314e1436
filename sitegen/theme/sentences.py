"""Translations in: the functions by which templates say texts as HTML, their fields filled in and escaped."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from markupsafe import Markup

from sitegen.theme.runtime import show
from sitegen.theme.translations import Translations

_FIELD = re.compile(r"%\((\w+)\)s")

_STOPS = (".", ".</time>")

Sentence = Callable[[Mapping[str, object]], Markup]
"""Fills in the fields of a text."""


def make_sayings(words: Translations) -> dict[str, Callable[..., Markup]]:
    """Return the functions of a language, by the names that templates call them."""
    known: dict[str | tuple[str, str], Sentence] = {}

    def gettext(text: str, /, **fields: object) -> Markup:
        sentence = known.get(text)
        if sentence is None:
            sentence = known[text] = parse_sentence(words.gettext(text))
        return sentence(fields)

    def pgettext(context: str, text: str, /, **fields: object) -> Markup:
        sentence = known.get((context, text))
        if sentence is None:
            sentence = known[context, text] = parse_sentence(words.pgettext(context, text))
        return sentence({"context": context, **fields})

    def ngettext(one: str, many: str, number: int, /, **fields: object) -> Markup:
        return parse_sentence(words.ngettext(one, many, number))({"num": number, **fields})

    def npgettext(context: str, one: str, many: str, number: int, /, **fields: object) -> Markup:
        text = words.npgettext(context, one, many, number)
        return parse_sentence(text)({"context": context, "num": number, **fields})

    return {"_": gettext, "gettext": gettext, "pgettext": pgettext, "ngettext": ngettext, "npgettext": npgettext}


@cache
def parse_sentence(text: str) -> Sentence:
    """Part a text at its fields, `%(name)s`."""
    start, *rest = _FIELD.split(text)
    if "%" in start or any("%" in literal for literal in rest[1::2]):
        return lambda fields: Markup(text) % fields  # Python knows what another `%` means, or what is wrong with it
    if not rest:
        whole = Markup(text)
        return lambda fields: whole
    parts = tuple(zip(rest[::2], rest[1::2], map(_ends_sentence, rest[1::2]), strict=True))

    def fill(fields: Mapping[str, object]) -> Markup:
        said = start
        for name, literal, ends_sentence in parts:
            value = show(fields[name])
            if ends_sentence and value.endswith(_STOPS):  # as after 'р.' in a date: one full stop serves both
                literal = literal[1:]
            said = f"{said}{value}{literal}"
        return str.__new__(Markup, said)

    return fill


def _ends_sentence(literal: str) -> bool:
    return literal.startswith(".") and not literal.startswith("..")
