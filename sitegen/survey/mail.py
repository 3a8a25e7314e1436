"""A survey becomes a prepared mail: the last resort, where nothing receives answers."""

from urllib.parse import quote

from sitegen.model import SurveyHead

MAX_URL_LENGTH = 2000
"""What every mail program takes."""


def make_mail(head: SurveyHead, project: str, address: str) -> str:
    """Return the URL of a mail to an address that asks a survey's questions about the project of that name."""
    body = "".join(f"{question.text}\r\n\r\n\r\n" for question in (head.questions or {}).values())
    subject = quote(f"{head.title}: {project}", safe="")
    return f"mailto:{quote(address, safe='@')}?subject={subject}&body={quote(body, safe='')}"
