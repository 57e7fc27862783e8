"""What the cells of a column are."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.numbering import marks_of
from sxtdbv_cli.tables.totals.exact import is_slip
from sxtdbv_cli.tables.units.money import SIGNS
from sxtdbv_cli.tables.view import View, is_day, is_figure, is_words, is_year, labelled, said
from sxtdbv_cli.tables.words.headings import is_again
from sxtdbv_cli.tables.words.totals import is_total

SAMPLE = 400
"""So many rows of a body are looked at to tell what a column holds."""
LONGEST_CODE = 6
FEW = 2
THOUSAND = 3
_ACCOUNT = re.compile(r"(?!(19|20)\d\d[-/]|\d\d?/\d\d?(/|$))([A-Z]{1,3}-?)?\d[\dA-Z]*([.\-/][\dA-Z]+)+").fullmatch
_TAG = re.compile(r"(?!FY|Q\d)[A-Z]{1,3}[ .-]?\d{1,3}([.-]\d{1,3})*[a-z]?").fullmatch
_SHORT = re.compile(
    r"[-+–−(~]*[$€£¥]?\s?\d[\d.,]*\s?(k|m|b|mn|mio|bn|tn|million|billion)\.?\)?", re.IGNORECASE
).fullmatch
_COUNTED = re.compile(r"[1-9]\d{0,3} ?[^\W\d_]{2,15}").fullmatch
_DECIMALS = re.compile(r".*\d[.,](?=\d?[1-9])\d{1,2}0*").fullmatch
_LETTERED = re.compile(r"\d{1,3}[a-z]?").fullmatch
_NOUGHT = re.compile(r"0[1-9](\.\d{1,2})*\.?").fullmatch
_GROUPED = re.compile(r"[-(]?\d{1,3}(?:[.,\s']\d{3})+\)?").fullmatch
_SPACED = re.compile(r"[1-9]\d{0,2}(?:[\s']\d{3})+").fullmatch
_KEY = re.compile(r"(?!FY|(19|20)\d\d)[A-Z]{1,4}-?\d{2,6}[A-Z]?|(?=.*\d)(?=.*[A-Z])[A-Z\d]{8,}").fullmatch
_COMPOUND = re.compile(r"[A-Z]\.[IVX]{1,5}(?:\.\d{1,2})*\.?").fullmatch
"""A code of several levels, which may be longer than others: *P.II.1.*"""
_REMARK = re.compile(r"\(\d{1,2}\)|\d{1,2}(\.\d{1,2}){1,3}").fullmatch
_WHOLE = re.compile(r"-?\d+(\.\d+)?").fullmatch
_MONEY = re.compile(rf"[-(]*[{''.join(SIGNS)}]|[-+]\d|\d[\d.,]*-$|\d[\d.,\s]*([{''.join(SIGNS)}đ]|kr\.?|zł)$").match

_SIGNED = re.compile(rf"^[{''.join(SIGNS)}]\s?|\s?[{''.join(SIGNS)}đ]$")


class Content(NamedTuple):
    """What the cells of a column are: how many are figures, words, percentages, filled, years; the rest is whether.
    Of cells that nobody looked at nothing is known."""

    figures: int = 0
    words: int = 0
    percents: int = 0
    filled: int = 0
    years: int = 0
    distinct: int = 0  # how many different words there are
    different: int = 0  # how many different cells of any kind there are
    numbered: bool = False  # it numbers its rows one by one
    coded: bool = False  # all words are letters and numerals that number
    accounts: bool = False  # most cells are numbers of accounts (``01-4130-110``)
    keyed: bool = False  # most are letters and a number (``SC101``)
    large: bool = False  # most figures are a thousand and more
    running: bool = False  # whole numbers count upwards from nought, or from one on every line
    fixed: bool = False  # all are numbers of as many digits, three at least or some with a nought before
    padded: bool = False  # all are whole numbers, some with a nought before
    noughts: bool = False  # most have a nought before, as numbers of lines have (*01*, *01.1*)
    tagged: bool = False  # all are letters and a number (*WP1*, *SP 1.2*), each another
    counted: bool = False  # most cells are a number of something (*12 months*)
    short: bool = False  # most cells are sums of money in short (*$44.07B*)
    prose: bool = False  # most words are no codes: long, and without a digit
    decimals: bool = False  # a quarter of the figures and more have decimals
    listed: bool = False  # the whole numbers count from one, and from one again
    valued: bool = False  # figures have a sign of money, a plus or a minus, or are numbers with decimals
    totalled: bool = False  # a total has a figure there that may be the sum of the others
    summed: bool = False  # the last of them is that sum
    names_total: bool = False  # words are those of a total
    noted: bool = False  # all figures are the numbers of notes (*(1)*, *7.45*)
    one_year: bool = False  # all cells, of several, name one year

    @property
    def names_lines(self) -> bool:
        """Whether the words of a column are codes, which stand beside the titles."""
        return self.keyed or self.accounts or self.tagged

    @property
    def numbers_lines(self) -> bool:
        """Whether a column without a heading numbers the lines, other than as the rows of an export are counted."""
        return (self.numbered or self.fixed or self.padded or self.coded) and not self.running

    @property
    def numbers_groups(self) -> bool:
        """Whether numbers of one length come again and again, as those of groups do."""
        return self.fixed and not self.numbered


def content_of(view: View, rows: Sequence[int], column: int, totals: Sequence[int]) -> Content:
    """What the cells of a column are, on the rows that are looked at, of which some are those of totals."""
    cells = [cell for row in rows if (cell := view.at(row, column))]
    figures = [cell for cell in cells if is_figure(cell) or cell.kind in (Kind.ERROR, Kind.PENDING)]
    if labels := _labels(view, rows, column) if figures else []:
        cells = [cell for cell in cells if cell not in labels]
    words = [cell for cell in cells if is_words(cell) and not (figures and cell.text.strip() in "xX")]  # a blank
    named = [cell for cell in cells if not (is_words(cell) and is_total(said(cell)))]
    codes = [cell.text for cell in named]
    whole = [text for cell in cells if (text := cell.text.strip().rstrip(".")).isdecimal()]
    years = sum(is_year(cell) or is_day(cell) for cell in figures)
    accounts, keyed = (3 * sum(map(is_one, cells)) >= 2 * len(cells) > FEW for is_one in (_is_account, _is_key))
    dotted = any(cell.text.strip().endswith(".") for cell in cells)
    listed = len(whole) == len(_to_last_number(named)) > 0  # nothing but whole numbers
    padded = listed and any(text[0] == "0" != text for text in whole)
    fixed = listed and len({len(text) for text in whole}) == 1
    totalled, summed = _totals_in(view, rows, column, totals)
    return Content(
        figures=len(figures),
        words=len(words),
        percents=sum("%" in cell.format or cell.text.rstrip().endswith("%") for cell in figures),
        filled=len(cells),
        years=years,
        distinct=len({cell.text for cell in words}),
        different=len({cell.text for cell in cells}),
        numbered=listed and len(set(whole)) == len(whole) > 1,
        coded=bool(words and codes) and _are_codes(codes),
        accounts=accounts,
        keyed=keyed,
        large=2 * sum(map(_is_large, figures)) > len(figures),
        running=bool(cells) and not dotted and _counts(whole, every=len(whole) == len(rows)),
        fixed=fixed and (len(whole[0]) >= THOUSAND or padded),
        padded=padded,
        noughts=2 * sum(bool(_NOUGHT(cell.text.strip())) for cell in cells) > len(cells),
        tagged=FEW < len(codes) == len(set(codes)) and all(_TAG(text.strip()) for text in codes),
        counted=2 * sum(bool(_COUNTED(cell.text.strip())) for cell in words) > len(cells) > 1,
        short=2 * sum(bool(_SHORT(cell.text.strip())) for cell in cells) > len(cells),
        prose=3 * sum(map(_is_prose, words)) > 2 * len(cells) > 0,
        decimals=0 < len(figures) <= 4 * sum(bool(_DECIMALS(cell.text)) for cell in figures),
        listed=len(whole) in (len(figures), len(codes)) and _lists(whole),
        valued=any(map(_is_valued, figures)),
        totalled=totalled,
        summed=summed,
        names_total=any(is_total(said(cell)) for cell in words),
        noted=bool(figures) and all(_REMARK(cell.text.strip()) for cell in figures),
        one_year=1 < years == len(cells) and len({cell.text for cell in cells}) == 1,
    )


def _labels(view: View, rows: Sequence[int], column: int) -> list[GridCell]:
    """The words of a column, behind the first of a table, that are the name of a row (``body/row.py``)."""
    held = [cells for row in rows if (cells := view.filled(row))]
    if all(cells[0][0] >= column for cells in held):
        return []
    return [cells[0][1] for cells in held if cells[0][0] == column and labelled(cells)]


def _to_last_number(cells: Sequence[GridCell]) -> Sequence[GridCell]:
    """Cells without those behind the last number: rows of shares, and notes below a list."""
    texts = [cell.text.strip().rstrip(".") for cell in cells]
    numbers = [at for at, text in enumerate(texts) if text.isdecimal() or _DECIMALS(text)]
    return cells[: numbers[-1] + 1] if numbers else ()


def _are_codes(texts: Sequence[str]) -> bool:
    """Whether all texts are short codes; those of a form (*11a*, *11b*, *12*) are all different."""
    if any(len(text) > LONGEST_CODE and not _COMPOUND(text) for text in texts):
        return False
    lettered = len(set(texts)) == len(texts) and all(_LETTERED(text.strip().rstrip(".")) for text in texts)
    return lettered or all(map(marks_of, texts))


def _is_prose(cell: GridCell) -> bool:
    """Whether a cell holds more words than a code has, or letters alone and more of them, with marks or not."""
    words = [word for part in cell.text.split() if (word := re.sub(r"\W", "", part))]
    return len(words) > FEW or (sum(map(len, words)) > LONGEST_CODE and all(map(str.isalpha, words)))


def _is_account(cell: GridCell) -> bool:
    """Whether a cell is the number of an account, in groups of digits; years, spans of years and days are none."""
    return cell.kind is Kind.TEXT and bool(_ACCOUNT(cell.text.strip()))


def _is_key(cell: GridCell) -> bool:
    """Whether a cell is letters and a number of two digits or more (*SC101*, *E07*), as cost centres have, or a long
    word of capitals and digits (*FT26214A1B2C*), as transfers have."""
    return cell.kind is Kind.TEXT and bool(_KEY(cell.text.strip()))


def _is_large(cell: GridCell) -> bool:
    """Whether a figure has more than three digits before a point; a typed one may have its thousands in groups."""
    grouped = cell.kind is Kind.TEXT and _GROUPED(cell.text.strip())
    return bool(grouped) or len(re.sub(r"\D", "", cell.text.partition(".")[0])) > THOUSAND


def _counts(whole: Sequence[str], *, every: bool) -> bool:
    """Whether whole numbers count upwards as the rows of an export do: from nought, or from one on every row."""
    numbers = [*map(int, whole)]
    ascending = bool(numbers) and numbers == sorted(set(numbers))
    return ascending and (numbers[0] == 0 or (numbers[0] == 1 and every))


def _is_valued(cell: GridCell) -> bool:
    """Whether a figure is one that no code is: with a sign of money, a plus or a minus, a number with decimals, or one
    with its thousands set off by blanks."""
    if cell.kind is Kind.NUMBER:
        return cell.text.startswith("-") or len(cell.text.rstrip("0").partition(".")[2]) > FEW
    return bool(_MONEY(cell.text.strip()) or _SPACED(cell.text.strip()))


def _totals_in(view: View, rows: Sequence[int], column: int, totals: Sequence[int]) -> tuple[bool, bool]:
    """Whether a total has a figure in a column that is not small beside all that are none together, as codes are; and
    whether the last total states what all others come to, slips of the hand apart. Of few figures neither is told."""
    cells = {row: cell for row in rows if (cell := view.at(row, column))}
    stated = {row: Decimal(text) for row, cell in cells.items() if _WHOLE(text := _ungrouped(cell))}
    found = [stated[row] for row in totals if row in stated] if len(stated) > THOUSAND else []
    most = max(map(abs, found), default=Decimal(0))
    last = [row for row in totals[-1:] if found and row in stated]
    added = [int(value) for row, value in stated.items() if row not in last]
    summed = any(stated[row] == sum(added) or is_slip(int(stated[row]), added) for row in last)
    return bool(found) and FEW * most >= sum(map(abs, stated.values())) - sum(map(abs, found)), summed


def _ungrouped(cell: GridCell) -> str:
    """The text of a cell, a typed figure without a sign of money and the marks between its groups."""
    text = cell.text.strip()
    text = text if text[-1:].isdecimal() and text[:1].isdecimal() else _SIGNED.sub("", text)
    return re.sub(r"[.,\s']", "", text) if cell.kind is Kind.TEXT and _GROUPED(text) else text


def is_total_row(view: View, row: int) -> bool:
    """Whether the words of a row are those of a total, and no others are there."""
    words = [said(cell) for _, cell in view.filled(row) if is_words(cell)]
    return len(words) == 1 and is_total(words[0])


def total_rows(view: View, rows: Sequence[int]) -> list[int]:
    """The rows of totals: those that are called so, else the last where it has figures and no words."""
    named = [row for row in rows if is_total_row(view, row)]
    last = view.filled(rows[-1]) if rows else []
    nameless = sum(map(is_figure, (cell for _, cell in last))) > 1 and not any(is_words(cell) for _, cell in last)
    return named or [*rows[-1:]] * nameless


def _lists(whole: Sequence[str]) -> bool:
    """Whether whole numbers count as those of the lines of several sections do: each is the next, or one."""
    numbers = [0, *map(int, whole)]
    return len(numbers) > FEW and all(after in (1, before + 1) for before, after in pairwise(numbers))


@lru_cache(maxsize=1)  # every column is looked at on the same rows
def sample(view: View, block: Block) -> Sequence[int]:
    """The rows of a body that are looked at, without those that say the header once more."""
    names = {
        column: {view.text(row, column) for row in range(block.header, block.body)}
        for column in range(block.left, block.right + 1)
    }

    def repeats(row: int) -> bool:
        cells = view.filled(row, block.left, block.right)
        again = bool(cells) and all(is_again(said(cell), names[column]) for column, cell in cells)
        return again and (len(cells) > 1 or is_words(cells[0][1]))  # the numbers of columns are said once more, too

    return [row for row in block.first_rows(SAMPLE) if not repeats(row)]
