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
                total.figures = tuple(
                    [None if column in (opening, closing) else figure for column, figure in enumerate(total.figures)]
                )


def _carried(lines: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """The columns of balances: each line but the first opens with what the one before it closed with."""
    if len(lines) < FEW:
        return
    columns = [*zip(*[line.figures for line in lines], strict=True)]
    closed, opened = [column[:-1] for column in columns], [column[1:] for column in columns]
    for opening, closing in permutations(range(len(columns)), 2):
        carried = closed[closing]
        if carried == opened[opening] and None not in carried and len(set(carried)) > 1:
            yield opening, closing
