"""Responses and answers become entries of an inbox: what somebody has to answer, who, and until when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from sitegen.feedback.definitions import Definitions
from sitegen.model import AnyQuestion, Client, Project, Site, Sla
from sitegen.survey import NeedAnswer, Reply, Response, Value

DAYS_TO_ANSWER = 2
LAST_LOW: Mapping[str, int] = {"nps": 6, "csat": 2}
"""The best mark that calls for somebody, by type of question."""

Reason = Literal["low-score", "comment", "answer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing that somebody said."""

    about: str
    """A question's id, or `choice` and `comment` of a need."""
    asked: str
    """The question as it was put; what the need is about."""
    said: str
    reason: Reason | None = None
    """Why it calls for somebody, where it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What waits for an answer, or got one."""

    id: str
    """The response's or the answer's."""
    reasons: tuple[Reason, ...]
    """Why it is here."""
    client: str
    project: str
    about: str
    """The survey's id; `issue.slow` for a need."""
    said: tuple[Said, ...]
    received: date
    """In the site's time zone."""
    owner: str | None
    """The person's id; None where nobody is named."""
    owner_name: str | None
    answer_by: date
    waits_days: int
    """Calendar days since it came, until the answer where there is one."""
    is_overdue: bool
    reply: Reply | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """What entries are made with."""

    site: Site
    definitions: Definitions
    replies: Mapping[str, Reply]
    day: date

    def list_entries(self, responses: Iterable[Response], answers: Iterable[NeedAnswer]) -> tuple[Entry, ...]:
        """Return the entries: those without an answer first, the most overdue of them before all others."""
        found = [*self._read_responses(responses), *self._read_answers(answers)]
        return tuple(sorted(found, key=lambda entry: (entry.reply is not None, entry.answer_by, entry.id)))

    def _read_responses(self, responses: Iterable[Response]) -> Iterator[Entry]:
        for response in responses:
            said = tuple(self._read_said(response))
            reasons = {each.reason for each in said if each.reason}
            if reasons:
                yield self._make(response, tuple(sorted(reasons, reverse=True)), response.survey, said)

    def _read_answers(self, answers: Iterable[NeedAnswer]) -> Iterator[Entry]:
        for answer in answers:
            about = f"{answer.kind}.{answer.item}"
            given = (("choice", answer.choice), ("comment", answer.comment))
            said = tuple(Said(about=name, asked=about, said=text, reason="answer") for name, text in given if text)
            yield self._make(answer, ("answer",), about, said)

    def _read_said(self, response: Response) -> Iterator[Said]:
        for name, value in response.answers.items():
            question = self.definitions.find_question(response, name.partition(".")[0])
            is_like = self.definitions.is_like_nps(response, name)
            reason = _find_reason(name, question, value, is_like=is_like)
            yield Said(about=name, asked=question.text if question else name, said=_write(value), reason=reason)

    def _make(
        self, entry: Response | NeedAnswer, reasons: tuple[Reason, ...], about: str, said: tuple[Said, ...]
    ) -> Entry:
        client = next((each for each in self.site.clients if each.id == entry.client), None)
        project = next((each for each in client.projects if each.id == entry.project), None) if client else None
        received = entry.received.astimezone(ZoneInfo(self.site.settings.timezone)).date()
        owner = _find_owner(client, project)
        person = self.site.find_person(owner, client) if owner and client else None
        answer_by = find_answer_day(received, project, self.site.settings.holidays)
        reply = self.replies.get(entry.id)
        return Entry(
            id=entry.id,
            reasons=reasons,
            client=entry.client,
            project=entry.project,
            about=about,
            said=said,
            received=received,
            owner=owner,
            owner_name=person.name if person else owner,
            answer_by=answer_by,
            waits_days=max(0, ((reply.on if reply else self.day) - received).days),
            is_overdue=reply is None and self.day > answer_by,
            reply=reply,
        )


def find_answer_day(received: date, project: Project | None, holidays: Iterable[date]) -> date:
    """Return the second working day after one: a weekday on which the project's response times run, and no holiday."""
    sla = (project.plan.head.sla if project else None) or Sla()
    free, day, left = frozenset(holidays), received, DAYS_TO_ANSWER
    while left:
        day += timedelta(days=1)
        left -= bool(sla.hours.spans[day.weekday()]) and day not in free
    return day


def _find_owner(client: Client | None, project: Project | None) -> str | None:
    own = project.plan.head.contact if project else None
    return own or (client.head.contact if client else None)


def _find_reason(name: str, question: AnyQuestion | None, value: Value, *, is_like: bool) -> Reason | None:
    """Tell why an answer calls for somebody: text does, and a low mark."""
    kind = "nps" if is_like else question.type if question else "text"
    if isinstance(value, str) and (kind == "text" or "." in name):
        return "comment"
    is_mark = isinstance(value, int) and not isinstance(value, bool)
    return "low-score" if is_mark and int(str(value)) <= LAST_LOW.get(kind, -1) else None


def _write(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{row}: {column}" for row, column in value.items())
    return ", ".join(value) if isinstance(value, tuple) else str(value)
