"""Where the tables of a sheet stand: their headers, their columns, where they end.

A header is a row that names a column of codes or of titles and at least one other; up to four rows belong to it, and a
row that numbers the columns (``A B 1 2 3=1+2``). Side by side, a second column of titles behind the amounts begins
another table. A table without a header is taken where words stand before figures, and said to have none.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.model.grid import GridCell, Kind, Span
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.layout import is_worded
from sxtdbv_cli.tables.view import View, is_figure, is_words, is_year, said
from sxtdbv_cli.tables.words import is_remark, is_signature, use_of

MOST_HEADER_ROWS = 4
GAP = 3
"""So many blank rows end a table."""
LOOK = 40
"""So many rows below a header are looked at to tell what stands in a column."""
LONGEST_HEADING = 100
LONGEST_LAST = 40
"""The most characters of a last line that has nothing but a title."""
_LABEL = re.compile(r"\(?\s*([A-ZĐa-z]|\d{1,2}[a-z]?)\s*\)?").fullmatch
_RULE_LABEL = re.compile(r"\(?\s*(?:\d{1,2}[a-z]?|[A-Z])\s*\)?\s*=.*", re.DOTALL).match
_UNIT_LINE = re.compile(r"\W*(d\.?v\.?t|đ\.?v\.?t|đơn\s+vị|don\s+vi|unit|currency)\b", re.IGNORECASE).match


class Block(NamedTuple):
    """One table of a sheet: rows ``header`` to before ``body``, ``body`` to before ``end``; columns inclusive.

    ``labels`` is the row that numbers the columns, if any.
    """

    header: int
    body: int
    end: int
    left: int
    right: int
    labels: int | None = None

    @property
    def span(self) -> Span:
        """The cells of the block."""
        return Span(self.header, self.left, self.end - 1, self.right)


def find_blocks(view: View) -> list[Block]:
    """Every table of a sheet, from the top; side by side from the left."""
    return _headed_by(_is_header, view) or _headed_by(is_worded, view) or _headless(view)


def _headed_by(is_header: Callable[[View, int], bool], view: View) -> list[Block]:
    """The tables whose header is told in one way."""
    found: list[Block] = []
    row = 0
    while row < view.height:
        if not is_header(view, row):
            row += 1
            continue
        blocks = [block for block in _tables_at(view, row) if _holds_figures(view, block)]
        found += blocks
        row = max([row + 1, *(block.end for block in blocks)])
    return found


def blank_tables(view: View, blocks: Sequence[Block]) -> list[Block]:
    """The tables of a sheet that have a header and lines but not one figure, besides those that were found."""
    found: list[Block] = []
    row = 0
    while row < view.height:
        inside = next((block for block in blocks if block.header <= row < block.end), None)
        forms = [] if inside or not _is_header(view, row) else [*filter(_is_form(view), _tables_at(view, row))]
        found += forms
        row = max(row + 1, inside.end if inside else 0, *(block.end for block in forms))
    return found


def _is_form(view: View) -> Callable[[Block], bool]:
    """Whether a table is a form that nobody filled in: it names amounts, and has lines of words."""

    def is_form(block: Block) -> bool:
        heads = [said(cell) for row in range(block.header, block.body) for _, cell in view.filled(row)]
        lines = [row for row in range(block.body, block.end) if any(is_words(cell) for _, cell in view.filled(row))]
        return not _holds_figures(view, block) and len(lines) > 1 and any(map(_names_amounts, heads))

    return is_form


def block_of(view: View, span: Span, header_rows: int | None) -> Block:
    """The table in a block that was stated; its header is found unless ``header_rows`` says how high it is."""
    bottom, right = min(span.bottom, view.height - 1), min(span.right, max(view.width - 1, span.left))
    end = bottom + 1
    if header_rows is not None:
        body = min(span.top + header_rows, end)
        labels = body - 1 if header_rows and _is_labels(view, body - 1, span.left, right) else None
        return Block(span.top, body, end, span.left, right, labels)
    start = _next_header(view, span.top, end)
    if start is None or start > span.top + MOST_HEADER_ROWS:
        return Block(span.top, span.top, end, span.left, right)
    body, labels = _header_end(view, start, span.left, right)
    return Block(max(span.top, _header_top(view, start, span.left, right)), body, end, span.left, right, labels)


def with_header_rows(view: View, block: Block, header_rows: int) -> Block:
    """The same table with a header of so many rows, counted from its top."""
    body = min(block.header + header_rows, block.end)
    labels = body - 1 if header_rows and _is_labels(view, body - 1, block.left, block.right) else None
    return block._replace(body=body, labels=labels)


def _next_header(view: View, first: int, end: int | None = None) -> int | None:
    for row in range(first, view.height if end is None else end):
        if _is_header(view, row):
            return row
    return None


def _is_header(view: View, row: int) -> bool:
    """Whether a row names columns: those of codes or titles, and another; or the file itself calls it a header."""
    cells = view.filled(row)
    if row in view.grid.headers:
        return len(cells) > 1
    if len(cells) < 2 or any(len(cell.text) > LONGEST_HEADING for _, cell in cells):
        return False
    uses: list[Use] = []
    for _, cell in cells:
        if is_year(cell) or cell.kind is Kind.DATE:
            uses.append(Use.AMOUNT)
        elif cell.kind is Kind.NUMBER or is_figure(cell):
            return False
        elif not _UNIT_LINE(cell.text) or ":" not in cell.text:
            uses += [use] if (use := use_of(said(cell))) else []
    named = {Use.CODE, Use.TITLE} & set(uses)
    others = [use for use in uses if use not in (Use.CODE, Use.TITLE)]
    first = cells[0][1]
    if not named and len(others) >= 2 and is_words(first) and not _UNIT_LINE(first.text):
        named = {Use.TITLE} if use_of(said(first)) not in (Use.QUANTITY, Use.PRICE) else named
    if not named and len(others) >= 2 and len(others) == len(cells) and _heads_figures(view, row, cells):
        named = {Use.TITLE}
    if {Use.CODE, Use.TITLE} <= set(uses):
        return all(is_words(cell) or is_year(cell) or use_of(said(cell)) for _, cell in cells)
    return bool(named) and (len(others) >= 1 or len(uses) >= 2) and 2 * len(uses) >= len(cells)


def _heads_figures(view: View, row: int, cells: list[tuple[int, GridCell]]) -> bool:
    """Whether figures stand right below all cells of a row, and words before them, where the row says nothing."""
    first = cells[0][0]
    below = dict(view.filled(row + 1)) if row + 1 < view.height else {}
    words = any(is_words(cell) and column < first for column, cell in below.items())
    return words and all(is_figure(below.get(column)) and not is_year(below[column]) for column, _ in cells)


def _tables_at(view: View, row: int) -> Iterator[Block]:
    """The tables whose header holds a row, from the left."""
    for left, right in _sides(view, row):
        header = _header_top(view, row, left, right)
        body, labels = _header_end(view, row, left, right)
        block = Block(header, body, body, left, right, labels)
        block = _widened(view, block._replace(end=_end(view, block, row)), row)
        if block.end > body:
            yield block


def _sides(view: View, row: int) -> list[tuple[int, int]]:
    """The columns of each table that begins in a header row.

    A new table begins with a column of codes or titles behind columns of amounts, where the same kind of column stood
    in the table before and amounts follow.
    """
    columns = _headed(view, row)
    if not columns:
        return []  # merged cells hide all of it
    starts = [0]
    amounts = False
    seen: set[Use] = set()
    for position, (column, use) in enumerate(columns):
        again = use in (Use.CODE, Use.TITLE) and use in seen and _holds_words(view, row, column)
        again = again and not _goes_on(view, row, columns, position)
        if amounts and (again or _begins_anew(view, row, columns, position)):
            if any(later is Use.AMOUNT for _, later in columns[position:]):
                starts.append(position)
            amounts, seen = False, set()
        amounts |= use in (Use.AMOUNT, Use.QUANTITY, Use.PRICE)
        seen |= {use} if use else set()
    ends = [*starts[1:], len(columns)]
    return [(columns[start][0], columns[end - 1][0]) for start, end in zip(starts, ends, strict=True)]


def _goes_on(view: View, row: int, columns: list[tuple[int, Use | None]], position: int) -> bool:
    """Whether a second column of titles belongs to the same table, as in lists of entries: no heading behind it stood
    before, nothing lies between, and every row fills it and the first column."""
    headings = [view.spread(row, column) for column, _ in columns]
    column = columns[position][0]
    if set(headings[:position]) & set(headings[position:]) or column != columns[position - 1][0] + 1:
        return False
    rows = [below for below in range(row + 1, min(row + 40, view.height)) if not view.is_blank(below)]
    first = columns[0][0]
    return len(rows) > MOST_HEADER_ROWS and all(view.at(below, first) and view.at(below, column) for below in rows)


def _begins_anew(view: View, row: int, columns: list[tuple[int, Use | None]], position: int) -> bool:
    """Whether a table begins behind a column without a heading: with words, and a heading that stood before."""
    column, use = columns[position]
    if position + 1 >= len(columns) or column == columns[position - 1][0] + 1:
        return False
    if use in (Use.NOTE, Use.SCHEDULE, Use.UNIT) or not _holds_words(view, row, column, least=1):
        return False
    heading = view.spread(row, columns[position + 1][0])
    return any(view.spread(row, earlier) == heading for earlier, _ in columns[:position])


def _holds_words(view: View, row: int, column: int, least: int = 0) -> bool:
    """Whether words stand below a heading, behind the rows that may be more of the header."""
    first = row + (1 if least else MOST_HEADER_ROWS)
    cells = [view.at(below, column) for below in range(first, min(row + 40, view.height))]
    words, figures = sum(map(is_words, cells)), sum(map(is_figure, cells))
    return words > figures if least else words > figures or not (words or figures)


def _headed(view: View, row: int) -> list[tuple[int, Use | None]]:
    """The columns that a header row and the rows of words below it name, with the use of each."""
    found: dict[int, Use | None] = {}
    for at in range(row, min(row + MOST_HEADER_ROWS, view.height)):
        if at > row and not _continues_header(view, at):
            break
        for column in range(view.width):
            if text := view.spread(at, column):
                found[column] = found.get(column) or (Use.AMOUNT if text.isdecimal() else use_of(text))
    return sorted(found.items())


def _continues_header(view: View, row: int) -> bool:
    cells = view.filled(row)
    return bool(cells) and all(is_words(cell) or is_year(cell) for _, cell in cells)


def _header_top(view: View, row: int, left: int, right: int) -> int:
    """The first row of a header: rows above that head groups of its columns belong to it."""
    top = row
    while top > 0 and row - top < MOST_HEADER_ROWS - 1:
        cells = [(column, cell) for column, cell in view.filled(top - 1) if left <= column <= right]
        if not cells or any(not is_words(cell) and not is_year(cell) for _, cell in cells):
            break
        groups = [column for column, _ in cells if column > left]
        spans = [span for column, _ in cells if (span := view.merged.get((top - 1, column)))]
        if any(_UNIT_LINE(cell.text) for _, cell in cells) or any(span.left <= left for span in spans):
            break
        if len(groups) < 2 and not any(left < span.left < span.right <= right for span in spans):
            break
        top -= 1
    return top


def _header_end(view: View, row: int, left: int, right: int) -> tuple[int, int | None]:
    """The first row of the body, and the row that numbers the columns."""
    body = row + 1
    deepest = max(
        (span.bottom for column in range(left, right + 1) if (span := view.merged.get((row, column)))), default=row
    )
    while body < view.height and body - row < MOST_HEADER_ROWS:
        if _is_labels(view, body, left, right):
            return body + 1, body
        cells = _between(view, body, left, right)
        if not cells or not (body <= deepest or _is_more_header(view, row, cells, left)):
            break
        body += 1
    while body < view.height and body - row < MOST_HEADER_ROWS and not _between(view, body, left, right):
        body += 1  # blank rows between the header and the body
    if body < view.height and _is_labels(view, body, left, right):
        return body + 1, body
    return body, None


def _is_more_header(view: View, row: int, cells: list[tuple[int, GridCell]], left: int) -> bool:
    """Whether cells below a header row are more of it: words over the columns of amounts, none in the first."""
    if any(not is_words(cell) and not is_year(cell) for _, cell in cells):
        return False
    names = {column for column, cell in view.filled(row) if use_of(said(cell)) in (Use.CODE, Use.TITLE)}
    behind = [column for column, _ in cells if column > max(names, default=left)]
    if not behind or names & {column for column, _ in cells}:
        return False
    # A row with words in the first column only, or in none that holds figures, is a section and no heading.
    return any(_holds_figures_below(view, row, column) for column in behind)


def _holds_figures_below(view: View, row: int, column: int) -> bool:
    """Whether the first cells of a column below a header row are figures rather than words."""
    cells = [view.at(below, column) for below in range(row + MOST_HEADER_ROWS, min(row + LOOK, view.height))]
    cells = cells or [view.at(below, column) for below in range(row + 1, view.height)]
    return not any(map(is_words, cells)) or any(map(is_figure, cells))


def _between(view: View, row: int, left: int, right: int) -> list[tuple[int, GridCell]]:
    return view.filled(row, left, right)


def _is_labels(view: View, row: int, left: int, right: int) -> bool:
    """Whether a row numbers the columns: ``A B 1 2 3=1+2``."""
    cells = _between(view, row, left, right)
    texts = [said(cell).removesuffix(".0") for _, cell in cells]
    if len(cells) < 2 or not all(_LABEL(text) or _RULE_LABEL(text) for text in texts):
        return False
    numbers = [int(digits[0]) for text in texts if (digits := re.findall(r"\d+", text))]
    letters = [text for text in texts if not re.search(r"\d", text)]
    return (
        len(numbers) + len(letters) == len(texts)
        and numbers == sorted(set(numbers))
        and bool(numbers)
        and (numbers[0] <= 3 and (len(numbers) >= 2 or len(texts) >= 3))
    )


class _Names(NamedTuple):
    """What a header says: the texts of each column, and the columns it says to hold amounts and that hold figures."""

    texts: dict[int, list[str]]
    amounts: set[int]


def _end(view: View, block: Block, header: int) -> int:
    """The row behind the last of a body; ``header`` is the row that names the columns."""
    names = _names(view, block, header)
    last, blanks, row = block.body - 1, 0, block.body
    while row < view.height and blanks < GAP:
        cells = _between(view, row, block.left, block.right)
        if cells and not _has_figure(cells) and _is_other(view, row, cells, names, after_blank=blanks > 0):
            break
        last, blanks = (row, 0) if cells else (last, blanks + 1)
        row += 1
    return _trimmed(view, block, last) + 1


def _has_figure(cells: Sequence[tuple[int, GridCell]]) -> bool:
    """Whether a row has a number that is no year, as nearly every one does: looked for from its end."""
    return any(cell.kind is Kind.NUMBER and not is_year(cell) for _, cell in reversed(cells))


def _names(view: View, block: Block, header: int) -> _Names:
    rows = range(min(block.header, header), block.body)
    texts = {
        column: [text for row in rows if (text := view.text(row, column))]
        for column in range(block.left, block.right + 1)
    }
    amounts = {
        column
        for column, said_there in texts.items()
        if any(map(_names_amounts, said_there)) and not _is_verbal(view, block.body, column)
    }
    return _Names(texts, amounts)


def _is_verbal(view: View, body: int, column: int) -> bool:
    """Whether a column holds words and hardly a figure, whatever its heading says."""
    cells = [view.at(row, column) for row in range(body, min(body + LOOK, view.height))]
    return sum(map(is_words, cells)) > sum(map(is_figure, cells))


def _is_other(view: View, row: int, cells: list[tuple[int, GridCell]], names: _Names, *, after_blank: bool) -> bool:
    """Whether a row no longer belongs to a table: another header, signatures, or a note behind a blank row."""
    words = [(column, said(cell)) for column, cell in cells if is_words(cell)]
    if not words:
        return False
    if any(is_figure(cell) for _, cell in cells):
        return False
    if all(text in names.texts[column] for column, text in words):
        return False  # the header once more
    if _heads_another(view, row, words, names):
        return True
    if row in view.grid.headers or any(is_signature(text) for _, text in words):
        return True
    return after_blank and len(cells) == 1 and is_remark(words[0][1])


def _heads_another(view: View, row: int, words: list[tuple[int, str]], names: _Names) -> bool:
    """Whether the words of a row are headings: of amounts where amounts stand, or of codes."""
    headed = [text for column, text in words if column in names.amounts]
    if any(map(_names_amounts, headed)):
        return True
    coded = use_of(words[0][1]) is Use.CODE and bool(names.texts[words[0][0]])
    return bool(headed or coded) and _is_header(view, row)


def _names_amounts(text: str) -> bool:
    return use_of(text) in (Use.AMOUNT, Use.QUANTITY, Use.PRICE)


def _trimmed(view: View, block: Block, last: int) -> int:
    """The last row that is a line: notes behind the last figures are none."""
    row = last
    while row >= block.body and not _is_last_line(view, block, row):
        row -= 1
    return row


def _is_last_line(view: View, block: Block, row: int) -> bool:
    """Whether the last row of a body is a line: it has figures, a code, or a title right below the others."""
    cells = _between(view, row, block.left, block.right)
    words = [said(cell) for _, cell in cells if is_words(cell)]
    if any(is_figure(cell) and column > block.left for column, cell in cells):
        return True
    if not cells or any(is_remark(text) or is_signature(text) for text in words):
        return False
    if len(cells) > 1:
        return True  # a line without figures has a code, or stands in the column of titles; a note fills the first cell
    column, cell = cells[0]
    apart = view.is_blank(row - 1) or (row, column) in view.merged
    if not apart and column > block.left:
        return True
    return len(cell.text) <= LONGEST_LAST and (column > block.left or not (apart or _is_coded(view, block)))


def _is_coded(view: View, block: Block) -> bool:
    """Whether the first column of a table holds codes."""
    rows = range(block.header, block.body)
    return any(use_of(text) is Use.CODE for row in rows if (text := view.text(row, block.left)))


def _widened(view: View, block: Block, header: int) -> Block:
    """A table with the columns beside it that have no heading but hold cells in most of its rows."""
    rows = range(block.body, min(block.end, block.body + 200))

    def belongs(column: int) -> bool:
        filled = sum(view.at(row, column) is not None for row in rows)
        return 0 <= column < view.width and not view.spread(header, column) and 2 * filled >= len(rows) > 1

    while belongs(block.left - 1):
        block = block._replace(left=block.left - 1)
    while belongs(block.right + 1):
        block = block._replace(right=block.right + 1)
    return block


def _holds_figures(view: View, block: Block) -> bool:
    return any(
        is_figure(view.at(row, column))
        for row in range(block.body, min(block.end, block.body + 200))
        for column in range(block.left + 1, block.right + 1)
    )


def _headless(view: View) -> list[Block]:
    """A table that has no header: three rows and more of words before figures."""
    rows = [row for row in range(view.height) if _is_entry(view, row)]
    if len(rows) < 3:
        return []
    first = rows[0]
    left = next(column for column, cell in view.filled(first) if is_words(cell))
    right = max(column for row in rows for column, cell in view.filled(row) if is_figure(cell))
    block = Block(first, first, first, left, right)
    block = block._replace(end=_end(view, block, first))
    return [block] if block.end - first >= 3 else []


def _is_entry(view: View, row: int) -> bool:
    cells = view.filled(row)
    words = [column for column, cell in cells if is_words(cell)]
    return bool(words) and any(column > words[0] and _is_value(cell) for column, cell in cells)


def _is_value(cell: GridCell) -> bool:
    """Whether a cell holds a figure, or would if its formula had a value."""
    return is_figure(cell) or cell.kind in (Kind.PENDING, Kind.ERROR)


def size(view: View, block: Block) -> int:
    """How many figures a table holds."""
    return sum(
        is_figure(view.at(row, column))
        for row in range(block.body, block.end)
        for column in range(block.left + 1, block.right + 1)
    )
