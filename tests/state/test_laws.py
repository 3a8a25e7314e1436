"""Laws of the fold, for all projects that are sound."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sitegen.model import Audience, Project, Register
from sitegen.state import State, check_project, fold
from tests.state.projects import FIELDS, LAST_DAY, projects, remove_what_is_hidden, title_of

settings.register_profile("laws", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LAWS = settings.get_profile("laws")
AUDIENCES = st.sampled_from(list(Audience))
FIELDS_OF_STATE = [field.name for field in fields(State)]
AGES = st.integers(0, 80).map(lambda days: LAST_DAY - timedelta(days=days))


def known_of(state: State) -> dict[str, Any]:
    """Return all that a state tells, the updates' own files aside."""
    values = {name: getattr(state, name) for name in FIELDS_OF_STATE if name != "reports"}
    return values | {"reports": [(report.update.id, report.health, report.changes) for report in state.reports]}


def items_of(state: State) -> set[tuple[Register, str]]:
    found = {(Register.MILESTONES, milestone.id) for milestone in state.milestones}
    others = [register for register in FIELDS if register is not Register.MILESTONES]
    return found | {(register, item_id) for register in others for item_id in getattr(state, register.value)}


@LAWS
@given(projects(), AGES, AUDIENCES, st.randoms(use_true_random=False))
def test_order_of_files_does_not_matter(project: Project, day: date, audience: Audience, random: Any) -> None:
    updates = list(project.updates)
    random.shuffle(updates)
    shuffled = replace(project, updates=tuple(updates))
    assert known_of(fold(shuffled, day, audience)) == known_of(fold(project, day, audience))


@LAWS
@given(projects(), AGES, AUDIENCES)
def test_state_knows_nothing_of_later_updates(project: Project, day: date, audience: Audience) -> None:
    past = replace(project, updates=tuple(update for update in project.updates if update.day <= day))
    assert known_of(fold(past, day, audience)) == known_of(fold(project, day, audience))


@LAWS
@given(projects(is_visibility_fixed=True), AGES, st.sampled_from([Audience.CLIENT, Audience.AGENCY]))
def test_what_is_hidden_might_as_well_not_exist(project: Project, day: date, audience: Audience) -> None:
    state = fold(project, day, audience)
    hidden = items_of(fold(project, day, Audience.INTERNAL)) - items_of(state)
    without = remove_what_is_hidden(project, hidden, audience)
    assume(all(change.update for change in state.history))  # else an update that is hidden created what is not
    assert known_of(fold(without, day, audience)) == known_of(state)


@LAWS
@given(projects(), AGES, st.sampled_from([Audience.CLIENT, Audience.AGENCY]))
def test_what_is_hidden_is_named_nowhere(project: Project, day: date, audience: Audience) -> None:
    state = fold(project, day, audience)
    told = repr(known_of(state))
    for key in items_of(fold(project, day, Audience.INTERNAL)) - items_of(state):
        assert title_of(*key) not in told
    seen = {update.id for update in project.updates if audience.sees(update.visibility)}
    assert {change.update for change in state.history} <= {*seen, None}


@LAWS
@given(projects(), AGES)
def test_wider_audiences_see_what_the_others_see_and_more(project: Project, day: date) -> None:
    client, agency, internal = (items_of(fold(project, day, audience)) for audience in Audience)
    assert client <= agency <= internal


@LAWS
@given(projects(), AGES, AUDIENCES)
def test_delay_by_side_is_the_sum_of_the_moves(project: Project, day: date, audience: Audience) -> None:
    state = fold(project, day, audience)
    moves = [move for milestone in state.milestones for move in milestone.moves]
    assert sum(state.delay_by_side.values()) == sum(move.days or 0 for move in moves)
    assert set(state.delay_by_side) == {move.side.value if move.side else "unstated" for move in moves}


@LAWS
@given(projects(), AGES, AUDIENCES)
def test_moves_lead_from_the_first_date_to_the_present_one(project: Project, day: date, audience: Audience) -> None:
    for milestone in fold(project, day, audience).milestones:
        ends = [milestone.moves[0].before, *(move.after for move in milestone.moves)] if milestone.moves else []
        assert [move.before for move in milestone.moves] == ends[:-1]
        assert all(move.before != move.after for move in milestone.moves)
        assert not ends or ends[-1] == milestone.item.due


@LAWS
@given(projects(), AGES, AUDIENCES, st.booleans())
def test_any_sound_project_can_be_checked(project: Project, day: date, audience: Audience, is_strict: bool) -> None:
    problems = check_project(project, fold(project, day, audience), {}, lambda _: None, is_strict=is_strict)
    assert {problem.level for problem in problems} <= {"error" if is_strict else "warning"}
    for problem in problems:
        start = problem.position.source[problem.position.column - 1 :]
        assert start.startswith(f'"{problem.item.split(".")[1]}"' if problem.item else ("name:", "---"))


@LAWS
@given(projects(), AGES)
def test_what_waits_for_others_is_what_they_read_themselves(project: Project, day: date) -> None:
    narrower = (Audience.CLIENT, Audience.AGENCY)
    waits = {audience: fold(project, day, audience).needs for audience in narrower}
    assert fold(project, day, Audience.INTERNAL).waits_for == waits
