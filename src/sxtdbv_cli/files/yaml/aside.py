"""Amounts that stand in one line (``amounts: {total: 1.500, 2022: 700}``), set aside before libyaml splits the text.

They are half of a large plan file. One pattern takes them all out and a character stands in for each; where libyaml
finds that character as a value, the group stands. Only what both would read alike is set aside, and whatever does not
come out even or is wrong in the file is read again without.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import add
from typing import NamedTuple

from sxtdbv_cli.files.yaml.source import Figures

STAND_IN = "\ue001"

_AMOUNT = r"(?:0|-?[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,6}|-?[1-9][0-9]{0,17})"
_FIGURE = rf"\w{{1,40}}: {_AMOUNT}"
_LEFT = f" amounts: '{STAND_IN}'"
"""What is left of a group. Like a bracket, and unlike a plain word, a quote leaves what follows it to be looked at."""
_BEFORE, _AFTER = " amounts: {", "}"
_GROUP = re.compile(rf" amounts: \{{({_FIGURE}(?:, {_FIGURE})*)\}}(?=\r?\n)")


class Gaps(NamedTuple):
    """Where groups were taken out: the position behind the quote of each stand-in, and what the text lost up to it."""

    behind: Sequence[int]
    taken: Sequence[int]

    def real(self, position: int) -> int:
        """The position in the whole text of a position in the shorter one."""
        before = bisect_left(self.behind, position)
        return position + (self.taken[before - 1] if before else 0)


class Aside(NamedTuple):
    """A text with a stand-in for each group that was set aside, and the groups in their order."""

    text: str
    figures: Iterator[Figures]
    gaps: Gaps


def set_aside(text: str) -> Aside | None:
    """A text without its groups of amounts; None where it has none."""
    between = [text] if STAND_IN in text else _GROUP.split(text)
    groups = between[1::2]
    del between[1::2]
    if not groups:
        return None
    rest = len(_LEFT) - len(_BEFORE)  # behind the quote, which stands for the bracket
    behind = [end - rest for end in accumulate(len(piece) + len(_LEFT) for piece in between[:-1])]
    taken = list(accumulate(len(group) + len(_AFTER) - rest for group in groups))
    figures = map(Figures, groups, map(add, behind, (0, *taken)))
    return Aside(_LEFT.join(between), figures, Gaps(behind, taken))
