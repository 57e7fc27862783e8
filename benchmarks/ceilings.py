"""What a method would reach that knew how the tables and the mistakes were drawn: ``diagnosis.py --ceiling``.

Where several sets of cells, or several lines, would have left the same sums failing by the same, only the figures tell
them apart. A method that knew how likely each row was to be drawn, and each wrong figure to be made of a right one,
would take the likeliest; none does better on average. *reached* is what the diagnosis names first (the share of wrong
cells, or of lines whose years were exchanged; of copied rows what is among the first three); *listed* what it lists at
all: the rest was in no smallest set, or in one too many; *ceiling* what that method would name if it also knew the kind
of the mistake.
"""

from collections.abc import Callable, Iterator, Sequence
from math import exp, log
from types import ModuleType
from typing import NamedTuple

from mistakes import DIGITS, How, Likely, Spoiled, another_value, round_value

from sxtdbv_cli.diagnose import diagnose
from sxtdbv_cli.diagnose.events import row_copied, years_swapped
from sxtdbv_cli.diagnose.events._failures import Failures
from sxtdbv_cli.diagnose.network import Network
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.diagnosis import Change, EventKind, Explanation
from sxtdbv_cli.model.plan import Plan

HEADER = ("lines", "mistake", "tables", "reached", "listed", "ceiling")

MOST_LISTED = 200

NEVER = -200.0
"""The logarithm of what cannot be."""


class Score(NamedTuple):
    """One table: of so many, how many were named first, were listed, would be named by one who knows the draw."""

    asked: int
    reached: float
    listed: float
    ceiling: float


def score(spoiled: Spoiled, _: int = 1) -> Score | None:
    """Diagnose a table; None for mistakes of which no likelihood is known."""
    if spoiled.how in ODDS and spoiled.likely:
        return _cells(spoiled, spoiled.likely, ODDS[spoiled.how])
    if spoiled.kind in READINGS and spoiled.likely:
        return _lines(spoiled, spoiled.likely)
    return None


def row(lines: int, name: str, scores: Sequence[Score]) -> tuple[object, ...]:
    """A row of the table."""
    total = Score(*map(sum, zip(*scores, strict=True)))
    return (lines, name, len(scores), *[f"{part / total.asked:.3f}" for part in total[1:]])


def _cells(spoiled: Spoiled, likely: Likely, odds: Callable[[int, int], float]) -> Score:
    plan, truth = spoiled.plan, set(spoiled.right.items())
    found = Score(0, 0, 0, 0)
    for cluster in diagnose(plan, audit(plan), limit=MOST_LISTED).clusters:
        sets = [one.changes for one in cluster.explanations if one.event is None]
        hits = [len(truth.intersection([(change.cell, change.proposed) for change in one])) for one in sets]
        first = cluster.explanations[0].changes if cluster.explanations else ()
        named = len(truth.intersection([(change.cell, change.proposed) for change in first]))
        best = max(range(len(sets)), key=lambda at: _likelihood(plan, sets[at], likely, odds), default=None)
        more = Score(0, named, max(hits, default=0), 0 if best is None else hits[best])
        found = Score(*[one + two for one, two in zip(found, more, strict=True)])
    return found._replace(asked=len(truth))


def _likelihood(plan: Plan, changes: Sequence[Change], likely: Likely, odds: Callable[[int, int], float]) -> float:
    """The logarithm of how likely the right rows of leaves are, and the wrong figures made of right ones."""
    proposed = {change.cell: change.proposed for change in changes}
    lines = {plan.position(change.cell)[0] for change in changes}
    leaves = [line for line in sorted(lines) if line < len(plan.lines) and not plan.children[line]]
    rows = [[proposed.get(cell, plan.cells[cell] or 0) for cell in _row_cells(plan, line)] for line in leaves]
    return sum(map(_log, map(likely, rows))) + sum(_log(odds(one.proposed, one.stated or 0)) for one in changes)


def _row_cells(plan: Plan, line: int) -> range:
    return range(line, len(plan.cells), len(plan.lines) + 1)


def _log(share: float) -> float:
    return log(share) if share > 0 else NEVER


def _lines(spoiled: Spoiled, likely: Likely) -> Score:
    """Of lines that may be concerned each is as likely as its right row against its stated one."""
    plan, first = spoiled.plan, FIRST[spoiled.kind]
    shares: dict[frozenset[int | None], float] = {}
    for explanation in _readings(plan, spoiled.kind):
        assert explanation.event
        line, other = explanation.event.line, explanation.event.other
        proposed = {change.cell: change.proposed for change in explanation.changes}
        stated = [plan.cells[cell] or 0 for cell in _row_cells(plan, line)]
        right = [proposed.get(cell, plan.cells[cell] or 0) for cell in _row_cells(plan, line)]
        leaf = line < len(plan.lines) and not plan.children[line]
        # Either of two lines may be the copy: they are one choice.
        shares[frozenset((line, other))] = exp(_log(likely(right)) - _log(likely(stated))) if leaf else 1.0
    best = sum(sorted(shares.values())[-first:]) / max(1e-300, sum(shares.values()))
    found = diagnose(plan, audit(plan), limit=MOST_LISTED)
    named = [one.event for cluster in found.clusters for one in cluster.explanations]
    right_ = [bool(one and one.kind is spoiled.kind and spoiled.lines & {one.line, one.other}) for one in named]
    return Score(1, any(right_[:first]), any(right_), best)


def _readings(plan: Plan, kind: EventKind | None) -> Iterator[Explanation]:
    network = Network(plan)
    balances = {network.key(balance.sum): balance for balance in audit(plan).failing}
    for reading in READINGS[kind].readings(Failures(network, balances)):
        if len(reading.keys) == len(balances):
            yield reading.explanation


READINGS: dict[EventKind | None, ModuleType] = {
    EventKind.YEARS_SWAPPED: years_swapped,
    EventKind.ROW_COPIED: row_copied,
}
FIRST: dict[EventKind | None, int] = {EventKind.YEARS_SWAPPED: 1, EventKind.ROW_COPIED: 3}
"""Among how many an event is to be named."""


def _odds_of_round(right: int, wrong: int) -> float:
    """How likely ``round_value`` makes a figure of another."""
    step = 10 ** (len(str(right)) - len(str(right).rstrip("0")))
    return sum(max(step, right + more * step) == wrong for more in range(-30, 31) if more) / 60 if right > 0 else 0


def _odds_of_another(right: int, wrong: int) -> float:
    """How likely ``another_value`` makes a figure of another."""
    if right <= 0:
        return 0
    steps = [10 ** max(0, len(str(right)) - digits) for digits in DIGITS]
    fitting = [step for step in steps if wrong % step == 0 and right // 2 - step < wrong <= 2 * right]
    return sum(fitting) / len(steps) / (1 + 2 * right - right // 2)


ODDS: dict[How | None, Callable[[int, int], float]] = {
    round_value: _odds_of_round,
    another_value: _odds_of_another,
}
