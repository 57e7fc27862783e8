"""JSON Lines: one record a file, one a line."""

from collections.abc import Sequence

from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.record import record
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.as_json import as_json


def render(reports: Sequence[Report], style: Style) -> str:
    """The records, one a line."""
    return "".join(as_json(record(report, style), indent=None) for report in reports)
