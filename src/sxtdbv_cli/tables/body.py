"""The rows of a body: which are lines, what their cells say; what is no line is left out with its reason."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from sxtdbv_cli.model.choices import Numbers
from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.model.sheet import LeftOut, Position, Use
from sxtdbv_cli.tables.blocks import Block
from sxtdbv_cli.tables.columns import Taken
from sxtdbv_cli.tables.entries import STEP
from sxtdbv_cli.tables.figures import (
    LONGEST,
    Figure,
    Notation,
    What,
    decimals_of,
    find_notation,
    read_figure,
    without_noise,
)
from sxtdbv_cli.tables.view import View, is_words, said
from sxtdbv_cli.tables.words import is_of_which, is_signature, is_total
from sxtdbv_cli.text.language import Text

Stated = int | Decimal | None
"""A figure as it stands: a whole number, or a decimal one; None where the cell is blank."""

_REPEATED = Text("tên cột lặp lại", "the header once more")
_LABELS = Text("dòng đánh số cột", "a row that numbers the columns")
_OPENER = Text("mở đầu phần “trong đó”", "opens a partial listing (of which)")
_NO_TITLE = Text("không có nội dung và số tiền", "neither a title nor an amount")
_SIGNED = Text("chữ ký", "signatures")


class Row(NamedTuple):
    """One row that is a line: its texts, its figures, and how far its title is indented; ``marked`` says whether its
    cells of amounts hold anything, if only marks."""

    row: int
    code: str | None
    title: str
    schedule: str | None
    note: str | None
    figures: tuple[Stated, ...]
    indent: int
    marked: bool


class Body(NamedTuple):
    """The lines of a body, and what was noticed on the way.

    ``odd`` are cells that hold no figure where one was looked for, ``doubled`` those that can be read two ways,
    ``noisy`` are figures that were freed of binary noise, ``decomposed`` texts that were composed. ``openers`` are the
    rows behind which a bare *trong đó* stands: its followers are a partial listing of them.
    """

    rows: list[Row]
    left_out: list[LeftOut]
    odd: list[tuple[Position, Figure]]
    doubled: list[tuple[Position, Figure]]
    noisy: list[Position]
    decomposed: list[Position]
    units: list[tuple[Position, str]]
    openers: set[int]
    decimals: int
    notation: Notation


class Columns(NamedTuple):
    """The columns of the grid by their use; ``titles`` from the left, ``groups`` the columns of words left of them,
    ``amounts`` in order; ``levels`` the columns of codes, where each level has its own."""

    code: int | None
    titles: tuple[int, ...]
    schedule: int | None
    note: int | None
    amounts: tuple[int, ...]
    groups: tuple[int, ...] = ()
    levels: tuple[int, ...] = ()


def columns_of(taken: Sequence[Taken]) -> Columns:
    """The columns by use."""

    def first(use: Use) -> int | None:
        return next((column.head.column for column in taken if column.use is use), None)

    titles = tuple(column.head.column for column in taken if column.use is Use.TITLE)
    amounts = tuple(column.head.column for column in taken if column.use is Use.AMOUNT)
    codes = tuple(column.head.column for column in taken if column.use is Use.CODE)
    levels = codes if len(codes) > 1 else ()
    groups = tuple(
        column.head.column
        for column in taken
        if column.use in (Use.NOTE, Use.SKIP) and titles and column.head.column < titles[0]
    )
    return Columns(first(Use.CODE), titles, first(Use.SCHEDULE), first(Use.NOTE), amounts, groups, levels)


def read_body(view: View, block: Block, columns: Columns, numbers: Numbers | None) -> Body:
    """Every row of a body."""
    notation = find_notation(_typed(view, block, columns), numbers)
    body = Body([], [], [], [], [], [], [], set(), 0, notation)
    names = _header_texts(view, block)
    decimals = 0
    left, right, amounts = block.left, block.right, columns.amounts
    for row in range(block.body, block.end):
        cells = view.filled(row, left, right)
        if not cells:
            continue
        if why := _no_line(block, cells, names, columns):
            body.left_out.append(LeftOut(row, _shown(cells), why))
            continue
        filled = dict(cells)
        figures = tuple(
            [_stated(cell, row, column, body) if (cell := filled.get(column)) else None for column in amounts]
        )
        for value in figures:
            if value.__class__ is Decimal:
                decimals = max(decimals, decimals_of(value))
        line = _row(view, _Cells(row, filled, figures), columns, body)
        if line is None:
            body.left_out.append(LeftOut(row, _shown(cells), _NO_TITLE))
        elif _is_opener(line):
            body.left_out.append(LeftOut(row, _shown(cells), _OPENER))
            if body.rows:
                body.openers.add(body.rows[-1].row)
        else:
            body.rows.append(line)
    return body._replace(decimals=decimals)


def _typed(view: View, block: Block, columns: Columns) -> list[str]:
    amounts = frozenset(columns.amounts)
    return [
        cell.text
        for row in range(block.body, block.end)
        for column, cell in enumerate(view.rows[row])
        if cell is not None and cell.kind is Kind.TEXT and column in amounts and not cell.text.isdecimal()
    ]


def _header_texts(view: View, block: Block) -> list[Mapping[int, str]]:
    rows = range(block.header, block.body)
    return [texts for row in rows if (texts := {column: said(cell) for column, cell in view.filled(row)})]


def _no_line(
    block: Block,
    cells: Sequence[tuple[int, GridCell]],
    names: Sequence[Mapping[int, str]],
    columns: Columns,
) -> Text | None:
    """Why a row is no line; None if it may be one."""
    if not is_words(cells[0][1]) and block.labels is None:
        return None
    texts = {column: said(cell) for column, cell in cells}
    if texts in names:
        return _LABELS if block.labels is not None and texts == names[-1] else _REPEATED
    words = [said(cell) for column, cell in cells if column in columns.amounts and is_words(cell)]
    if words and all(is_signature(text) for text in words):
        return _SIGNED
    return None


def _shown(cells: Sequence[tuple[int, GridCell]]) -> str:
    return " | ".join(said(cell) for _, cell in cells)


def _stated(cell: GridCell, row: int, column: int, body: Body) -> Stated:
    """The figure of a cell; what is none is noted and blank."""
    text = cell.text
    if text.isdecimal() and len(text) < LONGEST and (text[0] != "0" or text == "0") and "%" not in cell.format:
        return int(text)
    figure = read_figure(cell, body.notation)
    if figure.unit:
        body.units.append(((row, column), figure.unit))
    if figure.value is None:
        if figure.what is What.TWO_READINGS:
            body.doubled.append(((row, column), figure))
        elif figure.what is not What.BLANK:
            body.odd.append(((row, column), figure))
        return None
    if figure.what is What.PERCENT:
        body.odd.append(((row, column), figure))
        return None
    if figure.rough:
        body.odd.append(((row, column), figure))
    value = without_noise(figure.value)
    if value != figure.value:
        body.noisy.append((row, column))
    return int(value) if value == value.to_integral_value() else value


class _Cells(NamedTuple):
    """The cells of a row that hold something, by their columns, and its figures."""

    row: int
    filled: Mapping[int, GridCell]
    figures: tuple[Stated, ...]


def _row(view: View, cells: _Cells, columns: Columns, body: Body) -> Row | None:
    """The texts of a row; None where it says nothing at all."""
    row, filled, figures = cells
    code_column = next((column for column in reversed(columns.levels) if column in filled), columns.code)
    title_column = next((column for column in columns.titles if column in filled), None)
    if title_column is not None and (beside := title_column + 1) in columns.titles and beside in filled:
        code_column, title_column = title_column, beside
    title = said(filled[title_column]) if title_column is not None else ""
    code = _code(filled.get(code_column)) if code_column is not None else None
    title = title or _total_beside(view, row, columns)
    if not title and code and is_words(view.at(row, code_column or 0)) and len(code) > 6:
        title, title_column, code = code, code_column, None
    if not title and not code and all(value is None for value in figures):
        return None
    cell = filled.get(title_column) if title_column is not None else None
    if (
        cell is not None
        and title_column is not None
        and not cell.text.isascii()
        and " ".join(cell.text.split()) != title
    ):
        body.decomposed.append((row, title_column))
    return Row(
        row,
        code,
        title,
        _optional(view, row, columns.schedule),
        view.spread(row, columns.note) or None if columns.note is not None else None,
        figures,
        _indent(view, row, columns, code_column, title_column),
        _is_marked(view, row, columns.amounts),
    )


def _is_marked(view: View, row: int, columns: Sequence[int]) -> bool:
    """Whether the cells of amounts of a row hold anything, if only marks, or are merged."""
    return any(view.at(row, column) is not None or (row, column) in view.merged for column in columns)


def _total_beside(view: View, row: int, columns: Columns) -> str:
    """What a row without a title is called in the columns of groups: a total, or the only words of the row."""
    texts = [view.text(row, column) for column in columns.groups if is_words(view.at(row, column))]
    words = [cell for _, cell in view.filled(row) if is_words(cell)]
    return next(filter(is_total, texts), texts[0] if len(texts) == len(words) == 1 else "")


def _code(cell: GridCell | None) -> str | None:
    """The code of a row; a number is shown as its format shows it (3.10 is stored as 3.1)."""
    if cell is None:
        return None
    text = said(cell)
    if cell.kind is Kind.NUMBER:
        text = text.removesuffix(".0")
        places = len(cell.format.partition(".")[2]) if set(cell.format) <= set("0.") else 0
        if places and "." in text:
            text = text.ljust(len(text.partition(".")[0]) + 1 + places, "0")
    return text or None


def _optional(view: View, row: int, column: int | None) -> str | None:
    return view.text(row, column) or None if column is not None else None


def _indent(view: View, row: int, columns: Columns, code: int | None, column: int | None) -> int:
    """How far a title is indented: by its column, or that of its code, where they stand in steps, by its format, by
    blanks before it."""
    cell = view.at(row, column) if column is not None else None
    if cell is None:
        return 0
    text = cell.text.expandtabs(4)
    blanks = len(text) - len(text.lstrip())
    if blanks == len(text) - len(text.rstrip()) == 1:
        blanks = 0  # a title with a blank on either side, as programs write them
    steps, at = (columns.levels, code) if columns.levels else (columns.titles, column)
    step = steps.index(at) if at in steps else 0
    return step * STEP + cell.indent * 3 + blanks


def _is_opener(line: Row) -> bool:
    """Whether a row says *trong đó* and nothing else."""
    if any(value is not None for value in line.figures) or line.code or not is_of_which(line.title):
        return False
    return len(line.title.strip(" :-+*.").split()) <= 3
