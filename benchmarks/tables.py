"""Costs become tables in Markdown: seconds, memory, and ratios to what Hugo takes to build the same."""

import itertools
from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks.measure import Cost

Costs = Mapping[tuple[str, str], Sequence[Cost]]
"""By program and case."""

PEER = ("hugo", "cold")
"""What all are compared with; it keeps nothing between builds, so that each of its builds is a cold one."""


def print_table(size: str, costs: Costs) -> None:
    """Print what each build of a size cost."""
    peer = costs.get(PEER)
    print(f"\n### {size}\n")
    print("| program, build | wall s, min / median / max | ratio | processor s | peak MiB | ratio |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for (program, case), found in costs.items():
        walls = [cost.wall_s for cost in found]
        spread = f"{min(walls):.3f} / {median(walls):.3f} / {max(walls):.3f}"
        spent, peak = median(cost.processor_s for cost in found), max(cost.peak_mib for cost in found)
        time_ratio = _divide(median(walls), median(cost.wall_s for cost in peer)) if peer else "–"
        space_ratio = _divide(peak, max(cost.peak_mib for cost in peer)) if peer else "–"
        print(f"| {program}, {case} | {spread} | {time_ratio} | {spent:.2f} | {peak:.0f} | {space_ratio} |")


def print_growth(found: Mapping[str, Costs]) -> None:
    """Print how many times longer each size takes than the one before it."""
    sizes = list(found)
    if len(sizes) < 2:
        return
    print("\n### Growth\n")
    print("| program, build | " + " | ".join(f"{big} / {small}" for small, big in itertools.pairwise(sizes)) + " |")
    print("| --- |" + " ---: |" * (len(sizes) - 1))
    for key in found[sizes[0]]:
        walls = [median(cost.wall_s for cost in found[size][key]) for size in sizes if key in found[size]]
        ratios = [f"{after / before:.1f} ×" for before, after in itertools.pairwise(walls)]
        print(f"| {', '.join(key)} | " + " | ".join(ratios) + " |")


def _divide(value: float, by: float) -> str:
    return f"{value / by:.3f}"
