"""Tables that ``sxtdbv export`` wrote, read back exactly: everything stands where ``model/form.py`` says.

A file without the sign of the form is none of these, and goes to the recogniser. One with the sign is read in its form
or refused with the cell that does not fit it: read in any other way it would lose what only the form says.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sxtdbv_cli.model import form
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Grid, Span
from sxtdbv_cli.model.place import Place, column_letters
from sxtdbv_cli.model.plan import NOWHERE, Amount, Lines, Plan
from sxtdbv_cli.model.sheet import GridColumn, LeftOut, Sheet, Understanding, Use
from sxtdbv_cli.model.units import rounded
from sxtdbv_cli.tables.exported.cells import NO_FORM, Cells
from sxtdbv_cli.tables.exported.structure import structure_of
from sxtdbv_cli.tables.faults import refuse
from sxtdbv_cli.tables.plan_of import decimals_shown
from sxtdbv_cli.tables.words.totals import says_declared
from sxtdbv_cli.text.language import Text

BY_FORM = Text("đúng theo mẫu xuất của sxtdbv", "as in the form of sxtdbv export")
SUMMED = Text("dòng cộng lại khi xuất", "a row of sums made by the export")
NO_TABLE = Text(
    "tệp do sxtdbv xuất nhưng không còn hàng đánh số cột ({wanted}); "
    "hãy xuất lại, hoặc xóa phần “sxtdbv 1” để đọc như bảng thường",
    "the file was exported by sxtdbv but the row that numbers the columns ({wanted}) is gone; "
    "export it again, or delete the part “sxtdbv 1” to have it read as any table",
)
NO_LEVEL = Text(
    "dòng này không có cấp ở cột {letters}; hãy ghi cấp (1, 2, 3...) cho dòng thêm vào",
    "this row has no level in column {letters}; give the rows you add a level (1, 2, 3...)",
)
BAD_LEVEL = Text(
    "cấp “{text}” không nối tiếp được dòng trên; cần một số từ 0 (tổng nêu trong văn bản) đến {most:d}",
    "the level “{text}” cannot follow the line above; a number from 0 (declared totals) to {most:d} was expected",
)


def exported(grids: Sequence[Grid], file: str) -> tuple[Plan, Sheet] | None:
    """The plan of an exported file; None where the file is not one.

    Raises:
        Unreadable: it is one, and something in it does not fit its form.
    """
    found = next(((grid, row) for grid in reversed(grids) for row in _signs(grid)), None)
    if found is None:
        return None
    plan, names = structure_of(*found)
    for grid in grids:
        end = found[1] if grid is found[0] else len(grid.rows)
        for row in range(end):
            if positions := _positions(grid, row, names):
                return _Reader(grid, row, end, positions, plan).read()
    wanted = ", ".join([form.MARKS.code, form.MARKS.title, "…", *names])
    raise Unreadable([refuse(NO_TABLE, Place(file), wanted=wanted)])


def without_derived(grids: Sequence[Grid]) -> list[Grid]:
    """The sheets without those that sxtdbv itself made of others: lists of findings, summaries."""
    firsts = [[cell.text for row in grid.rows[:1] for cell in row if cell is not None] for grid in grids]
    return [grid for grid, texts in zip(grids, firsts, strict=True) if form.DERIVED not in texts]


def _signs(grid: Grid) -> list[int]:
    """The rows that hold the sign of the form, the last first: a line may look like it, what follows it may not."""
    sign = form.SIGN[0]
    return [
        row
        for row, cells in enumerate(grid.rows)
        if len(cells) > 1 and cells[0] is not None and cells[0].text == sign and cells[1] is not None
    ][::-1]


class _Positions(NamedTuple):
    """The column of each mark, and those of the amounts in the order of the plan."""

    marks: dict[str, int]
    amounts: tuple[int, ...]


def _positions(grid: Grid, row: int, names: Sequence[str]) -> _Positions | None:
    """Where the columns are, if this row numbers them."""
    texts = ["" if cell is None else cell.text for cell in grid.rows[row]]
    if texts[:2] != [form.MARKS.code, form.MARKS.title]:
        return None
    found = {text: column for column, text in reversed(list(enumerate(texts))) if text}
    if form.MARKS.level not in found or not all(name in found for name in names):
        return None
    marks = {mark: found[mark] for mark in form.MARKS if mark in found}
    return _Positions(marks, tuple(found[name] for name in names))


class _Reader:
    """Reads the rows of one table between the row of numbers and ``end``."""

    def __init__(self, grid: Grid, numbers: int, end: int, positions: _Positions, plan: Plan) -> None:
        self.grid = grid
        self.numbers = numbers
        self.end = end
        self.marks, self.amounts = positions
        self.plan = plan
        self.cells = Cells(grid, plan.unit)
        self.parents: list[int] = []
        self.rows: list[int] = []
        self.declared: int | None = None
        self.left_out: list[LeftOut] = []

    def read(self) -> tuple[Plan, Sheet]:
        """The plan and the way back to its cells.

        Raises:
            Unreadable: a cell does not fit.
        """
        self._rows()
        lines = self._lines()
        declared = self._row(self.declared) if self.declared is not None else [None] * len(self.amounts)
        rules = self.cells.rules(lines, self.rows, self.marks.get(form.MARKS.rule, 0))
        if not self.rows:
            self.cells.refuse(self.numbers, 0, NO_FORM, text="", wanted=form.MARKS.level)
        if self.cells.faults:
            raise Unreadable(self.cells.faults)
        figures = [amount for amounts in lines.amounts for amount in amounts] + declared
        unit = rounded(self.plan.unit, decimals_shown([figures], self.plan.unit.scale))
        plan = replace(self.plan, unit=unit, lines=lines, declared=tuple(declared), line_rules=tuple(rules))
        return replace(plan, total_title=self._total_title()), self._sheet()

    def _total_title(self) -> str | None:
        """What the row of the total is called; None where it is one that a text declares."""
        title = None if self.declared is None else self.cells.text(self.declared, self.marks[form.MARKS.title])
        return None if title is None or says_declared(title) else title

    # -- rows --------------------------------------------------------------------------------------------------

    def _rows(self) -> None:
        """Find the lines by their levels; a row without one may only stand below them."""
        column = self.marks[form.MARKS.level]
        open_lines: list[int] = []
        waiting: list[int] = []
        for row in range(self.numbers + 1, self.end):
            text = self.cells.text(row, column)
            if text is None:
                waiting.append(row)
                continue
            level = int(text) if text.isdecimal() and len(text) < 6 else -1
            if not 0 <= level <= len(open_lines) + 1 or (level == 0 and self.declared is not None):
                self.cells.refuse(row, column, BAD_LEVEL, text=text, most=len(open_lines) + 1)
                continue
            if level:
                self._without_level(waiting)
                del open_lines[level - 1 :]
                self.parents.append(open_lines[-1] if open_lines else NOWHERE)
                open_lines.append(len(self.rows))
                self.rows.append(row)
            else:
                self.declared = row
            self._leave_out(waiting)
        self._leave_out(waiting)

    def _without_level(self, waiting: list[int]) -> None:
        """Rows among the lines that have no level: nobody knows where they belong."""
        level = self.marks[form.MARKS.level]
        for row in waiting:
            if any(self.grid.at(row, column) for column in (*self.marks.values(), *self.amounts)):
                self.cells.refuse(row, level, NO_LEVEL, letters=column_letters(level + 1))

    def _leave_out(self, waiting: list[int]) -> None:
        for row in waiting:
            if text := self.cells.text(row, self.marks[form.MARKS.title]):
                self.left_out.append(LeftOut(row, text, SUMMED))
        waiting.clear()

    def _row(self, row: int) -> list[Amount]:
        return [self.cells.amount(row, column) for column in self.amounts]

    def _lines(self) -> Lines:
        marks = form.MARKS
        amounts = [self._row(row) for row in self.rows]
        return Lines(
            parents=tuple(self.parents),
            codes=self._texts(marks.code),
            titles=tuple(title or "" for title in self._texts(marks.title)),
            schedules=self._texts(marks.schedule),
            notes=self._texts(marks.note),
            roles=tuple(self.cells.role(row, self.marks.get(marks.role)) for row in self.rows),
            equals=self._texts(marks.rule),
            amounts=tuple(zip(*amounts, strict=True)) or ((),) * len(self.amounts),
        )

    def _texts(self, mark: str) -> tuple[str | None, ...]:
        column = self.marks.get(mark)
        return tuple(None if column is None else self.cells.text(row, column) for row in self.rows)

    # -- the way back ------------------------------------------------------------------------------------------

    def _sheet(self) -> Sheet:
        keys = [column.key for column in self.plan.columns]
        uses = {form.MARKS.code: Use.CODE, form.MARKS.title: Use.TITLE, form.MARKS.schedule: Use.SCHEDULE}
        uses |= {form.MARKS.note: Use.NOTE, form.MARKS.level: Use.SKIP, form.MARKS.role: Use.SKIP}
        columns = [GridColumn(self.marks[mark], mark, use, BY_FORM) for mark, use in uses.items() if mark in self.marks]
        for at, key in zip(self.amounts, keys, strict=True):
            number = self.cells.text(self.numbers, at) or ""
            columns.append(GridColumn(at, key, Use.AMOUNT, BY_FORM, key, number if "=" in number else None))
        columns.sort(key=lambda column: column.column)
        header = max(self.numbers - 1, 0)
        last = max([*self.rows, self.declared or 0])
        understanding = Understanding(
            Span(header, columns[0].column, last, columns[-1].column),
            (header, self.numbers),
            tuple(columns),
            self.plan.unit.name,
            None,
            BY_FORM,
            tuple(self.left_out),
            by_form=True,
        )
        places = {key: position for position, key in enumerate(keys)}
        rows = tuple(self.rows)
        return Sheet(self.grid, understanding, rows, rows, self.amounts, places, self.declared)
