"""What is kept of a sheet while its XML is gone through: rows of cells, levels, what is hidden, what is merged."""

from collections.abc import Mapping

from sxtdbv_cli.files import cells
from sxtdbv_cli.files.container_faults import CELLS, FORMULAS
from sxtdbv_cli.files.why import Kind
from sxtdbv_cli.files.xlsx.formulas import LAST_COLUMN, LAST_ROW, Shared
from sxtdbv_cli.files.xlsx.tables import Table, in_cells
from sxtdbv_cli.model.grid import GridCell, Span, span_of

MOST_SLOTS = 20_000_000
"""The most cells a sheet may span, empty ones counted up to the last of each row."""

MOST_MOVED = 20
"""The most millions of characters that shared formulas may come to: one of 8 000 can be that of a million cells."""
MILLION = 1_000_000

Row = list[GridCell | None]
_EMPTY: Row = []
_TRUE = ("1", "true")


class TooMany(Exception):
    """A sheet with more cells, or longer formulas, than fit in memory: ``why`` says which."""

    def __init__(self, why: Kind, sheet: str, limit: int) -> None:
        super().__init__(sheet)
        self.why = why
        self.sheet = sheet
        self.limit = limit


class Collected:
    """The rows of a sheet, and what is said of them."""

    def __init__(self, name: str, tables: Mapping[str, Table]) -> None:
        self.name = name
        self.tables = tables
        self.rows: list[Row] = []
        self.merged: list[Span] = []
        self.outline: dict[int, int] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.number = 0
        self.slots = self.filled = 0
        self._moved = 0
        self._shared: dict[str, Shared] = {}

    def open_row(self, attributes: Mapping[str, str]) -> None:
        """A row: its number, its outline level, whether it is hidden."""
        number = int(attributes["r"]) if "r" in attributes else self.number + 1
        if number <= self.number or number > LAST_ROW:
            raise ValueError(number)
        self.number = number
        if len(attributes) > 1:
            if level := int(attributes.get("outlineLevel", 0)):
                self.outline[number - 1] = level
            if attributes.get("hidden") in _TRUE:
                self.hidden_rows.add(number - 1)

    def close_row(self, row: Row) -> None:
        """Keep a row that holds anything."""
        if not row:
            return
        if len(row) > LAST_COLUMN:
            raise ValueError(len(row))
        self.slots += len(row)
        self.filled += len(row) if all(row) else len(row) - row.count(None)
        if self.slots > MOST_SLOTS or self.filled > cells.MOST_CELLS:
            raise TooMany(CELLS, self.name, cells.MOST_CELLS)
        self.rows += [_EMPTY] * (self.number - 1 - len(self.rows))
        self.rows.append(row)

    def column(self, attributes: Mapping[str, str]) -> None:
        """Columns that are hidden."""
        if attributes.get("hidden") in _TRUE:
            first, last = int(attributes["min"]), min(int(attributes["max"]), LAST_COLUMN)
            self.hidden_columns.update(range(first - 1, last))

    def merge(self, attributes: Mapping[str, str]) -> None:
        """Cells that are merged into one."""
        self.merged.append(span_of(attributes["ref"]))

    def formula(self, attributes: Mapping[str, str], text: str, reference: str | None) -> str | None:
        """The formula of a cell with its ``=``; one that is shared is moved to the cell. What it names of tables are
        cells."""
        if attributes.get("t") == "shared" and (index := attributes.get("si")) is not None:
            origin = reference or "A1"
            if text:
                self._shared[index] = Shared(text, origin)
            elif index in self._shared:
                shared = self._shared[index]
                self._moved += len(shared.text)
                if self._moved > MOST_MOVED * MILLION:
                    raise TooMany(FORMULAS, self.name, MOST_MOVED)
                text = shared.at(origin)
        if self.tables and "[" in text:
            text = in_cells(text, self.tables, self.name, self.number)
        return f"={text}" if text else None


def put(row: Row, column: int, cell: GridCell) -> None:
    """Put a cell behind those of a row.

    Raises:
        ValueError: cells are not in the order of their columns, or a column stands twice.
    """
    gap = column - 1 - len(row)
    if gap:
        if gap < 0 or column > LAST_COLUMN:
            raise ValueError(column)
        row += [None] * gap
    row.append(cell)
