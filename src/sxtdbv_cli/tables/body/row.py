"""One row as a line: its code, its title, its figures, how far it is indented."""

from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.tables.blocks.header_row import is_currency
from sxtdbv_cli.tables.body.figures import figure_of
from sxtdbv_cli.tables.body.lines import Body, Filled, Row
from sxtdbv_cli.tables.columns.taken import Columns
from sxtdbv_cli.tables.entries import STEP
from sxtdbv_cli.tables.numbering import code_in_title, marks_of
from sxtdbv_cli.tables.view import DASHES, NAME_AND_FIGURE, View, is_words, labelled, said
from sxtdbv_cli.tables.words.totals import is_total

_BRANCHES = " \xa0│├└─┌┬┼╠╚║═"
"""What draws a tree before titles: as much an indentation as blanks."""
_MISREAD = {"E", "f"}
"""What programs that read pictures take a sign of pounds for."""
LONG = 6
"""What is longer is no code."""


class _Named(NamedTuple):
    """The code and the title of a row, and the columns they stand in."""

    code: str | None
    title: str
    code_column: int | None
    title_column: int | None


def row_of(view: View, row: int, filled: Filled, columns: Columns, body: Body) -> Row | None:
    """One row as a line; None where it says nothing at all."""
    if not body.rows and [*filled] == [*columns.amounts[:1]] and is_words(filled[columns.amounts[0]]):
        return None  # a unit over the amounts
    label = _label(filled, columns)
    cells = filled if label is None else {column: cell for column, cell in filled.items() if column != label}
    odd = len(body.odd)
    figures = tuple(
        [figure_of(cell, row, column, body) if (cell := cells.get(column)) else None for column in columns.amounts]
    )
    code, title, code_column, title_column = _named(view, row, filled, columns)
    title = title or (said(filled[label]) if label is not None else "")
    stated = figures.count(None) < len(figures)
    units = not stated and len(body.odd) > odd and _are_units(filled, odd, body)
    if not title and not code and not stated:
        return None
    title = title or (_detail(view, row, columns) if stated and not code else "")
    if title_column is not None and title_column in filled and _is_decomposed(filled[title_column], title):
        body.decomposed.append((row, title_column))
    return Row(
        row,
        code,
        title,
        _optional(filled, columns.schedule),
        view.spread(row, columns.note) or None if columns.note is not None else None,
        figures,
        _indent(filled, columns, code_column, title_column),
        stated or (not units and _is_marked(view, row, columns.amounts)),
    )


def _are_units(filled: Filled, first: int, body: Body) -> bool:
    """Whether what was noted of a row are but the units of what stands below: *Assets*, *£*, *£*; they are noted so,
    unless the sign was misread as one letter, *E*, in all cells of the first row."""
    cells = [cell for cell, _ in body.odd[first:]]
    if not all(is_currency(filled[column]) for _, column in cells):
        texts = {said(filled[column]) for _, column in cells}
        return not body.rows and len(cells) > 1 and texts <= _MISREAD
    del body.odd[first:]
    body.units.extend((cell, said(filled[cell[1]]).removesuffix("s").rstrip("'’`")) for cell in cells)
    return True


def _label(filled: Filled, columns: Columns) -> int | None:
    """The column behind the titles that holds the name of a row, before its only figure and with nothing else in the
    row: *Less advance* below the days of a journey, *Shipping* below the prices."""
    if len(filled) != NAME_AND_FIGURE or not columns.titles or not labelled([*filled.items()]):
        return None
    column, at = filled
    apart = column > columns.titles[-1] and column not in (columns.note, columns.schedule, columns.unit)
    return column if apart and at in columns.amounts else None


def _named(view: View, row: int, filled: Filled, columns: Columns) -> _Named:
    """The code and the title of a row: in columns for each level the last code and the first title, or code and title
    side by side. Words in the column of codes are the title of a row that has no other."""
    code_column = columns.code
    if columns.levels:  # where a dash stands for nothing
        coded = [column for column in columns.levels if column in filled and filled[column].text.strip(DASHES)]
        code_column = coded[-1] if coded else None
    title_column = next(filter(filled.__contains__, columns.titles), None)
    if title_column is not None and (beside := title_column + 1) in columns.titles and beside in filled:
        if _goes_on(said(filled[title_column])):
            title = f"{said(filled[title_column])} {said(filled[beside])}"
            code = _code(filled.get(code_column)) if code_column is not None else None
            return _Named(code, title.lstrip(_BRANCHES), code_column, title_column)
        code_column, title_column = title_column, beside
    code = _code(filled.get(code_column)) if code_column is not None else None
    title = said(filled[title_column]).lstrip(_BRANCHES) if title_column is not None else ""
    heads = len(filled) == 1 and columns.amounts[0] in filled  # words alone over amounts are their heading
    title = title or ("" if heads else _total_beside(view, row, columns, code))
    lone = code_column is not None and code and not title and is_words(view.at(row, code_column))
    if lone and code is not None and (_is_long(code) or is_total(code) or code_in_title(code)):
        return _Named(None, code, code_column, code_column)
    return _Named(code, title, code_column, title_column)


def _is_long(code: str) -> bool:
    """Whether a code is none: more than a few characters, or several words without a number (*Tỷ giá*)."""
    return len(code) > LONG or (" " in code and not any(map(str.isdecimal, code)) and not marks_of(code))


def _goes_on(text: str) -> bool:
    """Whether words are too long for a code of those beside them: a title in two cells."""
    return len(text) > LONG and (" " in text or text.replace("-", "").isalpha()) and not marks_of(text)


def _is_decomposed(cell: GridCell, title: str) -> bool:
    """Whether a text was composed when it was read."""
    text = cell.text
    return text != title and not text.isascii() and " ".join(text.split()).lstrip(_BRANCHES) != title


def _is_marked(view: View, row: int, columns: Sequence[int]) -> bool:
    """Whether the cells of amounts of a row hold anything, if only marks, or share a merged figure, but no heading."""
    spans = (view.merged.get((row, column)) for column in columns)
    return any(view.at(row, column) is not None for column in columns) or any(
        span is not None and span.left in columns for span in spans
    )


def _total_beside(view: View, row: int, columns: Columns, code: str | None) -> str:
    """What a row without a title is called in the columns of groups: a total, or the only words of the row beside its
    code; a total may be called so in any column."""
    texts = [view.text(row, column) for column in columns.groups if is_words(view.at(row, column))]
    beside = {columns.note, columns.schedule, columns.unit, columns.code}.difference(columns.groups)
    words = [cell for column, cell in view.filled(row) if is_words(cell) and column not in beside]
    only = said(words[0]) if len(words) == 1 else ""
    return next(filter(is_total, texts), only if texts or (is_total(only) and not code) else "")


def _detail(view: View, row: int, columns: Columns) -> str:
    """What a row with figures is called that has neither code nor title of its own, for they were merged with those
    above: its first words behind the title, without a bullet, which is none of the list of lines."""
    text = next((view.text(row, column) for column in columns.details if is_words(view.at(row, column))), "")
    return text.lstrip("-–+*• ")


def _code(cell: GridCell | None) -> str | None:
    """The code of a row; a number is shown as its format shows it (3.10 is stored as 3.1, 070 as 70)."""
    if cell is None:
        return None
    text = said(cell)
    if cell.kind is Kind.NUMBER:
        text = text.removesuffix(".0")
        places = len(cell.format.partition(".")[2]) if cell.format and set(cell.format) <= set("0.") else 0
        if places:
            whole, _, decimals = text.partition(".")
            text = f"{whole}.{decimals.ljust(places, '0')}"
        if cell.format and not cell.format.strip("0") and text.isdecimal():
            text = text.zfill(len(cell.format))
    return text or None


def _optional(filled: Filled, column: int | None) -> str | None:
    """What a row says in a column; None where it says nothing, or there is none."""
    return said(filled[column]) if column is not None and column in filled else None


def _indent(filled: Filled, columns: Columns, code: int | None, column: int | None) -> int:
    """How far a title is indented: by its column or that of its code (in steps), by its format, by blanks before it."""
    cell = filled.get(column) if column is not None else None
    if cell is None:
        return 0
    steps, at = (columns.levels, code) if columns.levels else (columns.titles, column)
    step = steps.index(at) if at in steps else 0
    return step * STEP + cell.indent * 3 + (_blanks(cell.text) if cell.text[0] in _BRANCHES else 0)


def _blanks(text: str) -> int:
    """How many blanks stand before a title; one on either side is none, as programs write them."""
    text = text.expandtabs(4)
    before, behind = len(text) - len(text.lstrip(_BRANCHES)), len(text) - len(text.rstrip())
    return 0 if before == behind == 1 else before
