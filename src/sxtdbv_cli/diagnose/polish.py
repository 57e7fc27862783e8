"""Of the values that cells of a rounded table may take the likeliest: a known slip, and sums that hold exactly."""

from collections.abc import Collection, Iterator

from sxtdbv_cli.diagnose.intervals import FAR
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.diagnose.rank import change, change_cost
from sxtdbv_cli.diagnose.slack import Slack
from sxtdbv_cli.diagnose.slips import slip
from sxtdbv_cli.diagnose.spans import Spans
from sxtdbv_cli.model.diagnosis import Change, Explanation
from sxtdbv_cli.model.plan import Cell

ROUNDS = 3
"""So many times each cell is looked at again."""

MOST_VALUES = 24
"""So many values are weighed beside those with which a sum holds exactly."""

HARDLY = 50
"""What is met in fewer than one of so many cases is no chance."""

NOT_EXACT = 2
"""What it costs that a sum holds only within rounding."""


def polished(slack: Slack, keys: Collection[Key], cells: frozenset[Cell]) -> dict[Cell, int]:
    """What is added to cells of a smallest set, and to blank ones that are something, so that some sums hold.

    Raises:
        Spent: it takes too much to know.
    """
    steps: dict[Cell, int] = dict.fromkeys(sorted(cells), 0)
    for system in slack.systems(keys, cells):
        steps |= near_nothing(system)
    for _ in range(ROUNDS):
        before = dict(steps)
        for cell in sorted(steps):
            steps[cell] = _likeliest(slack, steps, cell)
        if steps == before:
            break
    return {cell: count * slack.step for cell, count in steps.items() if count}


def near_nothing(system: Spans) -> dict[Cell, int]:
    """Changes that make some sums hold, each as near to nothing as it can be.

    Raises:
        Spent: it takes too much to know.
    """
    for cell in sorted(system.rows_of):
        least, most = system.bounds(cell)
        system.fixed[cell] = max(least, min(0, most))
    return system.fixed


def spanned(slack: Slack, keys: Collection[Key], explanation: Explanation) -> Explanation:
    """An explanation with the least and the most that each of its cells may hold.

    Raises:
        Spent: it takes too much to know.
    """
    cells = frozenset(one.cell for one in explanation.changes if one.stated is not None)
    fits: dict[Cell, tuple[int, int]] = {}
    for system in slack.systems(keys, cells):
        fits |= {cell: system.bounds(cell) for cell in system.rows_of}
    return explanation._replace(changes=tuple([_ranged(slack, one, fits) for one in explanation.changes]))


def _ranged(slack: Slack, made: Change, fits: dict[Cell, tuple[int, int]]) -> Change:
    least, most = [(made.stated or 0) + count * slack.step for count in fits.get(made.cell, (0, 0))]
    known = made.cell in fits and least < most and max(-least, most) < FAR // 2
    return made._replace(fits=(least, most) if known else None)


def sure(slack: Slack, explanation: Explanation) -> Explanation:
    """An explanation without the slips that are not certain: of the values that fit one might be a slip by chance."""
    steps = {one.cell: (one.proposed - (one.stated or 0)) // slack.step for one in explanation.changes}
    changes = [one if _certain(slack, steps, one) else one._replace(slip=None) for one in explanation.changes]
    return explanation._replace(changes=tuple(changes))


def _certain(slack: Slack, steps: dict[Cell, int], made: Change) -> bool:
    """Whether a change is the only slip among the values that fit, given those of other cells, and hardly by chance.

    Of the figures with so many digits nine for each digit are one digit away.
    """
    if made.stated is None or made.slip is None:
        return True
    rooms = list(_rooms(slack, steps, made.cell))
    least, most = max(low for low, _, _ in rooms), min(high for _, high, _ in rooms)
    fitting = range(least, min(most + 1, least + MOST_VALUES))
    values = [made.stated + count * slack.step for count in fitting]
    digits = len(str(max(abs(made.stated), abs(made.proposed)) // slack.step))
    by_chance = len(values) * 9 * digits * HARDLY > 10**digits
    return len(values) == 1 or (not by_chance and sum(slip(made.stated, value) is not None for value in values) == 1)


def _likeliest(slack: Slack, steps: dict[Cell, int], cell: Cell) -> int:
    """The likeliest change of a cell, given those of the others."""
    rooms = list(_rooms(slack, steps, cell))
    if not rooms:
        return steps[cell]
    least, most = max(low for low, _, _ in rooms), min(high for _, high, _ in rooms)
    exact = [min(max(one, least), most) for _, _, one in rooms]
    may: set[int] = {steps[cell], *exact, *range(least, min(most + 1, least + MOST_VALUES))}
    if slack.cells[cell] is not None:
        may -= {0}
    wanted = [at for _, _, at in rooms]
    return min(sorted(may), key=lambda one: (_cost(slack, cell, one, wanted), abs(one)), default=steps[cell])


def _cost(slack: Slack, cell: Cell, count: int, exact: Collection[int]) -> int:
    """What it costs that a cell is off by so many steps; a blank one costs nothing by itself."""
    found = NOT_EXACT * sum([count != one for one in exact])
    stated = slack.cells[cell]
    if stated is None:
        return found
    return found + change_cost(slack.network.usual, change(slack.network.plan, cell, stated + count * slack.step))


def _rooms(slack: Slack, steps: dict[Cell, int], cell: Cell) -> Iterator[tuple[int, int, int]]:
    """For every sum of a cell by how much it may change at least and at most, and what makes the sum exact."""
    for key, weight in slack.network.sums_of(cell):
        others = sum([of * steps.get(at, 0) for at, of in slack.network.terms(key) if at != cell])
        low, high = (room - others for room in slack.room(key))
        wanted = -(slack.off(key) // slack.step + others)
        yield (low, high, wanted) if weight > 0 else (-high, -low, -wanted)
