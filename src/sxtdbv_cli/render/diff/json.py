"""JSON: every change with its effect as numbers, as docs/formats.md describes it."""

from collections.abc import Sequence
from typing import Any

from sxtdbv_cli.model import comparison
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.diagnosis.record import cell_name, line_path
from sxtdbv_cli.render.record import entry, finding_record
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.as_json import as_json

VERSION = 1


def render(difference: comparison.Difference, style: Style) -> str:
    """The record, indented for reading."""
    return as_json(record(difference, style))


def record(difference: comparison.Difference, style: Style) -> dict[str, Any]:
    """The record. Lines and columns are those of the new plan where it has them."""
    found = difference.found
    old, new = found.old, found.new
    return {
        "version": VERSION,
        "old": _side(difference.old),
        "new": _side(difference.new),
        "same": found.same,
        "document": [_texts(change) for change in found.document],
        "columns": [change._asdict() for change in found.columns],
        "added": [_line_change(new, change, found) for change in found.added],
        "removed": [_line_change(old, change, found) for change in found.removed],
        "moved": [_move(move, found) for move in found.moved],
        "reordered": [_reorder(reorder, found) for reorder in found.reordered],
        "renamed": [_wording(change, found) for change in found.renamed],
        "edited": [{**_wording(change, found), "effects": _effects(change.effects, found)} for change in found.edited],
        "amounts": [_amount(change, found) for change in found.amounts],
        "declared": [_amount(change, found) for change in found.declared],
        "errata": {
            "added": [_erratum(change, found) for change in found.errata_added],
            "removed": [_erratum(change, found) for change in found.errata_removed],
        },
        "accept": {
            "added": [entry(accepted) for accepted in found.accept_added],
            "removed": [entry(accepted) for accepted in found.accept_removed],
        },
        "findings": _findings(found, style),
    }


def _side(report: Report) -> dict[str, Any]:
    return {"file": report.file, "sums": report.checked.audit.counts}


def _texts(change: comparison.Wording) -> dict[str, Any]:
    return {"field": change.field, "before": change.before, "after": change.after}


def _line(plan: Plan, line: int) -> dict[str, Any]:
    return {"path": line_path(plan, line), "code": plan.lines.codes[line], "title": plan.lines.titles[line]}


def _pair(old: int, new: int, found: comparison.Comparison) -> dict[str, Any]:
    """A line that both plans have: what it is called now, and its path before."""
    return {"line": _line(found.new, new), "was": line_path(found.old, old)}


def _line_change(plan: Plan, change: comparison.LineChange, found: comparison.Comparison) -> dict[str, Any]:
    amounts = {column.key: plan.lines.amounts[place][change.line] for place, column in enumerate(plan.columns)}
    return {"line": _line(plan, change.line), "amounts": amounts, "effects": _effects(change.effects, found)}


def _move(move: comparison.Move, found: comparison.Comparison) -> dict[str, Any]:
    how = {"parent": move.parent, "code": move.code, "effects": _effects(move.effects, found)}
    return _pair(move.old, move.new, found) | how


def _reorder(reorder: comparison.Reorder, found: comparison.Comparison) -> dict[str, Any]:
    top = reorder.parent == len(found.new.lines)
    return {
        "line": None if top else _line(found.new, reorder.parent),
        "before": [line_path(found.old, line) for line in reorder.old],
        "after": [line_path(found.new, line) for line in reorder.new],
    }


def _wording(change: comparison.Wording, found: comparison.Comparison) -> dict[str, Any]:
    assert change.old is not None
    assert change.new is not None
    return {**_pair(change.old, change.new, found), **_texts(change)}


def _amount(change: comparison.AmountChange, found: comparison.Comparison) -> dict[str, Any]:
    """A cell; the line of a declared total has no code and no title."""
    line, column = found.new.position(change.new)
    declared = line == len(found.new.lines)
    old = found.old.position(change.old)[0]
    where = {} if declared else _pair(old, line, found)
    moved = None if change.before is None or change.after is None else change.after - change.before
    figures = {"before": change.before, "after": change.after, "change": moved}
    return {**where, "column": found.new.columns[column].key, **figures, "effects": _effects(change.effects, found)}


def _erratum(change: comparison.ErratumChange, found: comparison.Comparison) -> dict[str, Any]:
    return {**entry(change.erratum), "effects": _effects(change.effects, found)}


def _effects(effects: comparison.Effects, found: comparison.Comparison) -> list[dict[str, Any]]:
    return [_effect(effect, found) for effect in effects]


def _effect(effect: comparison.SumChange, found: comparison.Comparison) -> dict[str, Any]:
    """A sum that a change touches: the cell of its total, and how it came out before and comes out now."""
    plan, standing = (found.new, effect.after) if effect.after else (found.old, effect.before)
    assert standing is not None
    return {
        "kind": effect.kind.value,
        **cell_name(plan, standing.sum.whole),
        "part": effect.part,
        "before": _standing(effect.before),
        "after": _standing(effect.after),
    }


def _standing(standing: comparison.Standing | None) -> dict[str, Any] | None:
    if standing is None:
        return None
    figures = {"stated": standing.stated, "computed": standing.computed, "gap": standing.gap}
    return {"outcome": standing.outcome.value, **figures}


def _findings(found: comparison.Comparison, style: Style) -> dict[str, Any]:
    def records(changes: Sequence[comparison.FindingChange]) -> list[dict[str, Any]]:
        findings = [(found.new, one.after) if one.after else (found.old, one.before) for one in changes]
        return [finding_record(plan, finding, style.language) for plan, finding in findings if finding]

    return {kind: records(changes) for kind, changes in found.findings_by_kind.items()}
