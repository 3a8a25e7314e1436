"""Surveys as pages show them: the invitation, the survey itself, and what is said once it has arrived."""

from sitegen.pages.views_form import Form, FormFault, NeedForm, ShownIf
from sitegen.pages.views_head import Answer, Head, Html, Link
from sitegen.value import value


@value
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
    project: Link | None = None
    """The project it asks about, on pages about more than one."""


@value
class Choice:
    """One of the answers, or columns, that a question offers."""

    id: str
    """Its id."""
    text: str
    """Its words."""


@value
class Row:
    """One of the rows of a matrix, which is asked about like a question."""

    id: str
    """Its id."""
    text: str
    """Its words."""
    control: str
    """The name of its control, which is its id on the page as well."""
    given: tuple[str, ...] = ()
    """What was answered before: a column's id."""
    fault: FormFault | None = None
    """What is wrong with that."""


@value
class OtherText:
    """The text beside a choice."""

    control: str
    """The name of its control, which is its id on the page as well."""
    max_length: int
    """How many characters it may have."""
    given: str = ""
    """What was written before."""
    fault: FormFault | None = None
    """What is wrong with that."""


@value
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
    rows: tuple[Row, ...] = ()
    """For a matrix: what is asked about."""
    columns: tuple[Choice, ...] = ()
    """For a matrix: the answers."""
    control: str = ""
    """The name of its control, which is its id on the page as well."""
    marks: tuple[str, ...] = ()
    """For scales: all the answers."""
    other: OtherText | None = None
    """For choices: the text that can be given beside them; the answer is then `other`."""
    min_count: int | None = None
    """For `choices`: at least so many."""
    max_count: int | None = None
    """For `choices`: at most so many."""
    is_long: bool = False
    """For text: True where several lines are expected."""
    max_length: int | None = None
    """For text and addresses: how many characters it may have."""
    shown_if: tuple[ShownIf, ...] = ()
    """On which answers it is asked: all of these; always where there are none."""
    given: tuple[str, ...] = ()
    """What was answered before, as the form would send it."""
    fault: FormFault | None = None
    """What is wrong with that."""


@value
class SurveyPage:
    """`survey.html`: one survey about one project."""

    head: Head
    """Title: the survey's."""
    project: Link
    """The project's status page; no link where it is not known where that stands."""
    title: str
    """Its title."""
    intro: Html | None
    """What it is for."""
    questions: tuple[SurveyQuestion, ...]
    """Its questions; empty where it stands elsewhere."""
    answer: Answer | None
    """How to answer where there is no form; none where nobody can be asked."""
    form: Form | None = None
    """How answers travel where they are given on this page."""
    thanks: Html | None = None
    """What is said once they have arrived; none where the survey does not say."""
    faults: tuple[FormFault, ...] = ()
    """What is wrong with what was sent, in the order of the questions."""


@value
class NeedPage:
    """`need.html`: one need's form on a page of its own, which the collector shows where something is wrong with it."""

    head: Head
    """Title: the need's."""
    kind: str
    """`action`, `issue`, `change` or `deliverable`."""
    title: str
    """What is needed."""
    project: Link
    """The project; no link where it is not known where its page stands."""
    options: tuple[Choice, ...]
    """For an issue: the ways out."""
    answering: NeedForm
    """The form, filled in as it was sent."""


@value
class ThanksPage:
    """`thanks.html`: an answer has arrived."""

    head: Head
    """Title: what was answered."""
    title: str
    """The survey's, or the need's."""
    said: Html | None
    """The survey's own thanks."""
    back: Link | None
    """The page that the answer came from; none where it is not known where that stands."""


@value
class RefusedPage:
    """`refused.html`: a form was not accepted."""

    head: Head
    """No title."""
    reason: str
    """`too-large`, `too-slow`, `no-form`, `bad-form`, `honeypot`, `bad-context`, `unknown-survey`, `answered-already`,
    `bad-answers`, `too-many` or `store-fails`."""
    back: Link | None
    """The page that the form stands on; none where that is not known."""
