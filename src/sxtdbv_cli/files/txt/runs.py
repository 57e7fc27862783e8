"""Tables with a row on each line: where their rows are, and what their columns hold."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sxtdbv_cli.files.txt.cell import holds_figure, is_amount, says_words
from sxtdbv_cli.files.txt.forms import is_numbering
from sxtdbv_cli.files.txt.laid import figured
from sxtdbv_cli.files.txt.sums import leaves_of
from sxtdbv_cli.files.txt.tokens import Piece, Row

LEAST_ROWS = 2
LEAST_COLUMNS = 3
Cells = dict[int, Piece]
"""Pieces by their columns."""


@dataclass(frozen=True)
class Run:
    """The rows of a table from ``start`` to before ``stop``, the first with a figure at ``body``: how many columns it
    has, which holds the titles, and the ``full`` rows below the header, without one that numbers the columns."""

    start: int
    body: int
    stop: int
    columns: int
    title: int
    full: Sequence[Row]

    @property
    def lines(self) -> range:
        """The rows below the header."""
        return range(self.body, self.stop)

    @cached_property
    def kinds(self) -> list[str]:
        """What the columns of the full rows hold: figures, words (or what is neither), or nothing that tells."""
        kinds = []
        for column in zip(*self.full, strict=True):
            figures, others = (any(told(piece.text) for piece in column) for told in (holds_figure, _says_else))
            kinds.append("" if figures == others else "figures" if figures else "words")
        return kinds

    def suits(self, cells: Cells) -> bool:
        """Whether no cell would stand in a column of the other kind; among codes, which may be anything, no amount."""
        return not any(
            is_amount(piece.text)
            if column < self.title
            else (self.kinds[column] == "words" and holds_figure(piece.text))
            or (self.kinds[column] == "figures" and _says_else(piece.text))
            for column, piece in cells.items()
        )


def _says_else(text: str) -> bool:
    """Whether a cell says something that is no figure."""
    return any(map(str.isalnum, text)) and not holds_figure(text)


def runs(rows: Sequence[Row]) -> Iterator[Run]:
    """The tables: rows of several cells, no blank one between, two as long as any, or the first with a figure."""
    start = 0
    for stop in [*(number for number, row in enumerate(rows) if not row), len(rows)]:
        within = range(start, stop)
        lengths = Counter(len(rows[number]) for number in within)
        columns = max(lengths, default=0)
        first = next((number for number in within if figured(rows[number])), None)
        longest = [number for number in within if len(rows[number]) == columns]
        known = len(longest) >= LEAST_ROWS or (longest == [first] and first != start)
        if first is not None and columns >= LEAST_COLUMNS and known:
            body = first if longest[-1] >= first else longest[1]  # the last row alone has figures, and lacks cells
            full = [rows[n] for n in range(body, stop) if len(rows[n]) == columns and not is_numbering(rows[n])]
            if leaves := _leaves(full, rows[body:stop]):
                yield Run(start, body, stop, columns, leaves - 1, full)
        start = stop + 1


def _leaves(full: Sequence[Row], rows: Sequence[Row]) -> int:
    """How many of the first columns hold codes and titles, by the rows that have all cells; where they are few, by
    those that begin with a code, or by all."""
    coded = [row for row in rows if row and not says_words(row[0].text)]
    return leaves_of(full) or leaves_of(coded) or leaves_of(rows) or leaves_of(full, 1)
