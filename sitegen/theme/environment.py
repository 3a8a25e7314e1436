"""A chain of themes and a language in: the Jinja environment that renders its templates."""

import marshal
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache, partial
from types import CodeType, MappingProxyType
from typing import Any, Protocol

import jinja2
from babel import Locale
from jinja2 import (
    BaseLoader,
    BytecodeCache,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateRuntimeError,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup

from sitegen.memory import Kept
from sitegen.model import Due
from sitegen.problems import suggest
from sitegen.theme import dates, numbers
from sitegen.theme.chain import ThemeFolder
from sitegen.theme.compiler import CODE_FORMAT
from sitegen.theme.languages import find_direction, find_locale
from sitegen.theme.paths import format_path
from sitegen.theme.places import format_label, format_place, format_room
from sitegen.theme.runtime import QuickEnvironment
from sitegen.theme.sentences import make_sayings
from sitegen.theme.translations import Translations
from sitegen.theme.words import TO_BE_AGREED
from sitegen.timeline import mirror


class HasHtml(Protocol):
    """What holds HTML that is safe to show as it is."""

    @property
    def html(self) -> str: ...


class ChainLoader(BaseLoader):
    """Finds a template in the nearest theme that has it; `<theme>/<template>` names the theme to look in."""

    def __init__(self, chain: Sequence[ThemeFolder]) -> None:
        self.chain = tuple(chain)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's source and path."""
        for theme in self.chain:
            if template in theme.templates:
                return theme.templates[template], theme.template_path(template), lambda: True
        name, _, inner = template.partition("/")
        # Where two themes share a name, it is the one beneath that only a prefix can reach.
        for theme in reversed(self.chain):
            if theme.name == name and inner in theme.templates:
                return theme.templates[inner], theme.template_path(inner), lambda: True
        raise TemplateNotFound(template)

    def list_templates(self) -> list[str]:
        """Return the names of all templates, without prefixes."""
        return sorted({name for theme in self.chain for name in theme.templates})


REMEMBERED = 4096
"""How many dates, and how many numbers of each kind, a language remembers having written."""

DRAWING: Mapping[str, Callable[..., Markup]] = {
    "path": format_path,
    "at": format_place,
    "label": format_label,
    "room": format_room,
}
"""The filters that write the shapes of drawings."""

TEMPLATE_NAMES = ("page", "options", "language", "dir", "asset", "_", "gettext", "ngettext", "pgettext", "npgettext")


class Missing(StrictUndefined):
    """A name or a field that is not there: whatever is done with it is an error, which names the nearest one."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        owner, name = self._undefined_obj, str(self._undefined_name)
        if owner is missing:
            return f"'{name}' is no name that this template has{suggest(name, TEMPLATE_NAMES)}"
        if owner is None:
            return f"'{name}' is asked of None; test it with '{{% if … %}}' first"
        if isinstance(owner, Mapping):
            return f"'{name}' is no key of this map{suggest(name, map(str, owner))}"
        if not isinstance(self._undefined_name, str):
            return f"'{name}' is no place in this list"
        known = [field for field in dir(owner) if not field.startswith("_")]
        return f"'{name}' is no field of {type(owner).__name__}{suggest(name, known)}"


def make_environment(
    chain: Sequence[ThemeFolder],
    options: Mapping[str, object],
    language: str,
    words: Translations,
    code: BytecodeCache | None = None,
) -> Environment:
    """Return the environment for one language; `page` and `asset` come with each page.

    Compiled templates are kept in `code`. All languages share them, which is why nothing that a filter says may be
    worked out while a template is compiled: neither optimised nor finalised early.
    """
    environment = QuickEnvironment(
        loader=ChainLoader(chain),
        undefined=Missing,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        optimized=False,
        bytecode_cache=code,
        extensions=["jinja2.ext.i18n"],
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals.update(make_sayings(words))
    environment.globals.update(options=MappingProxyType(dict(options)), language=language, dir=find_direction(language))
    environment.filters.update(_make_filters(find_locale(language), words))
    return environment


def _make_filters(locale: Locale, words: Translations) -> dict[str, Callable[..., Any]]:
    """Return the filters of one language."""

    @lru_cache(REMEMBERED)
    def write_date(value: date | Due, style: str, year: int) -> str:
        if isinstance(value, Due):
            return dates.format_due(value, style, year, locale, words.gettext(TO_BE_AGREED))
        if not isinstance(value, date):
            raise ValueError(f"'{value}' is no date")
        return dates.format_day(value, style, year, locale)

    @lru_cache(REMEMBERED)
    def write_time(value: date | Due, style: str, year: int) -> str:
        text, iso = write_date(value, style, year), format_iso(value)
        return Markup('<time datetime="{}">{}</time>').format(iso, text) if iso else text

    @pass_context
    def format_date(context: Context, value: date | Due, style: str = "medium") -> str:
        return write_date(value, style, _find_year(context))

    @pass_context
    def format_time(context: Context, value: date | Due, style: str = "medium") -> str:
        return write_time(value, style, _find_year(context))

    def format_iso(value: date | datetime | Due) -> str:
        if not isinstance(value, date | Due):
            raise ValueError(f"'{value}' is no date")
        return dates.format_iso(value)

    def remember(write: Callable[..., str]) -> Callable[..., str]:
        return lru_cache(REMEMBERED, typed=True)(partial(write, locale=locale))

    return {
        "date": format_date,
        "time": format_time,
        "iso": format_iso,
        "tick": remember(dates.format_tick),
        "number": remember(numbers.format_number),
        "percent": remember(numbers.format_share),
        "amount": remember(numbers.format_amount),
        "days": remember(numbers.format_days),
        "signed_days": remember(numbers.format_signed_days),
        "minutes": remember(numbers.format_minutes),
        "listed": lambda values: numbers.join_words(values, locale),
        "facing": mirror if locale.text_direction == "rtl" else lambda drawing: drawing,
        "markup": _mark_safe,
        **DRAWING,
    }


def _find_year(context: Context) -> int:
    """Return the page's year, which dates need not repeat."""
    page = context.resolve_or_missing("page")
    if page is missing:
        raise TemplateRuntimeError("dates need the page they stand on; write '{% import … with context %}'")
    year: int = page.head.year
    return year


def _mark_safe(fragment: HasHtml) -> Markup:
    """Let the HTML of a fragment through as it is."""
    if not hasattr(fragment, "html"):
        raise ValueError(f"'{fragment}' has no HTML of its own, so it cannot be shown as such")
    return Markup(fragment.html)


class CodeCache(BytecodeCache):
    """Keeps compiled templates for all the languages of a process, and for the next process."""

    def __init__(self, kept: Kept) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}
        self._kept = kept

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template's code, if it was compiled before."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))
        if bucket.code is None and (data := self._kept.find(f"{bucket.key}.code", _name_version(bucket))):
            bucket.code = self._code[bucket.key, bucket.checksum] = marshal.loads(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        assert bucket.code
        self._code[bucket.key, bucket.checksum] = bucket.code
        self._kept.keep(f"{bucket.key}.code", _name_version(bucket), marshal.dumps(bucket.code))


def _name_version(bucket: Bucket) -> str:
    return f"{jinja2.__version__} {CODE_FORMAT} {bucket.checksum}"
