"""Balances that go on from line to line: *Tồn*, *Số dư* is that of the line before with what came in, less what went
out. Which columns these are their figures say; nearly every line must go on so."""

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from sxtdbv_cli.model.plan import NOWHERE, Amount
from sxtdbv_cli.model.sheet import Balance
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.entries import Entry, Tally
from sxtdbv_cli.tables.named_rules import kind_of
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.words.headings import runs_on

FEWEST, RAREST = 3, 3
"""So many lines must go on from the one before, and so many for each that does not."""
_COLUMNS, _LOOK = 12, 60
"""Of so many columns at most it is asked what came in and what went out, and of so many lines."""


class _Way(NamedTuple):
    """A column of balances, those that are added to it from line to line, and those that are taken away."""

    column: int
    plus: tuple[int, ...]
    minus: tuple[int, ...] = ()

    def moved(self, figures: Sequence[Amount]) -> Amount:
        """By how much a line changes the balance; None where it states nothing that does."""
        stated = [sign * amount for sign, at in self._signed() if (amount := figures[at]) is not None]
        return sum(stated) if stated else None

    def _signed(self) -> Iterator[tuple[int, int]]:
        yield from ((1, at) for at in self.plus)
        yield from ((-1, at) for at in self.minus)


_Line = tuple[int, Entry]


def find_balances(heads: Sequence[Head], found: Structure, ruled: Container[int], step: int) -> tuple[Balance, ...]:
    """The balances that go on from the line before, in columns that have no other rule; newest lines may come first."""
    columns = [at for at, head in enumerate(heads) if at not in ruled and runs_on(head.text)]
    if not columns or len(heads) > _COLUMNS:
        return ()
    lines = [(line, entry) for line, entry in enumerate(found.entries) if entry.has_figures and not entry.total]
    lines = [one for one in lines if one[0] not in found.children]
    taken: list[Balance] = []
    for column in columns:
        ways = [(way, order) for way in _ways(column, len(heads)) for order in (lines, lines[::-1])]
        if not ways:
            return ()  # it stands alone
        best = max(ways, key=lambda one: _worth([*_balances(one[0], one[1][:_LOOK], step)]))
        balances = [*_balances(*best, step)]
        broken = sum(one.is_off for one in balances)
        if sum(one.moves for one in balances) - broken >= max(FEWEST, RAREST * broken):
            taken += [*balances, *_totals(found, best[0], balances, step)]
    return tuple(taken)


def _totals(found: Structure, way: _Way, balances: Sequence[Balance], step: int) -> Iterator[Balance]:
    """The totals that say once more what the last of their lines states."""
    totals = [(found.entries[line], line) for line in found.children if line != NOWHERE]
    totals += [(found.outcome.declared, len(found.entries))] if found.outcome.declared else []
    lines = {found.entries[one.line].row: one for one in sorted(balances)}
    rows = [*lines]
    for entry, line in totals:
        stated, before = entry.figures[way.column], bisect_left(rows, entry.figures_row)
        if stated is not None and before:
            last = lines[rows[before - 1]]
            gap = stated - last.stated
            yield Balance(line, last.line, (), *way, stated, last.stated, not Tally(step).agrees(gap, 2))


def _ways(column: int, count: int) -> Iterator[_Way]:
    """What may have come in and gone out, both first, and the nearest columns."""
    others = sorted((at for at in range(count) if at != column), key=lambda at: abs(at - column))
    yield from (_Way(column, (one,), (other,)) for one, other in permutations(others, 2))
    for one in others:
        yield _Way(column, (one,))
        yield _Way(column, (), (one,))


def _worth(balances: Sequence[Balance]) -> int:
    """How many lines go on so, less those that do not."""
    return sum(-1 if one.is_off else one.moves for one in balances)


def _balances(way: _Way, lines: Sequence[_Line], step: int) -> Iterator[Balance]:
    """Each balance that others stand before, with what it should be. One that is wrong may have been gone on from, or
    one that goes on from the first; one that is only what its own line moves opens another list, as does one that
    stands alone."""
    tally = Tally(step)
    sofar: list[int] = []
    before, since = -1, list[int]()
    for line, entry in lines:
        moved, stated = way.moved(entry.figures), entry.figures[way.column]
        if moved is not None:
            sofar = [amount + moved for amount in sofar]
            since.append(line)
        if stated is None:
            continue
        alone = entry.figures.count(None) == len(entry.figures) - 1
        opens = stated == moved if moved else alone and kind_of(entry) != "closes"
        holds = any(tally.agrees(stated - amount, len(since) + 2) for amount in sofar)
        if sofar and (holds or not opens):
            computed = min(sofar, key=lambda amount: abs(stated - amount))
            yield Balance(line, before, tuple(since), *way, stated, computed, not holds, moves=bool(moved))
        sofar = [stated, *sofar[-1:]] if not opens else [stated]
        before, since = line, []
