"""A commented file with blanks, and answers, become a file ready to fill in."""

import json
import re
from collections.abc import Mapping

_BLANK = re.compile(r"^(?P<before>.*)<(?P<name>[a-z]+)(?P<kind>[|=])(?P<text>[^>]*)>(?P<after>.*)$", re.MULTILINE)
_PLAIN = re.compile(r"[^\W\d_](?:[\w &.,'()/+-]*[\w.)+])?|\d{4}-\d{2}-\d{2}|\d+[dw]")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def fill_blanks(text: str, answers: Mapping[str, str | None]) -> str:
    """Put answers into the blanks: `<name=default>`, or `<name|example>`, whose line is a comment without an answer."""

    def put(match: re.Match[str]) -> str:
        answer = answers.get(match["name"])
        before, after = match["before"], match["after"]
        if answer is not None:
            shown = answer if before.startswith("#") else format_scalar(answer)
            return f"{before}{shown}{after}"
        is_comment = before.startswith("#") or match["kind"] == "="
        return f"{'' if is_comment else '# '}{before}{match['text']}{after}"

    return _BLANK.sub(put, text)


def format_scalar(text: str) -> str:
    """Write text as YAML: plain where nobody can misread it, else in double quotes."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)
