"""`make bench`: the same sites are built by each program in turn, and the costs become ratios to Hugo's."""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.content import SIZES, make_clients, parse_size
from benchmarks.measure import Cost, run, weigh, weigh_memory
from benchmarks.programs import Program, find_eleventy, find_hugo, find_sitegen, tell_machine
from benchmarks.sites import WRITERS
from benchmarks.tables import print_growth, print_table

CASES = ("cold", "one update changed", "nothing changed", "another day")


def main() -> int:
    """Run what the command line asks for."""
    words = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    words.add_argument("--sizes", nargs="+", default=["S", "M"], help=f"of {', '.join(SIZES)}, or as 10x5x20")
    words.add_argument("--rounds", type=int, default=5, help="how often each build is timed, after one for its memory")
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


Costs = dict[tuple[str, str], Cost]
"""By program and case."""


def measure(size: str, programs: Sequence[Program], home: Path, rounds: int) -> Costs:
    """Build the sites of one size with each program, one after the other in every round.

    In the first round, which also warms up, memory is looked at; in the others nothing but the clock.
    """
    sites = dict(_write(size, programs, home))
    costs: Costs = {}
    for number in range(rounds + 1):
        for program in programs:
            for case, command in _list_cases(program, sites[program.name], number):
                cost = costs.setdefault((program.name, case), Cost())
                if number == 0:
                    cost.peak_mib = weigh_memory(command, sites[program.name])
                    print(f"  {size} {program.name}, {case}: {cost.peak_mib:.0f} MiB", file=sys.stderr)
                else:
                    cost.runs.append(run(command, sites[program.name]))
                    took = f"{cost.runs[-1].wall_s:.2f} s"
                    print(f"  {size} {number}/{rounds} {program.name}, {case}: {took}", file=sys.stderr)
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


def _list_cases(program: Program, folder: Path, number: int) -> Iterator[tuple[str, Sequence[str]]]:
    """Make ready and ask for a build from nothing; then, of programs that remember, after a change and after none."""
    program.forget(folder, folder.parent / "rubbish")
    yield CASES[0], program.command
    if program.is_warm_known:
        updates = sorted(folder.glob("content/clients/*/*/updates/*.md"))
        update = updates[number * 7919 % len(updates)]
        update.write_text(update.read_text("utf-8") + f"\nChanged {number}.\n", "utf-8")
        yield CASES[1], program.command
        yield CASES[2], program.command
        yield CASES[3], (*program.command, *program.another_day)


if __name__ == "__main__":
    sys.exit(main())
