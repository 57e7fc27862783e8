"""Rows that are no lines, and those that add nothing: averages, the least, the most."""

from collections.abc import Mapping, Sequence
from itertools import takewhile

from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.sheet import LeftOut, Use
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.body.lines import Body, Filled, Row
from sxtdbv_cli.tables.columns.taken import Columns
from sxtdbv_cli.tables.units.money import in_dong
from sxtdbv_cli.tables.units.stated import unit_said
from sxtdbv_cli.tables.view import View, is_figure, is_words, said
from sxtdbv_cli.tables.words.headings import continued, says_again, use_of
from sxtdbv_cli.tables.words.titles import is_count, is_of_which, is_statistic, opens_listing
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.saying import Late

REPEATED = Text("tên cột lặp lại", "the header once more")
GOES_ON = Text("tên mục lặp lại ở trang sau", "a section named once more on a new page")
PAGE = Text("tên biểu lặp lại ở đầu trang", "what heads a page")
UNIT = Text("đơn vị tính", "the unit")
SPELLED = Text("số tiền bằng chữ", "an amount in words")
_LABELS = Text("dòng đánh số cột", "a row that numbers the columns")
NO_TITLE = Text("không có nội dung và số tiền", "neither a title nor an amount")
OPENER = Text("mở đầu danh sách các dòng theo sau", "opens a list of the lines that follow")
COUNTED = Text("đếm người hoặc vật, sau dòng tổng", "counts people or things, behind the total")
STATISTIC = Text(
    "số bình quân, lớn nhất hoặc nhỏ nhất của các dòng khác", "an average, the least or the most of other lines"
)
FEW = 2
"""More cells than so many are the header, without a column that was put beside the table afterwards."""
_SPELLED = Late(
    r"\(?(so tien )?((viet )?bang chu|(amount )?in words|terbilang|en (toutes )?lettres|en letras|por extenso|"
    r"in worten|in lettere|slownie|прописью) ?:.*"
).fullmatch


def header_texts(view: View, block: Block) -> list[Mapping[int, str]]:
    """What each row of the header says in its columns, in small letters."""
    rows = range(block.header, block.body)
    return [texts for row in rows if (texts := {column: said(cell).casefold() for column, cell in view.filled(row)})]


def without_names(cells: Filled, names: Sequence[Mapping[int, str]], columns: Columns) -> Filled:
    """The cells of a row; where it says the header once more over the amounts, beside a name of its own, those of that
    name alone: *Expenditure, 2023, 2024* is a section."""
    again = [*columns.amounts]
    texts = {column: said(cells[column]).casefold() for column in again if column in cells}
    alone = len(again) == 1 and is_figure(cells.get(again[0]))
    same = next((row for row in names if texts.items() <= row.items()), None)
    if alone or len(texts) < len(again) or same is None:
        return cells
    return {column: cell for column, cell in cells.items() if said(cell).casefold() != same.get(column)}


def why_no_line(block: Block, cells: Filled, names: Sequence[Mapping[int, str]], columns: Columns) -> Text | None:
    """Why a row is no line; None if it may be one."""
    first = next(iter(cells.values()))
    plainly = first.text.replace(".", "").isdecimal()  # as the code of nearly every line
    if block.labels is None and (plainly or (not is_words(first) and any(map(str.isdigit, first.text)))):
        return None
    if len(cells) == 1 and (why := _why_alone(said(first))):
        return why
    if [*cells] == [columns.code] and use_of(said(first)) is Use.CODE:
        return REPEATED  # *Code* below a header that has no heading for the codes, or once more
    units = (said(cell) for cell in cells.values()) if next(iter(cells)) >= columns.amounts[0] else [""]
    if all(text.strip("() ") == "%" or in_dong(text) is not None for text in units):
        return UNIT  # what the columns are in, below their headings: *(tr.đ)*, *(%)*
    return _is_header(block, cells, names)


def _is_header(block: Block, cells: Filled, names: Sequence[Mapping[int, str]]) -> Text | None:
    """Why a row is no line, if it says what one of the header does."""
    last = [*cells][-1]
    behind = cells[last]
    if behind.kind is Kind.NUMBER and not any(row.get(last) == said(behind) for row in names):
        return None  # as of nearly every line: no header has this number there
    texts = {column: said(cell).casefold() for column, cell in cells.items()}
    worded = len(texts) > FEW or (len(texts) == FEW and all(map(is_words, cells.values())))
    if texts in names or (worded and any(texts.items() <= row.items() for row in names)) or _again(texts, names):
        return _LABELS if block.labels is not None and texts == names[-1] else REPEATED
    return None


def _why_alone(text: str) -> Text | None:
    """Why the only words of a row are no line: they say the unit, or an amount in words."""
    return UNIT if unit_said(text) is not None else SPELLED if _SPELLED(plain(text)) else None


def _again(texts: Mapping[int, str], names: Sequence[Mapping[int, str]]) -> bool:
    """Whether texts are a row of the header that calls the titles otherwise."""
    rows = (row for row in names if row.keys() == texts.keys() or (len(texts) > 1 and row.keys() > texts.keys()))
    return any(says_again([(text, [row[column]]) for column, text in texts.items()]) for row in rows)


def goes_on(line: Row, above: Sequence[Row]) -> bool:
    """Whether a row says the heading of a section once more, on a new page: *I. Chi đầu tư (tiếp theo)*."""
    title = "" if line.marked else continued(line.title)
    return bool(title) and any(row.code == line.code and plain(row.title) == title for row in reversed(above))


def says_nothing(line: Row) -> bool:
    """Whether a row has no words: a number where codes stand and nothing else, that of a page or of a line nobody
    filled in; dots for lines that could follow; noughts that formulas have left below a table."""
    if (line.code and line.title) or any(line.figures) or line.schedule or line.note:
        return False
    if not line.title and line.code:
        return not line.marked and any(map(str.isdecimal, line.code))
    return not line.title.strip("-–+*=_. …")


def shown(cells: Filled) -> str:
    """A row as it is shown where it is left out."""
    return " | ".join(said(cell) for cell in cells.values())


def is_opener(line: Row) -> bool:
    """Whether a row says *trong đó* and nothing else."""
    if line.code or line.figures.count(None) < len(line.figures):
        return False
    few = len(line.title.strip(" :-+*.").split()) <= 3
    return opens_listing(line.title) or (few and is_of_which(line.title))


def leave(body: Body, row: int, cells: Filled, why: Text) -> None:
    """Note that a row became no line."""
    body.left_out.append(LeftOut(row, shown(cells), why))


def leave_counts(view: View, block: Block, body: Body) -> None:
    """Leave out the last rows, behind a total, that count people or things and no money."""
    counts = [*takewhile(lambda row: is_count(row.title), reversed(body.rows))][::-1]
    lines = body.rows[: len(body.rows) - len(counts)]
    if counts and lines and is_total(lines[-1].title):
        for row in counts:
            leave(body, row.row, dict(view.filled(row.row, block.left, block.right)), COUNTED)
        body.rows[:] = lines


def leave_statistics(body: Body) -> None:
    """Leave out rows called averages, least or most, where each of their figures lies between those of other rows."""
    found = [row for row in body.rows if not row.code and is_statistic(row.title)]
    others = [row for row in body.rows if row not in found and not is_total(row.title)] if found else []
    for row in found:
        if _lies_between(row, others):
            body.left_out.append(LeftOut(row.row, row.title, STATISTIC))
            body.rows.remove(row)


def _lies_between(row: Row, others: Sequence[Row]) -> bool:
    """Whether every figure of a row is at least the least of others in its column, and at most the most."""
    columns = [
        (figure, [other.figures[column] for other in others])
        for column, figure in enumerate(row.figures)
        if figure is not None
    ]
    stated = [(figure, [one for one in column if one is not None]) for figure, column in columns]
    return bool(stated) and all(len(column) >= FEW and min(column) <= one <= max(column) for one, column in stated)
