"""Balances that are carried from line to line: their total is no sum, but the first one and the last."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from sxtdbv_cli.tables.entries import Entry

FEW = 3


def without_balances(entries: Sequence[Entry]) -> None:
    """Take the balances out of the totals of months or years, where each line opens with what the one before closed
    with: *Cả năm* opens as its first line does, and closes as its last."""
    lines = [entry for entry in entries if not entry.total and entry.has_figures]
    for opening, closing in _carried(lines):
        ends = lines[0].figures[opening], lines[-1].figures[closing]
        for total in entries:
            if total.total and (total.figures[opening], total.figures[closing]) == ends:
                stated = enumerate(total.figures)
                total.state(tuple([None if column in (opening, closing) else figure for column, figure in stated]))


def _carried(lines: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """The columns of balances: each line but the first opens with what the one before it closed with."""
    if len(lines) < FEW:
        return
    first, second = lines[0].figures, lines[1].figures
    for opening, closing in permutations(range(len(first)), 2):
        if first[closing] is None or first[closing] != second[opening]:
            continue  # as nearly always
        carried = [line.figures[closing] for line in lines[:-1]]
        opened = [line.figures[opening] for line in lines[1:]]
        if carried == opened and None not in carried and len(set(carried)) > 1:
            yield opening, closing
