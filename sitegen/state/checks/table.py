"""The table of all checks: the name of each rule in settings and messages, its level, and what looks for it."""

from collections.abc import Callable, Iterable

from sitegen.problems import Level
from sitegen.state.checks.ask_without_date import ask_without_date
from sitegen.state.checks.brief_changed import brief_changed
from sitegen.state.checks.client_overdue import client_overdue
from sitegen.state.checks.copied_update import copied_update
from sitegen.state.checks.decision_overdue import decision_overdue
from sitegen.state.checks.due_before_start import due_before_start
from sitegen.state.checks.end_in_the_past import end_in_the_past
from sitegen.state.checks.finding import Finding, Subject
from sitegen.state.checks.forgotten import forgotten
from sitegen.state.checks.issue_without_way_out import issue_without_way_out
from sitegen.state.checks.late_update import late_update
from sitegen.state.checks.moved_without_why import moved_without_why
from sitegen.state.checks.no_contact import no_contact
from sitegen.state.checks.no_feedback import no_feedback
from sitegen.state.checks.no_health import no_health
from sitegen.state.checks.over_budget import over_budget
from sitegen.state.checks.risk_without_response import risk_without_response
from sitegen.state.checks.stale import stale
from sitegen.state.checks.unowned import unowned
from sitegen.state.checks.watermelon import watermelon
from sitegen.value import value


@value(kw_only=False)
class Check:
    """One rule: its name, its level unless the settings say otherwise, and what looks for it."""

    name: str
    level: Level
    find: Callable[[Subject], Iterable[Finding]]
    is_for_closed: bool = False
    """Whether it also speaks of projects that are not open."""


CHECKS = (
    Check("watermelon", Level.WARNING, watermelon),
    Check("stale", Level.WARNING, stale),
    Check("late-update", Level.WARNING, late_update),
    Check("moved-without-why", Level.WARNING, moved_without_why, is_for_closed=True),
    Check("issue-without-way-out", Level.WARNING, issue_without_way_out),
    Check("risk-without-response", Level.WARNING, risk_without_response),
    Check("decision-overdue", Level.WARNING, decision_overdue),
    Check("client-overdue", Level.WARNING, client_overdue),
    Check("ask-without-date", Level.WARNING, ask_without_date),
    Check("over-budget", Level.WARNING, over_budget),
    Check("no-feedback", Level.WARNING, no_feedback, is_for_closed=True),
    Check("no-contact", Level.WARNING, no_contact, is_for_closed=True),
    Check("unowned", Level.WARNING, unowned),
    Check("forgotten", Level.WARNING, forgotten),
    Check("end-in-the-past", Level.WARNING, end_in_the_past),
    Check("due-before-start", Level.WARNING, due_before_start),
    Check("copied-update", Level.WARNING, copied_update),
    Check("no-health", Level.WARNING, no_health),
    Check("brief-changed", Level.ERROR, brief_changed, is_for_closed=True),
)
