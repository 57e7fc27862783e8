"""JSON: the summary as numbers, as docs/formats.md describes it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sxtdbv_cli.model.finding import Fault
from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.summary import Summary
from sxtdbv_cli.render.record import unread
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.as_json import as_json

VERSION = 1


class Unread(NamedTuple):
    """A file that cannot be read, and why."""

    file: str
    faults: Sequence[Fault]


def render(summary: Summary | Unread, style: Style) -> str:
    """The record, indented for reading."""
    if isinstance(summary, Unread):
        return as_json(unread(summary.file, summary.faults, style.language))
    return as_json(_record(summary))


def _record(summary: Summary) -> dict[str, Any]:
    keys = [column.key for column in summary.plan.columns]

    def by_column(amounts: Sequence[Amount]) -> dict[str, Amount]:
        return dict(zip(keys, amounts, strict=True))

    rows = [
        {"path": row.path, "code": row.code, "title": row.title, "amounts": by_column(row.amounts)}
        for row in summary.rows
    ]
    branch = {} if summary.branch is None else {"line": summary.plan.paths[summary.branch]}
    return {
        "version": VERSION,
        **branch,
        "columns": keys,
        "rows": rows,
        "listed": by_column(summary.listed),
        "declared": by_column(summary.whole),
        "difference": by_column(summary.difference),
    }
