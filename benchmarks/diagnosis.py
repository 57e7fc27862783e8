"""How well the diagnosis finds known mistakes in random plans, and how fast.

    python benchmarks/diagnosis.py [--seeds 200] [--first 0] [--lines 30,300,3000] [--ragged] [--other] [--repeat 1]
    python benchmarks/diagnosis.py --rounded [...]
    python benchmarks/diagnosis.py --ceiling [...]

Every table is drawn from a seed of its own, so two runs print the same figures but for the times. *value* is the share
of wrong cells whose right value stands in the first explanation of a cluster; *unique* the share of the claims that no
other set of cells is as small, which are right; *first* and *in 3* how often an event is named first, or among three.
Times are what the processor spent on the diagnosis; checking the sums comes before it and is not in them. With
``--repeat`` each table is diagnosed so many times and the least time counts, for where other programs run beside.
What ``--rounded`` and ``--ceiling`` print is told in ``rounded_scores.py`` and ``ceilings.py``.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from random import Random
from typing import NamedTuple

import ceilings
import mistakes
import other_plans
import rounded_plans
import rounded_scores
from mistakes import EVENTS, Spoiled, Table, another_value, mistyped, round_value, typing_error
from timed import timed

from sxtdbv_cli.model.audit import audit

Spoil = Callable[[Random, Table], Spoiled | None]


class Score(NamedTuple):
    """One table: was anything found, the cells of the best explanations, the place of the event."""

    detected: bool
    proposed: int
    wrong: int
    located: int
    recovered: int
    claims: int
    true_claims: int
    place: int | None
    seconds: float


def kinds(events: Sequence[Spoil]) -> Iterator[tuple[str, Spoil]]:
    """The mistakes, by name; ``none`` for a table that is left as it was."""
    yield "none", lambda _, table: Spoiled(table.plan(), {})
    for count in (1, 2, 3, 5, 10):
        yield f"{count} typing", partial(mistyped, count=count, how=typing_error)
    for count in (1, 5, 10):
        yield f"{count} round", partial(mistyped, count=count, how=round_value)
    for count in (1, 5, 10):
        yield f"{count} another", partial(mistyped, count=count, how=another_value)
    for event in events:
        yield event.__name__, event


def score(spoiled: Spoiled, repeat: int = 1) -> Score:
    """Diagnose a table and compare with what is known of it; the time is the least of so many."""
    sums = audit(spoiled.plan)
    found, seconds = timed(spoiled.plan, sums, repeat)
    sure = [cluster.explanations[0] for cluster in found.clusters if cluster.explanations]
    best = [change for explanation in sure for change in explanation.changes]
    proposed = {change.cell: change.proposed for change in best if change.stated is not None}
    located = proposed.keys() & spoiled.right.keys()
    recovered = sum(proposed[cell] == spoiled.right[cell] for cell in located)
    unique = [cluster for cluster in found.clusters if cluster.unique and cluster.minimum]
    true = sum(
        all(spoiled.right.get(change.cell) == change.proposed for change in cluster.explanations[0].changes)
        for cluster in unique
    )
    return Score(
        bool(sums.failing),
        len(proposed),
        len(spoiled.right),
        len(located),
        recovered,
        len(unique),
        true,
        rounded_scores.place(found, spoiled),
        seconds,
    )


def spoiled_tables(
    draw: Callable[[Random], Table], lines: int, name: str, spoil: Spoil, seeds: range
) -> Iterator[Spoiled]:
    """Tables of one size with one mistake each."""
    for seed in seeds:
        random = Random(f"{seed} {lines} {name}")
        table = draw(random)
        spoiled = spoil(random, table)
        if spoiled is not None:
            yield spoiled._replace(likely=table.likely)


HEADER = (
    "lines",
    "mistake",
    "tables",
    "detected",
    "precision",
    "recall",
    "value",
    "unique",
    "first",
    "in 3",
    "median ms",
    "p99 ms",
)


def row(lines: int, name: str, scores: list[Score]) -> tuple[object, ...]:
    """A row of the table; a dash where a figure has no meaning."""
    total = Score(*map(sum, zip(*[one._replace(place=0) for one in scores], strict=True)))
    times = sorted(one.seconds * 1000 for one in scores)
    cells = bool(total.wrong)
    count = len(scores)
    first = sum(one.place == 0 for one in scores)
    third = sum(one.place is not None and one.place < 3 for one in scores)
    return (
        lines,
        name,
        count,
        share(total.detected, count),
        share(total.located, total.proposed) if cells else "-",
        share(total.located, total.wrong) if cells else "-",
        share(total.recovered, total.wrong) if cells else "-",
        share(total.true_claims, total.claims) if cells else "-",
        "-" if cells else share(first, count),
        "-" if cells else share(third, count),
        f"{times[count // 2]:.1f}",
        f"{times[min(count - 1, count * 99 // 100)]:.1f}",
    )


def share(part: float, whole: float) -> str:
    """A share with three decimals."""
    return f"{part / whole:.3f}" if whole else "-"


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=200, help="tables for each mistake and size")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--lines", default="30,300,3000,30000", help="sizes of the tables")
    parser.add_argument("--years", type=int, default=4)
    parser.add_argument("--ragged", action="store_true", help="tables with blanks, and without a total of all lines")
    parser.add_argument("--other", action="store_true", help="tables drawn in another way: see other_plans.py")
    parser.add_argument("--rounded", action="store_true", help="tables in triệu, each figure rounded by itself")
    parser.add_argument("--ceiling", action="store_true", help="what could be reached: see ceilings.py")
    parser.add_argument(
        "--repeat", type=int, default=1, help="diagnose each table so many times; the least time counts"
    )
    asked = parser.parse_args()
    way = rounded_scores if asked.rounded else ceilings if asked.ceiling else sys.modules[__name__]
    plans = rounded_plans if asked.rounded else other_plans if asked.other else mistakes
    print("| " + " | ".join(way.HEADER) + " |")
    print("|" + " --- |" * len(way.HEADER))
    for lines in map(int, asked.lines.split(",")):
        seeds = range(asked.first, asked.first + asked.seeds)
        draw = partial(plans.draw, count=lines, years=asked.years, ragged=asked.ragged)
        for name, spoil in kinds(rounded_plans.EVENTS if asked.rounded else EVENTS):
            tables = spoiled_tables(draw, lines, name, spoil, seeds)
            if scores := [one for table in tables if (one := way.score(table, asked.repeat))]:
                print("| " + " | ".join(map(str, way.row(lines, name, scores))) + " |", flush=True)


if __name__ == "__main__":
    main()
