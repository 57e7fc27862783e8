"""The sums of a plan, found from a cell and the cells found from a sum, without listing them all.

``model.sums.promised`` lists every sum of a plan; a diagnosis looks at the few sums around those that fail. The
two say the same (tests/diagnose/test_network.py holds them to it). Totals declared for an incomplete source
promise nothing that could convict a figure, so they are no sums here.

A sum is known by a number: the position of its whole cell for a sum of columns, ``size`` more for a sum of lines.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.diagnose.ranking.judge import Changes, Judge
from sxtdbv_cli.diagnose.ranking.rank import UNLIKE
from sxtdbv_cli.diagnose.ranking.usual import Usual
from sxtdbv_cli.diagnose.remembered import remembered
from sxtdbv_cli.model.diagnosis import Explanation
from sxtdbv_cli.model.plan import NOWHERE, Cell, LineRule, Plan, Role
from sxtdbv_cli.model.sums import Sum, carried

Key = int
"""A sum: ``whole`` for a sum of columns, ``size + whole`` for a sum of lines, more for a second rule of a line."""

Term = tuple[Cell, int]
"""A cell of a sum with its weight: +1 for the whole, -1 for what is added, +1 for what is taken away."""

WEIGHTS = {Role.PART: 1, Role.DEDUCTION: -1}


Lower = tuple[int, int]
"""A line that is counted in another one, with its weight there."""


class Network:
    """The sums of one plan as a sparse matrix whose rows and columns are made when they are asked for."""

    def __init__(self, plan: Plan, *, exactly: bool = False) -> None:
        """``exactly``: the sums of a rounded table hold as they do where nothing was rounded away."""
        self.plan = plan
        self.exactly = exactly
        self.last = len(plan.lines)  # the line of the declared totals
        self.rows = self.last + 1
        self.width = len(plan.columns)
        self.size = self.rows * self.width
        self.declares = plan.source.complete and any(amount is not None for amount in plan.declared)
        self._lowers: dict[int, list[Lower]] = {}
        self._sums_of: dict[Cell, list[tuple[Key, int]]] = {}
        self._off: dict[Key, int] = {}
        self.tops: dict[int, Lower] = {}  # known to its hierarchy, as are the ends of cells
        self.ends: dict[Cell, list[tuple[Key, int]]] = {}

    @cached_property
    def judge(self) -> Judge:
        """What the explanations of the table cost."""
        return Judge(self.usual, self.changes)

    @cached_property
    def changes(self) -> Changes:
        """The changes of cells of the table."""
        return Changes(self.plan)

    @cached_property
    def usual(self) -> Usual:
        """What is usual in the rows of the table."""
        return Usual(self.plan)

    @cached_property
    def column_sums(self) -> list[list[tuple[int, int]]]:
        """For each column the columns it is added up in, itself among them if it is a sum, with the weights."""
        found: list[list[tuple[int, int]]] = [[] for _ in range(self.width)]
        for whole, column in enumerate(self.plan.columns):
            if column.plus or column.minus:
                found[whole].append((whole, 1))
                for part in column.plus:
                    found[part].append((whole, -1))
                for part in column.minus:
                    found[part].append((whole, 1))
        return found

    @cached_property
    def _across(self) -> list[list[Term]]:
        """For each column where it and those that are added up in it begin, with their weights."""
        return [
            [
                (at * self.rows, 1),
                *[(part * self.rows, -1) for part in one.plus],
                *[(part * self.rows, 1) for part in one.minus],
            ]
            for at, one in enumerate(self.plan.columns)
        ]

    @cached_property
    def balances(self) -> dict[int, frozenset[int]]:
        """For each column that adds up periods the lines that are balances there, which promise no such sum."""
        sums = [at for at, column in enumerate(self.plan.columns) if column.plus]
        return {at: lines for at in sums if (lines := carried(self.plan, at))}

    @cached_property
    def rules(self) -> dict[int, list[tuple[int, LineRule]]]:
        """The rules that lines state, by the line that states them."""
        return by_key((rule.whole, (index, rule)) for index, rule in enumerate(self.plan.line_rules))

    @cached_property
    def ruled(self) -> dict[int, list[tuple[int, int]]]:
        """For each line that a stated rule counts: the rules and its weights in them."""
        return by_key(
            (line, (index, weight))
            for index, rule in enumerate(self.plan.line_rules)
            for lines, weight in ((rule.plus, 1), (rule.minus, -1))
            for line in lines
        )

    def filling(self, blanks: Iterable[Cell]) -> "Network":
        """The same sums with blank cells stated as nothing, none of them a declared total. What is likely stays so."""
        other = Network(self.plan.with_amounts(dict.fromkeys(blanks, 0)), exactly=self.exactly)
        other._lowers, other._sums_of, other._off = self._lowers, self._sums_of, self._off
        other.tops, other.ends, other.judge, other.changes = self.tops, self.ends, self.judge, self.changes
        return other

    def lowers(self, line: int) -> list[Lower]:
        """The lines whose sum a line is, through its child lines or the first rule it states."""
        if line not in self._lowers:
            self._lowers[line] = self._find_lowers(line)
        return self._lowers[line]

    def _find_lowers(self, line: int) -> list[Lower]:
        if line in self.rules:
            rule = self.rules[line][0][1]
            return [(part, 1) for part in rule.plus] + [(part, -1) for part in rule.minus]
        roles = self.plan.lines.roles
        return [(k, WEIGHTS[roles[k]]) for k in self.plan.children[line] if roles[k] in WEIGHTS]

    def upper(self, line: int) -> tuple[int, int] | None:
        """The line that a line is counted in as a child (the declared totals at the top) and its weight there."""
        if line == self.last:
            return None
        weight = WEIGHTS.get(self.plan.lines.roles[line])
        parent = self.plan.lines.parents[line]
        if weight is None or parent in self.rules:
            return None
        if parent == NOWHERE:
            return (self.last, weight) if self.declares else None
        return parent, weight

    def has_line_sum(self, line: int, column: int) -> bool:
        """Whether a line is a sum of lines in a column."""
        if line == self.last and (not self.declares or self.plan.declared[column] is None):
            return False
        return bool(self.lowers(line))

    def has_column_sum(self, line: int, whole: int) -> bool:
        """Whether a line adds up across to a column."""
        if line < self.last:
            return not self.balances or line not in self.balances.get(whole, ())
        column, declared = self.plan.columns[whole], self.plan.declared
        return all(declared[part] is not None for part in (whole, *column.plus, *column.minus))

    def sums_of(self, cell: Cell) -> list[tuple[Key, int]]:
        """Every sum that a cell takes part in, with its weight there."""
        if cell not in self._sums_of:
            self._sums_of[cell] = self._find_sums_of(cell)
        return self._sums_of[cell]

    def _find_sums_of(self, cell: Cell) -> list[tuple[Key, int]]:
        column, line = divmod(cell, self.rows)
        start = column * self.rows
        found = [
            (whole * self.rows + line, weight)
            for whole, weight in self.column_sums[column]
            if self.has_column_sum(line, whole)
        ]
        if self.has_line_sum(line, column):
            found.append((self.size + cell, 1))
        upper = self.upper(line)
        if upper and (upper[0] < self.last or self.plan.declared[column] is not None):
            found.append((self.size + start + upper[0], -upper[1]))
        if self.plan.line_rules:
            found += self._rule_sums(line, column)
        return found

    def _rule_sums(self, line: int, column: int) -> Iterator[tuple[Key, int]]:
        """The stated rules that count a line, and the second and later ones that it states itself."""
        for index, _ in self.rules.get(line, ())[1:]:
            yield self._rule_key(index, column), 1
        for index, weight in self.ruled.get(line, ()):
            yield self._rule_key(index, column), -weight

    def _rule_key(self, index: int, column: int) -> Key:
        whole = self.plan.line_rules[index].whole
        if self.rules[whole][0][0] == index:
            return self.size + column * self.rows + whole
        return 2 * self.size + index * self.width + column

    def terms(self, key: Key) -> list[Term]:
        """The cells of a sum, the whole first."""
        if key < self.size:
            column, line = divmod(key, self.rows)
            return [(start + line, weight) for start, weight in self._across[column]]
        if key < 2 * self.size:
            column, line = divmod(key - self.size, self.rows)
            lowers: Sequence[tuple[int, int]] = self.lowers(line)
        else:
            index, column = divmod(key - 2 * self.size, self.width)
            rule = self.plan.line_rules[index]
            line, lowers = rule.whole, [(k, 1) for k in rule.plus] + [(k, -1) for k in rule.minus]
        start = column * self.rows
        return [(start + line, 1), *[(start + lower, -weight) for lower, weight in lowers]]

    def off(self, key: Key) -> int:
        """What a sum is off by, blank cells taken for nothing."""
        if key not in self._off:
            self._off[key] = sum([weight * (self.plan.cells[cell] or 0) for cell, weight in self.terms(key)])
        return self._off[key]

    def moved(self, deltas: Mapping[Cell, int]) -> dict[Key, int]:
        """By how much sums are off more with some cells moved by so much."""
        found: dict[Key, int] = {}
        for cell, by in deltas.items():
            for key, weight in self.sums_of(cell):
                found[key] = found.get(key, 0) + weight * by
        return found

    def off_after(self, key: Key, moved: Mapping[Key, int]) -> int:
        """What a sum is off by that is moved by so much."""
        return self.off(key) + moved.get(key, 0)

    def unlike(self, keys: Iterable[Key], explanation: Explanation) -> int:
        """What it costs that some sums, and those of moved cells, miss in a rounded table whose other sums do not."""
        if self.plan.unit.precision == 1 or not self.exactly:
            return 0
        deltas = explanation.deltas
        moved = self.moved(deltas)
        touched = {*keys, *moved}
        return UNLIKE * sum(self.off_after(key, moved) != 0 for key in touched if not self._blank(key, deltas))

    def _blank(self, key: Key, deltas: Mapping[Cell, int]) -> bool:
        """Whether a sum has blank cells."""
        return any(self.plan.cells[cell] is None and cell not in deltas for cell, _ in self.terms(key))

    @remembered
    def checkable(self, key: Key) -> bool:
        """Whether a sum states its whole and something that is added up."""
        (whole, _), *parts = self.terms(key)
        return self.plan.cells[whole] is not None and any(self.plan.cells[part] is not None for part, _ in parts)

    def key(self, sum_: Sum) -> Key:
        """The number of a sum of ``promised``."""
        column, line = divmod(sum_.whole, self.rows)
        parts = sum_.plus or sum_.minus
        if parts and parts[0] % self.rows == line and parts[0] // self.rows != column:
            return sum_.whole
        for index, rule in self.rules.get(line, ()):
            counted = sorted([column * self.rows + part for part in (*rule.plus, *rule.minus)])
            if counted == sorted([*sum_.plus, *sum_.minus]):
                return self._rule_key(index, column)
        return self.size + sum_.whole
