"""What a change does to a plan: from two checked plans to all that differs between them. Nothing is read or printed."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from sxtdbv_cli.collector import collector_paused
from sxtdbv_cli.compare import changes
from sxtdbv_cli.compare.effects import Reach, Touched, Weighing
from sxtdbv_cli.compare.match import Matcher
from sxtdbv_cli.compare.sides import Sides
from sxtdbv_cli.compare.steps import alike
from sxtdbv_cli.model.comparison import (
    KINDS,
    UNMATCHED,
    Comparison,
    Difference,
    ErratumChange,
    FindingChange,
    Move,
    Wording,
)
from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import Cell, Plan, Unit
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.model.units import dong_scale

REACH = {"role": Reach.ABOVE, "equals": Reach.BELOW}
"""The sums that a text of a line touches: how it counts above, what it is the sum of."""


FIGURES = ("stated", "computed", "gap")


class OtherUnit(ValueError):
    """The amounts of two plans are in units that cannot be held against each other."""

    def __init__(self, old: Unit, new: Unit) -> None:
        super().__init__(f"{old.name}, {new.name}")
        self.old, self.new = old, new


def difference(old: Report, new: Report) -> Difference:
    """What differs between two checked files, which were both read.

    Findings that are accepted count as findings: accepting one does not mend it.

    Raises:
        OtherUnit: they are in two currencies.
    """
    if comparable(old.checked.plan.unit, new.checked.plan.unit):
        old, new = alike(old, new)
    findings = [[*report.findings, *(accepted.finding for accepted in report.accepted)] for report in (old, new)]
    with collector_paused():
        return Difference(old, new, compare(old.checked, new.checked, (findings[0], findings[1])))


def compare(old: Subject, new: Subject, findings: tuple[Sequence[Finding], Sequence[Finding]] = ((), ())) -> Comparison:
    """All that differs between two plans, whose amounts have as many decimals, with its effect on their sums.

    Raises:
        OtherUnit: they are in two currencies, or count in other decimals.
    """
    before, after = old.printed, new.printed
    if not comparable(before.unit, after.unit) or before.unit.decimals != after.unit.decimals:
        raise OtherUnit(before.unit, after.unit)
    sides = Sides(before, after, Matcher(before, after).match())
    every: dict[str, Any] = {kind: tuple(getattr(changes, kind)(sides)) for kind in KINDS}
    found = Comparison(before, after, sides.match, **every, findings=tuple(compare_findings(sides, *findings)))
    return _with_effects(found, sides, old, new)


def comparable(old: Unit, new: Unit) -> bool:
    """Whether amounts are in the same money: đồng is đồng, whether a table is in thousands or in millions of it."""
    both_dong = dong_scale(old.name) is not None and dong_scale(new.name) is not None
    return both_dong or old.name == new.name


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


def compare_findings(sides: Sides, old: Sequence[Finding], new: Sequence[Finding]) -> list[FindingChange]:
    """Mended findings in the order of the old plan, then new and changed ones in the order of the new plan."""
    here = _by_key(old, lambda finding: _old_whereabouts(sides, finding))
    there = _by_key(new, lambda finding: _by_what_it_names(sides.new, finding))
    mended = [FindingChange(finding, None) for key, finding in here.items() if key not in there]
    return mended + [
        FindingChange(before, finding)
        for key, finding in there.items()
        if (before := here.get(key)) is None or _figures(before) != _figures(finding)
    ]


def _by_key(findings: Sequence[Finding], whereabouts: Callable[[Finding], Address]) -> dict[object, Finding]:
    """Findings by rule and whereabouts; several of the same are numbered."""
    count: Counter[object] = Counter()
    found: dict[object, Finding] = {}
    for finding in findings:
        key = (finding.code, whereabouts(finding))
        count[key] += 1
        found[(*key, count[key])] = finding
    return found


def _old_whereabouts(sides: Sides, finding: Finding) -> Address:
    """The address of a finding of the old plan, with the line as it is counted in the new one."""
    address = finding.address
    if address[0] != "lines" or len(address) < 2:
        return _by_what_it_names(sides.old, finding)
    line = int(address[1])
    other = sides.match.new_of[line]
    return ("removed", *address[1:]) if other == UNMATCHED else ("lines", other, *address[2:])


def _by_what_it_names(plan: Plan, finding: Finding) -> Address:
    """An erratum and an acceptance are known by what they name, not by their place in the list, which for an acceptance
    may be that of a configuration."""
    address = finding.address
    if len(address) > 1 and address[0] == "errata":
        erratum = plan.errata[int(address[1])]
        return ("errata", erratum.line, erratum.column, *address[2:])
    if address[0] == "accept":
        return ("accept", str(finding.facts["rule"]), str(finding.facts["where"]))
    return address


def _figures(finding: Finding) -> list[object]:
    return [finding.facts.get(name) for name in FIGURES]
