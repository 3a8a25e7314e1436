"""Numbers, shares, amounts and durations in; what a reader of one language expects to see out (after CLDR)."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

MINUS = "\N{MINUS SIGN}"
LEFT_TO_RIGHT_MARK = "\N{LEFT-TO-RIGHT MARK}"
NO_BREAK = "\N{NO-BREAK SPACE}"
_PATTERN = "#,##0.##"
_CURRENCY = re.compile(r"[A-Z]{3}")

Number = int | float | Fraction


def format_number(value: Number, locale: Locale) -> str:
    """Write a number with at most two decimals."""
    return _signed(format_decimal(_number(value), format=_PATTERN, locale=locale))


def format_share(value: Number, locale: Locale) -> str:
    """Write a share from 0 to 1 as whole percent; what is not quite nothing or all is never rounded to it."""
    share = _number(value)
    if 0 < share < 0.005:
        share = 0.01
    elif 0.995 <= share < 1:
        share = 0.99
    return _signed(format_percent(share, locale=locale))


def format_amount(value: Number, unit: str, locale: Locale) -> str:
    """Write an amount of hours, of a currency (its ISO code), or of anything else."""
    number = _number(value)
    if unit == "hours":
        return _unit(number, "hour", "long", locale)
    if not _CURRENCY.fullmatch(unit):
        return f"{format_number(number, locale)}{NO_BREAK}{unit}"
    pattern = locale.currency_formats["standard"].pattern
    if number == int(number):
        pattern = pattern.replace(".00", "")
    text = format_currency(number, unit, format=pattern, locale=locale, currency_digits=False)
    return _signed(re.sub(r"([^\W\d_])(\d)", rf"\1{NO_BREAK}\2", text))


def format_days(value: int, locale: Locale) -> str:
    """Write a number of days: `14 days`."""
    return _unit(_number(value), "day", "long", locale)


def format_signed_days(value: int, locale: Locale) -> str:
    """Write by how many days something moved: `+14`, `−3`, `0`."""
    number = _number(value)
    sign = "+" if number > 0 else MINUS if number < 0 else ""
    mark = LEFT_TO_RIGHT_MARK if sign and locale.text_direction == "rtl" else ""
    return f"{mark}{sign}{format_decimal(abs(number), format=_PATTERN, locale=locale)}"


def format_minutes(value: int, locale: Locale) -> str:
    """Write minutes as hours and minutes: `3 hrs 20 mins`."""
    hours, minutes = divmod(round(_number(value)), 60)
    parts = [_unit(hours, "hour", "short", locale)] if hours else []
    if minutes or not hours:
        parts.append(_unit(minutes, "minute", "short", locale))
    return NO_BREAK.join(parts)


def join_words(words: Sequence[object], locale: Locale) -> str:
    """Write a list as a sentence does: `a, b and c`."""
    return format_list([str(word) for word in words], locale=locale)


def _unit(value: float, unit: str, length: str, locale: Locale) -> str:
    """Write a value with its unit.

    CLDR takes a missing long form from the short one, and a missing plural from `other`; Babel's own function does
    neither, so that some languages would read in English or in the wrong number.
    """
    patterns: Mapping[str, Mapping[str, str]] = locale._data["unit_patterns"][f"duration-{unit}"]
    found = next(forms for way in (length, "short") if "other" in (forms := patterns.get(way, {})))
    pattern = found.get(locale.plural_form(abs(value)), found["other"])
    if value < 0 and "{0}" not in pattern:  # Arabic says one and two days without a number, and so without its sign.
        pattern = found["other"]
    return pattern.format(format_number(value, locale))


def _signed(text: str) -> str:
    """Write a true minus sign."""
    return text.replace("-", MINUS, 1) if re.match(r"\W*-", text) else text


def _number(value: Number) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float | Fraction):
        raise ValueError(f"'{value}' is no number")
    return (float(value) if isinstance(value, Fraction) else value) + 0  # there is no −0 for readers
