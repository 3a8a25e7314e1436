"""Something finished, and the client was not asked how it went."""

from collections.abc import Iterator

from sitegen.model import Health
from sitegen.state.checks.finding import Finding, Subject
from sitegen.state.schedule import MilestoneState


def no_feedback(subject: Subject) -> Iterator[Finding]:
    """Find a project that is complete, or has a milestone done, and has no survey for that.

    `always` and `every` serve both; `milestone` serves milestones done, `complete` a project that is complete, whose
    milestones need no survey of their own then.
    """
    state = subject.state
    done = [milestone.id for milestone in state.milestones if milestone.state is MilestoneState.DONE]
    if state.health is Health.COMPLETE:
        wanted, told = "complete", "the project is complete"
    elif done:
        wanted, told = "milestone", f"'{done[0]}' is done" if len(done) == 1 else f"{len(done)} milestones are done"
    else:
        return
    uses = (state.plan.surveys or {}).values()
    if not any(use.every or use.when in {"always", wanted} for use in uses):
        yield Finding(message=f"{told} and no survey asks about it; add one to 'surveys' with 'when: {wanted}'")
