"""JSON: one record for one file, a list of records for several."""

from collections.abc import Sequence

from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.record import record
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.as_json import as_records


def render(reports: Sequence[Report], style: Style) -> str:
    """The records, indented for reading."""
    return as_records([record(report, style) for report in reports])
