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
from sxtdbv_cli.diagnose.remembered import remembered
from sxtdbv_cli.diagnose.rounded.saved import Saved, State
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
        self._pieces: dict[Cells, Piece] = {}
        self.blank = list(self._blank([key for key in keys if slack.blank(key)]))
        self.start = [Need(len(cells), key, cells) for key in self.off for cells in [slack.stated(key)]]
        self._saved = Saved(slack, {key: cells for _, key, cells in self.start if cells})

    def least(self) -> int:
        """At least so many cells must change."""
        needs = self._needs(self.start, self.blank, frozenset(), frozenset())
        return max(_apart([need for need in needs if need.cells])[0], self._saved.least(self._saved.start))

    def of_size(self, size: int, most: int) -> Sets:
        """The sets of so many cells that make the sums hold, ``most`` of them, provided that no smaller one does.

        Raises:
            Spent: it takes too much to find any.
        """
        found: list[Cells] = []  # what is in it when the search breaks off stays in it
        try:
            found += islice(self._of_size(self.start, self.blank, self._saved.start, frozenset(), size), most)
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
        self, off: Sequence[Need], pieces: Sequence[Piece], state: State, barred: Cells, left: int
    ) -> Iterator[Cells]:
        chosen = state.chosen
        needs = self._needs(off, pieces, chosen, barred)
        self.slack.meter.step(1 + sum([need.size for need in needs]) // WIDE)
        if not needs:
            yield chosen
            return
        if not left:
            return
        for cell in sorted(_fewest(needs, left)):
            after = self._saved.after(state, cell)
            if self._saved.least(after) <= len(chosen) + left:
                keys = self._keys(cell)
                rest = [need for need in off if need.key not in keys]
                yield from self._of_size(rest, self._joined(pieces, cell), after, barred, left - 1)
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

    @remembered
    def _keys(self, cell: Cell) -> frozenset[Key]:
        """The sums that a cell stands in, with those that blank cells join to them."""
        keys = self.slack.reach(cell)
        return keys if self.scope is None else keys & self.scope


def _fewest(needs: Sequence[Need], left: int) -> Cells:
    """The cells to be tried, for the need with the fewest of them.

    Where needs without a cell in common are as many as cells are left, all of these must be cells of those.
    """
    count, taken = _apart(needs)
    if count < left:
        return needs[0].cells
    return frozenset() if count > left else min((need.cells & taken for need in needs), key=len)


def _apart(needs: Iterable[Need]) -> tuple[int, Cells]:
    """How many needs without a cell in common there are, and their cells."""
    taken = frozenset[Cell]()
    count = 0
    for need in needs:
        if taken.isdisjoint(need.cells):
            taken |= need.cells
            count += 1
    return count, taken
