"""What the cells of a column are."""

from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.numbering import marks_of
from sxtdbv_cli.tables.view import View, is_figure, is_words, is_year, said
from sxtdbv_cli.tables.words import is_total

SAMPLE = 400
"""So many rows of a body are looked at to tell what a column holds."""
LONGEST_CODE = 6


class Content(NamedTuple):
    """How many cells of a column hold figures, words, percentages, years; whether it numbers its rows one by one; how
    many different words it holds; whether those are letters and numerals that number."""

    figures: int
    words: int
    percents: int
    filled: int
    years: int
    numbered: bool
    distinct: int
    coded: bool


def content_of(view: View, rows: Sequence[int], column: int) -> Content:
    """What the cells of a column are, on the rows that are looked at."""
    cells = [cell for row in rows if (cell := view.at(row, column))]
    figures = [cell for cell in cells if is_figure(cell) or cell.kind in (Kind.ERROR, Kind.PENDING)]
    words = [cell for cell in cells if is_words(cell)]
    percents = sum("%" in cell.format or cell.text.rstrip().endswith("%") for cell in figures)
    codes = [cell.text for cell in cells if not (is_words(cell) and is_total(said(cell)))]
    whole = [cell.text for cell in figures if cell.text.isdecimal()]
    numbered = len(whole) == len(codes) and len(set(whole)) == len(whole) and len(whole) > 1
    years = sum(is_year(cell) for cell in figures)
    coded = bool(words and codes) and all(len(text) <= LONGEST_CODE and marks_of(text) for text in codes)
    distinct = len({cell.text for cell in words})
    return Content(len(figures), len(words), percents, len(cells), years, numbered, distinct, coded)


def sample(block: Block) -> range:
    """The rows of a body that are looked at."""
    return block.first_rows(SAMPLE)


def without_headers(view: View, block: Block) -> list[int]:
    """The rows of a body that are looked at, without those that say the header once more."""
    names = {
        column: {view.text(row, column) for row in range(block.header, block.body)}
        for column in range(block.left, block.right + 1)
    }

    def repeats(row: int) -> bool:
        cells = view.filled(row, block.left, block.right)
        return bool(cells) and all(is_words(cell) and said(cell) in names[column] for column, cell in cells)

    return [row for row in sample(block) if not repeats(row)]
