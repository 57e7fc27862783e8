"""Which findings are new, which are mended, which have other figures: known by rule, line and column."""

from collections import Counter
from collections.abc import Callable, Sequence

from sxtdbv_cli.compare.sides import Sides
from sxtdbv_cli.model.comparison import UNMATCHED, FindingChange
from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import Plan

FIGURES = ("stated", "computed", "gap")


def compare_findings(sides: Sides, old: Sequence[Finding], new: Sequence[Finding]) -> list[FindingChange]:
    """Mended findings in the order of the old plan, then new and changed ones in the order of the new plan."""
    here = _by_key(old, lambda address: _old_address(sides, address))
    there = _by_key(new, lambda address: _by_what_it_names(sides.new, address))
    mended = [FindingChange(finding, None) for key, finding in here.items() if key not in there]
    return mended + [
        FindingChange(before, finding)
        for key, finding in there.items()
        if (before := here.get(key)) is None or _figures(before) != _figures(finding)
    ]


def _by_key(findings: Sequence[Finding], whereabouts: Callable[[Address], Address]) -> dict[object, Finding]:
    """Findings by rule and whereabouts; several of the same are numbered."""
    count: Counter[object] = Counter()
    found: dict[object, Finding] = {}
    for finding in findings:
        key = (finding.code, whereabouts(finding.address))
        count[key] += 1
        found[(*key, count[key])] = finding
    return found


def _old_address(sides: Sides, address: Address) -> Address:
    """An address of the old plan, with the line as it is counted in the new one."""
    if address[0] != "lines" or len(address) < 2:
        return _by_what_it_names(sides.old, address)
    line = int(address[1])
    other = sides.match.new_of[line]
    return ("removed", *address[1:]) if other == UNMATCHED else ("lines", other, *address[2:])


def _by_what_it_names(plan: Plan, address: Address) -> Address:
    """An erratum and an acceptance are known by what they name, not by their place in the list."""
    if len(address) > 1 and address[0] == "errata":
        erratum = plan.errata[int(address[1])]
        return ("errata", erratum.line, erratum.column, *address[2:])
    if len(address) > 1 and address[0] == "accept":
        accepted = plan.accept[int(address[1])]
        return ("accept", accepted.rule, accepted.line or "", accepted.column or "", *address[2:])
    return address


def _figures(finding: Finding) -> list[object]:
    return [finding.facts.get(name) for name in FIGURES]
