"""In which class of tables the sums are a graph, and how a cell lies in it.

Where lines nest in one hierarchy and columns add up on one level, a line that is a sum of lines need not add up
across: that follows from the lines below it. Without those sums every cell stands in at most two, and with the
signs of the year columns and of deducted lines turned, once with +1 and once with -1 (a network matrix; Castro,
tables of the class 1-H2D). A cell in one sum only leads to the *ground* of its tree, which is a negative number.
"""

from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.model.plan import Cell


def is_graph(network: Network) -> bool:
    """Whether the sums of a plan are of the class that this module describes."""
    if network.balances or any(len(sums) > 1 for sums in network.column_sums):
        return False
    if any(len(rules) > 1 for rules in network.rules.values()):
        return False
    for line, rules in network.ruled.items():
        if len(rules) + (network.upper(line) is not None) > 1:
            return False
    return not any(_loops(network, line) for line in network.ruled)


def _loops(network: Network, line: int) -> bool:
    """Whether a line is counted in itself, through rules that go round."""
    seen = {line}
    above = _above(network, line)
    while above is not None and above[0] not in seen:
        seen.add(above[0])
        above = _above(network, above[0])
    return above is not None


def _above(network: Network, line: int) -> tuple[int, int] | None:
    """The one line that a line is counted in, with its weight."""
    for index, weight in network.ruled.get(line, ()):
        return network.plan.line_rules[index].whole, weight
    return network.upper(line)


class Hierarchy:
    """The signs of sums and the tree that each line stands in."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._tops, self._ends = network.tops, network.ends
        sums = network.column_sums
        # +1 for a column that is a sum or stands alone, the opposite of its weight for a part.
        self._turns = [of[0][1] if of and of[0][0] != at else 1 for at, of in enumerate(sums)]

    def top(self, line: int) -> tuple[int, int]:
        """The line at the top of the tree a line is counted in, and the product of the weights on the way."""
        if line not in self._tops:
            above = _above(self.network, line)
            if above is None:
                self._tops[line] = (line, 1)
            else:
                top, sign = self.top(above[0])
                self._tops[line] = (top, sign * above[1])
        return self._tops[line]

    def sign(self, key: Key) -> int:
        """The sign that a sum is turned with."""
        line, column = key % self.network.rows, key % self.network.size // self.network.rows
        return self.top(line)[1] * self._turns[column]

    def ground(self, line: int, column: int) -> Key:
        """The ground of the tree that a cell stands in."""
        sums = self.network.column_sums[column]
        group = sums[0][0] if sums else column
        return -1 - (self.top(line)[0] * self.network.width + group)

    def upper(self, line: int, column: int) -> Key:
        """The sum of lines that a cell is added up in, or the ground where none adds it up."""
        upper = self.network.upper(line)
        if upper and (upper[0] < self.network.last or self.network.plan.declared[column] is not None):
            return self.network.size + column * self.network.rows + upper[0]
        return self.ground(line, column)

    def follows(self, key: Key) -> bool:
        """Whether a sum holds as soon as the others do: a row across that is a sum of rows."""
        line = key % self.network.rows
        full = line < self.network.last or self.network.declares
        return key < self.network.size and full and bool(self.network.lowers(line))

    def ends(self, cell: Cell) -> list[tuple[Key, int]]:
        """The two sums that a cell stands in with the signs it has there, one the opposite of the other."""
        if cell not in self._ends:
            self._ends[cell] = self._find_ends(cell)
        return self._ends[cell]

    def _find_ends(self, cell: Cell) -> list[tuple[Key, int]]:
        found = [(key, weight * self.sign(key)) for key, weight in self._standing(cell)]
        if len(found) == 1:
            found.append((self._ground_of(cell), -found[0][1]))
        return found

    def joined(self, cell: Cell) -> list[Key]:
        """The two sums that a cell stands in."""
        found = [key for key, _ in self._standing(cell)]
        return [*found, self._ground_of(cell)] if len(found) == 1 else found

    def _standing(self, cell: Cell) -> list[tuple[Key, int]]:
        """The sums of the table that a cell stands in, with its weight there, but for those that follow from others."""
        return [term for term in self.network.sums_of(cell) if not self.follows(term[0])]

    def _ground_of(self, cell: Cell) -> Key:
        column, line = divmod(cell, self.network.rows)
        return self.ground(line, column)
