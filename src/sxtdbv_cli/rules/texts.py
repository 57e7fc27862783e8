"""The texts of a plan's lines, for the rules that look at characters."""

from collections.abc import Callable, Iterator

from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import Plan


def texts(plan: Plan, fine: Callable[[str], bool] = lambda _: False) -> Iterator[tuple[Address, str]]:
    """Every code, title, schedule and note with its address, then the particulars of the document.

    What is ``fine`` may be left out: it is asked of all the texts of a kind at once, with blanks between them.
    """
    lines = plan.lines
    fields = {"code": lines.codes, "title": lines.titles, "schedule": lines.schedules, "note": lines.notes}
    for name, column in fields.items():
        if fine(" ".join(filter(None, column))):
            continue
        for line, text in enumerate(column):
            if text:
                yield ("lines", line, name), text
    for name in ("number", "issuer", "title"):
        if text := getattr(plan.document, name):
            yield ("document", name), text
