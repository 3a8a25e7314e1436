"""`make bench`: the same sites are built by each program in turn, and the costs become ratios to Hugo's."""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.content import SIZES, make_clients, parse_size
from benchmarks.measure import Cost, run, weigh
from benchmarks.programs import Program, find_eleventy, find_hugo, find_sitegen, tell_machine
from benchmarks.sites import WRITERS
from benchmarks.tables import print_growth, print_table

LARGE = ("L",)
"""Sizes that take so long that no round is spared to warm up."""
CASES = ("cold", "one update changed", "nothing changed", "another day")


def main() -> int:
    """Run what the command line asks for."""
    words = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    words.add_argument("--sizes", nargs="+", default=["S", "M"], help=f"of {', '.join(SIZES)}, or as 10x5x20")
    words.add_argument("--rounds", type=int, default=5, help="how often each build is run; the first is not counted")
    words.add_argument("--without", nargs="*", default=[], help="programs to leave out")
    words.add_argument("--folder", type=Path, help="where to write the sites; a temporary folder by default")
    asked = words.parse_args()
    programs = [
        each for each in (find_sitegen(), find_hugo(), find_eleventy()) if each and each.name not in asked.without
    ]
    print(f"{tell_machine()}; {asked.rounds} rounds, the programs in turn", flush=True)
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        home = asked.folder or Path(temporary)
        found = {size: measure(size, programs, home, asked.rounds) for size in asked.sizes}
    for size, costs in found.items():
        print_table(size, costs)
    print_growth({size: costs for size, costs in found.items() if size in SIZES})
    return 0


Costs = dict[tuple[str, str], list[Cost]]
"""By program and case."""


def measure(size: str, programs: Sequence[Program], home: Path, rounds: int) -> Costs:
    """Build the sites of one size with each program, one after the other in every round."""
    sites = dict(_write(size, programs, home))
    costs: Costs = {}
    for number in range(rounds + 1) if size not in LARGE else range(1, rounds + 1):
        for program in programs:
            for case, cost in _run_cases(program, sites[program.name], number):
                if number:
                    costs.setdefault((program.name, case), []).append(cost)
                print(f"  {size} {number}/{rounds} {program.name}, {case}: {cost.wall_s:.2f} s", file=sys.stderr)
    for program in programs:
        weight = weigh(sites[program.name] / program.made[0])
        print(f"{size}: {program.name} wrote {weight.files} files, {weight.mib:.0f} MiB", flush=True)
    return costs


def _write(size: str, programs: Sequence[Program], home: Path) -> Iterator[tuple[str, Path]]:
    for program in programs:
        folder = home / f"{program.name}-{size}"
        if not folder.exists():
            WRITERS[program.name](make_clients(parse_size(size)), folder)
        yield program.name, folder


def _run_cases(program: Program, folder: Path, number: int) -> Iterator[tuple[str, Cost]]:
    """Build from nothing; then, with programs that remember, after a change and after none."""
    program.forget(folder, folder.parent / "rubbish")
    yield CASES[0], run(program.command, folder)
    if program.is_warm_known:
        updates = sorted(folder.glob("content/clients/*/*/updates/*.md"))
        update = updates[number * 7919 % len(updates)]
        update.write_text(update.read_text("utf-8") + f"\nChanged {number}.\n", "utf-8")
        yield CASES[1], run(program.command, folder)
        yield CASES[2], run(program.command, folder)
        yield CASES[3], run((*program.command, *program.another_day), folder)


if __name__ == "__main__":
    sys.exit(main())
