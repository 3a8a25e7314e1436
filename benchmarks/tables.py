"""Costs become tables in Markdown: seconds, memory, and ratios to what Hugo takes to build the same."""

import itertools
from collections.abc import Mapping
from statistics import median

from benchmarks.measure import Cost

Costs = Mapping[tuple[str, str], Cost]
"""By program and case."""

PEER = ("hugo", "cold")
"""What all are compared with; it keeps nothing between builds, so that each of its builds is a cold one."""


def print_table(size: str, costs: Costs) -> None:
    """Print what each build of a size cost."""
    peer = costs.get(PEER)
    print(f"\n### {size}\n")
    print("| program, build | wall s, min / median / max | ratio | processor s | peak MiB | ratio |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for (program, case), cost in costs.items():
        walls = [run.wall_s for run in cost.runs]
        spread = f"{min(walls):.3f} / {median(walls):.3f} / {max(walls):.3f}"
        spent = median(run.processor_s for run in cost.runs)
        time_ratio = _divide(median(walls), _find_wall_s(peer)) if peer else "–"
        space_ratio = _divide(cost.peak_mib, peer.peak_mib) if peer else "–"
        print(f"| {program}, {case} | {spread} | {time_ratio} | {spent:.2f} | {cost.peak_mib:.0f} | {space_ratio} |")


def print_growth(found: Mapping[str, Costs]) -> None:
    """Print how many times longer each size takes than the one before it."""
    sizes = list(found)
    if len(sizes) < 2:
        return
    print("\n### Growth\n")
    print("| program, build | " + " | ".join(f"{big} / {small}" for small, big in itertools.pairwise(sizes)) + " |")
    print("| --- |" + " ---: |" * (len(sizes) - 1))
    for key in found[sizes[0]]:
        walls = [_find_wall_s(found[size][key]) for size in sizes if key in found[size]]
        ratios = [f"{after / before:.1f} ×" for before, after in itertools.pairwise(walls)]
        print(f"| {', '.join(key)} | " + " | ".join(ratios) + " |")


def _find_wall_s(cost: Cost) -> float:
    return median(run.wall_s for run in cost.runs)


def _divide(value: float, by: float) -> str:
    return f"{value / by:.3f}"
