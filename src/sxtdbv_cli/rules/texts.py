"""The texts of a plan's lines, for the rules that look at characters."""

from collections.abc import Iterator

from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import Plan


def texts(plan: Plan) -> Iterator[tuple[Address, str]]:
    """Every code, title, schedule and note with its address, then the particulars of the document."""
    lines = plan.lines
    fields = {"code": lines.codes, "title": lines.titles, "schedule": lines.schedules, "note": lines.notes}
    for name, column in fields.items():
        for line, text in enumerate(column):
            if text:
                yield ("lines", line, name), text
    for name in ("number", "issuer", "title"):
        if text := getattr(plan.document, name):
            yield ("document", name), text
