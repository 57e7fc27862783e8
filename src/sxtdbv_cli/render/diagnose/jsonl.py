"""JSON Lines: one record a file, one a line."""

import json
from collections.abc import Sequence

from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.diagnose.json import records
from sxtdbv_cli.render.style import Style


def render(reports: Sequence[Report], style: Style) -> str:
    """The records, one a line."""
    return "".join(json.dumps(found, ensure_ascii=False) + "\n" for found in records(reports, style))
