"""A row that names columns, and one that numbers them."""

import re
from collections.abc import Collection, Iterable

from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.blocks.block import LOOK
from sxtdbv_cli.tables.figures.exact import is_nothing
from sxtdbv_cli.tables.units.money import CODES, MULTIPLES, SHORT, SIGNS, WORDS, in_dong
from sxtdbv_cli.tables.view import View, is_figure, is_words, is_year, said
from sxtdbv_cli.tables.words.headings import is_ratio, names_section, numbers_lines, use_of
from sxtdbv_cli.text.saying import Late

LONGEST_HEADING = 100
LONGEST_UNIT = 15
FEW = 2
MOST_SECTIONS = 3
is_unit_line = re.compile(r"\W*(d\.?v\.?t|đ\.?v\.?t|đơn\s+vị|don\s+vi|unit|currency)\b", re.IGNORECASE).match
_NAMES = "|".join(map(re.escape, (*SIGNS, *SHORT, *WORDS, *CODES)))
_TIMES = "|".join(("tis", "tys", "t", *MULTIPLES))
_CURRENCY = re.compile(
    rf"\(?(?:(?:{_TIMES})\.? ?)?(?:{_NAMES})(?:['’`]?000s?|['’`]?s|k|m)?\.?\)?", re.IGNORECASE
).fullmatch
_LABEL = re.compile(r"[(\[]?\s*([A-ZĐa-z]|\d{1,2}[a-z]?)\s*[)\]]?").fullmatch
_states_money = Late(r"(?<![\d(.,])\d[\d.,]*\s?(?:đồng|vnđ|vnd|₫|đ|[$€£])(?!\w)", re.IGNORECASE).search
SEVERAL, MANY = 2, 5
"""So many numbers behind letters, or alone, that are all from one on number columns in any order."""
_INITIALS = re.compile(r"[A-ZĐ]{2,3}").fullmatch
"""What stands for a letter in a row that has rules: *A B SL 1 2 3=1+2*."""
_RULE_LABEL = re.compile(r"[(\[]?\s*(?:\d{1,2}[a-z]?|[A-Z])\s*[)\]]?\s*=.*", re.DOTALL).match


def is_currency(cell: GridCell) -> bool:
    """Whether a cell says in which currency its column is, and nothing else."""
    text = said(cell)
    return bool(_CURRENCY(text)) or (len(text) <= LONGEST_UNIT and "," not in text and in_dong(text) is not None)


def opens_section(cells: list[tuple[int, GridCell]]) -> bool:
    """Whether cells name a section and the unit of what stands below each of several headings: *Income*, *£*, *£*."""
    units = len(cells) > FEW and all(is_currency(cell) for _, cell in cells[1:])
    return units and names_section(said(cells[0][1]))


def is_header(view: View, row: int) -> bool:
    """Whether a row names columns: those of codes or titles, and another; or the file itself calls it a header."""
    cells = view.filled(row)
    if row in view.grid.headers:
        return len(cells) > 1 or (bool(cells) and cells[0][0] > 0)
    asks = [said(cell).endswith(":") for _, cell in cells]  # a form, to be filled in; or it is: *Date:*, a day
    form = any(asks[:1]) and all(ask or cell.kind is Kind.DATE for ask, (_, cell) in zip(asks, cells, strict=True))
    stated = any(_is_amount(cell) for _, cell in cells) or states_sums(view, row, [one.text for _, one in cells[1:]])
    if len(cells) < FEW or form or stated or _goes_on(view, row, cells):
        return False
    uses = [use for _, cell in cells if (use := _use(cell))]
    if Use.CODE in uses and Use.TITLE in uses:
        return all(is_words(cell) or is_year(cell) or use_of(said(cell)) or is_ratio(said(cell)) for _, cell in cells)
    too_long = any(len(cell.text) > LONGEST_HEADING for _, cell in cells)
    unknown = [cell for column, cell in cells if not _use(cell) and not _is_wide(view, row, column)]
    if too_long or (len(uses) < len(unknown) and not (numbers_lines(said(cells[0][1])) and len(uses) >= FEW)):
        return False  # what is merged over several columns heads a group, by whatever name
    others = sum(use not in (Use.CODE, Use.TITLE) for use in uses)
    if others < len(uses):
        return others > 0 or len(uses) >= FEW
    first, no_title = cells[0][1], (Use.QUANTITY, Use.PRICE)
    unit = is_unit_line(first.text)
    titles = (is_words(first) or is_currency(first)) and not unit and use_of(said(first)) not in no_title
    titles = titles and _stands_over_figures(view, row, cells[1:])
    heads = cells[1:] if unit else cells  # the unit may stand over the titles
    figured = others + sum(is_ratio(said(cell)) and not _use(cell) for _, cell in heads) == len(heads)
    named = others >= FEW or all(is_currency(cell) for _, cell in cells[1:])
    return named and (titles or (figured and _heads_figures(view, row, heads)))


def states_sums(view: View, row: int, texts: Iterable[str]) -> bool:
    """Whether some texts of a row say how much money there is, as those of no heading do, where the file itself tells
    the headers and the row goes on with a table: *tối đa 200.000 đồng*."""
    if not any(header < row for header in view.grid.headers) or not any(map(_states_money, texts)):
        return False
    return not any(map(view.is_blank, range(row - 1, max(row - LOOK, -1), -1)))


def _stands_over_figures(view: View, row: int, cells: list[tuple[int, GridCell]]) -> bool:
    """Whether figures stand in one of the first rows below some cells; where none have any, nothing tells."""
    rows = range(row + 1, min(row + 1 + LOOK, view.height))
    below = {column for other in rows for column, cell in view.filled(other) if is_figure(cell)}
    return not below or any(column in below for column, _ in cells)


def _is_wide(view: View, row: int, column: int) -> bool:
    """Whether a cell is merged over several columns."""
    span = view.merged.get((row, column))
    return span is not None and span.right > span.left


def _goes_on(view: View, row: int, cells: list[tuple[int, GridCell]]) -> bool:
    """Whether words and numbers that might be years are one more line: figures stand right above all of them, or behind
    a blank row, where they are the same or words head their columns; or words above every cell of the row; or a section
    and units below their headings."""
    years = [column for column, cell in cells if not is_words(cell)]
    above = dict(view.filled(row - 1)) if row else {}
    if opens_section(cells) and all(column in above for column, _ in cells[1:]):
        return True
    if all(column in above and is_words(above[column]) for column, _ in cells):
        return 0 < len(years) < len(cells)
    same = len({view.text(row, column) for column in years}) < len(years)
    if row > 1 and not above and (same or _are_named(view, row - 2, years)):
        above = dict(view.filled(row - 2))
    return bool(years) and all(column in above and is_figure(above[column]) for column in years)


def _are_named(view: View, bottom: int, columns: list[int]) -> bool:
    """Whether words stand above the figures of all columns up to a row, and no years."""
    rows = range(bottom, max(bottom - LOOK, -1), -1)
    top = next((row for row in rows if not all(is_figure(view.at(row, column)) for column in columns)), 0)
    return all((cell := view.at(top, column)) is not None and is_words(cell) for column in columns)


def _is_amount(cell: GridCell) -> bool:
    """Whether a cell is a figure and names no year, or says of which money there is none: a row that has one is a
    line."""
    return ((cell.kind is Kind.NUMBER or is_figure(cell)) and not is_year(cell)) or is_nothing(said(cell))


def _use(cell: GridCell) -> Use | None:
    """What a cell of a header says that its column holds; the unit of the table says nothing of a column."""
    return None if is_unit_line(cell.text) and ":" in cell.text else use_of(said(cell))


def _heads_figures(view: View, row: int, cells: list[tuple[int, GridCell]]) -> bool:
    """Whether figures stand below all cells of a row, and words where it says nothing, before the last of them: right
    below, or behind the names of the first sections."""
    headed = {column for column, _ in cells}
    rows = range(row + 1, view.height)
    start = next((other for other in rows if not _is_section(view, other, headed)), view.height)
    below = dict(view.filled(start)) if start <= row + MOST_SECTIONS + 1 and start < view.height else {}
    words = any(is_words(cell) and column < max(headed) for column, cell in below.items() if column not in headed)
    return words and all(is_figure(below.get(column)) and not is_year(below[column]) for column in headed)


def _is_section(view: View, row: int, headed: Collection[int]) -> bool:
    """Whether a row has nothing but words in columns without a heading, before one that has, one text over several
    columns or where the first heading stands, currencies, or nothing."""
    cells = view.filled(row)
    if len(cells) == 1 and is_words(cells[0][1]) and (_is_wide(view, row, cells[0][0]) or cells[0][0] == min(headed)):
        return True
    words = all(column not in headed and column < max(headed) and is_words(cell) for column, cell in cells)
    return words or all(is_currency(cell) for _, cell in cells)


def says_above(view: View, row: int) -> bool:
    """Whether a row says in several cells the words right above, or in its first before words alone: it was merged with
    the row above, and each cell filled."""
    cells = view.filled(row)
    again = [is_words(cell) and said(cell) == view.text(row - 1, column) for column, cell in cells]
    worded = len(cells) > FEW and all(is_words(cell) or is_year(cell) for _, cell in cells)
    return sum(again) > 1 or (worded and again[0])


def names_amounts(text: str) -> bool:
    """Whether a heading calls its column figures: amounts, or what is multiplied to one."""
    return use_of(text) in (Use.AMOUNT, Use.QUANTITY, Use.PRICE)


def is_labels(view: View, row: int, left: int, right: int) -> bool:
    """Whether a row numbers the columns: ``A B 1 2 3=1+2``; columns that were moved keep their numbers."""
    cells = view.filled(row, left, right)
    texts = [said(cell).removesuffix(".0") for _, cell in cells]
    ruled = any(map(_RULE_LABEL, texts))
    if len(cells) < 2 or not all(_LABEL(one) or _RULE_LABEL(one) or (ruled and _INITIALS(one)) for one in texts):
        return False
    numbers = [int(digits[0]) for text in texts if (digits := re.findall(r"\d+", text))]
    lettered = len(numbers) < len(texts)
    if lettered and texts[0][-1:].isdecimal() and any(text.isalpha() for text in texts[1:-1]):
        return False  # where the first column has a number the titles have one, too: it is a line, called *A*
    if texts[0] == "A" and view.text(row + 1, cells[0][0]) == "B":
        return False  # lines that are called by letters
    moved = len(numbers) >= (SEVERAL if lettered else MANY) and sorted(numbers) == [*range(1, len(numbers) + 1)]
    in_order = moved or numbers == sorted(set(numbers))
    letters = [text.strip("()[] ") for text in texts]
    enough = len(numbers) >= 2 or len(texts) >= 3 or letters in (["A", "1"], ["B", "1"])
    cut = letters[:2] == ["A", "B"]  # of a form of many columns some may be left, with the numbers they had
    return in_order and bool(numbers) and (moved or cut or numbers[0] <= 3) and enough
