"""A report in smaller steps: of two tables in one money the other may show more decimals."""

from dataclasses import replace

from sxtdbv_cli.model.acceptance import amounts_shown
from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.subject import subject_of


def alike(old: Report, new: Report) -> tuple[Report, Report]:
    """Two reports whose amounts have as many decimals as those of either."""
    more = new.checked.plan.unit.decimals - old.checked.plan.unit.decimals
    return _finer(old, more), _finer(new, -more)


def _finer(report: Report, more: int) -> Report:
    """A report whose amounts have so many decimals more; as it is where that is none."""
    if more <= 0:
        return report
    by: int = 10**more
    subject = subject_of(_in_steps(report.checked.printed, more, by), report.checked.sheet)
    findings = tuple([_shown(finding, by) for finding in report.findings])
    accepted = tuple([one._replace(finding=_shown(one.finding, by)) for one in report.accepted])
    return report._replace(subject=subject, findings=findings, accepted=accepted)


def _in_steps(plan: Plan, more: int, by: int) -> Plan:
    """A plan whose smallest step is so many times smaller."""
    unit = plan.unit
    unit = replace(unit, scale=unit.scale + more, decimals=unit.decimals + more, precision=unit.precision * by)
    amounts = {cell: amount * by for cell, amount in enumerate(plan.cells) if amount is not None}
    errata = [replace(one, stated=one.stated * by, correct=one.correct * by) for one in plan.errata]
    accept = [replace(one, amounts={name: by * amount for name, amount in one.amounts.items()}) for one in plan.accept]
    return replace(plan.with_amounts(amounts), unit=unit, errata=tuple(errata), accept=tuple(accept))


def _shown(finding: Finding, by: int) -> Finding:
    """A finding with its amounts in such steps."""
    amounts = {name: by * amount for name, amount in amounts_shown(finding).items()}
    return finding._replace(facts={**finding.facts, **amounts})
