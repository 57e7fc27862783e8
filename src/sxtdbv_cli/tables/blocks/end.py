"""Where a table ends: another header, signatures, blank rows, a note behind one."""

from typing import NamedTuple

from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.blocks.block import LOOK, Block
from sxtdbv_cli.tables.blocks.header_row import is_header, names_amounts, opens_section, states_sums
from sxtdbv_cli.tables.numbering import code_in_title, marks_of
from sxtdbv_cli.tables.view import View, is_figure, is_verbal, is_words, is_year, said
from sxtdbv_cli.tables.words.headings import names_section, says_again, use_of
from sxtdbv_cli.tables.words.titles import is_remark, is_signature
from sxtdbv_cli.tables.words.totals import is_rounding, is_total
from sxtdbv_cli.tables.words.two_sides import are_opposite
from sxtdbv_cli.text.saying import Late

GAP = 3
"""So many blank rows end a table."""
_NUMBER = Kind.NUMBER
_SECTION = Late(r"\s*(?:[IVX]{1,5}|[A-ZĐ])[.)]\s*\S").match
LONGEST_LAST = 40
"""The most characters of a last line that has nothing but a title."""


class _Names(NamedTuple):
    """What a header says: the texts of each column, and the columns it says to hold amounts and that hold figures."""

    texts: dict[int, list[str]]
    amounts: set[int]


def end_of(view: View, block: Block, header: int) -> int:
    """The row behind the last of a body; ``header`` is the row that names the columns."""
    names = _names(view, block, header)
    last, blanks, row = block.body - 1, 0, block.body
    nameless = block.left > 0 and not view.filled(header, 0, block.left - 1)  # the titles may stand there
    while row < view.height and blanks < GAP:
        cells = view.rows[row][block.left : block.right + 1]
        # A number that is no year ends nearly every row: looked for from its end.
        if any(map(_is_amount, reversed(cells))):
            last, blanks = row, 0
        elif filled := view.filled(row, block.left, block.right):
            if _is_other(view, row, filled, names, after_blank=blanks > 0):
                break
            last, blanks = row, 0
        else:
            blanks += not nameless or not view.filled(row, 0, block.left - 1)
        row += 1
    return last_line(view, block, last) + 1


def _is_amount(cell: GridCell | None) -> bool:
    """Whether a cell is a number and no year."""
    return cell is not None and cell.kind is _NUMBER and not is_year(cell)


def _names(view: View, block: Block, header: int) -> _Names:
    rows = range(min(block.header, header), block.body)
    below = range(block.body, min(block.body + LOOK, view.height))
    texts = {
        column: [text.casefold() for row in rows if (text := view.text(row, column))]
        for column in range(block.left, block.right + 1)
    }
    amounts = {
        column
        for column, said_there in texts.items()
        if any(map(names_amounts, said_there)) and not is_verbal([view.at(row, column) for row in below])
    }
    return _Names(texts, amounts)


def _is_other(view: View, row: int, cells: list[tuple[int, GridCell]], names: _Names, *, after_blank: bool) -> bool:
    """Whether a row no longer belongs to a table: another header, signatures, or a note behind a blank row."""
    words = [(column, said(cell)) for column, cell in cells if is_words(cell)]
    if not words or opens_section(cells) or states_sums(view, row, [text for _, text in words[1:]]):
        return False
    if figures := [cell for _, cell in cells if is_figure(cell)]:
        return all(map(is_year, figures)) and _names_other_years(cells, names) and is_header(view, row)
    said_there = [(text.casefold(), names.texts[column]) for column, text in words]
    if says_again(said_there) or _opens_section(words, names):
        return False  # the header once more
    if _heads_another(view, row, words, names):
        return True
    if row in view.grid.headers or any(is_signature(text) for _, text in words):
        return True
    return after_blank and len(cells) == 1 and is_remark(words[0][1])


def _opens_section(words: list[tuple[int, str]], names: _Names) -> bool:
    """Whether words say the header once more, with the name of another section where the first has its own: *INCOME*,
    *EXPENSES*."""
    (column, name), *others = words
    again = len(others) > 1 and all(text.casefold() in names.texts[at] for at, text in others)
    first = min(names.texts)
    if not again or column != first:
        return False
    opposite = any(are_opposite(name, text) for text in names.texts[first])
    return opposite or all(map(names_section, (name, *names.texts[first])))


def _names_other_years(cells: list[tuple[int, GridCell]], names: _Names) -> bool:
    """Whether a row says the header once more with other years: the same lines in these stand below."""
    again = [said(cell).casefold() in names.texts[column] for column, cell in cells]
    return sum(again) > 1 and any(is_figure(cell) and not known for (_, cell), known in zip(cells, again, strict=True))


def _heads_another(view: View, row: int, words: list[tuple[int, str]], names: _Names) -> bool:
    """Whether the words of a row are headings: of amounts where amounts stand, of codes, or of figures right below; a
    title and when it is due are none, nor is one with a bullet and what its amount depends on."""
    if any(mark.is_bullet for mark in marks_of(code_in_title(words[0][1]))):
        return False
    headed = [text for column, text in words if column in names.amounts]
    if any(map(names_amounts, headed)) or (headed and _begins_anew(view, row, words)):
        return True
    coded = use_of(words[0][1]) is Use.CODE and bool(names.texts[words[0][0]])
    return bool(headed or coded or _heads_figures(view, row, words)) and is_header(view, row)


def _begins_anew(view: View, row: int, words: list[tuple[int, str]]) -> bool:
    """Whether a row of nothing but words, behind a blank one or below a title behind it, heads a line whose figures
    stand below all but its first word."""
    first, *rest = [column for column, _ in words]
    above = row - 1 if len(view.filled(row - 1)) != 1 else row - 2
    figured = all(is_figure(view.at(row + 1, column)) for column in rest)
    return bool(rest) and figured and view.is_blank(above) and is_words(view.at(row + 1, first))


def _heads_figures(view: View, row: int, words: list[tuple[int, str]]) -> bool:
    """Whether a row has nothing but words, none of them numbered, and figures right below those that name amounts."""
    if len(words) < len(view.filled(row)) or any(marks_of(code_in_title(text)) or marks_of(text) for _, text in words):
        return False
    amounts = [column for column, text in words if use_of(text) is Use.AMOUNT]
    return any(is_figure(view.at(row + 1, column)) for column in amounts)


def last_line(view: View, block: Block, last: int) -> int:
    """The last row that is a line: notes behind the last figures are none."""
    row = last
    while row >= block.body and (not _is_last_line(view, block, row) or _is_scratch(view, block, row)):
        row -= 1
    return row


def _is_scratch(view: View, block: Block, row: int) -> bool:
    """Whether nothing but figures stands on the last row, behind a blank one and a total: a sum somebody made in
    passing."""
    if any(is_words(cell) for _, cell in view.filled(row, block.left, block.right)):
        return False
    above = row - 1
    while above >= block.body and not view.filled(above, block.left, block.right):
        above -= 1
    words = [said(cell) for _, cell in view.filled(above, block.left, block.right) if is_words(cell)]
    return row - above > 1 and any(map(is_total, words[:1]))


def _is_last_line(view: View, block: Block, row: int) -> bool:
    """Whether the last row of a body is a line: it has figures, a code, or a title right below the others."""
    cells = view.filled(row, block.left, block.right)
    words = [said(cell) for _, cell in cells if is_words(cell)]
    if any(is_figure(cell) and column > block.left for column, cell in cells):
        return True
    numbered = bool(cells) and (cells[0][1].kind is Kind.NUMBER or bool(marks_of(said(cells[0][1]))))
    if not numbered and _is_behind(view, block, row, cells):
        return False
    if not cells or any(is_remark(text) or is_signature(text) for text in words):
        return False
    if len(cells) > 1:
        return True  # a line without figures has a code, or stands in the column of titles; a note fills the first cell
    column, cell = cells[0]
    apart = view.is_blank(row - 1) or (row, column) in view.merged
    if not apart and (column > block.left or _SECTION(cell.text)):
        return True
    return len(cell.text) <= LONGEST_LAST and (column > block.left or not (apart or _is_coded(view, block)))


def _is_behind(view: View, block: Block, row: int, cells: list[tuple[int, GridCell]]) -> bool:
    """Whether what has no number stands below the lines: the last figures are those of a total, what follows are names;
    or a title alone is behind a blank row where lines have codes."""
    for above in range(row - 1, block.body - 1, -1):
        last = view.filled(above, block.left, block.right)
        if any(is_figure(cell) and column > block.left for column, cell in last):
            words = [said(cell) for _, cell in last if is_words(cell)]
            alone = len(cells) == 1 and cells[0][0] > block.left and any(map(view.is_blank, range(above, row)))
            coded = alone and (_is_coded(view, block) or _is_coded(view, block._replace(left=block.left + 1)))
            return coded or any(is_total(text) or is_rounding(text) for text in words)
    return False


def _is_coded(view: View, block: Block) -> bool:
    """Whether the first column of a table holds codes."""
    rows = range(block.header, block.body)
    return any(use_of(text) is Use.CODE for row in rows if (text := view.text(row, block.left)))
