"""Made-up registers: an item of every status."""

from sitegen.pages import views
from sitegen.serve.catalogue.made_up import day, say
from sitegen.serve.catalogue.needs import OPTIONS

CHOSEN = (
    views.Option(id="first", title="The option that was chosen", days=3, is_chosen=True),
    views.Option(id="second", title="The option that was advised", is_recommended=True),
)

ISSUES = (
    views.Issue(
        id="open",
        title="An open problem whose decision is late",
        is_open=True,
        note=say("What it is about."),
        impact="high",
        response=say("What is done about it."),
        owner="First Person",
        options=OPTIONS,
        decide_by=day(-2),
        is_overdue=True,
        days_late=2,
    ),
    views.Issue(id="small", title="An open problem of low impact", is_open=True, impact="low"),
    views.Issue(id="bare", title="An open problem of which nothing is known", is_open=True),
    views.Issue(
        id="solved",
        title="A problem that is solved",
        is_open=False,
        impact="medium",
        options=CHOSEN,
        closed=day(-8),
    ),
)

RISKS = (
    views.Risk(
        id="grave",
        title="A likely risk of high impact",
        status="open",
        note=say("What may happen."),
        likelihood="high",
        impact="high",
        response=say("What we do about it."),
        owner="Second Person",
    ),
    views.Risk(
        id="fair", title="A possible risk of medium impact", status="open", likelihood="medium", impact="medium"
    ),
    views.Risk(
        id="mild",
        title="An unlikely risk of low impact",
        status="open",
        likelihood="low",
        impact="low",
        only_for="agency",
    ),
    views.Risk(id="bare", title="A risk of which nothing is known", status="open"),
    views.Risk(id="true", title="A risk that came true", status="happened", closed=day(-20)),
    views.Risk(id="past", title="A risk that is past", status="closed", closed=day(-30)),
)

ACTIONS = (
    views.Action(id="late", title="An action that is late", who="us", due=day(-3), is_overdue=True, days_late=3),
    views.Action(id="theirs", title="An action of the agency", who="agency", due=day(5), note=say("A note.")),
    views.Action(id="owned", title="An action with an owner and no date", who="us", owner="First Person"),
)

DELIVERABLES = (
    views.Deliverable(
        id="accepted",
        title="Accepted",
        status="accepted",
        href="https://client.example/thing",
        milestone=views.Link(text="A milestone", href="#"),
        accepted=day(-9),
        accepted_by="Third Person",
        checks=(
            views.Check(title="A check that passed", passed=True),
            views.Check(title="A check that failed", passed=False),
            views.Check(title="A check that is still to come", passed=None),
        ),
        checks_passed=1,
    ),
    views.Deliverable(id="review", title="In review", status="in-review", note=say("What is handed over.")),
    views.Deliverable(id="rejected", title="Rejected", status="rejected"),
    views.Deliverable(id="planned", title="Planned", status="planned"),
)

CHANGE_REQUESTS = (
    views.ChangeRequest(
        id="late",
        title="Proposed, its decision late",
        status="proposed",
        note=say("What changes."),
        days=10,
        amount=8000,
        unit="EUR",
        conditions=say("What it depends on."),
        decide_by=day(-1),
        is_overdue=True,
        days_late=1,
    ),
    views.ChangeRequest(
        id="soon", title="Proposed", status="proposed", days=0, amount=40, unit="hours", decide_by=day(9)
    ),
    views.ChangeRequest(id="accepted", title="Accepted", status="accepted", amount=8000, unit="EUR", closed=day(-40)),
    views.ChangeRequest(id="declined", title="Declined", status="declined", days=5, closed=day(-20)),
    views.ChangeRequest(id="withdrawn", title="Withdrawn", status="withdrawn", closed=day(-10)),
)

DECISIONS = (
    views.Decision(id="full", title="A decision", decided=day(-12), by="Third Person", note=say("Why.")),
    views.Decision(id="bare", title="A decision of which no more is known", only_for="internal"),
)

FEEDBACK = (
    views.Feedback(
        id="done", title="Heard and done", heard=say("What was said."), did=say("What came of it."), is_done=True
    ),
    views.Feedback(id="open", title="Heard, and under way", heard=say("What was said.")),
)

QUESTIONS = (
    views.Question(id="first", title="A question?", answer=say("Its answer, which folds.")),
    views.Question(id="second", title="Another question?", answer=say("Another answer.")),
)
