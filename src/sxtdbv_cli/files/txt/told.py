"""What is to be said of a page that was set out with blanks: where nothing but a place between two columns, or the
middle of a row, told where a text belongs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from sxtdbv_cli.files.txt.cell import is_amount, says_words
from sxtdbv_cli.files.txt.gutters import Columns
from sxtdbv_cli.files.txt.tokens import Lines, Part, Row
from sxtdbv_cli.model.finding import Fact
from sxtdbv_cli.text.language import Text

MOST = 20
"""So many figures that stand off their columns are told of one page."""
FAR = 3
"""So many places a figure may stand off its column, for all that a reader of PDF moves it."""
NARROW = Text(
    "ở {rows:d} dòng chỉ một dấu cách ngăn cột “{one}” với cột “{other}”: từ ở chỗ đó có thể thuộc cột kia; hãy đối "
    "chiếu với bản gốc",
    "on {rows:d} {rows:line|lines} only one blank parts the columns “{one}” and “{other}”: a word there may belong to "
    "the other one; compare it with the original",
)
CENTRED = Text(
    "ô của {rows:d} dòng trải ra trên và dưới số thứ tự của nó; các dòng chữ được ghép theo vị trí chính giữa",
    "cells of {rows:d} {rows:row|rows} reach over lines around its code; they were put together by their middle",
)
SHIFTED = Text(
    "số “{figure}” đứng lệch khỏi cột “{heading}”, và cột bên cạnh trống ở dòng này: nó có thể thuộc cột đó; hãy đối "
    "chiếu với bản gốc",
    "the figure “{figure}” stands off its column “{heading}”, and the next column is blank on this line: it may belong "
    "there; compare it with the original",
)


class Told(NamedTuple):
    """Something that is said of the row on a line of the text."""

    line: int
    column: int
    facts: Mapping[str, Fact]
    message: Text


def of_gutters(lines: Lines, found: Columns, head: Row) -> Iterator[Told]:
    """Where words stand on both sides of the one blank between two columns."""
    for column, start in enumerate(found.starts):
        near = [number for number, line in lines if start in found.narrow and _touches(line, start)]
        if near:
            one, other = _heading(head, column - 1), _heading(head, column)
            yield Told(near[0], column, {"rows": len(near), "one": one, "other": other}, NARROW)


def _touches(line: str, start: int) -> bool:
    """Whether a word that is no figure ends one blank before the beginning of a column."""
    before, _, behind = line[:start].rpartition(" ")
    return (
        not behind and before[-1:].strip() != "" and line[start : start + 1].strip() != "" and says_words(before[-9:])
    )


def of_figures(rows: Sequence[Row], head: Row) -> Iterator[Told]:
    """Figures that stand off their column where the next one is blank."""
    for column in range(2, max(map(len, rows), default=0)):
        cells = [(row, row[column].parts[0]) for row in rows if len(row) > column and is_amount(row[column].text)]
        usual = [_usual(part.column + side * len(part.text) // 2 for _, part in cells) for side in range(3)]
        for row, part in islice(((row, part) for row, part in cells if _is_off(part, usual)), MOST):
            towards = column + (1 if part.column + len(part.text) > usual[2] else -1)
            if 1 < towards < len(row) and row[towards].blank:
                yield Told(part.line, column, {"figure": part.text, "heading": _heading(head, column)}, SHIFTED)


def of_middles(rows: Sequence[Row]) -> Iterator[Told]:
    """Rows that were put together around the lines of their codes."""
    spread = [row for row in rows if len({part.line for piece in row for part in piece.parts}) > 1]
    if spread:
        yield Told(line_of(spread[0]), 0, {"rows": len(spread)}, CENTRED)


def line_of(row: Row) -> int:
    """The first line of a row; 0 if nothing stands in it."""
    return min((part.line for piece in row for part in piece.parts), default=0)


def _usual(places: Iterable[int]) -> int:
    """The commonest of some places."""
    return Counter(places).most_common(1)[0][0] if (places := [*places]) else 0


def _is_off(part: Part, usual: Sequence[int]) -> bool:
    """Whether neither the beginning, the middle nor the end of a figure is where it is in its column."""
    return all(abs(part.column + side * len(part.text) // 2 - at) > FAR for side, at in enumerate(usual))


def _heading(head: Row, column: int) -> str:
    return head[column].text if column < len(head) else ""
