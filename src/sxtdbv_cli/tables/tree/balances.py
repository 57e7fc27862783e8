"""Balances that are carried from line to line: their total is no sum, but the first one and the last."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

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
    for opening, closing in permutations(range(len(lines[0].figures)), 2):
        pairs = [(one.figures[closing], other.figures[opening]) for one, other in pairwise(lines)]
        if len({pair[0] for pair in pairs}) > 1 and all(close is not None and close == open_ for close, open_ in pairs):
            yield opening, closing
