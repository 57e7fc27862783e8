"""SX518: titles that many lines share, beside a column that was not read and tells these apart."""

from collections import Counter
from collections.abc import Iterator

from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.model.sheet import GRID, Doubt
from sxtdbv_cli.tables.columns.reasons import SECOND, WORDS
from sxtdbv_cli.tables.doubts.codes import HEADER
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.text.language import Text

FEW = 3

SAME = Text(
    "nhiều dòng có cùng nội dung; cột {letters}, không được đọc, cho biết chúng khác nhau ở đâu",
    "many lines have the same title; column {letters}, which was not read, tells them apart",
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """The first column of words that was not read and tells lines apart which have the same code and title."""
    columns = [taken.head.column for taken in reading.taken if taken.why in (WORDS, SECOND)]
    if not columns:
        return
    stated = [row for row in reading.body.rows if any(figure is not None for figure in row.figures)]
    rows = [row for row in stated if row.title and not is_total(row.title)]
    names = [(row.code, row.title) for row in rows]
    times = Counter(names)
    if len(rows) <= FEW or 2 * sum(times[name] > 1 for name in names) < len(rows):
        return
    view, block = reading.chosen.view, reading.chosen.block
    for column in columns:
        told = {(*name, view.text(row.row, column)) for row, name in zip(rows, names, strict=True)}
        if len(told) == len(rows):
            yield Doubt(HEADER, (GRID, block.header, column), {"letters": column_letters(column + 1)}, SAME)
            return
