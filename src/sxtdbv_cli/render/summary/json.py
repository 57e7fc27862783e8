"""JSON: the summary as numbers, as docs/formats.md describes it."""

import json
from collections.abc import Sequence
from typing import Any

from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.summary import Summary
from sxtdbv_cli.render.style import Style

VERSION = 1


def render(summary: Summary, style: Style) -> str:  # noqa: ARG001 -- numbers are the same in every language
    """The record, indented for reading."""
    return json.dumps(_record(summary), ensure_ascii=False, indent=2) + "\n"


def _record(summary: Summary) -> dict[str, Any]:
    keys = [column.key for column in summary.plan.columns]

    def by_column(amounts: Sequence[Amount]) -> dict[str, Amount]:
        return dict(zip(keys, amounts, strict=True))

    rows = [
        {"path": row.path, "code": row.code, "title": row.title, "amounts": by_column(row.amounts)}
        for row in summary.rows
    ]
    return {
        "version": VERSION,
        "columns": keys,
        "rows": rows,
        "listed": by_column(summary.listed),
        "declared": by_column(summary.whole),
        "difference": by_column(summary.difference),
    }
