"""Of the values that cells of a rounded table may take the likeliest: a known slip, and sums that hold exactly."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import NamedTuple

from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.ranking.rank import UNLIKE, change_cost, digits
from sxtdbv_cli.diagnose.ranking.slips import slip
from sxtdbv_cli.diagnose.rounded.slack import Slack
from sxtdbv_cli.diagnose.rounded.spans import Row, Spans
from sxtdbv_cli.diagnose.settling import settling
from sxtdbv_cli.model.diagnosis import Change, Explanation
from sxtdbv_cli.model.plan import Cell

ROUNDS = 3
"""So many times each cell is looked at again."""

MOST_VALUES = 24
"""So many values are weighed beside those with which a sum holds exactly."""

MOST_EXACT = 12
"""Of so many sums each is looked at by itself, whether it can hold exactly with those before it."""

HARDLY = 50
"""What is met in fewer than one of so many cases is no chance."""

NOT_EXACT = 5
"""A sum of n figures that misses by d steps costs so many times d * d / n: each figure may miss by half a step."""


class Room(NamedTuple):
    """By how many steps a cell may change for a sum to hold, at least and at most, and for it to hold exactly."""

    least: int
    most: int
    exact: int
    figures: int


class Moves:
    """By how many steps some cells change, and what that adds to each of their sums."""

    def __init__(self, slack: Slack, steps: dict[Cell, int]) -> None:
        self.slack = slack
        self.steps = steps
        self.sums = {cell: slack.network.sums_of(cell) for cell in steps}
        self.added = {key: _added(slack, steps, key) for sums in self.sums.values() for key, _ in sums}

    @classmethod
    def made(cls, slack: Slack, changes: Iterable[Change]) -> "Moves":
        """The moves that changes are."""
        return cls(slack, {one.cell: (one.proposed - (one.stated or 0)) // slack.step for one in changes})

    def move(self, cell: Cell, by: int) -> None:
        """Change a cell by so many more steps."""
        self.steps[cell] += by
        for key, weight in self.sums[cell]:
            self.added[key] += weight * by

    def rooms(self, cell: Cell) -> tuple[Room, ...]:
        """What every sum of a cell leaves for it."""
        count, added = self.steps[cell], self.added
        return tuple([_room(self.slack, key, weight, added[key] - weight * count) for key, weight in self.sums[cell]])


class Polish:
    """Finds the values of cells; sets of cells share most of their pieces, so each piece is looked at once."""

    def __init__(self, slack: Slack) -> None:
        self.slack = slack
        self._pieces: dict[frozenset[Cell], dict[Cell, int]] = {}
        self._prices: dict[tuple[Cell, int], int] = {}
        self._best: dict[tuple[Cell, int, tuple[Room, ...]], int] = {}

    def added(self, keys: Iterable[Key], cells: frozenset[Cell]) -> dict[Cell, int]:
        """What is added to cells, and to blank ones whose figures follow and are something, so that some sums and those
        of the cells hold.

        Raises:
            Spent: it takes too much to know.
        """
        self.slack.meter.check()
        steps: dict[Cell, int] = {}
        for system in self.slack.systems(keys, cells):
            piece = frozenset(system.rows_of)
            if piece not in self._pieces:
                values = self._values(Moves(self.slack, self._start(system)))
                self._pieces[piece] = self._settled(system, values)
            steps |= self._pieces[piece]
        return {cell: count * self.slack.step for cell, count in sorted(steps.items()) if count}

    def _start(self, system: Spans) -> dict[Cell, int]:
        """Changes with which all sums hold, exactly where they can: looked at one after the other, cells do not come
        from a figure within rounding to the one that a chain of sums says."""
        exact = {row.key: by for row in system.rows if row.least <= (by := -self.slack.bounds(row.key)[2]) <= row.most}
        found = self._exactly(system, exact)
        if found is None:
            found = system
            for key in sorted(exact)[:MOST_EXACT] if system.tree else ():  # else each costs what all did
                found = self._exactly(found, {key: exact[key]}) or found
        return dict(found.near_nothing(self.slack.meter))

    def _exactly(self, system: Spans, exact: Mapping[Key, int]) -> Spans | None:
        """A system in which the changes of some sums' cells add up to so much; None where it is not known to have any
        solution."""
        ends = {row.key: (exact.get(row.key, row.least), exact.get(row.key, row.most)) for row in system.rows}
        found = Spans([Row(row.key, row.weights, *ends[row.key]) for row in system.rows])
        with suppress(Spent):
            found.near_nothing(self.slack.meter)
            return found
        return None

    def _settled(self, system: Spans, steps: Mapping[Cell, int]) -> dict[Cell, int]:
        """Without the blank cells that may be filled in several ways."""
        cells = self.slack.cells
        blanks = {row.key: [cell for cell in row.weights if cells[cell] is None] for row in system.rows}
        follow = {cell for _, cell in settling(blanks)}
        return {cell: count for cell, count in steps.items() if cells[cell] is not None or cell in follow}

    def _values(self, moves: Moves) -> dict[Cell, int]:
        """The likeliest values, one cell after the other, and again."""
        steps = moves.steps
        for _ in range(ROUNDS):
            before = dict(steps)
            for cell in sorted(steps):
                moves.move(cell, self._likeliest(moves, cell) - steps[cell])
            if steps == before:
                break
        return steps

    def _likeliest(self, moves: Moves, cell: Cell) -> int:
        """The likeliest change of a cell, given those of the others."""
        rooms, now = moves.rooms(cell), moves.steps[cell]
        if (cell, now, rooms) not in self._best:
            self._best[cell, now, rooms] = self._find_likeliest(cell, now, rooms)
        return self._best[cell, now, rooms]

    def _find_likeliest(self, cell: Cell, now: int, rooms: Sequence[Room]) -> int:
        least, most = max([room.least for room in rooms]), min([room.most for room in rooms])
        exact = [min(max(room.exact, least), most) for room in rooms]
        may: set[int] = {now, *exact, *range(least, min(most + 1, least + MOST_VALUES))}
        if self.slack.cells[cell] is not None:
            may -= {0}

        def key(one: int) -> tuple[int, int, int]:
            missed = [(one - room.exact, room.figures) for room in rooms]
            return self._cost(cell, one, missed), sum([by * by for by, _ in missed]), abs(one)

        return min(sorted(may), key=key, default=now)

    def _cost(self, cell: Cell, count: int, missed: Iterable[tuple[int, int]]) -> int:
        """What it costs that a cell is off by so many steps, and that its sums miss; a blank one costs nothing by
        itself."""
        found = 0
        for by, figures in missed:
            if by:
                found += NOT_EXACT * by**2 // figures + self._unlike
        stated = self.slack.cells[cell]
        if stated is None:
            return found
        if (cell, count) not in self._prices:
            network = self.slack.network
            made = network.changes[cell, count * self.slack.step]
            # How round the difference is tells nothing here: what was rounded away is in it.
            known = digits(count) if made.slip else 0
            self._prices[cell, count] = change_cost(network.usual, made) - known
        return found + self._prices[cell, count]

    @cached_property
    def _unlike(self) -> int:
        """What it costs more that a sum misses."""
        return UNLIKE if self.slack.network.exactly else 0


def sure(slack: Slack, explanation: Explanation) -> Explanation:
    """An explanation without the slips that are not certain: of the values that fit one might be a slip by chance."""
    moves = Moves.made(slack, explanation.changes)
    changes = [one if _certain(slack, moves, one) else one._replace(slip=None) for one in explanation.changes]
    return explanation._replace(changes=tuple(changes))


def _certain(slack: Slack, moves: Moves, made: Change) -> bool:
    """Whether a change is the only slip among the values that fit, given those of other cells, and hardly by chance.

    Of the figures with so many digits nine for each digit are one digit away.
    """
    if made.stated is None or made.slip is None:
        return True
    rooms = moves.rooms(made.cell)
    if not rooms:
        return False
    least, most = max(room.least for room in rooms), min(room.most for room in rooms)
    fitting = range(least, min(most + 1, least + MOST_VALUES))
    values = [made.stated + count * slack.step for count in fitting]
    digits = len(str(max(abs(made.stated), abs(made.proposed)) // slack.step))
    by_chance = len(values) * 9 * digits * HARDLY > 10**digits
    return len(values) == 1 or (not by_chance and sum(slip(made.stated, value) is not None for value in values) == 1)


def _added(slack: Slack, steps: Mapping[Cell, int], key: Key) -> int:
    """What the changes of some cells add to a sum."""
    weights = slack.weights(key)
    return sum([weights[cell] * count for cell, count in steps.items() if cell in weights])


def _room(slack: Slack, key: Key, weight: int, others: int) -> Room:
    """What a sum leaves for one of its cells, given what the others add to it."""
    least, most, off, figures = slack.bounds(key)
    least, most, exact = least - others, most - others, -(off + others)
    return Room(least, most, exact, figures) if weight > 0 else Room(-most, -least, -exact, figures)
