"""The kinds of values that content holds: each reads text into its type, or says what is wrong and how to write it."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sitegen.days import YearError
from sitegen.model.due import Due, parse_day, parse_due
from sitegen.model.faults import FaultsError, fault
from sitegen.model.hours import WorkingHours, parse_hours
from sitegen.model.reading import Reading
from sitegen.source import make_id
from sitegen.value import value

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_DURATION = re.compile(r"([0-9]+)([hdw])")
_LINE_END = re.compile(r"\s*[\n\x85\u2028\u2029]\s*")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_ID_WORDS = "an id; use a-z, 0-9 and '-', at most 64 characters"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_COLOUR = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_THEME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")

Number = int | float


@value(kw_only=False)
class Duration:
    """A span of time as written, `4h`, `10d` or `2w`."""

    amount: int
    unit: Literal["h", "d", "w"]

    @property
    def days(self) -> int:
        """The span in days of the calendar; only of those that are not in hours."""
        return self.amount * 7 if self.unit == "w" else self.amount


_NO_TEXT: Mapping[type, str] = {list: "a list stands", dict: "keys stand", type(None): "nothing stands"}


def reading(
    parse: Callable[[str], Any], expected: str, schema: Mapping[str, object], rule: str = "bad-value"
) -> Reading:
    """Return what reads text with `parse`, and says what was expected where it can't be read."""

    def read(value: object) -> Any:
        text = expect_text(value, expected)
        try:
            return parse(text.strip())
        except FaultsError:
            raise
        except ValueError as error:
            shown = text if len(text) <= 60 else f"{text[:60]}…"
            told = str(error) if isinstance(error, YearError) else f"is not {expected}"
            raise fault(rule, f"'{shown}' {told}") from None

    return Reading(read, schema)


def expect_text(value: object, expected: str) -> str:
    """Return a value that is text; whatever else stands there is a fault."""
    if isinstance(value, str):
        return value
    raise fault("bad-value", f"{_NO_TEXT.get(type(value), 'no text stands')} here; expected is {expected}")


def _parse_text(text: str) -> str:
    if not text:
        raise fault("bad-value", "this text is empty; write one, or remove the key")
    return text


def _parse_line(text: str) -> str:
    """Read text of one line; feeds, calendars and titles have no room for more."""
    return text if text and text.isprintable() else _LINE_END.sub(" ", _parse_text(text))


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError(text)
        return text

    return parse


def _parse_id(text: str) -> str:
    if not _ID.fullmatch(text):
        shown, nearest = text if len(text) <= 60 else f"{text[:60]}…", make_id(text)
        foreign = next((char for char in text if not make_id(char) and not char.isascii()), None)
        if foreign:
            hint = f"; it has the character U+{ord(foreign):04X} in it"
        else:
            hint = f"; did you mean '{nearest}'?" if nearest else ""
        raise fault("bad-name", f"'{shown}' is not {_ID_WORDS}{hint}")
    return text


def _parse_flag(text: str) -> bool:
    return {"true": True, "false": False}.get(text) if text in {"true", "false"} else _refuse(text)  # type: ignore[return-value]


def _refuse(text: str) -> Any:
    raise ValueError(text)


def parse_number(text: str) -> Number:
    """Read a decimal number, whole ones as `int`; raise `ValueError` for anything else."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return float(text) if "." in text else int(text)


def number_within(low: float | None, high: float | None, *, whole: bool = False) -> Callable[[str], Number]:
    def parse(text: str) -> Number:
        number = parse_number(text)
        if (low is not None and number < low) or (high is not None and number > high) or abs(number) > 1e12:
            raise ValueError(text)
        if whole and not isinstance(number, int):
            raise ValueError(text)
        return number

    return parse


def parse_duration(text: str) -> Duration:
    """Read `4h`, `10d` or `2w`; raise `ValueError` for anything else."""
    match = _DURATION.fullmatch(text)
    if not match or not 0 < int(match[1]) <= 3650:
        raise ValueError(text)
    units: dict[str, Literal["h", "d", "w"]] = {"h": "h", "d": "d", "w": "w"}
    return Duration(int(match[1]), units[match[2]])


def _parse_days(text: str) -> int:
    duration = parse_duration(text)
    if duration.unit == "h":
        raise ValueError(text)
    return duration.days


def _parse_moment(text: str) -> datetime:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", text):
        raise ValueError(text)
    parse_day(text[:10])
    return datetime.strptime(text, "%Y-%m-%d %H:%M")  # noqa: DTZ007  wall clock in the site's zone


def _parse_timezone(text: str) -> str:
    if text == "localtime":  # the machine's own zone, so that another machine would write another site
        raise ValueError(text)
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(text) from None
    return text


def _parse_url(text: str) -> str:
    """Read an absolute URL of the web, and be sure that others can take it apart."""
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"[\s\\]", text):
        raise ValueError(text)
    _ = parts.port  # raises where it is no number of a port
    return text


def _parse_folder(text: str) -> str:
    """Read the path of a folder; a disk takes no longer names than these."""
    if len(text) > 1000 or any(len(part.encode()) > 200 for part in text.split("/")):
        raise ValueError(text)
    return _parse_text(text)


def _parse_relative(text: str) -> str:
    if text.startswith("/") or "://" in text or "\\" in text:
        raise ValueError(text)
    return text


def _string(**more: object) -> Mapping[str, object]:
    return {"type": "string", **more}


_TEXT: Mapping[str, object] = {"type": ["string", "number", "boolean"], "minLength": 1}
_NUMERIC: Mapping[str, object] = {"type": "number"}
DAY_SCHEMA: Mapping[str, object] = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
"""What an editor checks of a day."""

ID_SCHEMA: Mapping[str, object] = {"type": ["string", "integer"], "pattern": "^[a-z0-9][a-z0-9-]{0,63}$"}
"""What an editor checks of an id; one of digits alone is a number there."""

Text = Annotated[str, reading(_parse_line, "text", _TEXT)]
Markdown = Annotated[str, reading(_parse_text, "Markdown text", _TEXT)]
Flag = Annotated[bool, reading(_parse_flag, "'true' or 'false'", {"type": "boolean"})]
Id = Annotated[str, reading(_parse_id, _ID_WORDS, ID_SCHEMA, "bad-name")]
Day = Annotated[date, reading(parse_day, "a day of the calendar, as 2026-11-16", DAY_SCHEMA, "bad-date")]
DueDate = Annotated[
    Due,
    reading(
        parse_due,
        "a date: 2026-11-16, 2026-11, 2026-Q4 or tbd",
        _string(pattern=r"^(\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|\d{4}-Q[1-4]|tbd)$"),
        "bad-date",
    ),
]
Moment = Annotated[
    datetime,
    reading(
        _parse_moment, "a moment, as 2026-11-16 09:30", _string(pattern=r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$"), "bad-date"
    ),
]
AnyNumber = Annotated[Number, reading(number_within(None, None), "a number, as 12 or 12.5", _NUMERIC)]
Amount = Annotated[
    Number, reading(number_within(0, None), "a number from 0 on, as 12 or 12.5", {**_NUMERIC, "minimum": 0})
]
Percent = Annotated[
    Number, reading(number_within(0, 100), "a number from 0 to 100", {**_NUMERIC, "minimum": 0, "maximum": 100})
]
Share = Annotated[Number, reading(number_within(0, 10), "a share such as 0.75", {**_NUMERIC, "minimum": 0})]
Whole = Annotated[int, reading(number_within(None, None, whole=True), "a whole number", {"type": "integer"})]
Count = Annotated[
    int, reading(number_within(1, None, whole=True), "a whole number from 1 on", {"type": "integer", "minimum": 1})
]
SpanOfDays = Annotated[
    int, reading(_parse_days, "a number of days or weeks, as 10d or 2w", _string(pattern="^[0-9]+[dw]$"))
]
Span = Annotated[Duration, reading(parse_duration, "a duration, as 4h, 3d or 2w", _string(pattern="^[0-9]+[hdw]$"))]
Hours = Annotated[WorkingHours, reading(parse_hours, "working hours, as 'Mon-Fri 09:00-18:00' or '24/7'", _string())]
Language = Annotated[str, reading(_matching(_LANGUAGE), "a language tag, as 'en' or 'pt-BR'", _string(minLength=2))]
Timezone = Annotated[str, reading(_parse_timezone, "a time zone, as 'Europe/Kyiv' or 'UTC'", _string(minLength=1))]
Colour = Annotated[
    str, reading(_matching(_COLOUR), "a colour, as '#1a7f37'", _string(pattern="^#([0-9a-fA-F]{3}){1,2}$"))
]
Url = Annotated[str, reading(_parse_url, "an absolute URL, as https://example.com/", _string(pattern="^https?://"))]
Email = Annotated[str, reading(_matching(_EMAIL), "an e-mail address", _string())]
Folder = Annotated[str, reading(_parse_folder, "the path of a folder", _string(minLength=1))]
ThemeName = Annotated[
    str,
    reading(
        _matching(_THEME),
        "the name of a theme's folder, as 'default'",
        _string(pattern="^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"),
        "bad-name",
    ),
]
RelativePath = Annotated[str, reading(_parse_relative, "a path relative to this file, with '/'", _string())]
Sha256 = Annotated[
    str,
    reading(
        _matching(re.compile(r"[0-9a-f]{64}")),
        "a SHA-256 hash of 64 hexadecimal digits",
        _string(pattern="^[0-9a-f]{64}$"),
    ),
]
