"""The figures of a line as sums of others are sought with them, and how much it says that they agree."""

from collections.abc import Mapping, Sequence

from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.tables.tree.structure import Structure

TELLING, SURE = 3, 6
"""So many digits that agree are no chance; so many wherever the lines begin that are added."""
FEW = 2
"""So many lines are a group."""


def figures_of(found: Structure, line: int, below: Mapping[int, Sequence[int]]) -> tuple[Sequence[Amount], int]:
    """What a line states, or those below it where it states nothing; and how many lines it is made of."""
    own = found.entries[line].figures
    if found.entries[line].has_figures:
        return own, max(1, len(below.get(line, ()))) * any(own)
    parts = [figures_of(found, child, below) for child in below.get(line, ())]
    stated = [
        [amount for amount in column if amount is not None] for column in zip(*[p for p, _ in parts], strict=True)
    ]
    return [sum(column) if column else None for column in stated] or own, sum(count for _, count in parts)


def is_telling(figures: Sequence[Amount], digits: int = TELLING) -> bool:
    """Whether figures have so many digits that they agree with others by no chance."""
    return sum(len(str(abs(amount)).rstrip("0")) for amount in figures if amount) >= digits


def several(figures: Sequence[Amount]) -> bool:
    """Whether several columns tell; one alone may be the sum of two lines by chance, and tells from the first line on
    or from the sum before."""
    return sum(map(bool, figures)) >= FEW
