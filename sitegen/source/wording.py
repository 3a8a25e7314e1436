"""What a YAML parser says of bad syntax becomes what to tell a project manager, and where."""

from typing import Any

MAX_DEPTH = 40
TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels; take brackets or indentation away"
"""Said where we stop reading, and where the parser, which bears more, stops before we have seen the first of it."""

_WORDS: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed", "a second ':' on this line; put the text in quotes"),
    ("could not find expected ':'", "this line has no ': ' after its key, or a text above it lacks its closing quote"),
    ("found character '\\t'", "a tab stands here; indent with spaces"),
    ("found a tab character", "a tab stands here; indent with spaces"),
    ("found character that cannot start any token", "text cannot begin with this character; put it in quotes"),
    ("found unexpected end of stream", "a quote is opened and never closed"),
    ("found unexpected document indicator", "a quote or bracket is opened and not closed before '---'"),
    ("did not find expected ',' or ']'", "a '[' is opened and not closed; end the list with ']'"),
    ("did not find expected ',' or '}'", "a '{' is opened and not closed; end it with '}'"),
    ("did not find expected '-' indicator", "this line is not indented like the list above it"),
    ("did not find expected key", "this line is not indented like the lines above it, or a quote is missing"),
    ("did not find expected node content", "a value is missing here, or a text with such a character lacks its quotes"),
    ("did not find expected alphabetic or numeric", "text that begins with '*' or '&' must be in quotes"),
    ("did not find expected comment or line break", "nothing more may follow on this line"),
    ("did not find expected hexdecimal number", "an unfinished '\\x' in double quotes; use single quotes"),
    ("found unknown escape character", "'\\' means something else in double quotes; use single quotes"),
    ("block sequence entries are not allowed", "a list begins on a line of its own; put text with '- ' in quotes"),
    ("block mapping entries", "keys cannot begin here; put them on lines of their own"),
    ("mapping keys are not allowed", "keys cannot begin here; put '?' text in quotes"),
    ("did not find expected <document start>", "this line is not indented like the lines above it"),
    ("found undefined tag handle", "text that begins with '!' must be in quotes"),
    ("did not find URI escape", "text that begins with '!' must be in quotes"),
    ("did not find the expected '>'", "text that begins with '!' must be in quotes"),
    ("found unknown directive", "text that begins with '%' must be in quotes"),
    ("control characters are not allowed", "a character that cannot be shown stands here; remove it"),
    ("exceeded max", TOO_DEEP),
    ("found invalid", "this is not written as YAML wants it; put the text in quotes"),
)


def word_syntax_error(error: Any, text: str) -> tuple[str, int]:
    """Return our words for the parser's error, and the index of the character where the author should look."""
    problem = str(getattr(error, "problem", "") or getattr(error, "reason", "") or "")
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    index = min(mark.index, len(text)) if mark else min(getattr(error, "position", 0) or 0, len(text))
    message = next(
        (words for said, words in _WORDS if said in problem),
        "this cannot be read as YAML; check quotes and indentation",
    )
    if "cannot start any token" in problem and text[index : index + 1] == "\t":
        return "a tab stands here; indent with spaces", index
    if "mapping values are not allowed" in problem and _line_at(text, index).count(": ") < 2:
        message = "a ':' cannot stand here; indent this line and the one above alike, and put ': ' after each key"
        return message, index
    if problem.startswith("found unexpected") and "quoted scalar" in context and error.context_mark:
        return "this quote is opened and never closed", error.context_mark.index
    if ("did not find expected ','" in problem or "expected alphabetic" in problem) and error.context_mark:
        return message, error.context_mark.index
    if "did not find expected key" in problem and _before(text, index).strip(" -"):
        return "the value has ended before this; put all of it in quotes, or remove the rest", index
    if index and index >= len(text.rstrip()):
        index = max(0, len(text.rstrip()) - 1)
    return message, index


def _before(text: str, index: int) -> str:
    return text[text.rfind("\n", 0, index) + 1 : index]


def _line_at(text: str, index: int) -> str:
    end = text.find("\n", index)
    return text[text.rfind("\n", 0, index) + 1 : end if end >= 0 else len(text)] + " "
