"""The same question asked of CP-SAT: the fewest cells to change, and how many sets of so many cells there are."""

from collections.abc import Collection

from ortools.sat.python import cp_model

from sxtdbv_cli.model.audit import tolerance
from sxtdbv_cli.model.plan import Cell, Plan
from sxtdbv_cli.model.sums import Kind, promised

FAR, FAR_ROUNDED = 400, 1_000
"""No amount of these tables moves farther, in steps of what they are rounded to."""


class Oracle:
    """One small table as a model: a whole number and a switch for every stated cell, a number for every blank."""

    def __init__(self, plan: Plan, trusted: frozenset[Cell]) -> None:
        self.plan = plan
        self.model = cp_model.CpModel()
        self.switches: dict[Cell, cp_model.IntVar] = {}
        self.amounts = {cell: self._amount(cell, cell in trusted) for cell in range(len(plan.cells))}
        for sum_ in promised(plan):
            if not (sum_.plus or sum_.minus) or (sum_.kind is Kind.DECLARED and not plan.source.complete):
                continue
            gap = (
                self.amounts[sum_.whole]
                - sum(self.amounts[cell] for cell in sum_.plus)
                + sum(self.amounts[cell] for cell in sum_.minus)
            )
            allowed = tolerance(plan, sum_)
            self.model.add_linear_constraint(gap, -allowed, allowed)

    def _amount(self, cell: Cell, trusted: bool) -> cp_model.LinearExpr | int:
        stated = self.plan.cells[cell]
        if trusted and stated is not None:
            return stated
        # Figures that were rounded move in whole steps of what they were rounded to.
        far = FAR if self.plan.unit.precision == 1 else FAR_ROUNDED
        steps = self.model.new_int_var(-far, far, f"amount {cell}")
        if stated is not None:
            switch = self.model.new_bool_var(f"change {cell}")
            self.model.add(steps == 0).only_enforce_if(switch.negated())
            self.switches[cell] = switch
        return (stated or 0) + self.plan.unit.precision * steps

    def minimum(self) -> int | None:
        """The fewest cells, or None where no change of cells makes every sum hold."""
        self.model.minimize(sum(self.switches.values()))
        found = self._solve()
        self.model.clear_objective()
        return None if found is None else len(found)

    def optima(self, size: int, limit: int) -> list[frozenset[Cell]]:
        """The sets of so many cells, at most ``limit`` of them."""
        self.model.add(sum(self.switches.values()) == size)
        found: list[frozenset[Cell]] = []
        while len(found) < limit:
            cells = self._solve()
            if cells is None:
                break
            found.append(cells)
            self.model.add_bool_or([self.switches[cell].negated() for cell in cells] or [self.model.new_constant(0)])
        return found

    def ends(self, cells: Collection[Cell], cell: Cell) -> tuple[int, int]:
        """The least and the most that a cell may hold where only some cells change, those that are blank besides."""
        for other, switch in self.switches.items():
            if other not in cells:
                self.model.add(switch == 0)
        return self._least(self.amounts[cell]), -self._least(-self.amounts[cell])

    def _least(self, amount: cp_model.LinearExpr | int) -> int:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        self.model.minimize(amount)
        assert solver.solve(self.model) == cp_model.OPTIMAL
        return round(solver.objective_value)

    def _solve(self) -> frozenset[Cell] | None:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.cp_model_presolve = False
        status = solver.solve(self.model)
        assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE)
        if status == cp_model.INFEASIBLE:
            return None
        return frozenset(cell for cell, switch in self.switches.items() if solver.boolean_value(switch))
