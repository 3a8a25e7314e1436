"""Work is done in order on all cores, and what goes wrong in any process is told in this one."""

import os

import pytest

from sitegen.build.workers import run
from sitegen.errors import WorkError


def tell_nobody(done: int, total: int) -> None:
    """Hear how much is done."""


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order_and_are_told(jobs: int) -> None:
    heard: list[tuple[int, int]] = []
    results = run(lambda unit: unit * 2, range(20), jobs, lambda done, total: heard.append((done, total)))
    assert results == [unit * 2 for unit in range(20)]
    assert heard == [(done, 20) for done in range(1, 21)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_travels_whole(jobs: int) -> None:
    def fail(unit: int) -> int:
        raise WorkError(f"unit {unit} failed")

    with pytest.raises(WorkError, match=r"^unit 0 failed$"):
        run(fail, range(6), jobs, tell_nobody)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_of_the_disk_is_not_taken_for_one_of_the_processes(jobs: int) -> None:
    def fail(unit: int) -> int:
        raise PermissionError(13, "Permission denied", "/content/x")

    with pytest.raises(PermissionError, match="/content/x"):
        run(fail, range(6), jobs, tell_nobody)


def test_a_process_that_is_ended_from_outside_is_told() -> None:
    def end(unit: int) -> int:
        if unit == 3:
            os._exit(9)
        return unit

    with pytest.raises(WorkError, match="ended from outside"):
        run(end, range(6), 2, tell_nobody)
