"""Made-up needs: one of every kind, late, soon and without a date."""

from sitegen.pages import fill_need_form, make_collector_form, views
from sitegen.serve.catalogue.made_up import day, say
from sitegen.survey import Fault, Rule

MAIL = views.Answer(kind="mail", href="mailto:first@firm.example")
WRONG: tuple[tuple[str, Rule], ...] = (("comment", "required"),)
FAULTS = tuple(Fault(control=control, rule=rule) for control, rule in WRONG)
FORM = make_collector_form(None, "")
DETAILS = views.Link(text="More of the same", href="#")

OPTIONS = (
    views.Option(
        id="first",
        title="The first option",
        note=say("What speaks for it, and what against it."),
        days=14,
        amount=3600,
        unit="EUR",
    ),
    views.Option(id="second", title="The second option", days=0, amount=0, unit="EUR", is_recommended=True),
    views.Option(id="third", title="The third option", days=-7, amount=-400, unit="EUR"),
)

NEEDS = (
    views.Need(
        kind="action",
        id="late",
        anchor="need-action-late",
        title="Something to do, four days late",
        why=say("Why it matters, in a sentence or two."),
        due=day(-4),
        is_overdue=True,
        days_late=4,
        answer=MAIL,
    ),
    views.Need(
        kind="issue",
        id="choice",
        anchor="need-issue-choice",
        title="Something to decide",
        due=day(2),
        answer=MAIL,
        answering=fill_need_form(FORM, ("first", "second", "third")),
        details=DETAILS,
        options=OPTIONS,
    ),
    views.Need(
        kind="change",
        id="offer",
        anchor="need-change-offer",
        title="A change to accept or decline",
        due=day(9),
        answer=MAIL,
        answering=fill_need_form(FORM, ("accept", "decline"), comment="What would it cost later?"),
        details=DETAILS,
        days=10,
        amount=8000,
        unit="EUR",
    ),
    views.Need(
        kind="deliverable",
        id="review",
        anchor="need-deliverable-review",
        title="Something to check and accept, with no date",
        answer=MAIL,
        answering=fill_need_form(FORM, ("accept", "reject"), choice="reject", faults=FAULTS),
        details=DETAILS,
    ),
    views.Need(
        kind="action",
        id="mute",
        anchor="need-action-mute",
        title="Something of another project, that nobody can be answered about",
        project=views.Link(text="Another project", href="#"),
    ),
)
