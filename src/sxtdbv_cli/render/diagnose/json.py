"""JSON: one record for one file, a list of records for several."""

from collections.abc import Sequence
from typing import Any

from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.record import record
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.as_json import as_records

KEYS = ("version", "file", "sheet", "faults", "diagnosis")


def records(reports: Sequence[Report], style: Style) -> list[dict[str, Any]]:
    """The records of ``sxtdbv check``, only what a diagnosis says."""
    whole = (record(report, style) for report in reports)
    return [{key: value for key, value in found.items() if key in KEYS} for found in whole]


def render(reports: Sequence[Report], style: Style) -> str:
    """The records, indented for reading."""
    return as_records(records(reports, style))
