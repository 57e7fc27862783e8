"""Of the values that cells of a rounded table may take the likeliest: a known slip, and sums that hold exactly."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations, product
from math import inf
from typing import NamedTuple

from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.ranking.rank import UNLIKE, change, change_cost, digits
from sxtdbv_cli.diagnose.ranking.slips import slip
from sxtdbv_cli.diagnose.rounded.slack import Slack
from sxtdbv_cli.model.diagnosis import Change, Explanation
from sxtdbv_cli.model.plan import Cell

ROUNDS = 3
"""So many times each cell is looked at again."""

FEW = 4
"""Up to so many cells are looked at two by two."""

MOST_VALUES = 24
"""So many values are weighed beside those with which a sum holds exactly."""

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


class Polish:
    """Finds the values of cells; sets of cells share most of their pieces, so each piece is looked at once."""

    def __init__(self, slack: Slack) -> None:
        self.slack = slack
        self._pieces: dict[frozenset[Cell], dict[Cell, int]] = {}
        self._prices: dict[tuple[Cell, int], int] = {}

    def added(self, keys: Iterable[Key], cells: frozenset[Cell]) -> dict[Cell, int]:
        """What is added to cells, and to blank ones that are something, so that some sums and those of the cells hold.

        Raises:
            Spent: it takes too much to know.
        """
        self.slack.meter.check()
        steps: dict[Cell, int] = {}
        for system in self.slack.systems(self.slack.around(keys, cells), cells):
            piece = frozenset(system.rows_of)
            if piece not in self._pieces:
                self._pieces[piece] = self._values(system.near_nothing())
            steps |= self._pieces[piece]
        return {cell: count * self.slack.step for cell, count in sorted(steps.items()) if count}

    def _values(self, steps: dict[Cell, int]) -> dict[Cell, int]:
        """The likeliest values, one cell after the other, then two by two, and again."""
        for _ in range(ROUNDS):
            before = dict(steps)
            for cell in sorted(steps):
                steps[cell] = self._likeliest(steps, cell)
            if 1 < len(steps) <= FEW:
                for one, other in permutations(sorted(steps), 2):
                    self._shift(steps, one, other)
            if steps == before:
                break
        return steps

    def _shift(self, steps: dict[Cell, int], one: Cell, other: Cell) -> None:
        """Change two cells of one sum together, which comes out as before, where another sum of the first then holds
        exactly: one after the other neither can move."""
        shared = dict(self.slack.network.sums_of(one)).keys() & dict(self.slack.network.sums_of(other)).keys()
        if not shared:
            return
        ways = sorted({room.exact - steps[one] for room in rooms_of(self.slack, steps, one)} - {0})
        least = self._price(steps, one) + self._price(steps, other) if ways else 0
        for by, sign in product(ways, (1, -1)):
            moved = {**steps, one: steps[one] + by, other: steps[other] + sign * by}
            price = self._price(moved, one)
            if price < least and (price := price + self._price(moved, other)) < least:
                steps.update(moved)
                least = price

    def _price(self, steps: Mapping[Cell, int], cell: Cell) -> float:
        """What the change of a cell costs, given those of the others; without end where a sum does not hold."""
        count, rooms = steps[cell], list[Room]()
        if not count and self.slack.cells[cell] is not None:
            return inf
        for room in rooms_of(self.slack, steps, cell):
            if not room.least <= count <= room.most:
                return inf
            rooms.append(room)
        return self._cost(cell, count, rooms)

    def _likeliest(self, steps: Mapping[Cell, int], cell: Cell) -> int:
        """The likeliest change of a cell, given those of the others."""
        rooms = list(rooms_of(self.slack, steps, cell))
        least, most = max(room.least for room in rooms), min(room.most for room in rooms)
        exact = [min(max(room.exact, least), most) for room in rooms]
        may: set[int] = {steps[cell], *exact, *range(least, min(most + 1, least + MOST_VALUES))}
        if self.slack.cells[cell] is not None:
            may -= {0}

        def key(one: int) -> tuple[int, int, int]:
            return self._cost(cell, one, rooms), sum([(one - room.exact) ** 2 for room in rooms]), abs(one)

        return min(sorted(may), key=key, default=steps[cell])

    def _cost(self, cell: Cell, count: int, rooms: Sequence[Room]) -> int:
        """What it costs that a cell is off by so many steps; a blank one costs nothing by itself."""
        found = sum([NOT_EXACT * (count - room.exact) ** 2 // room.figures for room in rooms])
        if self.slack.network.exactly:
            found += sum([UNLIKE for room in rooms if count != room.exact])
        stated = self.slack.cells[cell]
        if stated is None:
            return found
        if (cell, count) not in self._prices:
            network = self.slack.network
            made = change(network.plan, cell, stated + count * self.slack.step)
            # How round the difference is tells nothing here: what was rounded away is in it.
            known = digits(count) if made.slip else 0
            self._prices[cell, count] = change_cost(network.usual, cell, made.proposed) - known
        return found + self._prices[cell, count]


def sure(slack: Slack, explanation: Explanation) -> Explanation:
    """An explanation without the slips that are not certain: of the values that fit one might be a slip by chance."""
    steps = {one.cell: (one.proposed - (one.stated or 0)) // slack.step for one in explanation.changes}
    changes = [one if _certain(slack, steps, one) else one._replace(slip=None) for one in explanation.changes]
    return explanation._replace(changes=tuple(changes))


def _certain(slack: Slack, steps: Mapping[Cell, int], made: Change) -> bool:
    """Whether a change is the only slip among the values that fit, given those of other cells, and hardly by chance.

    Of the figures with so many digits nine for each digit are one digit away.
    """
    if made.stated is None or made.slip is None:
        return True
    rooms = list(rooms_of(slack, steps, made.cell))
    if not rooms:
        return False
    least, most = max(room.least for room in rooms), min(room.most for room in rooms)
    fitting = range(least, min(most + 1, least + MOST_VALUES))
    values = [made.stated + count * slack.step for count in fitting]
    digits = len(str(max(abs(made.stated), abs(made.proposed)) // slack.step))
    by_chance = len(values) * 9 * digits * HARDLY > 10**digits
    return len(values) == 1 or (not by_chance and sum(slip(made.stated, value) is not None for value in values) == 1)


def rooms_of(slack: Slack, steps: Mapping[Cell, int], cell: Cell) -> Iterator[Room]:
    """What every sum of a cell leaves for it."""
    for key, weight in slack.network.sums_of(cell):
        weights = slack.weights(key)
        others = sum([weights[at] * count for at, count in steps.items() if at in weights and at != cell])
        low, high = (room - others for room in slack.room(key))
        exact, figures = -(slack.network.off(key) // slack.step + others), len(slack.terms(key))
        yield Room(low, high, exact, figures) if weight > 0 else Room(-high, -low, -exact, figures)
