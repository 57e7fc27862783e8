"""The sides of balances that letters behind figures say: *100,00 C* below *2.300,00 D* is taken away there."""

from collections.abc import Mapping, Sequence

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.entries import Tally
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.view import View

_LONGEST, _LOOK = 3, 60
_SIDES = frozenset(map(frozenset, (("d", "c"), ("dr", "cr"), ("s", "h"), ("d", "h"), ("d", "a"), ("wn", "ma"))))
"""Debit and credit as offices write them: *Soll* and *Haben*, *debe* and *haber*, *dare* and *avere*, *Wn* and *Ma*."""


def turn_sides(view: View, heads: Sequence[Head], found: Structure) -> None:
    """Read figures below nought where the letter behind them says that they are of the other side than the account at
    the top above them, and all their sums hold only then."""
    amounts = {head.column for head in heads}
    for place, head in enumerate(heads):
        first = found.entries[:_LOOK]
        if head.column + 1 in amounts or not any(view.at(entry.figures_row, head.column + 1) for entry in first):
            continue
        texts = [view.text(entry.figures_row, head.column + 1) for entry in found.entries]
        if max(map(len, texts), default=0) > _LONGEST:
            continue
        sides = [text.casefold().rstrip(".") for text in texts]
        if {*sides} - {""} in _SIDES:
            _turn(found, place, _of_other_side(found, sides))


def _of_other_side(found: Structure, sides: Sequence[str]) -> dict[int, list[int]]:
    """For each account at the top the lines below it that are of the other side."""
    tops: list[int] = []
    others: dict[int, list[int]] = {}
    for line, above in enumerate(found.parents):
        tops.append(line if above == NOWHERE else tops[above])
        if sides[line] and sides[tops[line]] and sides[line] != sides[tops[line]]:
            others.setdefault(tops[line], []).append(line)
    return others


def _turn(found: Structure, place: int, others: Mapping[int, Sequence[int]]) -> None:
    """Turn the figures of a column that are of the other side, account by account, where sums tell."""
    for lines in others.values():
        wholes = {above for line in lines for above in (line, found.parents[line]) if above in found.added}
        before = _weigh(found, place, wholes)
        for line in lines:
            _negate(found, line, place)
        if not (before.fails and _weigh(found, place, wholes).proves):
            for line in lines:
                _negate(found, line, place)
        else:
            found.outcome.turned += [
                (found.entries[line], place) for line in lines if found.entries[line].figures[place]
            ]


def _weigh(found: Structure, place: int, wholes: set[int]) -> Tally:
    """How the sums of some lines come out in one column."""
    tally = Tally(found.tally.step)
    for whole in wholes:
        parts = [part.figures[place] for part in found.parts(whole)]
        tally.note(holds=tally.comes_out(found.entries[whole].figures[place], parts))
    return tally


def _negate(found: Structure, line: int, place: int) -> None:
    figures = [*found.entries[line].figures]
    if (own := figures[place]) is not None:
        figures[place] = -own
        found.entries[line].state(tuple(figures))
