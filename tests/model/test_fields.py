"""Text becomes the value that a field expects, and nothing else does."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import TBD, Duration, parse_day, parse_due, parse_hours
from sitegen.model.decoding import decode
from sitegen.model.fields import Amount, AnyNumber, Day, Flag, Hours, Id, Language, Moment, Span, Text, Timezone, Url
from sitegen.problems import Problems
from sitegen.source import parse_yaml_document


def read(shape: object, text: str) -> object:
    """Decode `value: <text>` as a shape; the rule where it is refused."""
    problems = Problems()
    document = parse_yaml_document(f"value: {text}\n".encode(), "x.yml", problems)
    assert document, list(problems)
    found = decode(dict[Id, shape], document, problems)  # type: ignore[valid-type]
    return found["value"] if found else "/".join(problem.rule for problem in problems)


@pytest.mark.parametrize(
    ("shape", "text", "value"),
    [
        (Text, "no", "no"),
        (Text, "12:30", "12:30"),
        (Text, "010", "010"),
        (Text, "1.10", "1.10"),
        (Text, "2026-11-16", "2026-11-16"),
        (Text, "true", "true"),
        (Text, ".nan", ".nan"),
        (Text, '"  a  "', "a"),
        (Text, '"one\\ntwo\\u2028three"', "one two three"),
        (Text, '""', "bad-value"),
        (Text, '"  "', "bad-value"),
        (Text, "~", "bad-value"),
        (Text, "[a]", "bad-value"),
        (Flag, "true", True),
        (Flag, "false", False),
        (Flag, '"true"', True),
        (Flag, "yes", "bad-value"),
        (Flag, "on", "bad-value"),
        (Flag, "True", "bad-value"),
        (Flag, "1", "bad-value"),
        (AnyNumber, "12", 12),
        (AnyNumber, "-12.5", -12.5),
        (AnyNumber, "+3", 3),
        (AnyNumber, "010", 10),
        (AnyNumber, "1e3", "bad-value"),
        (AnyNumber, "1_000", "bad-value"),
        (AnyNumber, "1,5", "bad-value"),
        (AnyNumber, "0x1F", "bad-value"),
        (AnyNumber, ".5", "bad-value"),
        (AnyNumber, ".nan", "bad-value"),
        (AnyNumber, ".inf", "bad-value"),
        (AnyNumber, "12:30", "bad-value"),
        (AnyNumber, "١٢", "bad-value"),
        (AnyNumber, "9" * 5000, "bad-value"),
        (Amount, "-1", "bad-value"),
        (Amount, "0", 0),
        (Day, "2026-11-16", date(2026, 11, 16)),
        (Day, '"2026-11-16"', date(2026, 11, 16)),
        (Day, "2024-02-29", date(2024, 2, 29)),
        (Day, "2026-02-29", "bad-date"),
        (Day, "2026-11-31", "bad-date"),
        (Day, "2026-1-6", "bad-date"),
        (Day, "20261116", "bad-date"),
        (Day, "2026-W47-1", "bad-date"),
        (Day, "16.11.2026", "bad-date"),
        (Day, "2026-11-16T00:00:00Z", "bad-date"),
        (Day, "1899-12-31", "bad-date"),
        (Day, "1900-01-01", date(1900, 1, 1)),
        (Day, "2999-12-31", date(2999, 12, 31)),
        (Day, "3000-01-01", "bad-date"),
        (Moment, "2026-11-16 09:30", datetime(2026, 11, 16, 9, 30)),  # noqa: DTZ001  wall clock
        (Moment, "2026-11-16 24:00", "bad-date"),
        (Moment, "2026-11-16 9:30", "bad-date"),
        (Moment, "2026-11-16", "bad-date"),
        (Moment, "0001-11-16 09:30", "bad-date"),
        (Id, "a-1", "a-1"),
        (Id, "1", "1"),
        (Id, "-a", "bad-name"),
        (Id, "A", "bad-name"),
        (Id, "a_b", "bad-name"),
        (Id, "a/../b", "bad-name"),
        (Id, "x" * 64, "x" * 64),
        (Id, "x" * 65, "bad-name"),
        (Id, '"a\\n"', "a"),
        (Span, "4h", Duration(4, "h")),
        (Span, "2w", Duration(2, "w")),
        (Span, "0d", "bad-value"),
        (Span, "4 h", "bad-value"),
        (Span, "4m", "bad-value"),
        (Span, "4", "bad-value"),
        (Language, "pt-BR", "pt-BR"),
        (Language, "en_GB", "bad-value"),
        (Language, "e", "bad-value"),
        (Timezone, "Europe/Kyiv", "Europe/Kyiv"),
        (Timezone, "Europe", "bad-value"),
        (Timezone, "/etc/localtime", "bad-value"),
        (Timezone, "+02:00", "bad-value"),
        (Url, "https://example.com", "https://example.com"),
        (Url, "http://localhost:8000/a?b#c", "http://localhost:8000/a?b#c"),
        (Url, "ftp://example.com", "bad-value"),
        (Url, "//example.com", "bad-value"),
        (Url, "https://", "bad-value"),
        (Url, '"https://[::1"', "bad-value"),
        (Url, "https://a:b/", "bad-value"),
        (Hours, "Mon", "bad-value"),
        (Hours, "09:00-18:00", "bad-value"),
        (Hours, "Mon 09:00-24:01", "bad-value"),
    ],
)
def test_a_field_reads_its_own_and_refuses_the_rest(shape: object, text: str, value: object) -> None:
    found = read(shape, text)
    assert found == value
    assert type(found) is type(value)


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_due(day.isoformat()).last == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
    ],
)
def test_a_vague_date_spans_its_days_and_stays_as_written(text: str, first: str, last: str) -> None:
    due = parse_due(text)
    assert (str(due.first), str(due.last), str(due), due.is_exact) == (first, last, text, False)


@pytest.mark.parametrize("text", ["", "TBD", "2026", "2026-Q0", "2026-Q5", "2026-q4", "2026-00", "2026-13", "Q4 2026"])
def test_other_dates_are_none(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  the value is all there is to say
        parse_due(text)


def test_no_date_is_one_too() -> None:
    assert parse_due("tbd") is TBD
    assert TBD.last is None


@given(st.text(max_size=20))
def test_no_text_breaks_the_readers(text: str) -> None:
    for parse in (parse_day, parse_due, parse_hours):
        try:
            parse(text)
        except ValueError:
            continue


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("24/7", [1440] * 7),
        ("Mon-Fri 09:00-18:00", [540] * 5 + [0, 0]),
        ("mon,wed-fri 09:00-12:00,13:00-18:00", [480, 0, 480, 480, 480, 0, 0]),
        ("Mon, Wed - Fri 09:00-12:00, 13:00-18:00", [480, 0, 480, 480, 480, 0, 0]),
        ("Sat-Mon 10:00-12:00", [120, 0, 0, 0, 0, 120, 120]),
        ("Mon 09:00-12:00,11:00-14:00", [300, 0, 0, 0, 0, 0, 0]),
        ("Mon-Thu 09:00-18:00; Fri 09:00-15:00", [540, 540, 540, 540, 360, 0, 0]),
    ],
)
def test_working_hours_are_minutes_of_each_weekday(text: str, minutes: list[int]) -> None:
    hours = parse_hours(text)
    assert [sum(end - start for start, end in day) for day in hours.spans] == minutes
