"""Surveys as pages show them: the invitation, and the survey itself."""

from dataclasses import dataclass

from sitegen.pages.views_head import Answer, Head, Html, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyLink:
    """A survey that the reader may answer."""

    id: str
    """Its id."""
    title: str
    """Its title."""
    href: str
    """Its page."""
    intro: Html | None = None
    """What it is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the answers, rows or columns that a question offers."""

    id: str
    """Its id."""
    text: str
    """Its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyQuestion:
    """One question of a survey."""

    id: str
    """Its id."""
    type: str
    """`nps`, `csat`, `ces`, `rating`, `choice`, `choices`, `matrix`, `yesno`, `text`, `email`, `number` or `date`."""
    text: str
    """The question."""
    help: str | None = None
    """A hint."""
    is_required: bool = False
    """True where it needs an answer."""
    lowest: int | None = None
    """For scales: the lowest answer."""
    highest: int | None = None
    """For scales: the highest answer."""
    low: str | None = None
    """What the lowest answer means."""
    high: str | None = None
    """What the highest answer means."""
    options: tuple[Choice, ...] = ()
    """For choices: the answers."""
    rows: tuple[Choice, ...] = ()
    """For a matrix: what is asked about."""
    columns: tuple[Choice, ...] = ()
    """For a matrix: the answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyPage:
    """`survey.html`: one survey about one project."""

    head: Head
    """Title: the survey's."""
    project: Link
    """The project's status page."""
    title: str
    """Its title."""
    intro: Html | None
    """What it is for."""
    questions: tuple[SurveyQuestion, ...]
    """Its questions; empty where it stands elsewhere."""
    answer: Answer | None
    """How to answer; none where nobody can be asked."""
