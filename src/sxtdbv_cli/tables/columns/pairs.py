"""What the words of two columns are to each other: the first groups, opens or numbers what the second names."""

import re
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.columns.content import sample
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.tables.words.totals import is_total

Pair = tuple[str, str]
_NUMBER = re.compile(r"[.-]*\d[\dxX.-]*").fullmatch
"""The number of an account, or of a class of them: *60xxx*."""


def pairs(view: View, block: Block, columns: Sequence[int], other: int) -> list[Pair]:
    """On each row that is looked at the text of the first of some columns that has one, and that of another column."""
    return [
        (next((text for column in columns if (text := view.spread(row, column))), ""), view.text(row, other))
        for row in sample(block)
    ]


def runs(rows: Sequence[Pair]) -> bool:
    """Whether the first of two columns says the same on several lines in a row, once each, and the second differs on
    these: a list of departments, each with the same kinds of expenditure."""
    listed = [[other for _, other in run] for _, run in groupby((pair for pair in rows if all(pair)), itemgetter(0))]
    firsts = {one for one, other in rows if one and other}
    return len(listed) == len(firsts) > 1 and all(len({*run}) == len(run) > 1 for run in listed)


def groups(rows: Sequence[Pair]) -> bool:
    """Whether the first of two columns says little, again and again, and the second more, or never the same."""
    named = [pair for pair in rows if pair[1]]
    first, second = ({pair[side] for pair in named} for side in (0, 1))
    few = 2 * len(first) <= len(named) or (len(second) == len(named) and 3 * len(first) <= 2 * len(named))
    return len(second) > len(first) and few


def opens(rows: Sequence[Pair]) -> bool:
    """Whether the first of two columns opens groups that the second names, and stands alone at totals only."""
    named = [one for one, other in rows if other]
    alone = [one for one, other in rows if one and not other]
    open_ = [one for one in named if one]
    return bool(alone) and all(map(is_total, alone)) and named[:1] == open_[:1] and 1 < len(open_) < len(named)


def numbers(rows: Sequence[Pair]) -> bool:
    """Whether the first of two columns numbers what the second names, and has words alone: those of headings."""
    beside = [one for one, other in rows if other]
    alone = [one for one, other in rows if one and not other]
    numbered = sum(map(bool, map(_NUMBER, beside)))
    return numbered > 1 and 3 * numbered >= 2 * len(beside) and all(any(map(str.isalpha, one)) for one in alone)
