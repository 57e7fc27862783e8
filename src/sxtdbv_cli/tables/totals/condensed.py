"""Totals without lines of their own, as summaries have them: *Total equity*, *Total liabilities* and their sum."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.totals.exact import count_added

PAIR, DIGITS = 2, 3
"""So many digits that agree are no coincidence, where words and the place of the totals say as much."""


def condensed(lines: Sequence[Entry], totals: Sequence[Entry]) -> Iterator[Entry]:
    """The totals that stand right behind another, or at the top, with no line between, and that the next total adds
    exactly: each is a line of that; or two of which the line behind them is what is left."""
    rows = [line.row for line in lines]
    bare: list[Entry] = []
    last = min([*rows[:1], *(total.row for total in totals[:1])], default=0)
    for total in totals:
        lone = bisect_left(rows, last) == bisect_left(rows, total.row)
        count = count_added(total.figures, [part.figures for part in bare], digits=DIGITS) if lone else 0
        yield from bare[len(bare) - count :] if count else ()
        bare = [*bare, total] if lone and not count else [total] if lone else []
        last = total.row
        rest = lines[bisect_left(rows, last) :][:1] if len(bare) == PAIR else []
        parts = [part.figures for part in (*bare[1:], *rest)]
        yield from bare if rest and count_added(bare[0].figures, parts, digits=DIGITS) == PAIR else ()
