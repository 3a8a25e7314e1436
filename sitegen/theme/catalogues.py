"""PO files in: translations with their rule for plurals; and, for translators, the same files brought up to date."""

import hashlib
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from gettext import c2py

from sitegen.errors import ThemeError
from sitegen.memory import Kept
from sitegen.problems import Position, Problem
from sitegen.theme.languages import find_locale
from sitegen.theme.words import Key, Word

_FIELD = re.compile(r"%\((\w+)\)")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One file of translations."""

    texts: Mapping[Key, tuple[str, ...]]
    """The plural forms of each text, or its one form."""
    choose_plural: Callable[[int], int]


@lru_cache(maxsize=256)
def parse_catalogue(data: bytes, path: str) -> Catalogue:
    """Read a PO file; a `ThemeError` where it is malformed, or a translation has a field that its text has not.

    What is empty or marked fuzzy counts as not translated.
    """
    return _make_catalogue(*_read(data, path))


def load_catalogue(data: bytes, path: str, kept: Kept) -> Catalogue:
    """Read a PO file as `parse_catalogue` does, or what was kept of it."""
    place, key = hashlib.sha256(path.encode()).hexdigest(), hashlib.sha256(data).hexdigest()
    found = kept.find(f"{place}.words", key)
    if found is None:
        plural, texts = _read(data, path)
        kept.keep(f"{place}.words", key, json.dumps([plural, list(texts.items())]).encode())
    else:
        plural, pairs = json.loads(found)
        texts = {(context, text): tuple(forms) for (context, text), forms in pairs}
    return _make_catalogue(plural, texts)


def _make_catalogue(plural: str, texts: Mapping[Key, tuple[str, ...]]) -> Catalogue:
    return Catalogue(texts, c2py(plural))


def _read(data: bytes, path: str) -> tuple[str, Mapping[Key, tuple[str, ...]]]:
    """Return the rule for plurals, and the texts."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalog = read_po(io.BytesIO(data), abort_invalid=True)
        c2py(catalog.plural_expr)
    except PoFileError as error:
        raise ThemeError(_problem(f"this is no PO file: {error}", path, data, error.lineno + 1)) from None
    except (ValueError, LookupError) as error:
        line = data[: max(data.find(b"Plural-Forms"), 0)].count(b"\n") + 1
        raise ThemeError(_problem(f"this is no PO file: {error}", path, data, line)) from None
    texts: dict[Key, tuple[str, ...]] = {}
    for message in catalog:
        ids, strings = _tuple(message.id), _tuple(message.string)
        if not ids or not ids[0] or message.fuzzy or not strings or not all(strings):
            continue
        if fault := _find_wrong_field(ids, strings):
            raise ThemeError(_problem(fault, path, data, message.lineno or 1))
        texts[(message.context, ids[0])] = strings
    return catalog.plural_expr, texts


def format_catalogue(words: Sequence[Word], language: str, data: bytes = b"", *, folder: str = "") -> bytes:
    """Write the PO file of a language for these words, with the translations of its present content `data`.

    What is no longer said is dropped; places are told where they lie in `folder`, and relative to it.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po, write_po

    locale = find_locale(language)
    inside = f"{folder}/" if folder else ""
    template = Catalog(fuzzy=False)
    for word in words:
        template.add(
            (word.text, word.plural) if word.plural else word.text,
            context=word.context,
            locations=sorted({(path.removeprefix(inside), 0) for path, _ in word.places if path.startswith(inside)}),
            auto_comments=word.notes,
        )
    catalog = read_po(io.BytesIO(data)) if data else Catalog(locale, fuzzy=False)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    out = io.BytesIO()
    out.write(_format_header(language, catalog.plural_forms))
    write_po(out, catalog, width=100, include_lineno=False, omit_header=True)
    return out.getvalue()


def _format_header(language: str, plural_forms: str) -> bytes:
    """Write the header, without dates and names: who changed what when is git's to tell."""
    fields = (f"Language: {language}", "Content-Type: text/plain; charset=utf-8", f"Plural-Forms: {plural_forms}")
    return ('msgid ""\nmsgstr ""\n' + "".join(f'"{field}\\n"\n' for field in fields) + "\n").encode()


def _find_wrong_field(ids: tuple[str, ...], strings: tuple[str, ...]) -> str | None:
    """Say which field of a translation its text does not have; rendering it would fail."""
    known = sorted(set(_FIELD.findall(" ".join(ids))))
    for field in _FIELD.findall(" ".join(strings)):
        if field not in known:
            has = "it has " + ", ".join(f"%({name})s" for name in known) if known else "it has none"
            return f"'%({field})s' is no field of '{ids[0]}'; {has}"
    return None


def _tuple(text: str | Iterable[str] | None) -> tuple[str, ...]:
    if text is None:
        return ()
    return (text,) if isinstance(text, str) else tuple(text)


def _problem(message: str, path: str, data: bytes, line: int) -> Problem:
    lines = data.decode("utf-8", "replace").splitlines()
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    return Problem(rule="theme", message=message, position=Position(path=path, line=line, source=source))
