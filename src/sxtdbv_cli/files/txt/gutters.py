"""Where columns begin in lines that are set out with blanks: behind places that are blank in every line, or where notes
behind the last figures do.

Readers of PDF move a figure by a place to either side; so the first and the last character of one do not count.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from sxtdbv_cli.files.txt.lines import begin_of

LEAST_BEGUN = 3
"""So many cells set to the left, each behind two blanks, show that a column begins where they do."""
LEAST_FIGURES = 2
_FIGURE = re.compile(r"[-+(]*\d[\d.,']*\)?%?|-").fullmatch
_WORD = re.compile(r"\S+")
_LONG = re.compile(r"(?<!\S)[-+(]*(\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d+[.,]\d+)\)?(?!\S)")
"""A figure that is certainly whole: ``1 234`` may be two."""


class Columns(NamedTuple):
    """The places where columns begin, and those of them that only one blank parts from the column before."""

    starts: list[int]
    narrow: frozenset[int]

    def cut(self, line: str, own: Sequence[int]) -> list[tuple[int, str]]:
        """A line cut where some of the columns begin: where each cell begins, and its text. A word that stands
        across is in the column that has more of it."""
        places = [0, *(_boundary(line, start) for start in own[1:]), len(line)]
        return [(begin, line[begin:end]) for begin, end in pairwise(places)]


def _boundary(line: str, at: int) -> int:
    """The end of a word nearest to a place."""
    before = line[:at]
    if before.endswith(" ") or not line[at : at + 1].strip():
        return min(at, len(line))
    begin = before.rfind(" ") + 1
    end = line.find(" ", at) if " " in line[at:] else len(line)
    return begin if at - begin < end - at else end


def columns(cut: Sequence[str], others: Sequence[str]) -> Columns:
    """Where columns begin: behind two blanks; behind one where only figures end before it, or where cells begin that
    are set to the left and none crosses it.

    Args:
        cut: the lines of the table in which two blanks or more part some cells.
        others: those in which none do, for they hold one cell or go on with one.
    """
    cut = [*cut, *_set_in(others)]
    shrunk = (_LONG.sub(lambda match: f" {match[0][1:-1]} ", line) for line in cut)  # figures without their ends
    filled, raw, crossed = _filled(shrunk), _filled(cut), _filled([*cut, *others])
    first = filled.index(True)
    found, narrow = [0], set()
    for at in range(first + 2, len(filled)):
        if filled[at] and not filled[at - 1]:
            if not filled[at - 2]:
                found.append(at)
            elif not raw[at - 1] and (_behind_figures(cut, at - 1) or (not crossed[at - 1] and _begun(cut, at))):
                found.append(at)
                narrow.add(at)
    return Columns(found, frozenset(narrow))


def _set_in(lines: Sequence[str]) -> list[str]:
    """Those of some lines of one cell that begin where most do, if enough do: a column begins there."""
    begun = Counter(begin_of(line) for line in lines if line.strip())
    at, often = begun.most_common(1)[0] if begun else (0, 0)
    return [line for line in lines if begin_of(line) == at] if often >= LEAST_BEGUN else []


def _filled(lines: Iterable[str]) -> list[bool]:
    """Whether each place has a character in any line."""
    filled = bytearray()
    for line in lines:
        filled.extend(bytes(max(0, len(line) - len(filled))))
        for begin, end in (word.span() for word in _WORD.finditer(line)):
            filled[begin:end] = b"\1" * (end - begin)
    return [*map(bool, filled)]


def _behind_figures(lines: Sequence[str], blank: int) -> bool:
    """Whether all that ends right before a blank are figures, set to the right."""
    words = [line[:blank].rsplit(maxsplit=1)[-1] for line in lines if line[blank - 1 : blank].strip()]
    return len(words) >= LEAST_FIGURES and all(map(_FIGURE, words))


def _begun(lines: Sequence[str], at: int) -> bool:
    """Whether enough cells begin at a place behind two blanks."""
    return sum(line[at - 2 : at] == "  " and line[at : at + 1].strip() != "" for line in lines) >= LEAST_BEGUN
