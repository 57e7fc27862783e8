"""The rows of a body: which are lines, what their cells say; what is no line is left out with its reason."""

from decimal import Decimal

from sxtdbv_cli.model.choices import Numbers
from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.units import TAIL
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.body import left_out
from sxtdbv_cli.tables.body.above import adds_lines, figures_above, first_section
from sxtdbv_cli.tables.body.figures import read_in_units_of_headings
from sxtdbv_cli.tables.body.lines import Body, decimals_shown
from sxtdbv_cli.tables.body.row import row_of
from sxtdbv_cli.tables.body.wrapped import join_titles
from sxtdbv_cli.tables.columns.taken import Columns
from sxtdbv_cli.tables.figures.noise import decimals_of, without_tail
from sxtdbv_cli.tables.figures.notation import WHOLE, Notation, are_groups, beside, by_size, find_notation
from sxtdbv_cli.tables.view import View, is_words, said
from sxtdbv_cli.tables.words.headings import names_section
from sxtdbv_cli.tables.words.titles import names_page, page_number
from sxtdbv_cli.tables.words.totals import is_grand, is_total, named_by_total

PAGE_ROWS = 4
"""So many rows may stand between the name of a page and its header."""


def read_body(view: View, block: Block, columns: Columns, numbers: Numbers | None) -> Body:
    """Every row of a body."""
    notation = _notation(view, block, columns, numbers)
    body = Body([], [], [], [], [], [], [], set(), 0, notation, grouped=_grouped(view, block, columns, notation))
    names = left_out.header_texts(view, block)
    first = columns.amounts[0]
    named = {texts.get(first) for texts in names}
    renamed = False
    for row in range(block.body, block.end):
        cells = view.by_column(row, block.left, block.right)
        if not cells:
            continue
        why = left_out.why_no_line(block, cells, names, columns)
        again = not why and first in cells and said(cells[first]).casefold() in named  # as hardly any row
        own = left_out.without_names(cells, names, columns) if again else cells
        if own is not cells and body.rows and body.rows[-1].row == row - 1 and not body.rows[-1].marked:
            why, own = left_out.REPEATED, cells  # below the name of the section, what stands over the titles is none
        renamed |= own is not cells and bool(own)
        line = None if why else row_of(view, row, own, columns, body)
        line = line._replace(marked=False) if line is not None and own is not cells else line
        why = left_out.GOES_ON if line is not None and left_out.goes_on(line, body.rows) else why
        if why or line is None or left_out.is_opener(line) or left_out.says_nothing(line):
            if why is left_out.REPEATED:
                _leave_page_names(view, block, body, row)
            opens = line is not None and left_out.is_opener(line)
            left_out.leave(body, row, cells, why or (left_out.OPENER if opens else left_out.NO_TITLE))
            body.openers.update({body.rows[-1].row} if opens and body.rows else ())
        else:
            body.rows.append(line)
    read_in_units_of_headings(body, columns, names)
    _open_first(view, block, columns, body)
    if renamed:
        _open_header(view, block, columns, body)
    _open_total(view, block, columns, body)
    left_out.leave_statistics(body)
    left_out.leave_counts(view, block, body)
    _name_total(view, block, columns, body)
    _name_by_groups(view, columns, body)
    return join_titles(_without_tails(body._replace(decimals=decimals_shown(body.rows)), columns))


def _without_tails(body: Body, columns: Columns) -> Body:
    """The same without the long tails of decimals that differences of the figures of a workbook have."""
    if body.decimals <= TAIL:
        return body
    figures = [Decimal(figure) for row in body.rows for figure in row.figures if figure is not None]
    shown = max((count for count in map(decimals_of, figures) if count <= TAIL), default=0)
    largest = max(map(abs, figures))
    rows = []
    for row in body.rows:
        freed = tuple(
            without_tail(one, shown, largest) if one.__class__ is Decimal and decimals_of(one) > TAIL else one
            for one in row.figures
        )
        body.noisy.extend((row.row, columns.amounts[at]) for at, one in enumerate(freed) if one != row.figures[at])
        rows.append(row._replace(figures=freed))
    return body._replace(rows=rows, decimals=decimals_shown(rows))


def _leave_page_names(view: View, block: Block, body: Body, header: int) -> None:
    """Leave out the names and the number of a page right above the header that it repeats, and what stands above the
    first one as well: the title of the table."""
    turned = sum(left.why is left_out.REPEATED for left in body.left_out) + 1
    above = {left_out.shown(dict(view.filled(row))) for row in range(max(0, block.header - PAGE_ROWS), block.header)}
    while body.rows and header - body.rows[-1].row <= PAGE_ROWS:
        line = body.rows[-1]
        cells = view.by_column(line.row, block.left, block.right)
        number = page_number(left_out.shown(cells)) if len(cells) == 1 else None
        numbered = number is not None and (not line.marked or number in (turned, turned + 1))
        named = not line.marked and (left_out.shown(cells) in above or (not line.code and names_page(line.title)))
        if not (numbered or named):
            break
        left_out.leave(body, line.row, cells, left_out.PAGE)
        del body.rows[-1]


def _open_first(view: View, block: Block, columns: Columns, body: Body) -> None:
    """Put the name of the first section, which stands above the header, before its lines."""
    again = next((left.row for left in body.left_out if left.why is left_out.REPEATED), None)
    last = next((line for line in reversed(body.rows) if again is not None and line.row < again), None)
    between = {*range(last.row + 1, again or 0)}.difference(left.row for left in body.left_out) if last else ()
    if last is None or last.marked or not all(map(view.is_blank, between)):
        return  # but for a unit
    row = first_section(view, block, last)
    line = None if row is None else row_of(view, row, dict(view.filled(row)), columns, body)
    if line is not None:
        body.rows.insert(0, line)


def _open_header(view: View, block: Block, columns: Columns, body: Body) -> None:
    """Put the name of the first section, which the header has over the titles as it has others, before its lines."""
    at = columns.titles[0]
    row = next((row for row in range(block.header, block.body) if names_section(view.text(row, at))), None)
    cell = view.at(row, at) if row is not None else None
    line = row_of(view, row, {at: cell}, columns, body) if row is not None and cell is not None else None
    if line is not None:
        body.rows.insert(0, line._replace(marked=False))


def _open_total(view: View, block: Block, columns: Columns, body: Body) -> None:
    """Put a total that stands above the header, and whose formulas add lines of the table, before its lines."""
    found = figures_above(view, block, columns.amounts) if view.grid.has_formulas else None
    if found is not None and adds_lines(view, block, *found):
        line = row_of(view, found[0], view.by_column(found[0], block.left, block.right), columns, body)
        body.rows[:0] = [line] if line is not None else []


def _name_total(view: View, block: Block, columns: Columns, body: Body) -> None:
    """Call the last row the total of everything that a cell left of its title calls it, and no other row is called so
    there: *TOTAL* beside *Estimated need*."""
    last = body.rows[-1] if body.rows else None
    if last is None or last.code or is_total(last.title) or not any(last.figures):
        return
    for column in range(block.left, columns.titles[0] if columns.titles else block.left):
        cell = view.at(last.row, column)
        others = (view.text(row.row, column) for row in body.rows[:-1])
        if is_words(cell) and is_grand(view.text(last.row, column)) and not any(map(is_total, others)):
            body.rows[-1] = last._replace(title=view.text(last.row, column))
            return


def _name_by_groups(view: View, columns: Columns, body: Body) -> None:
    """Call a total that is called nothing else (*Cộng*) by the group too that merged cells left of the titles put it
    and its rows in: *Cộng Ea Kao*."""
    for at, row in enumerate(body.rows if columns.groups else ()):
        span = view.merged.get((row.row, columns.groups[-1]))
        if span is None or not span.top < row.row == span.bottom or row.code:
            continue
        if is_total(row.title) and not named_by_total(row.title):
            body.rows[at] = row._replace(title=f"{row.title} {view.text(span.top, span.left)}".strip())


def _notation(view: View, block: Block, columns: Columns, numbers: Numbers | None) -> Notation:
    """How the amounts are to be read."""
    body, text = view.rows[block.body : block.end], Kind.TEXT
    typed = [
        cell.text
        for cells in body
        for column in columns.amounts
        if column < len(cells) and (cell := cells[column]) is not None and cell.kind is text
    ]
    typed = [one for one in typed if not one.isdecimal()]
    found = find_notation(typed, numbers)
    if not typed:
        return found
    rows = [[cell for column in columns.amounts if column < len(cells) and (cell := cells[column])] for cells in body]
    if found.why == "groups" and numbers is None and beside([cell.text.strip() for cell in cells] for cells in rows):
        return Notation(None)
    if found.decimal or found.why:
        return found
    whole = ((WHOLE(cell.text.strip()), cell) for cells in rows for cell in cells)  # with their unit, some of them
    return by_size(typed, [told[1] if told else cell.text for told, cell in whole if told or cell.kind is Kind.NUMBER])


def _grouped(view: View, block: Block, columns: Columns, notation: Notation) -> frozenset[int]:
    """The columns of amounts whose thousands are set off with the decimal sign of the table."""
    rows = range(block.body, block.end)
    return frozenset(
        column
        for column in columns.amounts
        if are_groups((text for row in rows if (text := view.text(row, column))), notation)
    )
