"""What a rule looks at: a plan, with its errata applied, and how its sums came out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.model.acceptance import Ledger
from sxtdbv_cli.model.audit import Audit, Balance, audit
from sxtdbv_cli.model.passed_over import passed_over
from sxtdbv_cli.model.plan import Cell, Erratum, Plan
from sxtdbv_cli.model.sheet import Sheet


class Subject(NamedTuple):
    """What a rule looks at: a plan and how its sums came out.

    With errata ``plan`` has the correct figures; ``printed`` is the plan as it stands in the file and
    ``as_printed`` how its sums come out. Without errata they are the same. ``sheet`` is the table the plan was
    read from, None for a plan file. ``ledger`` is what became of the acceptances, for the rules that look at those.
    ``passed_over`` are figures stored as text that make formulas fail (``model/passed_over.py``).
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
    found = {
        index: cell for index, erratum in enumerate(plan.errata) if (cell := _corrected(plan, erratum)) is not None
    }
    several = {cell for cell, count in Counter(found.values()).items() if count > 1}
    return {index: cell for index, cell in found.items() if cell not in several}


def _corrected(plan: Plan, erratum: Erratum) -> Cell | None:
    cell = plan.find(erratum.line, erratum.column)
    return cell if cell is not None and plan.cells[cell] == erratum.stated else None
