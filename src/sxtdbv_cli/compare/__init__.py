"""What a change does to a plan: from two checked plans to all that differs between them. Nothing is read or printed."""

from collections.abc import Sequence
from typing import Any

from sxtdbv_cli.collector import collector_paused
from sxtdbv_cli.compare import changes
from sxtdbv_cli.compare.effects import Reach, Touched, Weighing
from sxtdbv_cli.compare.findings import compare_findings
from sxtdbv_cli.compare.match import match_lines
from sxtdbv_cli.compare.sides import Sides
from sxtdbv_cli.model.comparison import KINDS, Comparison, Difference, ErratumChange, Move, Wording
from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.plan import Cell, Plan, Unit
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.model.units import dong_scale

REACH = {"role": Reach.ABOVE, "equals": Reach.BELOW}
"""The sums that a text of a line touches: how it counts above, what it is the sum of."""


class OtherUnit(ValueError):
    """The amounts of two plans are in units that cannot be held against each other."""

    def __init__(self, old: Unit, new: Unit) -> None:
        super().__init__(f"{old.name}, {new.name}")
        self.old, self.new = old, new


def difference(old: Report, new: Report) -> Difference:
    """What differs between two checked files, which were both read.

    Findings that are accepted count as findings: accepting one does not mend it.

    Raises:
        OtherUnit: they are in two currencies, or count in other decimals.
    """
    findings = [[*report.findings, *(accepted.finding for accepted in report.accepted)] for report in (old, new)]
    with collector_paused():
        return Difference(old, new, compare(old.checked, new.checked, (findings[0], findings[1])))


def compare(old: Subject, new: Subject, findings: tuple[Sequence[Finding], Sequence[Finding]] = ((), ())) -> Comparison:
    """All that differs between two plans, with its effect on their sums.

    Raises:
        OtherUnit: they are in two currencies, or count in other decimals.
    """
    before, after = old.printed, new.printed
    if not comparable(before.unit, after.unit):
        raise OtherUnit(before.unit, after.unit)
    sides = Sides(before, after, match_lines(before, after))
    every: dict[str, Any] = {kind: tuple(getattr(changes, kind)(sides)) for kind in KINDS}
    found = Comparison(before, after, sides.match, **every, findings=tuple(compare_findings(sides, *findings)))
    return _with_effects(found, sides, old, new)


def comparable(old: Unit, new: Unit) -> bool:
    """Whether amounts are in the same money: đồng is đồng, whether a table is in thousands or in millions of it."""
    both_dong = dong_scale(old.name) is not None and dong_scale(new.name) is not None
    return both_dong or (old.name == new.name and old.decimals == new.decimals)


def _with_effects(found: Comparison, sides: Sides, old: Subject, new: Subject) -> Comparison:
    """The same comparison, each change with the sums it touches."""
    touched = {
        "added": [Touched(new=_row(sides.new, change.line), reach=Reach.ABOVE) for change in found.added],
        "removed": [Touched(old=_row(sides.old, change.line), reach=Reach.ABOVE) for change in found.removed],
        "moved": [_whole_line(sides, move, Reach.ABOVE if move.parent else None) for move in found.moved],
        "edited": [_whole_line(sides, edit, REACH.get(edit.field)) for edit in found.edited],
        "amounts": [Touched((change.old,), (change.new,)) for change in found.amounts],
        "declared": [Touched((change.old,), (change.new,)) for change in found.declared],
        "errata_added": [Touched(new=_corrected(sides.new, change)) for change in found.errata_added],
        "errata_removed": [Touched(old=_corrected(sides.old, change)) for change in found.errata_removed],
    }
    weighing = Weighing(sides, old, new, [each for every in touched.values() for each in every])

    def weighed(name: str) -> tuple[Any, ...]:
        changes_ = zip(getattr(found, name), touched[name], strict=True)
        return tuple(change._replace(effects=weighing.effects(each)) for change, each in changes_)

    fields: dict[str, Any] = {name: weighed(name) for name in touched}
    return found._replace(**fields)


def _whole_line(sides: Sides, change: Move | Wording, reach: Reach | None) -> Touched:
    """The cells of a line that both plans have; none where its sums are not touched."""
    if reach is None or change.old is None or change.new is None:
        return Touched()
    return Touched(_row(sides.old, change.old), _row(sides.new, change.new), reach)


def _row(plan: Plan, line: int) -> tuple[Cell, ...]:
    """The cells of a line that state something."""
    cells = (plan.cell(line, column) for column in range(len(plan.columns)))
    return tuple(cell for cell in cells if plan.cells[cell] is not None)


def _corrected(plan: Plan, change: ErratumChange) -> tuple[Cell, ...]:
    cell = plan.find(change.erratum.line, change.erratum.column)
    return () if cell is None else (cell,)
