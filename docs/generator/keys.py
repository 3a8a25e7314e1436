"""The shapes of the model become the reference of keys: of every file, what it may hold."""

from collections.abc import Collection, Iterable
from dataclasses import is_dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from docs.generator.fields import REQUIRED, Told, tell_fields
from docs.generator.tables import format_page, format_table, make_anchor
from sitegen.model import (
    ITEM_SHAPES,
    Register,
    WorkingHours,
    fields,
    imports,
    items,
    patches,
    project,
    site,
    snapshot,
    survey,
)

WORDS = {
    "Text": "text",
    "Markdown": "Markdown",
    "Flag": "`true` or `false`",
    "Folder": "folder",
    "ThemeName": "a theme's name",
    "Id": "id",
    "Day": "day",
    "DueDate": "day, month, quarter or `tbd`",
    "Moment": "day and time",
    "AnyNumber": "number",
    "Amount": "number from 0 on",
    "Percent": "number, 0 to 100",
    "Share": "share such as `0.75`",
    "Whole": "whole number",
    "Count": "whole number from 1 on",
    "SpanOfDays": "days or weeks",
    "Span": "hours, days or weeks",
    "Hours": "working hours",
    "Language": "language tag",
    "Timezone": "time zone",
    "Colour": "colour",
    "Url": "absolute URL",
    "Email": "e-mail address",
    "RelativePath": "path",
    "Sha256": "SHA-256 hash",
}
"""What the kinds of values are called, by their names in the model."""

KINDS: tuple[tuple[Any, str], ...] = (
    *((getattr(fields, name), words) for name, words in WORDS.items()),
    (survey.BestMark, "whole number, 2 to 10"),
    (survey.TextLength, f"whole number, 1 to {survey.MAX_TEXT_LENGTH}"),
    (survey.ShownIf, "condition, as `<= 6` or `in a, b`"),
    (snapshot.Quarter, "quarter, as `2026-Q4`"),
    (imports.AnswerKey, "question, or `question.row`"),
    (imports.HeaderRows, "`1` or `2`"),
    (imports.Marks, "the lowest and the highest mark"),
    (imports.AnyText, "text"),
    (survey.AnyQuestion, "[question](#every-question)"),
)

SHORT = {
    "markdown": "an engine's name",
    "team": "list of ids",
    "end": "day",
    "client": "id",
    "project": "id",
    "date": "day",
}
"""What may stand for a map, by key."""

EXAMPLES = """
Every key of every file. Files are YAML: `key: value`, and what belongs to a key is indented below it.

- **Days** are `2026-11-16`, with or without quotes; a moment is `2026-11-16 09:30`. A milestone's `due` may also be a
  month, `2026-11`, a quarter, `2026-Q4`, or `tbd`.
- **Spans** are `4h`, `10d` or `2w`; of response times, in working hours, days and weeks.
- **Ids** have at most 64 characters, `a` to `z`, `0` to `9` and `-`, and do not begin with `-`.
- **Paths** are relative to the file that names them.
- **Yes and no** are `true` and `false` alone.
- **Quotes** are needed around colours and around text with `: ` or ` #` in it.
- **Lists** are `[a, b]`, or one line with `- ` for each. **Maps** are `{key: value}`, or indented lines.

A key that sitegen does not know is an error which names the nearest one it knows.
"""

UPDATE_NOTE = """
The front matter of `updates/<YYYY-MM-DD>[-slug].md`. All keys are optional. An update may also hold any of the
[registers](#registers). `null` clears a value.
"""

REGISTER_NOTE = """
A register is a map of ids to items. It may stand in `project.yml` and in any update. What is required is required where
the id first appears; later an update names only the fields that change.
"""

REASON_NOTE = "In an update, any item may also have these. They say something of the change and not of the item."

SNAPSHOT_NOTE = """
What answers came to: `sitegen feedback pull` writes it, and the portfolio shows it. What it says of a client or a
project that is not there any more is passed over.
"""

MAP_NOTE = (
    "What `sitegen feedback import FILE.csv --map MAP.yml` reads. Put it beside `sitegen.yml`, not into `content/`."
)

Section = tuple[str, type, str]
"""A heading, the shape it is about, and what else is to be said."""

FILES: tuple[Section, ...] = (
    ("sitegen.yml", site.Settings, "The site's settings."),
    ("brand", site.Brand, ""),
    ("access", site.Access, ""),
    ("markdown", site.MarkdownSettings, ""),
    ("surveys: the collector", site.SurveySettings, ""),
    ("leaks", site.Leaks, ""),
    (
        "people.yml",
        site.Person,
        "The firm's people: a map of ids to persons. The `people` of a client or an agency are such a map too.",
    ),
    ("An agency", site.AgencyHead, "The file `content/agencies/<agency>.yml`."),
    ("client.yml", site.ClientHead, "The file `content/clients/<client>/client.yml`."),
    ("project.yml", project.PlanHead, "The plan. Besides these keys it holds the [registers](#registers)."),
    ("scope", project.Scope, ""),
    ("budget", project.Budget, ""),
    ("sla", project.Sla, ""),
    ("brief", project.Brief, ""),
    ("surveys: when they are asked", project.SurveyUse, "Each has either `when` or `every`."),
    ("An update", project.UpdateHead, UPDATE_NOTE),
    ("aspects", project.Aspects, ""),
    ("end", project.EndMove, ""),
)
TOP = {"sitegen.yml", "people.yml", "An agency", "client.yml", "project.yml", "An update"}
PARTS: tuple[Section, ...] = (
    ("quality: one check", items.QualityCheck, ""),
    ("options: one way out", items.Option, ""),
)
QUESTIONS: tuple[Section, ...] = (
    ("Every question", survey.SurveyQuestion, ""),
    ("nps, csat and ces", survey.ScaleQuestion, ""),
    ("rating", survey.RatingQuestion, ""),
    ("choice and choices", survey.ChoiceQuestion, ""),
    ("matrix", survey.MatrixQuestion, ""),
    ("text", survey.TextQuestion, ""),
    ("yesno, email, number and date", survey.PlainQuestion, ""),
)
SNAPSHOT: tuple[Section, ...] = (("figures: one figure", snapshot.FigureEntry, ""),)
IMPORTS: tuple[Section, ...] = (
    ("client and project: whose answers", imports.IdOrColumn, ""),
    ("date: when they answered", imports.DayOrColumn, ""),
)
PLACES = {shape: heading for heading, shape, _ in (*FILES, *PARTS, *SNAPSHOT, *IMPORTS)}


def describe_keys() -> str:
    """Write the page of all keys."""
    parts = [EXAMPLES]
    parts += [_describe(heading, shape, note, level=2 if heading in TOP else 3) for heading, shape, note in FILES]
    parts += ["## Registers", REGISTER_NOTE, _describe("Every item", items.Item, "", level=3)]
    parts.append(_describe("Why an item changed", patches.Reason, REASON_NOTE, level=3))
    common = {told.name for told in tell_fields(items.Item)}
    parts += [_describe(register.value, ITEM_SHAPES[register], "", level=3, without=common) for register in Register]
    parts += [_describe(heading, shape, note, level=3) for heading, shape, note in PARTS]
    parts.append(_describe("A survey", survey.SurveyHead, "The file `content/surveys/<survey>.yml`.", level=2))
    known = {told.name for told in tell_fields(survey.SurveyQuestion)}
    for heading, shape, note in QUESTIONS:
        without: Collection[str] = () if shape is survey.SurveyQuestion else known
        parts.append(_describe(heading, shape, note, level=3, without=without))
    parts.append(_describe("feedback.yml", snapshot.FeedbackHead, SNAPSHOT_NOTE, level=2))
    parts += [_describe(heading, shape, note, level=3) for heading, shape, note in SNAPSHOT]
    parts.append(_describe("A map for imports", imports.ImportMap, MAP_NOTE, level=2))
    parts += [_describe(heading, shape, note, level=3) for heading, shape, note in IMPORTS]
    return format_page("Keys", *parts)


def _describe(heading: str, shape: type, note: str, *, level: int, without: Collection[str] = ()) -> str:
    told = [field for field in tell_fields(shape) if field.name not in without]
    rows = ((f"`{field.name}`", _describe_type(field), _describe_default(field), field.text) for field in told)
    table = format_table(("key", "value", "default", "meaning"), rows)
    said = [note.strip()] if level == 2 else [str(shape.__doc__), note.strip()]
    return "\n\n".join((f"{'#' * level} {heading}", *(text for text in said if text), table))


def _describe_type(told: Told) -> str:
    words = _name_type(told.hint)
    return f"{SHORT[told.name]}, or {words}" if told.name in SHORT and "Shorthand" in repr(told.hint) else words


def _name_type(hint: Any) -> str:
    """Put a type into words that need no programmer."""
    if found := [words for kind, words in KINDS if kind == hint]:
        return found[0]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _name_type(arguments[0])
    if origin is Union or str(origin) == "<class 'types.UnionType'>":
        return " or ".join(_name_type(part) for part in arguments if part is not type(None))
    if origin is Literal:
        return _list_words(str(word) for word in arguments)
    if origin is tuple:
        return f"list: {_name_type(arguments[0])}"
    if arguments:
        return f"map: {_name_type(arguments[0])} → {_name_type(arguments[1])}"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _list_words(word.value for word in hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return f"[map](#{make_anchor(PLACES[hint])})"
    raise ValueError(f"{hint} has no words")


def _list_words(words: Iterable[str]) -> str:
    listed = [f"`{word}`" for word in words]
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} or {listed[-1]}"


def _describe_default(told: Told) -> str:
    default = told.default
    if default is REQUIRED:
        return "required"
    is_shape = is_dataclass(default) and not isinstance(default, WorkingHours)
    if default in (None, (), {}) or is_shape:
        return ""
    return f"`{_write(default, told.hint)}`"


def _write(value: object, hint: Any) -> str:
    """Write a default as a file would."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, WorkingHours):
        return value.written
    if isinstance(value, tuple):
        return f"[{', '.join(str(part) for part in value)}]"
    return f"{value}d" if hint == fields.SpanOfDays else str(value)
