"""A table as it stands in a workbook or a document, before anything is understood: rows of typed cells."""

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from sxtdbv_cli.model.finding import Fact, Severity
from sxtdbv_cli.model.place import Place, cell_name, column_number
from sxtdbv_cli.text.language import Text

_formula = attrgetter("formula")
LONGEST_FORMULA = 8192
"""The most characters a formula of a workbook can have; what is longer is not looked into."""


_FIRST_DAY = datetime.date(1899, 12, 30)


class Kind(StrEnum):
    """What a cell holds. ``PENDING`` is a formula whose value was never calculated."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TRUTH = "truth"
    ERROR = "error"
    PENDING = "pending"


class GridCell(NamedTuple):
    """One cell that is not empty; an empty one is None.

    ``text`` is what the cell says: a text as typed, a number in plain digits with a decimal point and no groups
    (the shortest that gives the stored value back: ``1977.8``), an error by its name (``#REF!``). ``formula`` is the
    formula as stored, with its ``=``, and cells for what it names of tables; ``format`` the number format code.
    """

    kind: Kind
    text: str
    formula: str | None = None
    format: str = ""
    indent: int = 0

    @property
    def said(self) -> Text:
        """What the cell says, for people: a date as they write it."""
        date = re.match(r"(\d{4})-(\d\d)-(\d\d)", self.text) if self.kind is Kind.DATE else None
        return Text("/".join(reversed(date.groups())) if date else self.text, self.text)

    @property
    def day(self) -> int | None:
        """The number that a spreadsheet adds for a date; None for what is none of the calendar."""
        try:
            return (datetime.date.fromisoformat(self.text[:10]) - _FIRST_DAY).days if self.kind is Kind.DATE else None
        except ValueError:
            return None


class Span(NamedTuple):
    """Cells merged into one, which shows the first: rows and columns count from 0, both ends inclusive."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def name(self) -> str:
        """What a workbook calls the range: ``A5:H40``."""
        return f"{cell_name((self.top, self.left))}:{cell_name((self.bottom, self.right))}"

    def holds(self, position: tuple[int, int]) -> bool:
        """Whether a cell is one of these."""
        return self.top <= position[0] <= self.bottom and self.left <= position[1] <= self.right


def span_of(name: str) -> Span:
    """The cells of a range such as ``A5:H40``, whichever of its corners it names, or of ``C5``.

    Raises:
        ValueError: it is no range of a workbook.
    """
    match = re.fullmatch(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?", name.strip().upper())
    if match is None:
        raise ValueError(name)
    (left, right), (top, bottom) = ((match[n], match[n + 2] or match[n]) for n in (1, 2))
    rows, columns = sorted((int(top), int(bottom))), sorted((column_number(left), column_number(right)))
    return Span(rows[0] - 1, columns[0] - 1, rows[1] - 1, columns[1] - 1)


class Remark(NamedTuple):
    """What a reader has to say of a cell: a text it converted, a shape it had to work out. ``code`` is the rule that
    tells it, ``message`` takes the place of the rule's own, and ``severity``. ``weighed``: sums that hold settle it; it
    is a note then."""

    code: str
    row: int
    column: int
    facts: Mapping[str, Fact] = {}
    message: Text | None = None
    severity: Severity | None = None
    weighed: bool = False


class Joined(NamedTuple):
    """What a grid was put together from: another grid, and for each row its row there and by how many columns it stands
    further right. ``headings`` are those of the columns that the other grid has beside these; ``told`` says how."""

    grid: "Grid"
    at: Sequence[tuple[int, int]]
    headings: Mapping[int, str]
    told: Text


@dataclass(frozen=True)
class Grid:
    """One sheet, or one table of a document. Rows may differ in length; rows and columns count from 0.

    ``place`` gives the place in the file of a row and a column. ``outline`` holds the level of the rows that have one.
    ``headers`` are rows that the file itself calls headers, as the rule of a Markdown table does. ``sheet`` is False
    for a table of a document or a text, which stands among others that nobody named. ``joined`` says where the rows of
    a table stand whose two sides were put into one list, or whose cells held several lines. ``bold`` gives the cells in
    bold type, by row and column, where the file says so; it may take a look into the file.
    """

    name: str
    rows: Sequence[Sequence[GridCell | None]]
    place: Callable[[int, int], Place]
    merged: Sequence[Span] = ()
    outline: Mapping[int, int] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    remarks: Sequence[Remark] = ()
    headers: frozenset[int] = frozenset()
    sheet: bool = True
    joined: Joined | None = None
    bold: Callable[[], frozenset[tuple[int, int]]] = field(default=frozenset, compare=False)

    def at(self, row: int, column: int) -> GridCell | None:
        """What stands in a cell; None where it is empty, or outside."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else ()
        return cells[column] if 0 <= column < len(cells) else None

    def named(self, position: tuple[int, int]) -> str:
        """What people call a cell, ``C5``: by its own table in a document, by where it was if tables were joined."""
        place = self.place(*position)
        return cell_name(position if place.sheet is None else (place.line - 1, place.column - 1))

    @cached_property
    def has_formulas(self) -> bool:
        """Whether any cell is a formula: a table of figures need not be gone through for its formulas."""
        return any(map(_formula, filter(None, chain.from_iterable(self.rows))))
