"""A commented file with blanks, and answers, become a file ready to fill in."""

import re
from collections.abc import Mapping

from sitegen.source import format_text

_BLANK = re.compile(r"^(?P<before>.*)<(?P<name>[a-z]+)(?P<kind>[|=])(?P<text>[^>]*)>(?P<after>.*)$", re.MULTILINE)


def fill_blanks(text: str, answers: Mapping[str, str | None]) -> str:
    """Put answers into the blanks: `<name=default>`, or `<name|example>`, whose line is a comment without an answer."""

    def put(match: re.Match[str]) -> str:
        answer = answers.get(match["name"])
        before, after = match["before"], match["after"]
        if answer is not None:
            shown = answer if before.startswith("#") else format_text(answer)
            return f"{before}{shown}{after}"
        is_comment = before.startswith("#") or match["kind"] == "="
        return f"{'' if is_comment else '# '}{before}{match['text']}{after}"

    return _BLANK.sub(put, text)
