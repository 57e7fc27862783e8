"""Rounded tables whose sums are no graph: single cells that bring all failing sums of a part within rounding.

Failing sums are parted where no cell stands in two parts, so every part needs a cell of its own. One cell that makes
all sums of its part hold, and leaves no other off, is the minimum; what needs more is not searched.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from sxtdbv_cli.diagnose.cells import Found
from sxtdbv_cli.diagnose.general import General
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.model.plan import Cell
from sxtdbv_cli.model.sums import rounding


def solve(whole: General, limit: int) -> list[Found]:
    """Every part with the single cells that explain it; without any, or where blank cells tell, what was proven."""
    if any(_contradicted(whole, key) for key in whole.start):
        return [whole.solve(0)]
    first: dict[Cell, Key] = {}
    terms = {key: whole.network.terms(key) for key in whole.failing}
    pairs = [(first.setdefault(cell, key), key) for key in terms for cell, _ in terms[key] if cell not in whole.trusted]
    found = [_Part(whole, keys) for keys in parted(whole.failing, pairs)]
    # Sums around several parts could be left off by what the cells of these do to them together.
    often = Counter(key for part in found for key in {key for cell in part.cells for key in _sums(whole, cell)})
    return [part.told(limit, {key for key, count in often.items() if count > 1}) for part in found]


class _Part:
    """Failing sums that share cells: those that mend them, and what is added to those that leave no other sum off."""

    def __init__(self, whole: General, keys: Sequence[Key]) -> None:
        self.whole, self.keys = whole, tuple(keys)
        self.blank = any(_blank(whole, key) for key in keys)
        shared = set.intersection(*[{cell for cell, _ in whole.network.terms(key)} for key in keys])
        may = not self.blank and whole.meter.may(len(shared))
        self.decided = may or self.blank
        self.mends = [cell for cell in sorted(shared - whole.trusted) if may and _added(whole, cell, keys) is not None]
        all_ = {cell: _added(whole, cell, _sums(whole, cell)) for cell in self.mends}
        self.cells = {cell: added for cell, added in all_.items() if added is not None}

    def told(self, limit: int, doubtful: Collection[Key]) -> Found:
        """The single cells that no other part can interfere with; without any, what was proven."""
        kept = [{cell: added} for cell, added in self.cells.items() if not set(_sums(self.whole, cell)) & set(doubtful)]
        if not kept:
            least = 0 if self.blank else 1 if self.mends or not self.decided else 2
            return Found(self.keys, None, least, complete=False, explanations=())
        complete = len(kept) == len(self.mends)
        return self.whole.found(self.keys, 1, kept, limit, complete=complete)


def _contradicted(whole: General, key: Key) -> bool:
    """Whether a sum that does not fail has blank cells that must hold something: they may contradict each other."""
    terms = whole.network.terms(key)
    off = sum(weight * (whole.cells[cell] or 0) for cell, weight in terms)
    return key not in whole.failing and abs(off) > rounding(whole.network.plan, len(terms))


def _sums(whole: General, cell: Cell) -> list[Key]:
    return [key for key, _ in whole.network.sums_of(cell)]


def _blank(whole: General, key: Key) -> bool:
    return any(whole.cells[cell] is None for cell, _ in whole.network.terms(key))


def _added(whole: General, cell: Cell, keys: Sequence[Key]) -> int | None:
    """What must be added to a cell so that some of its sums hold, few of them off; None where nothing does that."""
    wanted = list(_wanted(whole, cell, keys))
    least = max(amount - slack for amount, slack in wanted)
    most = min(amount + slack for amount, slack in wanted)
    if least > most or any(_blank(whole, key) for key in keys):
        return None
    exact = [amount for amount, _ in wanted]
    step = whole.network.plan.unit.precision
    return min(
        (min(max(amount, least), most) for amount in (*exact, -(-least // step) * step)),
        key=lambda one: (one % step > 0, sum(amount != one for amount in exact), abs(one)),
    )


def _wanted(whole: General, cell: Cell, keys: Sequence[Key]) -> Iterator[tuple[int, int]]:
    """What would make each sum hold exactly, and by how much that may be missed."""
    weights = dict(whole.network.sums_of(cell))
    for key in keys:
        terms = whole.network.terms(key)
        off = sum(weight * (whole.cells[at] or 0) for at, weight in terms)
        yield -off * weights[key], rounding(whole.network.plan, len(terms))
