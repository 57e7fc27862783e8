"""The headings of columns."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.tables.words.titles import is_of_which
from sxtdbv_cli.text.saying import Late

_ROUND = str.maketrans("[]", "()")
_FACTOR = r"(?:\([^x×*=()]+\)|[^x×*=+()]+)"
_PRODUCT = Late(rf"\w+=(?:({_FACTOR}(?:[x×*]{_FACTOR})+)|(\w+(?:\.\w+)+))").fullmatch
_ALONE = Late(r"\((\w+)\)").sub
_CONSTANT = Late(r"(\d+(?:[.,]\d+)*)(%?)(?:t|th|tháng|đ|đồng)?", re.IGNORECASE).fullmatch
"""A number that a rule multiplies: *12*, *0,09*, *14%*, *6 tháng*, *2.340.000*."""
_GROUPED = Late(r"[1-9]\d{0,2}(?:\.\d{3}|,\d{3})+").fullmatch
_BRACKETED = re.compile(r"\(.*[^\W\d].*\)").fullmatch


class Head(NamedTuple):
    """The heading of a column: what each row of the header says of it, from the top, and its number if it has one."""

    column: int
    parts: tuple[str, ...]
    label: str = ""

    @property
    def text(self) -> str:
        """The heading in one line."""
        return ": ".join(self.parts)

    @property
    def factors(self) -> list[str]:
        """The numbers of columns, sums of such, or numbers, that its own says it is the product of: ``5=3x4``,
        ``5=(3+4)x0,09``."""
        said = _PRODUCT(_ALONE(r"\1", self.label.replace(" ", "").replace("X", "x"))) if "=" in self.label else None
        if said is None:
            return []
        return [name.strip("()") for name in re.split("[x×*]", said[1])] if said[1] else said[2].split(".")


def constants(factor: str) -> list[Fraction]:
    """The numbers that a factor of a rule may be, if it is one and no name of a column: *1.490* is either of two."""
    said = _CONSTANT(factor)
    if said is None:
        return []
    once = sum(map(said[1].count, ".,")) <= 1
    readings = [said[1].replace(",", ".")] if once else []
    readings += [re.sub("[.,]", "", said[1])] if _GROUPED(said[1]) else []
    return [Fraction(number) / (100 if said[2] else 1) for number in readings]


def headings(view: View, block: Block) -> list[Head]:
    """The heading of every column of a block; groups head the columns to their right where cells are not merged."""
    rows = [row for row in range(block.header, block.body) if row != block.labels and not view.is_blank(row)]
    texts = [[view.spread(row, column) for column in range(block.left, block.right + 1)] for row in rows]
    for at in range(len(texts) - 1, 0, -1):  # what is filled below is filled above, too
        _fill_right(texts[at - 1], texts[at])
        _remark(texts[:at], texts[at])
    again = [view.text(row, column) for row in rows[:1] for column in range(block.left, block.right + 1)]
    if len(texts) > 1 and len(set(texts[0])) == 1 and all(texts[1]) and 2 * again.count(texts[0][0]) > len(again):
        rows, texts = rows[1:], texts[1:]  # one text, written over nearly every column, names the table
    found = []
    for offset, column in enumerate(range(block.left, block.right + 1)):
        said = [(row, text[offset]) for row, text in zip(rows, texts, strict=True) if text[offset]]
        kept = tuple(
            part
            for index, (row, part) in enumerate(said)
            if index == 0 or part != said[index - 1][1] or _says_again(view, row, column, part)
        )
        label = view.text(block.labels, column) if block.labels is not None else ""
        found.append(Head(column, kept, label.removesuffix(".0").translate(_ROUND)))
    return found


def _says_again(view: View, row: int, column: int, part: str) -> bool:
    """Whether a *trong đó* below another is a group of its own within that, not a cell merged with the one above."""
    span = view.merged.get((row, column))
    return is_of_which(part) and (span is None or span.top == row) and view.spread(row - 1, column) == part


def _remark(rows: Sequence[list[str]], below: list[str]) -> None:
    """What stands in brackets below the heading of one column is a remark on it: *Tổng vốn*, *(triệu đồng)*."""
    above = rows[-1]
    for offset, text in enumerate(below):
        beside = (*above[max(0, offset - 1) : offset], *above[offset + 1 : offset + 2])
        if _BRACKETED(text) and above[offset] not in ("", text, *beside):
            heading = above[offset]
            below[offset] = f"{heading} {text}"
            for row in rows:
                row[offset] = "" if row[offset] == heading else row[offset]


def _fill_right(above: list[str], below: Sequence[str]) -> None:
    """A group that heads one column and more heads those to its right, as long as they have a heading of their own."""
    for offset in range(1, len(above)):
        if not above[offset] and above[offset - 1] and below[offset] and below[offset - 1]:
            above[offset] = above[offset - 1]
