"""What the diagnosis makes of known mistakes in rounded plans, where several values may bring all sums within rounding.

*detected*: of the tables in which the mistake puts a sum off by more than twice what rounding may add up to there, in
how many a sum fails (a smaller one may be within rounding); *seen*: in how many of all tables a sum fails. Of the wrong
cells that stand in a failing sum: *cells* is the share that the first explanation of a cluster names, *listed* the
share that any explanation names, *range* that of which the right value is among those said to fit as well, *value* that
of which it is the one proposed. *claims*: how many claims there are, a table, that no other set of cells is as small;
*unique*: how many of them name the right cells.
"""

from collections.abc import Iterator
from typing import NamedTuple

from mistakes import Spoiled
from timed import timed

from sxtdbv_cli.model.audit import audit, tolerance
from sxtdbv_cli.model.diagnosis import Change, Diagnosis
from sxtdbv_cli.model.sums import promised

HEADER = (
    *("lines", "mistake", "tables", "detected", "seen", "cells", "listed", "range", "value"),
    *("claims", "unique", "first", "in 3", "median ms", "p99 ms"),
)


class Score(NamedTuple):
    """One table: how many cells are wrong, are named, are said right; the place of the event."""

    large: bool
    seen: bool
    wrong: int
    located: int
    listed: int
    within: int
    recovered: int
    claims: int
    true_claims: int
    place: int | None
    seconds: float


def score(spoiled: Spoiled, repeat: int = 1) -> Score:
    """Diagnose a table and compare with what is known of it; the time is the least of so many."""
    sums = audit(spoiled.plan)
    found, seconds = timed(spoiled.plan, sums, repeat)
    suspect = {cell for balance in sums.failing for cell in balance.sum.cells}
    wrong = {cell: right for cell, right in spoiled.right.items() if cell in suspect}
    best = [change for cluster in found.clusters for one in cluster.explanations[:1] for change in one.changes]
    named = [change for change in best if change.cell in wrong]
    claims = [cluster for cluster in found.clusters if cluster.unique and cluster.minimum]
    return Score(
        _large(spoiled),
        bool(sums.failing),
        len(wrong),
        len(named),
        len(
            wrong.keys()
            & {one.cell for cluster in found.clusters for each in cluster.explanations for one in each.changes}
        ),
        sum(fits(change, wrong[change.cell]) for change in named),
        sum(change.proposed == wrong[change.cell] for change in named),
        len(claims),
        sum(all(one.cell in wrong for one in cluster.explanations[0].changes) for cluster in claims),
        place(found, spoiled),
        seconds,
    )


def fits(change: Change, right: int) -> bool:
    """Whether a figure is among those that are said to fit."""
    return change.proposed == right if change.fits is None else change.fits[0] <= right <= change.fits[1]


def _large(spoiled: Spoiled) -> bool:
    """Whether the wrong cells put a sum off by more than twice what rounding may add up to in it."""
    cells, right = spoiled.plan.cells, spoiled.right
    more = {cell: (cells[cell] or 0) - amount for cell, amount in right.items()}
    for sum_ in promised(spoiled.plan):
        off = sum(more.get(cell, 0) for cell in (sum_.whole, *sum_.minus)) - sum(
            more.get(cell, 0) for cell in sum_.plus
        )
        if abs(off) > 2 * tolerance(spoiled.plan, sum_):
            return True
    return False


def place(found: Diagnosis, spoiled: Spoiled) -> int | None:
    """Where the event that was made stands among the readings: 0 for the first."""
    for cluster in found.clusters:
        for index, explanation in enumerate(cluster.explanations):
            event = explanation.event
            if event and event.kind is spoiled.kind and spoiled.lines & {event.line, event.other}:
                return index
    return None


def row(lines: int, name: str, scores: list[Score]) -> tuple[object, ...]:
    """A row of the table; a dash where a figure has no meaning."""
    times = sorted(one.seconds * 1000 for one in scores)
    count = len(scores)
    total = Score(*map(sum, zip(*[one._replace(place=0) for one in scores], strict=True)))
    seen = sum(one.large and one.seen for one in scores)
    return (
        lines,
        name,
        count,
        share(seen, total.large),
        share(total.seen, count),
        *[share(part, total.wrong) for part in (total.located, total.listed, total.within, total.recovered)],
        share(total.claims, count) if total.wrong else "-",
        share(total.true_claims, total.claims if total.wrong else 0),
        *_places(scores),
        f"{times[count // 2]:.1f}",
        f"{times[min(count - 1, count * 99 // 100)]:.1f}",
    )


def _places(scores: list[Score]) -> Iterator[str]:
    """How often the event is first, or among three, of the tables in which a sum fails."""
    seen = [one.place for one in scores if one.seen and not one.wrong]
    for most in (1, 3):
        yield share(sum(place is not None and place < most for place in seen), len(seen))


def share(part: float, whole: float) -> str:
    """A share with three decimals."""
    return f"{part / whole:.3f}" if whole else "-"
