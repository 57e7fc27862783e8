"""SX518: which column names the lines, where another that was not read names them as well, or tells them apart."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.model.sheet import GRID, Doubt, Use
from sxtdbv_cli.tables.body.lines import Row
from sxtdbv_cli.tables.columns.by_use import columns_of
from sxtdbv_cli.tables.columns.reasons import BY_CONTENT, SECOND, WORDS
from sxtdbv_cli.tables.columns.taken import Taken
from sxtdbv_cli.tables.doubts.codes import HEADER
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.view import is_words
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.text.language import Text

FEW = 3
MOST = 4
"""A column names the lines where at most one of so many is without a name of its own there."""

SAME = Text(
    "nhiều dòng có cùng nội dung; cột {letters}, không được đọc, cho biết chúng khác nhau ở đâu",
    "many lines have the same title; column {letters}, which was not read, tells them apart",
)
UNTITLED = Text(
    "có dòng không có nội dung mà cột {letters}, không được đọc, có chữ ở đó; nội dung có thể nằm ở cột này",
    "some lines have no title, but words in column {letters}, which was not read; their titles may stand there",
)
SELDOM = Text(
    "phần lớn các dòng không có gì ở cột {title}, được coi là cột nội dung; nội dung có thể là cột {letters}",
    "most lines have nothing in column {title}, which was taken for the titles; these may stand in column {letters}",
)
TWICE = Text(
    "có dòng có chữ ở cả hai cột nội dung {title} và {letters}; nội dung có thể bị tách ra hai ô, không phải hai cấp",
    "some lines have words in both columns of titles, {title} and {letters}; one title may be split over two cells, "
    "and the columns show no levels",
)
OTHER = Text(
    "nội dung được lấy từ cột {title}, nhưng cột {letters}, không được đọc, cũng gọi tên từng dòng",
    "the titles were taken from column {title}, but column {letters}, which was not read, names each line as well",
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """The first column of words that was not read and tells the lines apart, names those without a title, or all."""
    unread = [taken for taken in reading.taken if taken.why in (WORDS, SECOND)]
    stated = [row for row in reading.body.rows if any(figure is not None for figure in row.figures)]
    several = sum(taken.use is Use.TITLE for taken in reading.taken) > 1
    looked_at = stated if unread or several or reading.chosen.block.left else []
    rows = [row for row in looked_at if row.title and not is_total(row.title)]
    title = next(taken for taken in reading.taken if taken.use is Use.TITLE)
    for message, found in (
        (SAME, _apart(reading, unread, rows)),
        (UNTITLED, _untitled(reading, stated)),
        (SELDOM, _seldom(reading, stated)),
        (TWICE, _twice(reading, rows)),
        (OTHER, _other(reading, title, unread, rows)),
    ):
        if found is not None:
            facts = {"letters": column_letters(found + 1), "title": column_letters(title.head.column + 1)}
            yield Doubt(HEADER, (GRID, reading.chosen.block.header, found), facts, message)
            return


def _apart(reading: Reading, unread: Sequence[Taken], rows: Sequence[Row]) -> int | None:
    """The first column that tells apart lines which have the same code and title below the same line."""
    at, parents = reading.structure.lines_by_row, reading.structure.parents
    names = [(parents[at[row.row]] if row.row in at else None, row.code, row.title) for row in rows]
    times = Counter(names)
    if len(rows) <= FEW or 2 * sum(times[name] > 1 for name in names) < len(rows):
        return None
    view = reading.chosen.view
    for taken in unread:
        told = {(*name, view.text(row.row, taken.head.column)) for row, name in zip(rows, names, strict=True)}
        if len(told) == len(rows):
            return taken.head.column
    return None


def _untitled(reading: Reading, stated: Sequence[Row]) -> int | None:
    """The first column that was not read and has words on lines without a title."""
    read = {taken.head.column for taken in reading.taken if taken.use not in (Use.SKIP, Use.NOTE)}
    filled = (cell for row in stated if not row.title for cell in reading.chosen.view.filled(row.row))
    return next((column for column, cell in filled if column not in read and is_words(cell)), None)


def _seldom(reading: Reading, stated: Sequence[Row]) -> int | None:
    """The column of codes, where most lines have something there and nothing in the column of titles."""
    columns, view = columns_of(reading.taken), reading.chosen.view
    if columns.code is None or reading.body.shared is not None:
        return None
    bare = [row.row for row in stated if not any(view.at(row.row, title) for title in columns.titles)]
    named = sum(view.at(row, columns.code) is not None for row in bare)
    return columns.code if 2 * named > len(stated) > FEW else None


def _twice(reading: Reading, rows: Sequence[Row]) -> int | None:
    """The second of two columns of titles that both have words on a line."""
    view, titles = reading.chosen.view, columns_of(reading.taken).titles
    named = ([column for column in titles if is_words(view.at(row.row, column))] for row in rows if len(titles) > 1)
    return next((filled[1] for filled in named if len(filled) > 1), None)


def _may_title(title: Taken, other: Taken) -> bool:
    """Whether a column may as well be that of the titles: it stands before them, or has a heading where they have
    none."""
    if other.head.column < title.head.column:
        return True
    return title.why == BY_CONTENT and bool(other.head.parts) and not title.head.parts


def _other(reading: Reading, title: Taken, unread: Sequence[Taken], rows: Sequence[Row]) -> int | None:
    """The first column that may as well be that of the titles, and has words on nearly every line, nearly all of them
    different."""
    view, several = reading.chosen.view, sum(taken.use is Use.TITLE for taken in reading.taken) > 1
    columns: list[int] = [
        *range(reading.chosen.block.left),
        *(one.head.column for one in unread if _may_title(title, one)),
    ]
    for column in columns if not several else ():
        texts = [view.text(row.row, column) for row in rows]
        words = {text for text in texts if text and not any(map(str.isdigit, text))}
        if MOST * len(words) >= (MOST - 1) * len(rows) > FEW:
            return column
    return None
