"""What changed cells do to the sums they are in."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.compare.sides import Sides
from sxtdbv_cli.model.audit import added, outcome_of, weigh
from sxtdbv_cli.model.comparison import UNMATCHED, Effects, Standing, SumChange
from sxtdbv_cli.model.plan import Cell
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.model.sums import Kind, Sum, promised


class Reach(Enum):
    """Which sums of a cell a change touches."""

    ALL = auto()
    ABOVE = auto()  # sums of other lines, which both plans have: how the line counts has changed
    BELOW = auto()  # sums of other lines into this one: what it is the sum of has changed


class Touched(NamedTuple):
    """The cells of a change, in the old plan and in the new one."""

    old: tuple[Cell, ...] = ()
    new: tuple[Cell, ...] = ()
    reach: Reach = Reach.ALL


class _Key(NamedTuple):
    """Which sum it is, in both plans: by its whole in the new plan, or in the old one where it is ``gone``."""

    kind: Kind
    across: bool
    whole: Cell
    gone: bool


class Weighing:
    """The sums that changes touch, before and after, with errata applied."""

    def __init__(self, sides: Sides, old: Subject, new: Subject, changes: Iterable[Touched]) -> None:
        self.sides = sides
        every = list(changes)
        marked = ({cell for each in every for cell in each.old}, {cell for each in every for cell in each.new})
        sums = [list(promised(subject.plan)) for subject in (old, new)]
        self.touching = [
            by_key((cell, sum_) for sum_ in found for cell in cells.intersection(sum_.cells))  # the sums each is in
            for found, cells in zip(sums, marked, strict=True)
        ]
        keys = {self._key(sum_, side) for side in (0, 1) for found in self.touching[side].values() for sum_ in found}
        self.before = dict(self._standings(old, sums[0], 0, keys))
        self.after = dict(self._standings(new, sums[1], 1, keys))
        self.order = {key: place for place, key in enumerate({**self.after, **self.before})}

    def effects(self, change: Touched) -> Effects:
        """Every sum that a change touches, in the order in which plans promise them."""
        found: dict[_Key, bool] = {}
        for side, cells in enumerate((change.old, change.new)):
            for cell in cells:
                for sum_ in self.touching[side].get(cell, ()):
                    if self._reaches(change.reach, cell, sum_, side):
                        key = self._key(sum_, side)
                        found[key] = found.get(key, False) or sum_.whole != cell
        keys = sorted(found, key=self.order.__getitem__)
        return tuple(SumChange(key.kind, self.before.get(key), self.after.get(key), found[key]) for key in keys)

    def _reaches(self, reach: Reach, cell: Cell, sum_: Sum, side: int) -> bool:
        if reach is Reach.ALL:
            return True
        position = (self.sides.old, self.sides.new)[side].position
        line = position(cell)[0]
        if reach is Reach.BELOW:
            return sum_.whole == cell and position(sum_.cells[-1])[0] != line
        above = position(sum_.whole)[0]
        return above != line and self.sides.match[side][above] != UNMATCHED

    def _standings(
        self, subject: Subject, sums: list[Sum], side: int, keys: set[_Key]
    ) -> Iterator[tuple[_Key, Standing]]:
        wholes = {(key.whole, key.gone) for key in keys}
        for sum_ in sums:
            if self._whole(sum_, side) in wholes and (key := self._key(sum_, side)) in keys:
                yield key, _standing(subject, sum_)

    def _key(self, sum_: Sum, side: int) -> _Key:
        position = (self.sides.old, self.sides.new)[side].position
        across = position(sum_.cells[-1])[0] == position(sum_.whole)[0]
        return _Key(sum_.kind, across, *self._whole(sum_, side))

    def _whole(self, sum_: Sum, side: int) -> tuple[Cell, bool]:
        """The whole of a sum as a cell of the new plan; as one of the old plan where it is gone."""
        if side:
            return sum_.whole, False
        cell = self.sides.new_cell(sum_.whole)
        return (sum_.whole, True) if cell == UNMATCHED else (cell, False)


def _standing(subject: Subject, sum_: Sum) -> Standing:
    plan = subject.plan
    stated, computed = plan.cells[sum_.whole], added(plan.cells, sum_)
    return Standing(sum_, stated, computed, outcome_of(plan, sum_, weigh(plan.cells, sum_), subject.conjectured))
