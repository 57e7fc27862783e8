"""JSON Lines: one record a file, one a line."""

import json
from collections.abc import Sequence

from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.record import record
from sxtdbv_cli.render.style import Style


def render(reports: Sequence[Report], style: Style) -> str:
    """The records, one a line."""
    return "".join(json.dumps(record(report, style), ensure_ascii=False) + "\n" for report in reports)
