"""Plan and updates in, the state of a project at a day for an audience out; pure."""

from sitegen.state.budget import BudgetState, Usage, add_exactly
from sitegen.state.checks import CHECKS, Check, DigestOf, check_project, check_site
from sitegen.state.fold import fold
from sitegen.state.ledger import FieldChange, Trace
from sitegen.state.needs import Need, is_waiting
from sitegen.state.response_times import SlaState, TargetState
from sitegen.state.schedule import End, EndMove, MilestoneState, Move, TrackedMilestone
from sitegen.state.state import HealthSpan, NextUpdate, Report, Rules, State, SurveyState
from sitegen.state.told import find_told_on

__all__ = [
    "CHECKS",
    "BudgetState",
    "Check",
    "DigestOf",
    "End",
    "EndMove",
    "FieldChange",
    "HealthSpan",
    "MilestoneState",
    "Move",
    "Need",
    "NextUpdate",
    "Report",
    "Rules",
    "SlaState",
    "State",
    "SurveyState",
    "TargetState",
    "Trace",
    "TrackedMilestone",
    "Usage",
    "add_exactly",
    "check_project",
    "check_site",
    "find_told_on",
    "fold",
    "is_waiting",
]
