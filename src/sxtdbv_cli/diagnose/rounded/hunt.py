"""The fewest cells that bring sums of a rounded table within rounding: a search that bounds what is still needed.

A sum that is off, and that no chosen cell touches, needs one of its cells; so do sums that contradict each other
whatever the chosen cells hold. Each cell of such sums is tried, and not used again beside it: every set is met once.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.diagnose.rounded.slack import Slack
from sxtdbv_cli.diagnose.rounded.spans import Spans
from sxtdbv_cli.model.plan import Cell

Cells = frozenset[Cell]


WIDE = 256
"""So many cells to choose from are looked at in the time of one step."""


class Piece(NamedTuple):
    """Chosen cells and the sums they stand in that hang together, and those that contradict each other, if any."""

    cells: Cells
    keys: frozenset[Key]
    conflict: frozenset[Key] | None


class Sets(NamedTuple):
    """Sets of cells that were found; whether these are all."""

    found: list[Cells]
    complete: bool


class Need(NamedTuple):
    """Cells of which one must change, ``size`` of them: of a sum that is off (``key``), or of sums that contradict each
    other (a negative number)."""

    size: int
    key: Key
    cells: Cells

    def without(self, cell: Cell) -> "Need":
        """What is needed when a cell may not change."""
        return Need(self.size - 1, self.key, self.cells - {cell}) if cell in self.cells else self


class Hunt:
    """The search for sets of cells that make some sums hold; with ``beyond`` those around must go on to hold too."""

    def __init__(self, slack: Slack, keys: Collection[Key], *, beyond: bool) -> None:
        self.slack = slack
        self.scope = None if beyond else frozenset(keys)
        self.off = [key for key in sorted(keys) if not slack.blank(key) and not slack.holds(key)]
        self._touched: dict[Cell, frozenset[Key]] = {}
        self._pieces: dict[Cells, Piece] = {}
        self._matches: dict[tuple[Key, Key, Cell], bool] = {}
        self.blank = list(self._blank([key for key in keys if slack.blank(key)]))
        self.start = [Need(len(cells), key, cells) for key in self.off for cells in [slack.stated(key)]]
        self._beside = self._sharing()

    def _sharing(self) -> dict[Key, list[Key]]:
        """For each sum that is off those with which it shares a cell that may change."""
        of: dict[Cell, list[Key]] = {}
        for _, key, cells in self.start:
            for cell in cells:
                of.setdefault(cell, []).append(key)
        return {key: sorted({other for cell in cells for other in of[cell]} - {key}) for _, key, cells in self.start}

    def least(self) -> int:
        """At least so many cells must change."""
        needs = self._needs(self.start, self.blank, frozenset(), frozenset())
        return self._bound([need for need in needs if need.cells])

    def of_size(self, size: int, most: int) -> Sets:
        """The sets of so many cells that make the sums hold, ``most`` of them, provided that no smaller one does.

        Raises:
            Spent: it takes too much to find any.
        """
        found: list[Cells] = []  # what is in it when the search breaks off stays in it
        try:
            found += islice(self._of_size(self.start, self.blank, frozenset(), frozenset(), size), most)
        except Spent:
            if not found:
                raise
            return Sets(found, complete=False)
        return Sets(found, complete=len(found) < most)

    def _blank(self, keys: Sequence[Key]) -> Iterator[Piece]:
        """The sums that blank cells join."""
        first: dict[Cell, Key] = {}
        cells = self.slack.network.plan.cells
        terms = {key: [cell for cell, _ in self.slack.terms(key) if cells[cell] is None] for key in keys}
        pairs = [(first.setdefault(cell, key), key) for key in keys for cell in terms[key]]
        for part in parted(keys, pairs):
            yield Piece(frozenset(), frozenset(part), self._conflict(part, frozenset()))

    def _of_size(
        self, off: Sequence[Need], pieces: Sequence[Piece], chosen: Cells, barred: Cells, left: int
    ) -> Iterator[Cells]:
        needs = self._needs(off, pieces, chosen, barred)
        self.slack.meter.step(1 + sum([need.size for need in needs]) // WIDE)
        if not needs:
            yield chosen
            return
        if not left or not needs[0].size or (len(needs) > left and self._bound(needs) > left):
            return
        for cell in sorted(_fewest(needs, left)):
            keys = self._keys(cell)
            rest = [need for need in off if need.key not in keys]
            yield from self._of_size(rest, self._joined(pieces, cell), chosen | {cell}, barred, left - 1)
            off, barred = [need.without(cell) for need in off], barred | {cell}

    def _needs(self, off: Iterable[Need], pieces: Iterable[Piece], chosen: Cells, barred: Cells) -> list[Need]:
        """What must change still, the fewest cells first."""
        needs = list(off)
        for piece in pieces:
            if piece.conflict is not None:
                cells = frozenset().union(*map(self.slack.stated, piece.conflict)) - barred - chosen
                needs.append(Need(len(cells), -len(needs) - 1, cells))
        needs.sort()
        return needs

    def _joined(self, pieces: Sequence[Piece], cell: Cell) -> list[Piece]:
        """Pieces with one more cell, which joins those whose sums it stands in."""
        keys = self._keys(cell)
        near = [piece for piece in pieces if not piece.keys.isdisjoint(keys)]
        cells = frozenset((cell,)).union(*[piece.cells for piece in near])
        if cells not in self._pieces:
            keys = keys.union(*[piece.keys for piece in near])
            self._pieces[cells] = Piece(cells, keys, self._conflict(keys, cells))
        return [*[piece for piece in pieces if piece not in near], self._pieces[cells]]

    def _conflict(self, keys: Collection[Key], cells: Cells) -> frozenset[Key] | None:
        self.slack.meter.check()
        return Spans([self.slack.row(key, cells) for key in sorted(keys)]).conflict(self.slack.meter)

    def _keys(self, cell: Cell) -> frozenset[Key]:
        """The sums that a cell stands in, with those that blank cells join to them."""
        if cell not in self._touched:
            keys = self.slack.reach(cell)
            self._touched[cell] = keys if self.scope is None else keys & self.scope
        return self._touched[cell]

    def _bound(self, needs: Sequence[Need]) -> int:
        """At least so many cells are needed.

        Needs of which no cell stands in more than two are looked at as nodes, cells as edges. Cells that serve t nodes
        are t or more, but one less for each tree of some of these alone: its cells then make them hold by themselves.
        A tree of two sums does so only if their common cell has a value for both; any other may. So with n nodes that
        stand next to another, of which so many can be paired, no more than n / 2 or (n + pairs) / 3 are saved.
        """
        nodes: dict[Key, Cells] = {}
        conflicts: list[Key] = []
        shared = set[Cell]()
        near, beside, paired, doubtful = set[Key](), set[Key](), set[Key](), set[Key]()
        for _, key, cells in needs:
            if not shared.isdisjoint(cells):
                continue
            for other in (*self._beside[key], *conflicts) if key >= 0 else list(nodes):
                if other in nodes and (both := cells & nodes[other]):
                    shared |= both
                    two = {key, other}
                    near |= two
                    if key < 0 or other < 0:
                        doubtful |= {one for one in two if one < 0}
                    else:
                        beside |= two
                        if not paired >= two and self._match(other, key, both):
                            paired |= two
            nodes[key] = cells
            if key < 0:
                conflicts.append(key)
        pairs, doubts = len(paired) // 2, len(doubtful)
        saved = doubts + min(len(beside) // 2, (len(beside) + pairs) // 3)
        return len(nodes) - min(saved, len(near) // 2, (len(near) + pairs + doubts) // 3)

    def _match(self, one: Key, two: Key, cells: Cells) -> bool:
        """Whether one of some cells may have a value with which two sums hold."""
        return any(self._fit(one, two, cell) for cell in cells)

    def _fit(self, one: Key, two: Key, cell: Cell) -> bool:
        if (one, two, cell) not in self._matches:
            rows = [self.slack.row(key, (cell,)) for key in (one, two)]
            self._matches[one, two, cell] = Spans(rows).conflict(self.slack.meter) is None
        return self._matches[one, two, cell]


def _fewest(needs: Sequence[Need], left: int) -> Cells:
    """The cells to be tried, for the need with the fewest of them.

    Where needs without a cell in common are as many as cells are left, all of these must be cells of those.
    """
    taken = set[Cell]()
    count = 0
    for need in needs:
        if taken.isdisjoint(need.cells):
            taken |= need.cells
            count += 1
    if count < left:
        return needs[0].cells
    return frozenset() if count > left else min((need.cells & taken for need in needs), key=len)
