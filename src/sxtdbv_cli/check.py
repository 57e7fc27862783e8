"""The engine: every rule over a plan. Codes are stamped here, so a rule cannot lie about its name."""

import datetime
from collections.abc import Iterable
from functools import cache, partial
from typing import NamedTuple

from sxtdbv_cli import discover
from sxtdbv_cli.collector import collector_paused
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.files.read import read
from sxtdbv_cli.model.acceptance import Entry
from sxtdbv_cli.model.choices import NONE, Choices
from sxtdbv_cli.model.diagnosis import Change, Diagnosis
from sxtdbv_cli.model.edit import Correction, Edit
from sxtdbv_cli.model.finding import Finding, Hit, Unreadable
from sxtdbv_cli.model.plan import Cell, Plan
from sxtdbv_cli.model.report import Report, Rule
from sxtdbv_cli.model.settings import PLAIN, Tuning
from sxtdbv_cli.model.subject import Subject, subject_of, without_passed_over
from sxtdbv_cli.rules.rule import telling

PACKAGE = "sxtdbv_cli.rules"


OF_TABLES = "sx5"
"""The rules about workbooks and other tables; of a plan file they have nothing to say."""


def all_rules() -> tuple[Rule, ...]:
    """Every rule there is, by code."""
    return tuple(_rule(name) for name in discover.names(PACKAGE, "sx"))


def rules_for(loaded: Loaded, tuning: Tuning = PLAIN) -> tuple[Rule, ...]:
    """The rules that run and can have something to say of what was read. The others are not even loaded."""
    names = [name for name in discover.names(PACKAGE, "sx") if tuning.runs(_code(name))]
    return tuple(_rule(name) for name in names if loaded.sheet is not None or not name.startswith(OF_TABLES))


def _code(module_name: str) -> str:
    return module_name.partition("_")[0].upper()


@cache
def _rule(module_name: str) -> Rule:
    """The rule of a module, which names it: ``sx101_cross_footing``. One that looks at nothing itself tells doubts."""
    module = discover.load(PACKAGE, module_name)
    code, name = _code(module_name), module_name.partition("_")[2].replace("_", "-")
    check = getattr(module, "check", None) or telling(code)
    page = partial(discover.page, PACKAGE, module_name)
    after = getattr(module, "AFTER_ACCEPTING", False)
    return Rule(code, name, module.SEVERITY, module.TITLE, module.MESSAGE, check, page, after)


class Doubt(NamedTuple):
    """How far to go in finding the wrong cells: cells that are never blamed, as ``PATH`` or ``PATH:COLUMN``, and
    the time to spend in seconds. No diagnosis where ``wanted`` is false."""

    wanted: bool = True
    trusted: tuple[str, ...] = ()
    budget: float = 2.0


class NoCell(LookupError):
    """A name of a cell that the plan has not."""

    def __init__(self, plan: Plan, name: str) -> None:
        super().__init__(name)
        self.plan = plan
        self.name = name


ALL = Doubt()


def check_file(
    file: str, name: str | None = None, doubt: Doubt = ALL, choices: Choices = NONE, tuning: Tuning = PLAIN
) -> Report:
    """Read and check one file (``-`` is standard input), called ``name``; what cannot be read is a report too."""
    with collector_paused():
        try:
            loaded = read(file, name, choices)
        except Unreadable as unreadable:
            return Report(name or file, faults=tuple(unreadable.faults))
        return check_plan(loaded, doubt=doubt, tuning=tuning)


def check_plan(
    loaded: Loaded, rules: Iterable[Rule] | None = None, doubt: Doubt = ALL, tuning: Tuning = PLAIN
) -> Report:
    """Check a plan that was read: findings in the order of the file. Rules that do not run change no sum; without any
    only the diagnosis is left."""
    subject = subject_of(loaded.plan, loaded.sheet)
    chosen = _chosen(rules_for(loaded, tuning) if rules is None else rules, tuning)
    findings = _asked([rule for rule in chosen if not rule.after_accepting], subject, loaded, tuning)
    diagnosis = _diagnosis(subject, doubt)
    report = Report(
        loaded.file,
        subject,
        tuple(findings),
        diagnosis=diagnosis,
        rules=chosen,
        corrections=_corrections(loaded, diagnosis),
    )
    return _accepted(report, loaded, tuning) if loaded.plan.accept or tuning.accept else report


def _asked(rules: Iterable[Rule], subject: Subject, loaded: Loaded, tuning: Tuning) -> list[Finding]:
    """What rules have to say, in the order of the file."""
    return sorted((_stamp(rule, hit, loaded, tuning) for rule in rules for hit in rule.check(subject)), key=_order)


def _accepted(report: Report, loaded: Loaded, tuning: Tuning) -> Report:
    """The report with accepted findings apart; then the rules about acceptances are asked what became of those."""
    from sxtdbv_cli.accepting import accept, places

    own = (Entry(found, loaded.place(("accept", index, "rule"))) for index, found in enumerate(loaded.plan.accept))
    entries = (*own, *tuning.accept)
    today = tuning.today or datetime.datetime.now().astimezone().date()
    outcome = accept(loaded.plan, report.findings, entries, {rule.code for rule in report.rules}, today)
    subject = report.checked._replace(ledger=outcome.ledger)
    located = loaded._replace(place=places(loaded.place, entries))
    more = _asked([rule for rule in report.rules if rule.after_accepting], subject, located, tuning)
    findings = sorted((*outcome.kept, *more), key=lambda finding: (finding.place.file != loaded.file, _order(finding)))
    return report._replace(subject=subject, findings=tuple(findings), accepted=outcome.accepted)


def _chosen(rules: Iterable[Rule], tuning: Tuning) -> tuple[Rule, ...]:
    """The rules that run, by code, each with the severity it is given."""
    running = sorted((rule for rule in rules if tuning.runs(rule.code)), key=lambda rule: rule.code)
    return tuple(rule._replace(severity=tuning.severity.get(rule.code, rule.severity)) for rule in running)


def _diagnosis(subject: Subject, doubt: Doubt) -> Diagnosis | None:
    """Which cells are wrong. The engine is loaded only where it is wanted."""
    if not doubt.wanted:
        return None
    trusted = frozenset(cell for name in doubt.trusted for cell in trusted_cells(subject.plan, name))
    sheet = subject.sheet
    if sheet is None or not subject.audit.failing or not sheet.grid.has_formulas:
        return _of_figures(without_passed_over(subject), trusted, doubt.budget)
    from sxtdbv_cli.rules.restored import formulas_at_fault, restored, typed_sums

    roots = formulas_at_fault(subject, sheet, trusted)
    mended = restored(subject, sheet, roots)
    rest = mended.subject if mended else without_passed_over(subject)
    found = _of_figures(rest, trusted, doubt.budget)
    typed = typed_sums(rest, sheet, trusted, found)
    if typed and (more := restored(subject, sheet, {**roots, **typed} if mended else typed)):
        mended, found = more, _of_figures(more.subject, trusted, doubt.budget)
    return mended.beside(found) if mended else found


def _of_figures(subject: Subject, trusted: frozenset[Cell], budget: float) -> Diagnosis:
    """Which figures are wrong, as far as formulas do not explain it. What is blank where balances go on is nothing."""
    from sxtdbv_cli.diagnose import diagnose

    sheet, plan = subject.sheet, subject.plan
    balances = sheet.understanding.balances if sheet is not None else ()
    blank = {cell for one in balances if not one.is_off for cell in one.beside(plan) if plan.cells[cell] is None}
    if blank and subject.audit.failing:
        subject = subject_of(plan.with_amounts(dict.fromkeys(blank, 0)), sheet)
    found = diagnose(subject.plan, subject.audit, trusted=trusted | blank, budget=budget)
    if sheet is not None:
        compared = {plan.cell(one.line, one.column) for one in sheet.understanding.products}
        compared.update(cell for one in balances for cell in one.cells(plan))
        found = found._replace(unprotected=tuple(cell for cell in found.unprotected if cell not in compared))
    if sheet is None or not found.failed:
        return found
    from sxtdbv_cli.diagnose.products import weighed, witnesses

    return weighed(found, witnesses(subject.plan, sheet, found))


def _corrections(loaded: Loaded, diagnosis: Diagnosis | None) -> dict[Change, Correction]:
    """What each change that the diagnosis proposes would do to the characters of the file."""
    if diagnosis is None or loaded.correct is None:
        return {}
    explanations = (explanation for cluster in diagnosis.clusters for explanation in cluster.explanations)
    changes = (change for explanation in explanations for change in explanation.changes)
    found = ((change, loaded.correct(Edit(change.cell, change.stated, change.proposed))) for change in changes)
    return {change: correction for change, correction in found if correction is not None}


def trusted_cells(plan: Plan, name: str) -> list[Cell]:
    """The cells that ``PATH`` or ``PATH:COLUMN`` names: those of a line, or one of them.

    Raises:
        NoCell: it names none.
    """
    keys = [column.key for column in plan.columns]
    path, _, key = name.rpartition(":")
    found = [plan.find(path, key)] if path and key in keys else [plan.find(name, column) for column in keys]
    cells = [cell for cell in found if cell is not None]
    if not cells:
        raise NoCell(plan, name)
    return cells


def _stamp(rule: Rule, hit: Hit, loaded: Loaded, tuning: Tuning) -> Finding:
    return Finding(
        rule.code,
        rule.name,
        tuning.severity.get(rule.code) or hit.severity or rule.severity,
        rule.title,
        hit.message or rule.message,
        hit.address,
        hit.facts,
        hit.related,
        loaded.place(hit.address),
        tuple(map(loaded.place, hit.related)),
    )


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    return (place.sheet or "", place.line, place.column, finding.code, str(finding.address), str(finding.facts))
