"""What a rule looks at: a plan, with its errata applied, and how its sums came out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.model.acceptance import Ledger
from sxtdbv_cli.model.audit import Audit, Balance, audit, rounding, weigh
from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.model.plan import Cell, Plan
from sxtdbv_cli.model.sheet import Sheet
from sxtdbv_cli.model.sums import Sum, promised


class Subject(NamedTuple):
    """What a rule looks at: a plan and how its sums came out.

    With errata ``plan`` has the correct figures; ``printed`` is the plan as it stands in the file and
    ``as_printed`` how its sums come out. Without errata they are the same. ``sheet`` is the table the plan was
    read from, None for a plan file. ``ledger`` is what became of the acceptances, for the rules that look at those.
    ``passed_over`` are figures stored as text that make formulas fail.
    """

    plan: Plan
    audit: Audit
    printed: Plan
    as_printed: Audit
    sheet: Sheet | None = None
    ledger: Ledger = Ledger()
    passed_over: frozenset[Cell] = frozenset()

    @property
    def explained(self) -> tuple[Balance, ...]:
        """The sums that fail as printed and hold with the errata."""
        failing = {balance.sum for balance in self.audit.failing}
        return tuple(balance for balance in self.as_printed.failing if balance.sum not in failing)

    @property
    def conjectured(self) -> frozenset[int]:
        """The lines whose child lines are only a conjecture that their sums do not confirm."""
        return self.sheet.understanding.conjectured if self.sheet is not None else frozenset()

    @property
    def siblings(self) -> Iterator[tuple[int, Sequence[int]]]:
        """The lines right below each line, with that line; those at the top with the number of all lines, by sides of
        the table."""
        *below, top = self.plan.children
        yield from enumerate(below)
        beside = self.sheet.shifts if self.sheet is not None else {}
        yield len(below), [line for line in top if line not in beside]
        if beside:
            yield len(below), [line for line in top if line in beside]


def subject_of(plan: Plan, sheet: Sheet | None = None) -> Subject:
    """A plan with its errata applied, and its sums weighed; ``sheet`` is the table that it was read from."""
    conjectured = sheet.understanding.conjectured if sheet is not None else frozenset()
    as_printed = audit(plan, conjectured)
    changes = {cell: plan.errata[index].correct for index, cell in applied(plan).items()}
    if not changes:
        passed = passed_over(plan, as_printed, sheet) if sheet is not None else frozenset()
        return Subject(plan, as_printed, plan, as_printed, sheet, passed_over=passed)
    corrected = plan.with_amounts(changes)
    return Subject(corrected, audit(corrected, conjectured), plan, as_printed, sheet)


def without_passed_over(subject: Subject) -> Subject:
    """The same with blanks for figures that formulas pass over, as these do."""
    if not subject.passed_over:
        return subject
    plan = subject.plan.with_amounts(dict.fromkeys(subject.passed_over))
    return subject_of(plan, subject.sheet)


def applied(plan: Plan) -> dict[int, Cell]:
    """The errata that hold, by their positions, with the cells they correct.

    None holds that names no cell, or whose cell states something else by now; nor any of several for the same cell.
    """
    named = [
        (index, plan.find(erratum.line, erratum.column), erratum.stated) for index, erratum in enumerate(plan.errata)
    ]
    found = {index: cell for index, cell, stated in named if cell is not None and plan.cells[cell] == stated}
    several = {cell for cell, count in Counter(found.values()).items() if count > 1}
    return {index: cell for index, cell in found.items() if cell not in several}


def passed_over(plan: Plan, audit: Audit, sheet: Sheet) -> frozenset[Cell]:
    """The cells that are text and lacking in every sum they are part of: each is a formula, and off by just what such
    cells would add."""
    if not audit.failing or not sheet.grid.has_formulas:
        return frozenset()
    parts = {cell for balance in audit.failing for cell in (*balance.sum.plus, *balance.sum.minus)}
    found = {cell for cell in parts if plan.cells[cell] and (held := _at(plan, sheet, cell)) and held.kind is Kind.TEXT}
    for sum_ in promised(plan) if found else ():
        lacking = found.intersection(sum_.cells[1:])
        if lacking and not _is_explained(plan, sheet, sum_, lacking):
            found -= lacking
    return frozenset(found)


def _is_explained(plan: Plan, sheet: Sheet, sum_: Sum, lacking: set[Cell]) -> bool:
    """Whether a sum is a formula that holds without some of its parts; one with a blank side says nothing."""
    balance, whole = weigh(plan.cells, sum_), _at(plan, sheet, sum_.whole)
    if balance is None:
        return True
    added = sum((plan.cells[cell] or 0) * (-1 if cell in sum_.minus else 1) for cell in lacking)
    holds = abs(balance.gap + added) <= rounding(plan, len(sum_.cells))
    return whole is not None and whole.formula is not None and holds


def _at(plan: Plan, sheet: Sheet, cell: Cell) -> GridCell | None:
    """What stands in the grid in the place of a cell of the plan."""
    position = sheet.cell_of(plan.address(cell))
    return None if position is None else sheet.grid.at(*position)
