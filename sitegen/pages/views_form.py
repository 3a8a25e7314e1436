"""Forms as pages show them: where they post, what they send unseen, and what was wrong with what was sent."""

from sitegen.value import value


@value
class HiddenField:
    """What a form sends without showing it."""

    name: str
    """The control's name."""
    value: str
    """Its value."""


@value
class Form:
    """How what is filled in travels."""

    kind: str
    """`collector`, whose answers a script can read; or `backend`, another's."""
    action: str | None
    """Where it is posted; none where nothing can be sent: in a preview, and in the firm's own edition."""
    hidden: tuple[HiddenField, ...]
    """What it sends besides; a script fills in `nonce`."""
    honeypot: str | None
    """The name of a control that nobody sees and only robots fill in."""
    draft: str | None = None
    """The name under which a browser keeps what is filled in until it is sent; none where it is not kept."""


@value
class FormFault:
    """What is wrong with what one control sent."""

    control: str
    """The control's name, which is its id as well."""
    rule: str
    """`required`, `not-an-option`, `out-of-range`, `not-a-number`, `not-an-email`, `not-a-date`, `too-long`, `too-few`,
    `too-many`, `repeated` or `unknown-field`."""
    limit: int | None = None
    """With `too-long`, `too-few` and `too-many`: what is allowed."""
    label: str | None = None
    """The question, and the row of a matrix; none where the form has no such control."""


@value
class ShownIf:
    """A condition on which a question is asked."""

    control: str
    """The control that it looks at."""
    number: int
    """The number of its question, counted from 1."""
    operator: str
    """`=`, `!=`, `<`, `<=`, `>`, `>=` or `in`."""
    values: tuple[str, ...]
    """What the answer is compared with, as it would be sent."""
    words: tuple[str, ...]
    """The same, as the form words it; `yes`, `no` and `other` stay codes."""


@value
class NeedForm:
    """The form that answers a need."""

    form: Form
    """How the answer travels."""
    choices: tuple[str, ...]
    """What can be answered: ids of the issue's options; `accept` and `decline` or `reject`; `done`."""
    reasoned: tuple[str, ...]
    """Those that need a comment."""
    max_length: int
    """How many characters a comment may have."""
    choice: str = ""
    """What was chosen before; empty also for a question, which is asked without a choice."""
    comment: str = ""
    """What was written before."""
    faults: tuple[FormFault, ...] = ()
    """What is wrong with what was sent."""
