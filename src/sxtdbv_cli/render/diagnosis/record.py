"""The record of a diagnosis, as docs/formats.md describes it."""

from collections.abc import Sequence
from typing import Any

from sxtdbv_cli.model.audit import Balance
from sxtdbv_cli.model.diagnosis import Change, Cluster, Contradiction, Diagnosis, Event, Explanation
from sxtdbv_cli.model.plan import Cell, Plan
from sxtdbv_cli.render.names import column_of, path_of


def record(plan: Plan, diagnosis: Diagnosis, *, timings: bool = False) -> dict[str, Any]:
    """The facts of a diagnosis; ``seconds`` only where timings are asked for: the record is the same each run."""
    return {
        "failed": diagnosis.failed,
        "minimum": diagnosis.minimum,
        "lower_bound": diagnosis.lower_bound,
        "proven": diagnosis.proven,
        "unique": diagnosis.unique,
        "seconds": diagnosis.seconds if timings else None,
        "clusters": [_cluster(plan, cluster) for cluster in diagnosis.clusters],
        "unprotected": [cell_name(plan, cell) for cell in diagnosis.unprotected],
        **({"products": True} if diagnosis.products else {}),
    }


def cell_name(plan: Plan, cell: Cell) -> dict[str, Any]:
    """A cell as people name it."""
    address = plan.address(cell)
    return {"path": path_of(plan, address), "column": column_of(address)}


def names_of(plan: Plan, cells: Sequence[Cell]) -> str:
    """Cells as people name them: ``III/A:total, 3.2:2022``."""
    names = (cell_name(plan, cell) for cell in cells)
    return ", ".join(f"{name['path']}:{name['column']}" for name in names)


def sum_name(plan: Plan, balance: Balance) -> dict[str, Any]:
    """A sum as people name it, with its figures."""
    figures = {"stated": balance.stated, "computed": balance.computed, "gap": balance.gap}
    return {"kind": balance.sum.kind.value, **cell_name(plan, balance.sum.whole), **figures}


def _cluster(plan: Plan, cluster: Cluster) -> dict[str, Any]:
    found: dict[str, Any] = {
        "sums": [sum_name(plan, balance) for balance in cluster.sums],
        "minimum": cluster.minimum,
        "lower_bound": cluster.lower_bound,
        "proven": cluster.proven,
        "unique": cluster.unique,
        "complete": cluster.complete,
        "explanations": [_explanation(plan, explanation) for explanation in cluster.explanations],
    }
    if cluster.contradictions:
        found["contradictions"] = [_contradiction(plan, one) for one in cluster.contradictions]
    return found


def _contradiction(plan: Plan, found: Contradiction) -> dict[str, Any]:
    sums = [{"kind": sum_.kind.value, **cell_name(plan, sum_.whole)} for sum_ in found.sums]
    return {"sums": sums, "cells": [cell_name(plan, cell) for cell in found.cells]}


def _explanation(plan: Plan, explanation: Explanation) -> dict[str, Any]:
    event = explanation.event
    return {
        "cells": [_change(plan, change) for change in explanation.changes],
        "event": None if event is None else _event(plan, event),
    }


def _change(plan: Plan, change: Change) -> dict[str, Any]:
    slip = None if change.slip is None else change.slip.value
    figures = {"stated": change.stated, "proposed": change.proposed}
    fits = {} if change.fits is None else {"fits": list(change.fits)}
    return {**cell_name(plan, change.cell), **figures, **fits, "slip": slip}


def _event(plan: Plan, event: Event) -> dict[str, Any]:
    keys = [plan.columns[column].key for column in event.columns]
    found: dict[str, Any] = {"kind": event.kind.value, "path": line_path(plan, event.line)}
    if event.other is not None:
        found["other"] = line_path(plan, event.other)
    found["columns"] = keys
    if event.amounts:
        found["amounts"] = dict(zip(keys, event.amounts, strict=False))
    if event.factor is not None:
        found["factor"] = event.factor
    return found


def line_path(plan: Plan, line: int) -> str:
    """The path of a line; ``declared`` for the whole of the table."""
    return plan.paths[line] if 0 <= line < len(plan.lines) else "declared"
