"""Made-up changes: one of every kind that an update can bring."""

from sitegen.model import Due
from sitegen.pages import views
from sitegen.serve.catalogue.made_up import day

DONE = (
    views.Change(kind="milestone-done", title="A milestone is done", href="#", on=day(-3), days=2),
    views.Change(kind="action-done", title="An action is done", on=day(-2), who="client"),
    views.Change(kind="deliverable-accepted", title="A deliverable is accepted", on=day(-2), by="Third Person"),
    views.Change(kind="request-resolved", title="A request is resolved", on=day(-1)),
    views.Change(kind="feedback-done", title="Feedback has led to something", on=day(-1)),
)

MOVED = (
    views.Change(
        kind="milestone-moved",
        title="A milestone moved",
        href="#",
        before=Due.on(day(-18)),
        after=Due.on(day(-4)),
        days=14,
        why="The reason that was given.",
        side="us",
    ),
    views.Change(
        kind="end-moved", before=Due.on(day(77)), after=Due.on(day(105)), days=28, why="A reason.", side="client"
    ),
    views.Change(kind="action-moved", title="An action moved", before=Due.on(day(3)), after=Due.on(day(1)), days=-2),
    views.Change(kind="milestone-reopened", title="A milestone is open again", after=Due.on(day(9)), side="agency"),
    views.Change(kind="milestone-revived", title="A milestone is planned again", after=Due.on(day(30))),
)

DECIDED = (
    views.Change(kind="decision", title="A decision", on=day(-3), by="Third Person"),
    views.Change(kind="issue-decided", title="A way out of a problem", choice="The second option"),
    views.Change(kind="change-accepted", title="A change request is accepted", days=5, amount_after=8000, unit="EUR"),
    views.Change(kind="change-declined", title="A change request is declined", amount_after=900, unit="EUR"),
    views.Change(kind="deliverable-rejected", title="A deliverable is not accepted", why="Why not."),
)

NEW = (
    views.Change(kind="milestone-new", title="A milestone is new", after=Due.on(day(60))),
    views.Change(kind="action-new", title="An action for the reader", after=Due.on(day(10)), who="client"),
    views.Change(kind="action-new", title="An action for the firm", who="us"),
    views.Change(kind="issue-new", title="A problem"),
    views.Change(kind="risk-new", title="A risk"),
    views.Change(kind="deliverable-new", title="A deliverable"),
    views.Change(kind="deliverable-in-review", title="A deliverable is handed over"),
    views.Change(kind="request-new", title="A request"),
    views.Change(kind="question-new", title="A question"),
    views.Change(kind="feedback-new", title="Feedback"),
    views.Change(kind="change-proposed", title="A change request", days=10, amount_after=40, unit="hours"),
)

CLOSED = (
    views.Change(kind="issue-resolved", title="A problem is solved", why="How."),
    views.Change(kind="issue-reopened", title="A problem is back"),
    views.Change(kind="risk-closed", title="A risk is past"),
    views.Change(kind="risk-happened", title="A risk came true"),
    views.Change(kind="change-withdrawn", title="A change request is withdrawn"),
    views.Change(kind="milestone-dropped", title="A milestone is dropped", why="Why.", side="client"),
    views.Change(kind="deliverable-dropped", title="A deliverable is dropped"),
    views.Change(kind="action-dropped", title="An action is dropped"),
)

STATE = (
    views.Change(kind="health-changed", code_before="on-track", code_after="off-track"),
    views.Change(kind="health-changed", code_after="not-started"),
    views.Change(kind="aspect-changed", title="cost", code_before="on-track", code_after="at-risk"),
    views.Change(kind="milestone-health", title="A milestone’s own health", code_after="on-hold"),
    views.Change(kind="progress", share_before=0.4, share_after=0.5),
    views.Change(kind="budget-agreed", amount_before=52000, amount_after=60000, unit="EUR"),
    views.Change(kind="budget-used", amount_after=61500, unit="EUR"),
    views.Change(kind="budget-forecast", amount_before=60000, amount_after=70000, unit="EUR"),
    views.Change(
        kind="change-amended", title="A change request costs more", amount_before=8000, amount_after=9500, unit="EUR"
    ),
)


def make_all_changes() -> views.ChangeSet:
    """Return an update that changes everything."""
    groups = (
        ("done", DONE),
        ("moved", MOVED),
        ("decided", DECIDED),
        ("new", NEW),
        ("closed", CLOSED),
        ("state", STATE),
    )
    return views.ChangeSet(
        since=day(-10),
        until=day(-3),
        groups=tuple(views.ChangeGroup(group=group, changes=changes) for group, changes in groups),
    )


def make_first_changes() -> views.ChangeSet:
    """Return what the very first update changes."""
    return views.ChangeSet(since=None, until=day(-3), groups=(views.ChangeGroup(group="new", changes=NEW[:1]),))
